/// Who classified a cable, why, and until when: `Classified By: Ambassador X for reasons 1.4 (b) and (d)`.
struct ClassifiedByField {
  private(set) var name: String?
  private(set) var reasons: String?
  private(set) var declassifyOn: String?
  /// After the reasons, where text may run on; nil where there are none.
  private(set) var reasonsEnd: Int?

  /// Reads the value of a field, which may run on into the first paragraph.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var value = bytes.trimmed(range)
    Self.stripRepeatedName(bytes, &value)
    var nameEnd = value.upperBound
    var listSearch = value
    if let reason = Self.reasonWord(bytes, value) {
      nameEnd = reason.lowerBound
      listSearch = reason.upperBound..<value.upperBound
    }
    if let list = Self.reasonList(bytes, listSearch) {
      reasons = bytes.foldedText(in: list)
      reasonsEnd = list.upperBound
      nameEnd = min(nameEnd, list.lowerBound)
    }
    for word: StaticString in [
      "DERIVED FROM", "DECL", "DECLASSIFY ON", "E.O. 1", "EO 1", "DERIVED",
    ] {
      if let place = bytes.firstIndex(of: word, in: value.lowerBound..<nameEnd, asWord: false) {
        if place > value.lowerBound, bytes[place - 1].isWord { continue }
        nameEnd = place
      }
    }
    name = Self.name(bytes, value.lowerBound..<nameEnd)
    readDeclassification(bytes, value)
  }

  /// Takes over what another field of the same header says and this one does not.
  mutating func complete(with other: ClassifiedByField) {
    name = name ?? other.name
    reasons = reasons ?? other.reasons
    declassifyOn = declassifyOn ?? other.declassifyOn
  }

  private mutating func readDeclassification(_ bytes: [UInt8], _ value: Range<Int>) {
    for word: StaticString in ["DECLASSIFY ON", "DECL ON", "DECL:"] {
      guard let place = bytes.firstIndex(of: word, in: value, asWord: false) else { continue }
      var start = place + word.utf8CodeUnitCount
      while start < value.upperBound, !bytes[start].isWord { start += 1 }
      var end = start
      while end < value.upperBound, bytes[end].isDigit || bytes[end] == UInt8(ascii: "/") {
        end += 1
      }
      if let date = Declassification.date(bytes, start..<end) { declassifyOn = date.iso8601 }
      return
    }
  }

  /// Takes off a second `Classified by`, as typed into forms that print one of their own.
  private static func stripRepeatedName(_ bytes: [UInt8], _ value: inout Range<Int>) {
    for word: StaticString in ["CLASSIFIED BY", "CLASSIFIEDBY", "BY"]
    where bytes.hasWord(word, at: value.lowerBound, before: value.upperBound) {
      var start = value.lowerBound + word.utf8CodeUnitCount
      while start < value.upperBound, bytes[start].isSpace || bytes[start] == 0x3A { start += 1 }
      value = start..<value.upperBound
    }
  }

  private static func reasonWord(_ bytes: [UInt8], _ value: Range<Int>) -> Range<Int>? {
    for word: StaticString in ["REASONS", "REASON(S)", "REASON", "REASIONS", "RESONS"] {
      if let place = bytes.firstIndex(of: word, in: value) {
        return place..<place + word.utf8CodeUnitCount
      }
    }
    return nil
  }

  /// The list of reasons: a section `1.4` and the letters behind it.
  private static func reasonList(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let start = sectionStart(bytes, range) else { return nil }
    let limit = range.upperBound
    var index = bytes.endOfDigits(from: start + 2, before: limit)
    var end = index
    while true {
      index = bytes.skippingSpace(from: index, before: limit)
      guard index < limit else { break }
      let byte = bytes[index]
      if byte == 0x2E, index == end, index + 1 < limit,
        bytes[bytes.skippingBlanks(from: index + 1, before: limit - 1)] == 0x28
      {
        // 1.4.(b)
        index += 1
      } else if byte == 0x28 || byte == UInt8(ascii: "[") {
        guard let close = endOfLetters(bytes, at: index, before: limit) else { break }
        index = close
        end = close
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "&")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ";")
      {
        index += 1
      } else if bytes.hasWord("AND", at: index, before: limit) {
        index += 3
      } else if bytes.hasWord("OR", at: index, before: limit) {
        index += 2
      } else if byte.isLetter, (byte | 0x20) <= UInt8(ascii: "h") {
        var stop = index + 1
        guard stop >= limit || !bytes[stop].isWord else { break }
        // A letter with a point begins a list of the text unless letters were listed before.
        if stop < limit, bytes[stop] == UInt8(ascii: ")") { stop += 1 }
        index = stop
        end = stop
      } else if isSection(bytes, at: index, before: limit) {
        index = bytes.endOfDigits(from: index + 2, before: limit)
        end = index
      } else {
        break
      }
    }
    return start..<end
  }

  /// `(B)`, `(b,d)`, `(B AND D)`.
  private static func endOfLetters(_ bytes: [UInt8], at open: Int, before limit: Int) -> Int? {
    var index = open + 1
    let bound = min(limit, open + 28)
    while index < bound {
      let byte = bytes[index]
      if byte == 0x29 || byte == UInt8(ascii: "]") { return index + 1 }
      guard
        byte.isLetter || byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: ";")
      else { return nil }
      index += 1
    }
    return nil
  }

  private static func sectionStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    for index in range where OpticalNumber.digit(bytes[index]) == 1 {
      if isSection(bytes, at: index, before: range.upperBound),
        index == range.lowerBound || !bytes[index - 1].isWord
      {
        return index
      }
    }
    return nil
  }

  /// `1.4`, `1.5`, `1.6`: the sections of the executive orders that list reasons.
  private static func isSection(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bool {
    guard index + 2 < limit, OpticalNumber.digit(bytes[index]) == 1,
      bytes[index + 1] == UInt8(ascii: ".") || bytes[index + 1] == UInt8(ascii: ","),
      (UInt8(ascii: "3")...UInt8(ascii: "7")).contains(bytes[index + 2])
    else { return false }
    return index + 3 >= limit || !bytes[index + 3].isDigit
  }

  private static func name(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var range = bytes.trimmed(range)
    var isStripped = true
    while isStripped, !range.isEmpty {
      isStripped = false
      for word: StaticString in ["FOR", "PER", "UNDER", "SECTION", "SECTIONS", "SEC", "AND", "THE"]
      {
        let start = range.upperBound - word.utf8CodeUnitCount
        if start > range.lowerBound, bytes.has(word, at: start, before: range.upperBound),
          !bytes[start - 1].isWord
        {
          range = range.lowerBound..<start
          isStripped = true
        }
      }
      while let last = range.last, !bytes[last].isWord, bytes[last] != 0x29, bytes[last] < 0x80 {
        range = range.lowerBound..<last
        isStripped = true
      }
    }
    // A title's point belongs to the name.
    if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "."),
      range.count > 3, bytes.has("JR", at: range.upperBound - 2, before: range.upperBound)
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    let text = bytes.foldedText(in: range)
    return text.isEmpty ? nil : text
  }
}
