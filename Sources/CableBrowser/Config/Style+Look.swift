import TerminalUI

extension Style {
  private static let colors: [String: Color] = [
    "standard": .standard, "black": .black, "red": .red, "green": .green, "yellow": .yellow,
    "blue": .blue, "magenta": .magenta, "cyan": .cyan, "white": .white,
    "bright-black": .brightBlack, "bright-red": .brightRed, "bright-green": .brightGreen,
    "bright-yellow": .brightYellow, "bright-blue": .brightBlue,
    "bright-magenta": .brightMagenta, "bright-cyan": .brightCyan, "bright-white": .brightWhite,
  ]

  private static let namedAttributes: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  /// The words of looks, for completion.
  static let lookWords =
    namedAttributes.map(\.name) + ["on", "plain", "reset"] + colors.keys.sorted()

  /// Reads a look: a colour, `on` and the colour behind it, attributes; all may be left out.
  ///
  ///     try Style(look: "black on 221 bold")
  ///
  /// - Throws: Which word is none of these.
  init(look: String) throws(InvocationError) {
    self.init()
    var isBackground = false
    for word in look.split(separator: " ").map(String.init) {
      if word == "on" {
        isBackground = true
      } else if let attribute = Self.namedAttributes.first(where: { $0.name == word })?.attribute {
        attributes.insert(attribute)
      } else if let color = Self.colors[word] ?? UInt8(word).map(Color.init(entry:)) {
        if isBackground { background = color } else { foreground = color }
        isBackground = false
      } else if word != "plain" {
        throw InvocationError(
          "\(word) is no colour and no attribute; there are numbers to 255, names such as red and bright-red, and "
            + Self.namedAttributes.map(\.name).joined(separator: ", "))
      }
    }
    if isBackground { throw InvocationError("No colour after on") }
  }

  /// The style as a look that is read back.
  var look: String {
    var words: [String] = []
    if foreground != .standard { words.append(Self.name(of: foreground)) }
    if background != .standard { words += ["on", Self.name(of: background)] }
    words += Self.namedAttributes.filter { attributes.contains($0.attribute) }.map(\.name)
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }

  private static func name(of color: Color) -> String {
    if case .indexed(let entry) = color { return String(entry) }
    return colors.first { $0.value == color }?.key ?? "standard"
  }
}

extension Color {
  /// The colour of an entry of the 256-colour palette; the first sixteen have names.
  init(entry: UInt8) {
    let named: [Color] = [
      .black, .red, .green, .yellow, .blue, .magenta, .cyan, .white, .brightBlack, .brightRed,
      .brightGreen, .brightYellow, .brightBlue, .brightMagenta, .brightCyan, .brightWhite,
    ]
    self = entry < 16 ? named[Int(entry)] : .indexed(entry)
  }
}
