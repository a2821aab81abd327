import Cables

/// Puts a document together, item by item.
struct DocumentBuilder {
  var document = Document()

  /// Adds an item and lets the caller fill it.
  mutating func item(
    _ setting: Document.Item.Setting = .flowing, role: Document.Role = .plain, label: String = "",
    indent: Int = 0, hanging: Int = 0, _ fill: (inout DocumentBuilder) -> Void
  ) {
    let start = document.text.count
    fill(&self)
    document.items.append(
      Document.Item(
        setting: setting, range: start..<document.text.count, role: role, label: label,
        indent: indent, hanging: hanging))
    document.text.append(0x0A)
  }

  /// Adds an empty row.
  mutating func blank() {
    item { _ in }
  }

  /// Appends words to the item at hand and returns where they stand.
  @discardableResult
  mutating func append(_ words: some StringProtocol, role: Document.Role? = nil) -> Range<Int> {
    let start = document.text.count
    document.text.append(contentsOf: words.utf8)
    let range = start..<document.text.count
    if let role, !range.isEmpty { document.spans.append(Document.Span(range: range, role: role)) }
    return range
  }

  /// Marks what was appended last as a link; the order of calls within a kind is the order of Tab.
  mutating func link(_ kind: Link.Kind, range: Range<Int>, text: String, target: Link.Target) {
    document.links.append(Link(kind: kind, range: range, text: text, target: target))
  }

  /// Marks a stretch as one in which hits are looked for.
  mutating func searchable(_ range: Range<Int>) {
    if !range.isEmpty { document.searchable.append(range) }
  }

  /// Copies a stretch of clean text, white space folded to single blanks, and remembers where it came from.
  mutating func appendFlow(_ text: CableText, _ range: Range<Int>) -> Range<Int> {
    let start = document.text.count
    var isBlankDue = false
    var isRunning = false
    for offset in range.clamped(to: text.clean.indices) {
      let byte = text.clean[offset]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        isBlankDue = document.text.count > start
        isRunning = false
        continue
      }
      if isBlankDue {
        document.text.append(0x20)
        isBlankDue = false
      }
      if !isRunning {
        document.anchors.append(Document.Anchor(offset: document.text.count, source: offset))
        isRunning = true
      }
      document.text.append(byte)
    }
    return start..<document.text.count
  }

  /// Copies a stretch of clean text with its lines as they are.
  mutating func appendVerbatim(_ text: CableText, _ range: Range<Int>) -> Range<Int> {
    let start = document.text.count
    var column = 0
    for offset in range.clamped(to: text.clean.indices) {
      let byte = text.clean[offset]
      if column == 0 {
        document.anchors.append(Document.Anchor(offset: document.text.count, source: offset))
      }
      column = appendVerbatim(byte, column: column)
    }
    return start..<document.text.count
  }

  /// Copies the lines of an original: as they came, tabs set to stops, carriage returns at line ends left out.
  ///
  /// Bytes that are no UTF-8 are shown as U+FFFD.
  mutating func appendVerbatim(original: [UInt8]) -> Range<Int> {
    let start = document.text.count
    var lineStart = 0
    while lineStart < original.count {
      let lineEnd = original[lineStart...].firstIndex(of: 0x0A).map { $0 + 1 } ?? original.count
      document.anchors.append(Document.Anchor(offset: document.text.count, source: lineStart))
      var column = 0
      for byte in String(decoding: original[lineStart..<lineEnd], as: UTF8.self).utf8 {
        column = appendVerbatim(byte, column: column)
      }
      lineStart = lineEnd
    }
    return start..<document.text.count
  }

  private mutating func appendVerbatim(_ byte: UInt8, column: Int) -> Int {
    switch byte {
    case 0x09:
      let blanks = 8 - column % 8
      document.text.append(contentsOf: repeatElement(0x20, count: blanks))
      return column + blanks
    case 0x0A:
      if document.text.last == 0x0D { document.text.removeLast() }
      document.text.append(byte)
      return 0
    default:
      document.text.append(byte)
      // Only bytes that start a character take a column.
      return byte & 0xC0 == 0x80 ? column : column + 1
    }
  }

  /// Ends the work: brings spans and links into their order.
  consuming func finish() -> Document {
    document.spans.sort { $0.range.lowerBound < $1.range.lowerBound }
    document.asides = document.links.filter { $0.kind == .aside }
    document.links = [.reference, .mention, .citation, .neighbour, .search].flatMap { kind in
      document.links.filter { $0.kind == kind }
    }
    return document
  }
}
