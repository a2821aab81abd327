import Cables

/// Reads an export: a JSON object a line, each with the original text of a cable.
struct ExportReader {
  let window: InputWindow
  let source: Source
  let rowSize: Int
  private var index = 0

  init(window: InputWindow, source: Source, rowSize: Int) {
    self.window = window
    self.source = source
    self.rowSize = rowSize
  }

  /// Whether an export begins here: an object with a first key opens on the first line.
  static func isExport(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = ByteCursor(prefix, at: prefix.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    cursor.takeBlanks()
    cursor.takeLineEnds()
    guard cursor.take("{") else { return false }
    cursor.takeBlanks()
    return cursor.take("\"")
  }

  /// Hands on every line's cable; false when `body` wants no more.
  mutating func read(_ body: ItemConsumer) rethrows -> Bool {
    if window.fill(3), window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.consume(3) }
    while window.fill(1) {
      index += 1
      let location = source.location(index: index, unit: .line, offset: window.offset)
      guard let length = lineLength() else {
        if window.failure != nil { return true }
        guard try body(.problem(tooLong(location))) else { return false }
        continue
      }
      let item = item(UnsafeBufferPointer(rebasing: window.bytes[..<length]), location)
      window.consume(min(length + 1, window.count))
      guard let item else { continue }
      guard try body(item) else { return false }
    }
    return true
  }

  /// The length of the line at the front; nil after a line beyond the limit was dropped, or where reading failed.
  private func lineLength() -> Int? {
    var searched = 0
    while true {
      if let end = window.bytes[searched...].firstIndex(of: 0x0A) { return end }
      searched = window.count
      if searched > rowSize {
        dropLine()
        return nil
      }
      guard window.readMore() else { return window.failure == nil ? window.count : nil }
    }
  }

  private func dropLine() {
    repeat {
      if let end = window.bytes.firstIndex(of: 0x0A) {
        window.consume(end + 1)
        return
      }
      window.consume(window.count)
    } while window.readMore()
  }

  private func item(
    _ line: UnsafeBufferPointer<UInt8>, _ location: RecordLocation
  ) -> SourceItem? {
    if line.allSatisfy({ $0 <= 0x20 }) { return nil }
    do throws(JSONCursor.Damage) {
      let cable = try ExportedCable(line)
      guard let original = cable.original else { return .problem(noText(location)) }
      return .record(RawRecord(bytes: original, hints: cable.hints, location: location))
    } catch {
      return .problem(
        SourceProblem(
          location: location, kind: .damagedRow,
          message: "\(location) is no JSON object (at its byte \(error.position + 1)) and was "
            + "passed over; export it again."))
    }
  }

  private func noText(_ location: RecordLocation) -> SourceProblem {
    SourceProblem(
      location: location, kind: .noCable,
      message: "\(location) holds no original text; export it again with the originals.")
  }

  private func tooLong(_ location: RecordLocation) -> SourceProblem {
    SourceProblem(
      location: location, kind: .tooLarge,
      message: "\(location) is longer than \(rowSize) bytes and was passed over.")
  }
}
