/// Something that a reader does to the notebook.
public enum Change: Sendable, Equatable {
  /// Cables are bookmarked, or no longer.
  case bookmark([String], Bool)
  /// Cables get labels and lose others.
  case label([String], added: [String], removed: [String])
  /// A cable gets a note in place of the one it had; nil takes it away.
  case note(String, String?)
  /// Cables count as read, or as unread.
  case read([String], Bool)
  /// A query is saved under a name; nil forgets it.
  case search(String, String?)
}

extension Change {
  /// The note that results where one is written in place of another: where the present one is not the one that was seen,
  /// both texts stay.
  public static func note(_ text: String?, replacing seen: String?, present: String?) -> String? {
    guard let present, present != seen, present != text else { return text }
    return text.map { "\($0)\n\n\(present)" } ?? present
  }

  /// The change to write where others have made some that were not seen: no note of theirs is lost.
  func after(_ others: [Change]) -> Change {
    guard case .note(let name, let text) = self else { return self }
    var present: String?
    for case .note(name, let other) in others { present = other }
    return .note(name, Self.note(text, replacing: nil, present: present))
  }
}

/// The form of a change in the file: one JSON object a line.
///
/// ```json
/// {"cables":["03ROME1605"],"labels":["libya"],"unlabels":[]}
/// ```
struct ChangeLine: Codable {
  var cables: [String]?
  var bookmark: Bool?
  var labels: [String]?
  var unlabels: [String]?
  /// Empty where the note is taken away.
  var note: String?
  var read: Bool?
  var search: String?
  /// Missing where the search is forgotten.
  var query: String?

  init(_ change: Change) {
    switch change {
    case .bookmark(let names, let isSet): (cables, bookmark) = (names, isSet)
    case .label(let names, let added, let removed):
      (cables, labels, unlabels) = (names, added, removed)
    case .note(let name, let text): (cables, note) = ([name], text ?? "")
    case .read(let names, let isSet): (cables, read) = (names, isSet)
    case .search(let name, let query): (search, self.query) = (name, query)
    }
  }

  /// The change; nil where the line says none.
  var change: Change? {
    if let search { return .search(search, query) }
    guard let cables, !cables.isEmpty else { return nil }
    if let bookmark { return .bookmark(cables, bookmark) }
    if labels != nil || unlabels != nil {
      return .label(cables, added: labels ?? [], removed: unlabels ?? [])
    }
    if let note { return .note(cables[0], note.isEmpty ? nil : note) }
    return read.map { .read(cables, $0) }
  }
}
