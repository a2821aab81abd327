internal import Foundation

/// Folds the letters that are not ASCII: case, accents, and the letters that readers type as two.
///
/// ASCII is folded where it is read, in ``TokenScanner``.
enum Folding {
  /// What a scalar does in a text.
  enum Role: Equatable {
    /// It ends a token.
    case separator
    /// It is part of a token and leaves no trace in it: an accent, a soft hyphen.
    case silent
    /// It is part of a token.
    case letter
  }

  /// The role of a scalar beyond ASCII.
  static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      .letter
    case .nonspacingMark, .enclosingMark:
      .silent
    case .format:
      // A zero-width space is there to separate.
      scalar.value == 0x200B ? .separator : .silent
    default:
      .separator
    }
  }

  /// The letters a scalar stands for, in UTF-8; empty for one that leaves no trace.
  static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    if (tableStart..<tableEnd).contains(scalar.value),
      let folded = table[Int(scalar.value - tableStart)]
    {
      return folded
    }
    return Array(scalar.properties.lowercaseMapping.utf8)
  }

  private static let tableStart: UInt32 = 0x80
  private static let tableEnd: UInt32 = 0x2000

  /// Letters without a decomposition that readers without them type in another way.
  private static let spelledOut: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o",
    "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
    "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t",
  ]

  /// Latin and Greek letters without their accents; other alphabets keep theirs, which make
  /// letters of their own.
  private static let table: [[UInt8]?] = {
    var table = [[UInt8]?](repeating: nil, count: Int(tableEnd - tableStart))
    for range: ClosedRange<UInt32> in [0x80...0x24F, 0x370...0x3FF, 0x1E00...0x1FFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(value), role(of: scalar) == .letter else { continue }
        table[Int(value - tableStart)] = withoutAccents(scalar)
      }
    }
    return table
  }()

  private static func withoutAccents(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let spelled = spelledOut[scalar] { return Array(spelled.utf8) }
    var bytes: [UInt8] = []
    for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
      for lower in part.properties.lowercaseMapping.unicodeScalars where role(of: lower) != .silent
      {
        bytes += Array(String(lower).utf8)
      }
    }
    return bytes
  }
}
