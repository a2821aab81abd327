import Cables
import Glibc

/// The eight fields of a row, unescaped where they are used.
struct TableRow {
  let bytes: UnsafeBufferPointer<UInt8>
  let fields: [TableRowScan.Field]

  /// Whether the row names a cable: a number, a date or an id with a serial stands where it should.
  var namesACable: Bool {
    hasNumber || hasDate || fields[2].range.contains { (48...57).contains(bytes[$0]) }
  }

  /// Whether neither number nor date are what they should be, as in a row of headings.
  var isHeading: Bool { !hasNumber && !hasDate }

  private var hasNumber: Bool {
    !fields[0].range.isEmpty && fields[0].range.allSatisfy { (48...57).contains(bytes[$0]) }
  }

  private var hasDate: Bool { DateText.columnDate(content(1)) != nil }

  /// What the columns before header and body say.
  var hints: CableHints {
    var hints = CableHints()
    let id = text(2)
    hints.id = id
    hints.date = DateText.columnDate(content(1))
    hints.origin = text(3)
    hints.classification = text(4)
    // Many rows list the cable itself among what it refers to.
    hints.references = content(5).split(separator: UInt8(ascii: "|"))
      .map { TableRow.trimmed($0) }
      .filter { !$0.isEmpty && $0 != id }
    return hints
  }

  /// Header and body, each beginning on a line of its own.
  var record: [UInt8] {
    let header = fields[6]
    let body = fields[7]
    let capacity = header.range.count + body.range.count + 1
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = write(header, to: buffer, at: 0)
      if count > 0, buffer[count - 1] != 0x0A, !body.range.isEmpty {
        buffer[count] = 0x0A
        count += 1
      }
      count = write(body, to: buffer, at: count)
    }
  }

  private func content(_ column: Int) -> [UInt8] {
    let field = fields[column]
    return [UInt8](unsafeUninitializedCapacity: field.range.count) { buffer, count in
      count = write(field, to: buffer, at: 0)
    }
  }

  private func text(_ column: Int) -> String? {
    let text = TableRow.trimmed(content(column)[...])
    return text.isEmpty ? nil : text
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    // A quote is left over where its partner on the other side is missing.
    let isKept: (UInt8) -> Bool = { $0 > 0x20 && $0 != 0x22 }
    guard let start = bytes.firstIndex(where: isKept), let end = bytes.lastIndex(where: isKept)
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }

  /// Writes a field without its escapes and returns where it ends in the buffer.
  private func write(
    _ field: TableRowScan.Field, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var target = start
    var position = field.range.lowerBound
    let end = field.range.upperBound
    func copy(upTo limit: Int) {
      let part = UnsafeBufferPointer(rebasing: bytes[position..<limit])
      _ = UnsafeMutableBufferPointer(rebasing: buffer[target...]).update(fromContentsOf: part)
      target += part.count
      position = limit
    }
    if field.isEscaped {
      var escapes = EscapeWalk(bytes, field.range, backslashes: !doublesQuotes(field.range))
      while let escape = escapes.next(from: position) {
        copy(upTo: escape)
        position += 1
        // The escaped byte itself is copied whatever it is.
        copy(upTo: position + 1)
      }
    }
    copy(upTo: end)
    return target
  }

  /// Whether a field doubles its quotes and has none behind a backslash, so that backslashes mean themselves.
  private func doublesQuotes(_ range: Range<Int>) -> Bool {
    // Without a backslash, or with one in front of a quote first, there is nothing to tell.
    guard
      let first = TableRowScan.find(0x5C, in: bytes, from: range.lowerBound, to: range.upperBound),
      first + 1 < range.upperBound, bytes[first + 1] != 0x22
    else { return false }
    var hasPair = false
    var position = range.lowerBound
    while position + 1 < range.upperBound {
      let next = bytes[position + 1]
      if bytes[position] == 0x5C, next == 0x22 || next == 0x5C {
        if next == 0x22 { return false }
        position += 2
      } else if bytes[position] == 0x22, next == 0x22 {
        hasPair = true
        position += 2
      } else {
        position += 1
      }
    }
    return hasPair
  }
}
