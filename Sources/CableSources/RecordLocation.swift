/// The place of a record among the inputs: a file, a member of an archive, a row of a table.
public struct RecordLocation: Sendable, Hashable {
  /// What a record of a file with several of them is called in sentences.
  public enum Unit: String, Sendable {
    /// A row of a table.
    case row
    /// A line of an export.
    case line
    /// One of the cables on a page.
    case cable
  }

  /// The file as it was named or found; `-` is standard input.
  public var path: String
  /// The member of an archive, with its folders; ` > ` separates an archive within an archive.
  public var entry: String?
  /// The number of the record in a file that holds several, from 1.
  public var index: Int?
  /// What `index` counts.
  public var unit: Unit
  /// Where the record begins in the file or member, in unpacked bytes.
  public var offset: Int?

  /// Creates a location.
  public init(
    path: String, entry: String? = nil, index: Int? = nil, unit: Unit = .row, offset: Int? = nil
  ) {
    self.path = path
    self.entry = entry
    self.index = index
    self.unit = unit
    self.offset = offset
  }
}

extension RecordLocation: CustomStringConvertible {
  /// The place in a reader's words: `seeds/a.txt`, `cables.csv row 12`, `dump.zip: 2003/03ROME1605.html`.
  ///
  /// Control characters of file names are shown as `?`.
  public var description: String {
    var text = path == "-" ? "standard input" : path
    if let entry { text += ": " + entry }
    if let index { text += " \(unit.rawValue) \(index)" }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "?" : $0 })
    )
  }
}
