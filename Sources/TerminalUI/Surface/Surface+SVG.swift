extension Surface {
  /// The surface as a picture: an SVG document that is the same for the same cells.
  ///
  /// The terminal's own colours are light on dark; named colours are those of xterm, made to be read on that ground.
  ///
  /// - Complexity: O(n) in the cells.
  public var svg: String {
    let width = Double(size.columns) * SVGMeasure.columnWidth + 2 * SVGMeasure.margin
    let height = Double(size.rows) * SVGMeasure.rowHeight + 2 * SVGMeasure.margin
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(SVGMeasure.text(width)) \(SVGMeasure.text(height))" \
      width="\(SVGMeasure.text(width))" height="\(SVGMeasure.text(height))" \
      font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
      <rect width="100%" height="100%" rx="6" fill="\(SVGMeasure.ground)"/>

      """
    for row in 0..<size.rows {
      for run in runs(ofRow: row) { svg += run.svg(row: row) }
    }
    return svg + "</svg>\n"
  }

  /// The stretches of a row that look the same; a wide character stands alone, so that all keep their columns.
  private func runs(ofRow row: Int) -> [SVGRun] {
    var runs: [SVGRun] = []
    var isWide = false
    for column in 0..<size.columns {
      let cell = cells[row * size.columns + column]
      if cell.isContinuation {
        runs[runs.count - 1].columns += 1
        isWide = true
        continue
      }
      var text = String.UnicodeScalarView()
      for scalar in scalars(of: cell) { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      let isASCII = cell.glyph < 0x80
      let style = Style(packed: cell.style)
      if let last = runs.last, last.style == style, !isWide, isASCII == last.isASCII {
        runs[runs.count - 1].columns += 1
        runs[runs.count - 1].text += String(text)
      } else {
        runs.append(
          SVGRun(column: column, columns: 1, text: String(text), style: style, isASCII: isASCII))
      }
      isWide = false
    }
    return runs
  }
}

/// Sizes and colours of the picture.
private enum SVGMeasure {
  static let columnWidth = 8.4
  static let rowHeight = 18.0
  static let margin = 10.0
  static let ground = "#1c1f26"
  static let ink = "#d3d7de"

  /// What the first sixteen colours look like.
  private static let named = [
    "#2b303b", "#e06c75", "#98c379", "#e5c07b", "#6cb0f0", "#c678dd", "#56b6c2", "#d3d7de",
    "#7f848e", "#f08a92", "#b5e09a", "#f5d796", "#90c8ff", "#dd9bef", "#7fd5e0", "#ffffff",
  ]

  /// A colour in the form of SVG; nil for the terminal's own.
  static func color(_ color: Color) -> String? {
    let entry = Int(color.code) - 1
    guard entry >= 0 else { return nil }
    guard entry >= 16 else { return named[entry] }
    let parts = Palette.rgb(ofEntry: entry).map { part in
      let digits = String(part, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }
    return "#" + parts.joined()
  }

  /// A length with at most one decimal.
  static func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

/// A stretch of a row that looks the same.
private struct SVGRun {
  var column: Int
  var columns: Int
  var text: String
  var style: Style
  var isASCII: Bool

  /// The run without blanks at its ends, unless they show.
  private var trimmed: SVGRun {
    guard !style.attributes.contains(.underline) else { return self }
    var run = self
    while run.text.first == " " {
      run.text.removeFirst()
      run.column += 1
      run.columns -= 1
    }
    while run.text.last == " " {
      run.text.removeLast()
      run.columns -= 1
    }
    return run
  }

  func svg(row: Int) -> String {
    var ink = SVGMeasure.color(style.foreground) ?? SVGMeasure.ink
    var ground = SVGMeasure.color(style.background)
    if style.attributes.contains(.reverse) { (ink, ground) = (ground ?? SVGMeasure.ground, ink) }
    func left(_ column: Int) -> String {
      SVGMeasure.text(SVGMeasure.margin + Double(column) * SVGMeasure.columnWidth)
    }
    let top = SVGMeasure.margin + Double(row) * SVGMeasure.rowHeight
    func width(_ columns: Int) -> String {
      SVGMeasure.text(Double(columns) * SVGMeasure.columnWidth)
    }
    var svg = ""
    if let ground {
      svg +=
        "<rect x=\"\(left(column))\" y=\"\(SVGMeasure.text(top))\" width=\"\(width(columns))\" height=\"\(SVGMeasure.text(SVGMeasure.rowHeight))\" fill=\"\(ground)\"/>\n"
    }
    let shown = trimmed
    guard !shown.text.isEmpty else { return svg }
    var looks = ""
    if style.attributes.contains(.bold) { looks += " font-weight=\"bold\"" }
    if style.attributes.contains(.italic) { looks += " font-style=\"italic\"" }
    if style.attributes.contains(.underline) { looks += " text-decoration=\"underline\"" }
    if style.attributes.contains(.dim) { looks += " fill-opacity=\"0.6\"" }
    let escaped = shown.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return svg
      + "<text x=\"\(left(shown.column))\" y=\"\(SVGMeasure.text(top + 13.5))\" textLength=\"\(width(shown.columns))\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"\(ink)\"\(looks)>\(escaped)</text>\n"
  }
}
