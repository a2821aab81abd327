/// Makes untrusted text fit for a terminal without a surface, for what plain commands print.
public enum Sanitizer {
  /// Replaces whatever could disturb a terminal by visible marks, and tabs by blanks; the same marks as on a surface.
  ///
  ///     Sanitizer.visible("\u{1B}[2J")  // "␛[2J"
  ///
  /// - Complexity: O(n) over the text.
  public static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let glyph = Glyph(displaying: scalar.value)
      guard glyph != .dropped, let drawn = Unicode.Scalar(glyph.scalar) else { continue }
      for _ in 0..<(scalar == "\t" ? Glyph.tabColumns : 1) { visible.append(drawn) }
    }
    return String(visible)
  }
}
