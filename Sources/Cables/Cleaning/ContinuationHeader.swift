/// The line on top of a further page: `ROME 00001386  001.2 OF 002`, `PAGE 02 ROME 01386 02 OF 02 041234Z`.
enum ContinuationHeader {
  /// Whether a line is one.
  static func matches(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    guard content.count >= 6, content.count <= 90 else { return false }
    if bytes.hasWord("PAGE", at: content.lowerBound, before: content.upperBound) {
      return isPageLine(bytes, content)
    }
    let last = bytes[content.upperBound - 1]
    guard last.isDigit || last == UInt8(ascii: "Z"), bytes[content.lowerBound].isLetter else {
      return false
    }
    return isSectionLine(bytes, content)
  }

  /// The post and the number of a line that is one, without a year.
  static func postAndNumber(_ bytes: [UInt8], _ content: Range<Int>) -> WrittenID? {
    var index = content.lowerBound
    while index < content.upperBound, !bytes[index].isDigit { index += 1 }
    let end = bytes.endOfDigits(from: index, before: content.upperBound)
    guard index > content.lowerBound, end > index else { return nil }
    return WrittenID(bytes.text(in: content.lowerBound..<end))
  }

  /// `POST 00001386  001.2 OF 002`, the post cut or not.
  private static func isSectionLine(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    let limit = content.upperBound
    var index = content.lowerBound
    var words = 0
    while index < limit, !bytes[index].isDigit {
      if bytes[index].isLetter {
        words += 1
        while index < limit, bytes[index].isLetter { index += 1 }
      } else if bytes[index].isBlank || bytes[index] == UInt8(ascii: ".")
        || bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      } else {
        return false
      }
    }
    guard words >= 1, words <= 4 else { return false }
    let serialEnd = bytes.endOfDigits(from: index, before: limit)
    guard serialEnd - index >= 3, serialEnd - index <= 8 else { return false }
    index = bytes.skippingBlanks(from: serialEnd, before: limit)
    guard let end = endOfPart(bytes, at: index, before: limit) else { return false }
    let rest = bytes.skippingBlanks(from: end, before: limit)
    return rest == limit || isTime(bytes, at: rest, before: limit)
  }

  /// After `001.2 OF 002`.
  private static func endOfPart(_ bytes: [UInt8], at start: Int, before limit: Int) -> Int? {
    var index = bytes.endOfDigits(from: start, before: limit)
    guard index > start, index - start <= 3 else { return nil }
    if index < limit, bytes[index] == UInt8(ascii: ".") {
      index = bytes.endOfDigits(from: index + 1, before: limit)
    }
    index = bytes.skippingBlanks(from: index, before: limit)
    guard bytes.has("OF", at: index, before: limit) else { return nil }
    index = bytes.skippingBlanks(from: index + 2, before: limit)
    let end = bytes.endOfDigits(from: index, before: limit)
    return end > index && end - index <= 3 ? end : nil
  }

  private static func isTime(_ bytes: [UInt8], at index: Int, before limit: Int) -> Bool {
    let end = bytes.endOfDigits(from: index, before: limit)
    return end - index == 6 && end + 1 == limit && bytes[end].capital == UInt8(ascii: "Z")
  }

  /// `PAGE 02` alone, or followed by a post or a routing indicator with its number.
  private static func isPageLine(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    let limit = content.upperBound
    var index = bytes.skippingBlanks(from: content.lowerBound + 4, before: limit)
    let numberEnd = bytes.endOfDigits(from: index, before: limit)
    guard numberEnd > index, numberEnd - index <= 3 else { return false }
    index = bytes.skippingBlanks(from: numberEnd, before: limit)
    if index == limit { return bytes.has("PAGE", at: content.lowerBound, before: limit) }
    if bytes.has("OF", at: index, before: limit) {
      index = bytes.skippingBlanks(from: index + 2, before: limit)
      index = bytes.endOfDigits(from: index, before: limit)
      index = bytes.skippingBlanks(from: index, before: limit)
      if index == limit { return true }
    }
    let nameStart = index
    while index < limit, !bytes[index].isDigit, bytes[index] != UInt8(ascii: "#") {
      guard !bytes[index].isSmall else { return false }
      index += 1
    }
    guard index < limit, index > nameStart else { return false }
    var nameEnd = index
    while nameEnd > nameStart, !bytes[nameEnd - 1].isLetter { nameEnd -= 1 }
    if bytes[index] == UInt8(ascii: "#") { index += 1 }
    let digitsEnd = bytes.endOfDigits(from: index, before: limit)
    guard digitsEnd > index, nameEnd > nameStart else { return false }
    let name = nameStart..<nameEnd
    let isName =
      PostTable.standard.name(in: bytes, range: name) != nil
      || PostTable.standard.cutName(in: bytes, range: name) != nil
      || (bytes[nameStart] == UInt8(ascii: "R") && name.count >= 5 && name.count <= 7)
      || digitsEnd - index >= 4
    guard isName else { return false }
    // What follows the number is a part, a time or a level, never a sentence.
    let rest = bytes.skippingBlanks(from: digitsEnd, before: limit)
    return rest == limit || bytes[rest].isDigit || bytes[rest] == UInt8(ascii: "/")
      || bytes.has("SECTION", at: rest, before: limit)
      || ClassLine(bytes, rest..<limit) != nil
  }
}
