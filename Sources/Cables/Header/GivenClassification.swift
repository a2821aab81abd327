/// A level as collections write it, `SECRET//NOFORN`, `CONFIDENTIAL`.
enum GivenClassification {
  /// The level a text begins with; nil for none.
  static func level(of text: String?) -> Classification? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    return ClassLine(bytes, bytes.trimmed(0..<bytes.count))?.level
  }
}
