extension LineEditor {
  /// What a key does to a field.
  enum Edit {
    case left
    case right
    case start
    case end
    case wordLeft
    case wordRight
    case deleteLeft
    case deleteRight
    case deleteToStart
    case deleteToEnd
    case deleteWordLeft
    case deleteWordRight
    case deleteFieldLeft
    case older
    case newer

    /// Creates the edit that a key stands for, nil for a key that edits nothing.
    init?(_ key: Key) {
      switch (key.code, key.modifiers) {
      case (.left, []), (.character("b"), .control): self = .left
      case (.right, []), (.character("f"), .control): self = .right
      case (.home, []), (.character("a"), .control): self = .start
      case (.end, []), (.character("e"), .control): self = .end
      case (.character("b"), .alt), (.left, .alt), (.left, .control): self = .wordLeft
      case (.character("f"), .alt), (.right, .alt), (.right, .control): self = .wordRight
      case (.backspace, []): self = .deleteLeft
      case (.delete, []), (.character("d"), .control): self = .deleteRight
      case (.character("u"), .control): self = .deleteToStart
      case (.character("k"), .control): self = .deleteToEnd
      case (.backspace, .alt): self = .deleteWordLeft
      case (.character("d"), .alt), (.delete, .alt): self = .deleteWordRight
      case (.character("w"), .control): self = .deleteFieldLeft
      case (.up, []), (.character("p"), .control): self = .older
      case (.down, []), (.character("n"), .control): self = .newer
      default: return nil
      }
    }
  }
}
