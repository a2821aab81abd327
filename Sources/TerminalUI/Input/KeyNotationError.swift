/// A mistake in the notation of keys, with the place.
public struct KeyNotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A `<` without a `>` after it.
    case unclosed
    /// Nothing between `<` and `>`, or nothing after a modifier.
    case empty
    /// A name that no key has.
    case unknownKey
    /// A letter before a hyphen that is not `C`, `A`, `M` or `S`.
    case unknownModifier
  }

  /// What is wrong.
  public let reason: Reason
  /// The part of the notation that is wrong.
  public let text: String
  /// Where that part starts, in characters from 0.
  public let position: Int

  /// Creates an error.
  public init(reason: Reason, text: String, position: Int) {
    self.reason = reason
    self.text = text
    self.position = position
  }

  /// A sentence for the person who wrote the keys, without a full stop.
  public var description: String {
    switch reason {
    case .unclosed: "the key \(text) lacks its \">\" (a plain \"<\" is written <lt>)"
    case .empty: "\(text) names no key"
    case .unknownKey: "there is no key named \(text)"
    case .unknownModifier: "\(text) starts with a modifier that is none of C-, A-, S-"
    }
  }
}
