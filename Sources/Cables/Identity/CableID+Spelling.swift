extension CableID {
  /// Reads an id in any spelling: `2003ROME01605`, `03 ROME 1605`, `03rome1605`, `1975NEWDE14031_b`,
  /// `09SECTION02OF02BAKU12`; nil without a year, a post and a number.
  public init?(_ text: some StringProtocol) {
    guard let id = WrittenID(text)?.id else { return nil }
    self = id
  }

  /// This id and those under which the same cable may be filed, this one first: `05KIEV12` → `05KIEV12`, `05KYIV12`.
  public var lookupVariants: [CableID] {
    PostTable.standard.filingNames(of: post).map {
      CableID(year: year, post: $0, number: number)
    }
  }

  /// Whether both are ids of one cable, whose post may have several names.
  func isSameCable(as other: CableID) -> Bool {
    number == other.number && year == other.year
      && (post == other.post || PostTable.standard.filingNames(of: post).contains(other.post))
  }
}
