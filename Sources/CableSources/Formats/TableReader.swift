import Cables
import Glibc

/// Reads the table of eight columns: number, `m/d/yyyy h:mm`, id, origin, classification, references, header, body.
///
/// A damaged row is reported and ends where the next one plainly begins; no other row suffers.
struct TableReader {
  let window: InputWindow
  let source: Source
  let rowSize: Int
  private var index = 0

  init(window: InputWindow, source: Source, rowSize: Int) {
    self.window = window
    self.source = source
    self.rowSize = rowSize
  }

  /// Whether a table begins here: a row of it does, or begins on a later line after headings or a damaged row.
  static func isTable(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = prefix.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if TableRowStart.isPlain(prefix, at: position) == .yes { return true }
    // Otherwise only a line of eight cells may come first, not a cable that quotes a row.
    guard TableReader.hasCells(prefix, from: position) else { return false }
    while let lineEnd = prefix[position...].firstIndex(of: 0x0A) {
      position = lineEnd + 1
      if TableRowStart.isPlain(prefix, at: position) == .yes { return true }
    }
    return false
  }

  /// Whether the first line has the look of cells: it begins with a quote, or has seven commas.
  private static func hasCells(_ prefix: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let line = prefix[start...].prefix { $0 != 0x0A }
    return line.first == 0x22 || line.count { $0 == 0x2C } == TableRowScan.columns - 1
  }

  /// Hands on every row; false when `body` wants no more.
  mutating func read(_ body: ItemConsumer) rethrows -> Bool {
    if window.fill(3), window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.consume(3) }
    while skipLineEnds() {
      guard try readRow(body) else { return false }
    }
    return true
  }

  private func skipLineEnds() -> Bool {
    while window.fill(1) {
      guard let first = window.bytes.first, first == 0x0A || first == 0x0D else { return true }
      window.consume(1)
    }
    return false
  }

  private mutating func readRow(_ body: ItemConsumer) rethrows -> Bool {
    var scan = TableRowScan()
    while true {
      switch scan.scan(window.bytes, isComplete: window.isComplete) {
      case .needsMore:
        guard window.count <= rowSize else { return try giveUpRow(body) }
        _ = window.readMore()
      case .row(let next):
        return try finishRow(scan.fields, next: next, isTerminated: true, body)
      case .unterminated(let next):
        return try finishRow(scan.fields, next: next, isTerminated: false, body)
      }
    }
  }

  private mutating func finishRow(
    _ fields: [TableRowScan.Field], next: Int, isTerminated: Bool, _ body: ItemConsumer
  ) rethrows -> Bool {
    // Where reading failed the row is cut off by that and not by itself.
    if window.failure != nil, next == window.count {
      window.consume(next)
      return true
    }
    let isLast = next == window.count && window.isComplete
    let location = source.location(index: index + 1, offset: window.offset)
    let row = TableRow(bytes: window.bytes, fields: fields)
    guard fields.count == TableRowScan.columns, row.namesACable || (index == 0 && row.isHeading)
    else {
      index += 1
      window.consume(next)
      return try body(.problem(damage(fields.count, location, isLast: isLast)))
    }
    if index == 0, row.isHeading, !row.namesACable {
      window.consume(next)
      return true
    }
    index += 1
    let record = RawRecord(bytes: row.record, hints: row.hints, location: location)
    window.consume(next)
    guard try body(.record(record)) else { return false }
    guard !isTerminated else { return true }
    return try body(.problem(missingQuote(location, isLast: isLast)))
  }

  /// Leaves a row that has no end and goes on where one plainly begins.
  private mutating func giveUpRow(_ body: ItemConsumer) rethrows -> Bool {
    index += 1
    let location = source.location(index: index, offset: window.offset)
    skipToRow()
    return try body(
      .problem(
        SourceProblem(
          location: location, kind: .tooLarge,
          message: "\(location) does not end within \(rowSize) bytes; it was passed over, and "
            + "reading went on where the next row begins.")))
  }

  private func skipToRow() {
    // The row's own start must not be found again.
    window.consume(1)
    while true {
      let bytes = window.bytes
      guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else {
        window.consume(window.count)
        guard window.readMore() else { return }
        continue
      }
      window.consume(UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1)
      _ = window.fill(64)
      if TableRowStart.isCertain(window.bytes, at: 0) == .yes { return }
    }
  }

  private func damage(_ columns: Int, _ location: RecordLocation, isLast: Bool) -> SourceProblem {
    let reason: String
    if columns == TableRowScan.columns {
      reason = "it has neither number, date nor id"
    } else if isLast {
      reason = "the file ends within it"
    } else {
      reason = "it has \(columns) columns instead of \(TableRowScan.columns)"
    }
    return SourceProblem(
      location: location, kind: .damagedRow,
      message: "\(location) is damaged (\(reason)) and was passed over; "
        + "look at byte \(location.offset ?? 0) of the file.")
  }

  private func missingQuote(_ location: RecordLocation, isLast: Bool) -> SourceProblem {
    let end = isLast ? "the end of the file, which may be cut off" : "the next row"
    return SourceProblem(
      location: location, kind: .damagedRow,
      message: "\(location) lacks the quote at its end; its text was read up to \(end).")
  }
}
