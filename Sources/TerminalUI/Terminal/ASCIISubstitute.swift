/// Stand-ins for a terminal that can show nothing but ASCII, each of the same width.
enum ASCIISubstitute {
  /// Returns the scalars to show instead: ASCII stays, lines become `-`, `|` and `+`.
  static func scalars(for scalars: [UInt32]) -> [UInt32] {
    guard let base = scalars.first, base >= 0x80 else { return Array(scalars.prefix(1)) }
    let character: Unicode.Scalar =
      switch base {
      case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550, 0x2010...0x2015: "-"
      case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551: "|"
      case 0x250C...0x254B, 0x2552...0x256C: "+"
      case 0x2018, 0x2019: "'"
      case 0x201C, 0x201D: "\""
      case 0x2026: "~"
      case 0xA0: " "
      case 0x2190: "<"
      case 0x2192: ">"
      case 0xB7, 0x2022: "."
      default: "?"
      }
    return [character.value]
  }
}
