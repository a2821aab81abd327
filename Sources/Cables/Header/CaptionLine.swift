/// A line of handling captions: `SENSITIVE`, `NOFORN SIPDIS`.
enum CaptionLine {
  /// The captions of a line that has nothing else; nil where it has.
  static func captions(_ bytes: [UInt8], _ content: Range<Int>) -> [String]? {
    guard content.count >= 3, content.count <= 60 else { return nil }
    var captions: [String] = []
    var index = content.lowerBound
    while index < content.upperBound {
      guard bytes[index].isWord else {
        index += 1
        continue
      }
      if let caption = CaptionWord(bytes, at: index, before: content.upperBound) {
        if !captions.contains(caption.name) { captions.append(caption.name) }
        index = caption.end
      } else if let end = wordEnd(bytes, at: index, before: content.upperBound) {
        index = end
      } else {
        return nil
      }
    }
    return captions.isEmpty ? nil : captions
  }

  /// The captions in capitals with which a line begins to which another one was joined: `SIPDIS STATE FOR EUR`.
  static func leadingCaptions(_ bytes: [UInt8], _ content: Range<Int>) -> [String] {
    var captions: [String] = []
    var index = content.lowerBound
    while index < content.upperBound, bytes[index].isCapital,
      let caption = CaptionWord(bytes, at: index, before: content.upperBound)
    {
      captions.append(caption.name)
      index = bytes.skippingBlanks(from: caption.end, before: content.upperBound)
    }
    return captions
  }

  /// Words that stand between captions.
  private static func wordEnd(_ bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    for word: StaticString in ["BUT", "UNCLASSIFIED", "AND", "SECTION"]
    where bytes.hasWord(word, at: index, before: limit) {
      return index + word.utf8CodeUnitCount
    }
    return nil
  }
}
