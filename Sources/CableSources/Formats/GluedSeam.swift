/// The place where a dump joined a cable's header and body without a line break:
/// `RUEHC/SECSTATE WASHDC 1234C O N F I D E N T I A L ROME 001605`.
enum GluedSeam {
  private static let spaced: [StaticString] = [
    "T O P S E C R E T", "T O P  S E C R E T", "C O N F I D E N T I A L", "S E C R E T",
    "U N C L A S",
  ]
  private static let plain: [StaticString] = [
    "UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "LIMITED OFFICIAL USE",
  ]
  /// How far into the text a seam is looked for; transmission headers of 100 addressees stay below.
  private static let reach = 1 << 15

  /// Finds the offset of a class line that is glued to the line before it.
  ///
  /// Certain means: a level, then words and a serial number of three digits or more at the end of the line, right behind a
  /// character that is no blank, and no class line on a line of its own before it. A level in plain letters must follow a
  /// digit or a mark, since it may be the end of a longer word.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    while start < min(bytes.count, reach) {
      let rest = bytes[start...]
      let end = rest.firstIndex(of: 0x0A) ?? bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if let column = classLine(in: line) { return column == 0 ? nil : start + column }
      start = end + 1
    }
    return nil
  }

  /// The column at which a class line begins, after nothing or after something it is glued to.
  private static func classLine(in line: UnsafeBufferPointer<UInt8>) -> Int? {
    for column in line.indices where "TCSUL".utf8.contains(line[column]) {
      let rest = UnsafeBufferPointer(rebasing: line[column...])
      let before = column == 0 ? nil : line[column - 1]
      if before == 0x20 || before == 0x09 { continue }
      let level =
        length(of: spaced, in: rest)
        ?? (before.map(isLetter) == true ? nil : length(of: plain, in: rest))
      guard let level, isTail(UnsafeBufferPointer(rebasing: rest[level...])) else { continue }
      return column
    }
    return nil
  }

  private static func length(
    of levels: [StaticString], in rest: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    levels.first { $0.withUTF8Buffer { rest.starts(with: $0) } }?.utf8CodeUnitCount
  }

  /// Whether what follows a level is the rest of a class line: `SECTION 01 OF 02 ROME 001605`.
  private static func isTail(_ tail: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = tail.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    let digits = tail[..<end].reversed().prefix { (48...57).contains($0) }.count
    return end < 90 && digits >= 3 && end > digits && tail.first == 0x20
      && tail[..<end].contains { (65...90).contains($0) }
      && tail[..<end].allSatisfy { (0x20...0x5A).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte & 0xDF)
  }
}
