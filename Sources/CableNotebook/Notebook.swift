/// What a reader keeps beside the cables: bookmarks, labels, notes, what was read, saved searches.
///
/// Cables are known by their canonical id, or by their file's name where they have none, so that what is kept outlives
/// an archive.
public struct Notebook: Sendable, Equatable {
  /// What is kept of one cable.
  public struct Entry: Sendable, Equatable {
    /// Whether it is bookmarked.
    public var isBookmarked = false
    /// The reader's own labels, in the order of the alphabet.
    public var labels: [String] = []
    /// The reader's note.
    public var note: String?
    /// Whether it was opened for reading.
    public var isRead = false

    /// Creates an entry of a cable of which nothing is kept.
    public init() {}

    /// Whether nothing is kept.
    public var isEmpty: Bool { self == Entry() }

    /// Whether there is something that the reader put there, beyond having read it.
    public var hasMarks: Bool { isBookmarked || !labels.isEmpty || note != nil }
  }

  /// The cables of which something is kept, by name.
  public private(set) var entries: [String: Entry] = [:]
  /// Queries by the name they were saved under.
  public private(set) var searches: [String: String] = [:]
  /// How many cables are marked by the reader, beyond having been read.
  public private(set) var markedCount = 0

  /// Creates an empty notebook.
  public init() {}

  /// What is kept of a cable.
  public subscript(name: String) -> Entry { entries[name] ?? Entry() }

  /// Every label in use, the most used first.
  public var labels: [String] {
    var counts: [String: Int] = [:]
    for entry in entries.values {
      for label in entry.labels { counts[label, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Carries out a change.
  ///
  /// - Complexity: O(cables of the change).
  public mutating func apply(_ change: Change) {
    switch change {
    case .bookmark(let names, let isSet):
      for name in names { update(name) { $0.isBookmarked = isSet } }
    case .label(let names, let added, let removed):
      for name in names {
        update(name) { entry in
          let labels = Set(entry.labels).union(added.compactMap(Self.label)).subtracting(removed)
          entry.labels = labels.sorted()
        }
      }
    case .note(let name, let text):
      update(name) { $0.note = text.flatMap(Self.trimmed) }
    case .read(let names, let isSet):
      for name in names { update(name) { $0.isRead = isSet } }
    case .search(let name, let query):
      guard let name = Self.trimmed(name) else { return }
      searches[name] = query
    }
  }

  private mutating func update(_ name: String, _ body: (inout Entry) -> Void) {
    guard !name.isEmpty else { return }
    var entry = entries[name] ?? Entry()
    let wasMarked = entry.hasMarks
    body(&entry)
    entries[name] = entry.isEmpty ? nil : entry
    markedCount += (entry.hasMarks ? 1 : 0) - (wasMarked ? 1 : 0)
  }

  /// The most letters of a label.
  public static let longestLabel = 40

  /// A label as it is kept: one word in small letters; nil where nothing is left of it.
  ///
  /// Letters, digits, hyphens and underscores stay, so that it can be typed into a search.
  public static func label(_ typed: String) -> String? {
    let kept = typed.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return kept.isEmpty ? nil : String(kept.prefix(longestLabel))
  }

  /// The text without blanks at its ends, its lines ended as everywhere here; nil where nothing is left.
  private static func trimmed(_ text: String) -> String? {
    let text = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }
      .joined(separator: "\n")
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(start[...last])
  }
}
