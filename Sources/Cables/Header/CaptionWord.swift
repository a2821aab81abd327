/// A handling caption at a place, its letters spaced or not: `NOFORN`, `E X D I S`.
struct CaptionWord {
  /// The caption as it is given out.
  var name: String
  /// After its last letter.
  var end: Int

  private static let words: [(StaticString, String)] = [
    ("NOFORN", "NOFORN"), ("SIPDIS", "SIPDIS"), ("EXDIS", "EXDIS"), ("NODIS", "NODIS"),
    ("LIMDIS", "LIMDIS"), ("STADIS", "STADIS"), ("SENSITIVE", "SENSITIVE"), ("SBU", "SENSITIVE"),
    ("FOUO", "FOUO"), ("EFTO", "EFTO"), ("ORCON", "ORCON"), ("FOR OFFICIAL USE ONLY", "FOUO"),
    ("NOCONTRACT", "NOCONTRACT"), ("NO FORN", "NOFORN"), ("NF", "NOFORN"),
    ("CHEROKEE", "CHEROKEE"), ("ROGER CHANNEL", "ROGER CHANNEL"),
    ("DISSENT CHANNEL", "DISSENT CHANNEL"),
  ]

  /// Reads the caption at an offset.
  init?(_ bytes: [UInt8], at index: Int, before limit: Int) {
    let head = bytes[index].capital
    switch head {
    case UInt8(ascii: "N"), UInt8(ascii: "S"), UInt8(ascii: "E"), UInt8(ascii: "L"),
      UInt8(ascii: "F"), UInt8(ascii: "O"), UInt8(ascii: "C"), UInt8(ascii: "R"),
      UInt8(ascii: "D"):
      break
    default: return nil
    }
    let isSpaced =
      index + 2 < limit && bytes[index + 1].isBlank
      && (index + 3 >= limit || !bytes[index + 3].isWord)
    for (word, name) in Self.words where word.utf8Start[0] == head {
      if bytes.hasWord(word, at: index, before: limit) {
        self.name = name
        end = index + word.utf8CodeUnitCount
        return
      }
      if isSpaced, let end = Self.endOfSpaced(word, bytes, at: index, before: limit) {
        self.name = name
        self.end = end
        return
      }
    }
    return nil
  }

  /// After a word whose letters stand apart.
  private static func endOfSpaced(
    _ word: StaticString, _ bytes: [UInt8], at start: Int, before limit: Int
  ) -> Int? {
    guard word.utf8CodeUnitCount > 2 else { return nil }
    var index = start
    for letter in 0..<word.utf8CodeUnitCount {
      if letter > 0 { index = bytes.skippingBlanks(from: index, before: limit) }
      guard index < limit, bytes[index].capital == word.utf8Start[letter] else { return nil }
      index += 1
    }
    return index >= limit || !bytes[index].isWord ? index : nil
  }
}
