/// The text of an input field, with a cursor and a history; the keys are those of readline.
///
/// All moves and deletions go by characters as a reader counts them, never by a part of one.
///
///     var editor = LineEditor(text: "libya")
///     _ = editor.handle(Key(.character("w"), modifiers: .control))  // editor.text is ""
public struct LineEditor: Hashable, Sendable {
  private var before: String
  private var after = ""
  private let history: [String]
  /// How many entries back from the newest is shown; 0 is what the user types.
  private var back = 0
  /// What the user had typed before going into the history.
  private var draft = ""

  /// Creates a field with the cursor at the end.
  ///
  /// - Parameters:
  ///   - text: What is in the field; control characters are left out.
  ///   - history: Earlier entries, the oldest first.
  public init(text: String = "", history: [String] = []) {
    before = Self.line(of: text)
    self.history = history
  }

  /// What is in the field.
  public var text: String { before + after }

  /// Characters to the left of the cursor.
  public var cursor: Int { before.count }

  /// Whether nothing is in the field.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Replaces what is in the field and puts the cursor at the end.
  public mutating func replace(with text: String) {
    before = Self.line(of: text)
    after = ""
  }

  /// Inserts pasted text at the cursor: line ends and tabs as blanks, no other control characters.
  ///
  /// - Complexity: O(n) in the text.
  public mutating func paste(_ text: String) {
    before += Self.line(of: text)
  }

  /// Acts on a key.
  ///
  /// - Returns: Whether the key is one of the field's own. Enter, Esc, Tab and whatever else means
  ///   nothing to it are left to the caller.
  public mutating func handle(_ key: Key) -> Bool {
    if let character = key.character {
      before.append(character)
      return true
    }
    guard let edit = Edit(key) else { return false }
    return apply(edit)
  }

  /// Returns the part of the text to show in a narrow field, with the cursor always in view.
  ///
  /// - Parameter columns: The width of the field.
  /// - Returns: The part, and the column of the cursor in it, less than `columns`.
  /// - Complexity: O(`columns`) characters, however long the text is.
  public func window(columns: Int) -> (text: String, cursorColumn: Int) {
    guard columns > 0 else { return ("", 0) }
    var shown: [Character] = []
    var used = 0
    for character in before.reversed() {
      let width = TextWidth.columns(of: character)
      guard used + width < columns else { break }
      used += width
      shown.append(character)
    }
    var window = String(shown.reversed())
    let cursorColumn = used
    for character in after {
      let width = TextWidth.columns(of: character)
      guard used + width <= columns else { break }
      used += width
      window.append(character)
    }
    return (window, cursorColumn)
  }

  private mutating func apply(_ edit: Edit) -> Bool {
    switch edit {
    case .left: if let last = before.popLast() { after.insert(last, at: after.startIndex) }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .start:
      after = text
      before = ""
    case .end:
      before = text
      after = ""
    case .wordLeft:
      let split = startOfWord()
      after = before[split...] + after
      before = String(before[..<split])
    case .wordRight:
      let split = endOfWord()
      before += after[..<split]
      after = String(after[split...])
    case .deleteLeft: _ = before.popLast()
    case .deleteRight: if !after.isEmpty { after.removeFirst() }
    case .deleteToStart: before = ""
    case .deleteToEnd: after = ""
    case .deleteWordLeft: before = String(before[..<startOfWord()])
    case .deleteWordRight: after = String(after[endOfWord()...])
    case .deleteFieldLeft: before = String(before[..<startOfField()])
    case .older: return recall(back + 1)
    case .newer: return recall(back - 1)
    }
    return true
  }

  /// Shows an entry of the history; at either end nothing changes.
  private mutating func recall(_ entry: Int) -> Bool {
    guard !history.isEmpty else { return false }
    guard entry >= 0, entry <= history.count else { return true }
    if back == 0 { draft = text }
    back = entry
    replace(with: entry == 0 ? draft : history[history.count - entry])
    return true
  }

  private func startOfWord() -> String.Index {
    let word = before.lastIndex(where: Self.isOfWord).map { before.index(after: $0) }
    guard let word else { return before.startIndex }
    let gap = before[..<word].lastIndex { !Self.isOfWord($0) }
    return gap.map { before.index(after: $0) } ?? before.startIndex
  }

  private func endOfWord() -> String.Index {
    guard let word = after.firstIndex(where: Self.isOfWord) else { return after.endIndex }
    return after[word...].firstIndex { !Self.isOfWord($0) } ?? after.endIndex
  }

  /// The start of what lies between blanks, which Ctrl-W deletes as a shell does.
  private func startOfField() -> String.Index {
    guard let last = before.lastIndex(where: { $0 != " " }) else { return before.startIndex }
    let gap = before[...last].lastIndex(of: " ")
    return gap.map { before.index(after: $0) } ?? before.startIndex
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// A text as one line: its own ends cut, line ends and tabs inside as blanks, no controls.
  private static func line(of text: String) -> String {
    var line = String.UnicodeScalarView()
    var isBreak = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x2028, 0x2029: isBreak = true
      case 0x00..<0x20 where scalar.value != 0x09, 0x7F..<0xA0: continue
      default:
        if isBreak, !line.isEmpty { line.append(" ") }
        isBreak = false
        line.append(scalar.value == 0x09 ? " " : scalar)
      }
    }
    return String(line)
  }
}
