/// A line that begins a field of the header: `TAGS: PREL, IT`.
struct HeaderField {
  /// The fields that a header has.
  enum Kind {
    case executiveOrder
    case tags
    case subject
    case references
    case classifiedBy
    case reason
    case declassify
    case derivedFrom
  }

  var kind: Kind
  /// Where the field's value begins.
  var valueStart: Int
  /// Whether a colon follows the name, without which a line of text may look the same.
  var hasColon: Bool
  /// Whether the name has a slip.
  var isRepaired = false
  /// The number of the executive order that is named.
  var order: Int?

  /// Reads the field a line begins with.
  init?(_ bytes: [UInt8], line: Line) {
    self.init(bytes, at: line.first, before: line.end)
  }

  /// Reads the field at an offset; a portion mark may precede it.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - offset: where the line begins.
  ///   - limit: where it ends.
  ///   - acceptsBareSubject: whether `SUBJECT` may lack its colon, as it does in some headers.
  ///   - repairs: whether names with a slip are read.
  init?(
    _ bytes: [UInt8], at offset: Int, before limit: Int, acceptsBareSubject: Bool = false,
    repairs: Bool = false
  ) {
    var start = offset
    guard start < limit else { return nil }
    if bytes[start] == 0x28, let mark = PortionMark(bytes, at: start, before: limit) {
      start = bytes.skippingBlanks(from: mark.end, before: limit)
      guard start < limit else { return nil }
    }
    var name = Self.name(bytes, at: start, before: limit)
    if name == nil, repairs, let slipped = SlippedFieldName(bytes, at: start, before: limit) {
      name = (slipped.kind, slipped.end, nil)
      isRepaired = true
    }
    guard let name else { return nil }
    var index = bytes.skippingBlanks(from: name.end, before: limit)
    hasColon = index < limit && (bytes[index] == 0x3A || bytes[index] == 0x3B)
    if hasColon { index = bytes.skippingBlanks(from: index + 1, before: limit) }
    kind = name.kind
    order = name.order
    valueStart = index
    if !hasColon, kind == .subject {
      guard acceptsBareSubject, index < limit, bytes[start].isCapital else { return nil }
      while valueStart < limit, bytes[valueStart] == UInt8(ascii: "-") || bytes[valueStart] == 0x2E
      {
        valueStart = bytes.skippingBlanks(from: valueStart + 1, before: limit)
      }
      return
    }
    guard hasColon || isCertain(bytes, nameEnd: name.end, before: limit) else { return nil }
  }

  private typealias Name = (kind: Kind, end: Int, order: Int?)

  private static func name(_ bytes: [UInt8], at start: Int, before limit: Int) -> Name? {
    let candidates: [(StaticString, Kind)]
    switch bytes[start].capital {
    case UInt8(ascii: "E"): return orderName(bytes, at: start, before: limit)
    case UInt8(ascii: "T"), UInt8(ascii: "A"): candidates = tagsNames
    case UInt8(ascii: "S"), UInt8(ascii: "U"): candidates = subjectNames
    case UInt8(ascii: "R"): candidates = referenceNames
    case UInt8(ascii: "P"): candidates = [("PROGRAM REF", .references)]
    case UInt8(ascii: "C"): candidates = classificationNames
    case UInt8(ascii: "D"): candidates = declassificationNames
    default: return nil
    }
    for (name, kind) in candidates where bytes.hasWord(name, at: start, before: limit) {
      return (kind, start + name.utf8CodeUnitCount, nil)
    }
    return nil
  }

  private static let tagsNames: [(StaticString, Kind)] = [
    ("TAGS", .tags), ("TAGE", .tags), ("TAG", .tags), ("TGS", .tags), ("AGS", .tags),
  ]
  private static let subjectNames: [(StaticString, Kind)] = [
    ("SUBJECT", .subject), ("SUBJ", .subject), ("UBJECT", .subject), ("SUBJET", .subject),
    ("SUBECT", .subject), ("SUJECT", .subject), ("SUBJCT", .subject), ("SUBJEC", .subject),
  ]
  private static let referenceNames: [(StaticString, Kind)] = [
    ("REFTELS", .references), ("REFTEL(S)", .references), ("REFTEL", .references),
    ("REF(S)", .references), ("REFERENCES", .references), ("REFERENCE", .references),
    ("REFS", .references), ("REF", .references), ("REASONS", .reason), ("REASON", .reason),
  ]
  private static let classificationNames: [(StaticString, Kind)] = [
    ("CLASSIFIED BY", .classifiedBy), ("CLASSIFIEDBY", .classifiedBy),
    ("CLASSIFED BY", .classifiedBy), ("CLASSIFIED  BY", .classifiedBy),
    ("CLASSIFICATION BY", .classifiedBy), ("CLASIFIED BY", .classifiedBy),
    ("CLASS BY", .classifiedBy), ("CLASS. BY", .classifiedBy),
  ]
  private static let declassificationNames: [(StaticString, Kind)] = [
    ("DECLASSIFY ON", .declassify), ("DECL", .declassify), ("DERIVED FROM", .derivedFrom),
  ]

  /// `E.O. 12958`, `EO 12958`, `E. O. 11652`, `E.0. l2958`; the number belongs to the name.
  private static func orderName(_ bytes: [UInt8], at start: Int, before limit: Int) -> Name? {
    func skippingPoint(_ index: Int) -> Int {
      let next = index < limit && bytes[index] == UInt8(ascii: ".") ? index + 1 : index
      return bytes.skippingBlanks(from: next, before: limit)
    }
    let digits: Int
    if bytes.hasWord("EXECUTIVE ORDER", at: start, before: limit) {
      digits = bytes.skippingBlanks(from: start + 15, before: limit)
    } else {
      let second = skippingPoint(start + 1)
      guard second < limit, second - start <= 3,
        LevelWord.letter(bytes[second]) == UInt8(ascii: "O")
      else { return nil }
      digits = skippingPoint(second + 1)
    }
    if let number = OpticalNumber(bytes, at: digits, before: limit), number.end - digits == 5 {
      return (.executiveOrder, number.end, number.value)
    }
    guard digits < limit, bytes[digits] == 0x3A, digits - start <= 5 else { return nil }
    let after = bytes.skippingBlanks(from: digits + 1, before: limit)
    if let number = OpticalNumber(bytes, at: after, before: limit), number.end - after == 5 {
      return (.executiveOrder, number.end, number.value)
    }
    return (.executiveOrder, digits, nil)
  }

  /// Whether a name without a colon is a field all the same.
  private mutating func isCertain(_ bytes: [UInt8], nameEnd: Int, before limit: Int) -> Bool {
    if kind == .tags || kind == .references, valueStart < limit,
      bytes[valueStart] == UInt8(ascii: ".") || bytes[valueStart] == UInt8(ascii: "-")
    {
      valueStart = bytes.skippingBlanks(from: valueStart + 1, before: limit)
    }
    switch kind {
    case .executiveOrder, .classifiedBy: return true
    case .derivedFrom, .declassify, .reason: return false
    case .subject: return false
    case .tags:
      var end = valueStart
      while end < limit, bytes[end].isLetter { end += 1 }
      guard end > valueStart, valueStart > nameEnd else { return false }
      return TagTable.standard.contains(bytes[valueStart..<end].map(\.capital))
    case .references:
      guard valueStart < limit else { return false }
      if ReferenceBlock.beginsItem(bytes, at: valueStart, before: limit) { return true }
      // Capitals, and what follows is named as a message of some kind.
      return bytes[nameEnd - 1].isCapital && limit - valueStart < 120
        && Reference.Kind.ofText(bytes, valueStart..<limit) != .other
    }
  }
}
