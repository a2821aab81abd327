/// A value of a table separated by commas.
public enum CommaValue {
  /// The value, quoted where it must be.
  public static func written(_ value: String) -> String {
    guard value.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
