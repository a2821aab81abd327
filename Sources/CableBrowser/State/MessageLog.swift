/// What has been said, for reading it again.
struct MessageLog: Sendable {
  /// One thing said, perhaps several times in a row.
  struct Entry: Sendable, Equatable {
    var message: BrowserState.Message
    var times = 1
  }

  /// The most that is kept; the oldest goes first.
  static let limit = 1_000

  private(set) var entries: [Entry] = []

  /// Adds what is said.
  mutating func add(_ message: BrowserState.Message) {
    if entries.last?.message == message {
      entries[entries.count - 1].times += 1
      return
    }
    if entries.count == Self.limit { entries.removeFirst() }
    entries.append(Entry(message: message))
  }
}
