/// Takes out of a text what machines put between its lines, and remembers where the rest came from.
///
/// Taken out: the notice of a partial extract, continuation headers, repeated SIPDIS lines, repeated header blocks of
/// further sections, page marks and release stamps of the 1970s. Where that cut a sentence, its lines are joined.
struct TextCleaner {
  /// The cleaned text.
  private(set) var text: CableText
  /// Whether the text says that it is an extract.
  private(set) var isPartial = false
  /// Post and number of the first continuation header that was taken out.
  private(set) var page: WrittenID?
  /// What was found about bytes and encoding.
  private(set) var warnings: [CableWarning] = []

  /// Cleans the bytes of a file.
  init(_ original: [UInt8]) {
    let decoded = DecodedText(original)
    text = CableText(original: original, clean: [], segments: [])
    var (bytes, segments) = (decoded.bytes, decoded.segments)
    let tags = LayoutRepairs.tagEdits(bytes)
    if !tags.isEmpty { (bytes, segments) = Self.applying(tags, to: bytes, segments) }
    var lines = LineIndex(bytes)
    let spacing = LayoutRepairs.spacingEdits(lines)
    if !spacing.isEmpty {
      (bytes, segments) = Self.applying(spacing, to: bytes, segments)
      lines = LineIndex(bytes)
    }
    var scan = LineScan(lines)
    scan.run()
    isPartial = scan.isPartial
    page = scan.page
    let edits = scan.edits.merged(with: InlineRepairs(bytes).edits)
    if !edits.isEmpty { (bytes, segments) = Self.applying(edits, to: bytes, segments) }
    text = CableText(original: original, clean: bytes, segments: segments)
    self.warn(about: decoded)
  }

  /// The text with edits carried out, and its map to the original.
  private static func applying(
    _ edits: [TextEdit], to bytes: [UInt8], _ segments: [CableText.Segment]
  ) -> ([UInt8], [CableText.Segment]) {
    let output = edits.applied(to: bytes)
    let map = segments.followed(
      by: output.segments, outerCount: output.bytes.count, count: bytes.count)
    return (output.bytes, map)
  }

  private mutating func warn(about decoded: DecodedText) {
    if decoded.repairedCount > 0 {
      let how = decoded.encoding.map { "read as \($0)" } ?? "replaced"
      warnings.append(
        CableWarning(
          kind: .encodingRepaired,
          message: decoded.repairedCount == 1
            ? "1 byte is no UTF-8 and was \(how)"
            : "\(decoded.repairedCount) bytes are no UTF-8 and were \(how)"))
    } else if let encoding = decoded.encoding {
      warnings.append(
        CableWarning(kind: .encodingRepaired, message: "the text was read as \(encoding)"))
    }
    if decoded.controlCount > 0 {
      warnings.append(
        CableWarning(
          kind: .controlCharacters,
          message: decoded.controlCount == 1
            ? "1 control character was left out"
            : "\(decoded.controlCount) control characters were left out"))
    }
  }
}
