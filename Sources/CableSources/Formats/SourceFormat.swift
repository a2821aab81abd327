/// What a file or a member of an archive holds, told from its first bytes and never from its name.
enum SourceFormat: Equatable {
  /// No byte at all.
  case empty
  /// The text of one cable.
  case text
  /// The text of one cable behind five lines about it.
  case dump
  /// The table of eight columns.
  case table
  /// An export, a JSON object a line.
  case export
  /// No text; the name of what it is where known.
  case binary(String?)

  /// Tells the format.
  ///
  /// - Parameters:
  ///   - prefix: the first bytes.
  ///   - isWhole: whether they are all there are.
  /// - Returns: what the bytes are most likely the beginning of; `text` where nothing speaks for anything else.
  static func detect(_ prefix: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> SourceFormat {
    guard !prefix.isEmpty else { return .empty }
    if hasUTF16Mark(prefix) { return .text }
    if let name = KnownBinary.name(prefix) { return .binary(name) }
    if BinaryTest.isBinary(prefix) { return .binary(nil) }
    if ExportReader.isExport(prefix) { return .export }
    if TableReader.isTable(prefix) { return .table }
    if TextDump(prefix) != nil { return .dump }
    return .text
  }

  private static func hasUTF16Mark(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF])
  }
}
