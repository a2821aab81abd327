/// A colour of text or of what is behind it.
///
/// The first sixteen are what the user's terminal makes of their names, so that a theme of the
/// user's own stays in force. Terminals with fewer colours get the nearest they have.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  case black
  case red
  case green
  case yellow
  case blue
  case magenta
  case cyan
  case white
  case brightBlack
  case brightRed
  case brightGreen
  case brightYellow
  case brightBlue
  case brightMagenta
  case brightCyan
  case brightWhite
  /// An entry of the 256-colour palette: 16 to 231 a 6×6×6 cube, 232 to 255 greys.
  case indexed(UInt8)

  private static let named: [Color] = [
    .black, .red, .green, .yellow, .blue, .magenta, .cyan, .white,
    .brightBlack, .brightRed, .brightGreen, .brightYellow, .brightBlue, .brightMagenta,
    .brightCyan, .brightWhite,
  ]

  /// 0 for the standard colour, else one more than the entry of the 256-colour palette.
  ///
  /// A named colour and its palette entry share a code: they are one colour on the screen.
  var code: UInt32 {
    switch self {
    case .standard: 0
    case .black: 1
    case .red: 2
    case .green: 3
    case .yellow: 4
    case .blue: 5
    case .magenta: 6
    case .cyan: 7
    case .white: 8
    case .brightBlack: 9
    case .brightRed: 10
    case .brightGreen: 11
    case .brightYellow: 12
    case .brightBlue: 13
    case .brightMagenta: 14
    case .brightCyan: 15
    case .brightWhite: 16
    case .indexed(let entry): UInt32(entry) + 1
    }
  }

  /// Creates the colour of a code, the named one where there is a name.
  init(code: UInt32) {
    switch code {
    case 0: self = .standard
    case 1...16: self = Self.named[Int(code) - 1]
    default: self = .indexed(UInt8(truncatingIfNeeded: code - 1))
    }
  }
}
