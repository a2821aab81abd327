import Cables

/// What a file or a member of an archive holds, told from its first bytes and never from its name.
enum SourceFormat: Equatable {
  /// No byte at all.
  case empty
  /// An archive or a packed file.
  case packed(PackedFormat)
  /// The text of one cable.
  case text
  /// The text of one cable behind five lines about it.
  case dump
  /// One of the following in UTF-16.
  case wide
  /// A web page.
  case page
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
    if UTF16Order.markLength(prefix) > 0 { return detectWide(prefix) }
    if let format = PackedFormat(prefix) { return .packed(format) }
    if let name = KnownBinary.name(prefix) { return .binary(name) }
    if UTF16Order(prefix) != nil { return detectWide(prefix) }
    if BinaryTest.isBinary(prefix) { return .binary(nil) }
    if CablePage.isPage(prefix) { return .page }
    if ExportReader.isExport(prefix) { return .export }
    if TableReader.isTable(prefix) { return .table }
    if TextDump(prefix) != nil { return .dump }
    return .text
  }

  /// Tells what is written in UTF-16: a single text stays as it is, the other formats are read as UTF-8.
  private static func detectWide(_ prefix: UnsafeBufferPointer<UInt8>) -> SourceFormat {
    let decoded = PlainUTF8.bytes(of: UnsafeBufferPointer(rebasing: prefix[..<(prefix.count & ~1)]))
    let format = decoded.withUnsafeBufferPointer { detect($0, isWhole: false) }
    switch format {
    case .page, .table, .export, .dump: return .wide
    default: return .text
    }
  }
}
