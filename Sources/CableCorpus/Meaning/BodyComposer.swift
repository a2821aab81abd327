import Cables

/// Puts together the text of a cable: summary, sections under headings, sub-points, a comment.
struct BodyComposer {
  private let speaker: Speaker
  private let target: Int
  private let marks: PortionMarks
  private let citations: [Citation]
  private let bare: [(text: String, id: CableID)]
  private var dice: Dice
  private var body = CableBody()
  private var number = 0

  /// Prepares a body of about so many bytes; the bare cables may be named by post and number in running text.
  init(
    speaker: Speaker, bytes: Int, marks: PortionMarks, citations: [Citation],
    bare: [(text: String, id: CableID)], dice: Dice
  ) {
    self.speaker = speaker
    target = bytes
    self.marks = marks
    self.citations = citations
    self.bare = bare
    self.dice = dice
    body.bytes.reserveCapacity(bytes + 1_024)
  }

  /// The text.
  consuming func composed() -> CableBody {
    if target > 1_500, dice.happens(0.78) { putSummary() }
    var untilHeading = dice.within(0...2)
    while body.bytes.count < target || number == 0 {
      if untilHeading == 0, target > 4_000 {
        putHeading()
        untilHeading = dice.within(1...4)
      }
      untilHeading -= 1
      putParagraph()
    }
    if number > 2, dice.happens(0.6) { putComment() }
    return body
  }

  private mutating func putSummary() {
    let isHeading = dice.happens(0.35)
    if isHeading {
      let start = body.bytes.count
      body.bytes.put(dice.happens(0.5) ? "Summary" : "SUMMARY")
      endPiece(.heading(dice.happens(0.7) ? .below : .none), from: start)
    }
    let count = dice.happens(0.25) ? 2 : 1
    for part in 0..<count {
      let start = openParagraph()
      if !isHeading, part == 0 {
        body.bytes.put(dice.one(of: ["Summary: ", "SUMMARY. ", "Summary. ", "BEGIN SUMMARY: "]))
      }
      let text = body.bytes.count
      putSentences(dice.within(3...6))
      body.summary.append(text..<body.bytes.count)
      if part == count - 1 {
        body.bytes.put(
          dice.one(of: [" End Summary.", " END SUMMARY.", " End summary.", " END SUMMARY."]))
      }
      endParagraph(from: start)
    }
  }

  private mutating func putComment() {
    let start = openParagraph()
    body.bytes.put(dice.one(of: ["Comment: ", "COMMENT: ", "COMMENT. "]))
    putSentences(dice.within(3...7))
    if dice.happens(0.4) { body.bytes.put(dice.one(of: [" End Comment.", " END COMMENT."])) }
    endParagraph(from: start)
  }

  private mutating func putHeading() {
    let start = body.bytes.count
    speaker.putPhrase(&dice, to: &body.bytes)
    let bits = dice.below(100)
    endPiece(.heading(bits < 85 ? .below : bits < 92 ? .both : .none), from: start)
  }

  private mutating func putParagraph() {
    let start = openParagraph()
    if dice.happens(0.1) {
      let mark = body.bytes.count
      speaker.putPhrase(&dice, to: &body.bytes)
      body.bytes.put(mark == start ? ": " : ". ")
    }
    putSentences(dice.within(3...9))
    endParagraph(from: start)
    let bits = dice.below(100)
    if bits < 8 { putItems() }
    if bits == 99 { putTable() }
    if bits >= 90, bits < 94 {
      let start = body.bytes.count
      putSentences(dice.within(1...3))
      endPiece(.continuation, from: start)
    }
  }

  private mutating func putItems() {
    let style = dice.below(4)
    for item in 0..<dice.within(2...5) {
      let start = body.bytes.count
      switch style {
      case 0: body.bytes.put("-- ")
      case 1: body.bytes.put("- ")
      case 2:
        body.bytes.append(UInt8(97 + item))
        body.bytes.put(". ")
      default:
        body.bytes.put("(")
        body.bytes.put(item + 1)
        body.bytes.put(") ")
      }
      putSentences(1)
      endPiece(.item, from: start)
    }
  }

  private mutating func putTable() {
    for row in 0..<dice.within(3...6) {
      let start = body.bytes.count
      if row == 0 {
        body.bytes.put("Sector            Volume     Share     Change")
      } else {
        body.bytes.put(
          ["Textiles  ", "Machinery ", "Foodstuffs", "Services  ", "Minerals  "][row - 1])
        body.bytes.put("          ")
        body.bytes.put(dice.within(100...999))
        body.bytes.put("        ")
        body.bytes.put(dice.within(10...99))
        body.bytes.put("        ")
        body.bytes.put(dice.within(10...99))
      }
      endPiece(.tableLine, from: start)
    }
  }

  private mutating func openParagraph() -> Int {
    number += 1
    return body.bytes.count
  }

  private mutating func endParagraph(from start: Int) {
    body.pieces.append(
      CableBody.Piece(
        kind: .paragraph, range: start..<body.bytes.count, number: number,
        portion: marks.roll(&dice)))
  }

  private mutating func endPiece(_ kind: CableBody.Piece.Kind, from start: Int) {
    body.pieces.append(CableBody.Piece(kind: kind, range: start..<body.bytes.count))
  }

  private mutating func putSentences(_ count: Int) {
    for sentence in 0..<count {
      if sentence > 0 { body.bytes.append(32) }
      let bits = dice.next()
      if bits & 31 == 0, putMentionSentence() { continue }
      speaker.putSentence(&dice, to: &body.bytes)
      if bits >> 8 & 15 == 0 { putMentionTail() }
      body.bytes.append(UInt8(ascii: "."))
    }
  }

  /// Appends ` (ref B)` or the like, where there is something to mention.
  private mutating func putMentionTail() {
    let bits = dice.below(100)
    if bits < 10 {
      body.bytes.put(" (")
      putMention(.septel, bits < 5 ? "septel" : "SEPTEL")
      body.bytes.put(")")
      return
    }
    if bits < 13, !bare.isEmpty {
      let cited = bare[dice.below(bare.count)]
      body.bytes.put(" (")
      putMention(.cable, cited.text, target: cited.id)
      body.bytes.put(")")
      return
    }
    guard !citations.isEmpty else { return }
    body.bytes.put(" (")
    if citations.count == 1 || bits < 25 {
      putMention(
        .reference,
        dice.one(of: ["reftel", "Reftel", "REFTEL", citations.count > 1 ? "reftels" : "reftel"]),
        citations: Array(citations.indices))
    } else {
      putLetters(word: dice.one(of: ["ref", "REF", "Ref"]))
    }
    body.bytes.put(")")
  }

  /// Appends a letter, or a few, with the word before them.
  private mutating func putLetters(word: String) {
    let first = dice.below(citations.count)
    let letter = letterText(first)
    let plural = word == "REF" ? "REFS" : word + "s"
    guard first + 1 < citations.count, dice.happens(0.3) else {
      putMention(.reference, word + " " + letter, citations: [first])
      return
    }
    if first + 2 < citations.count, dice.happens(0.3) {
      putMention(
        .reference, plural + " " + letter + "-" + letterText(first + 2),
        citations: [first, first + 1, first + 2])
    } else {
      putMention(
        .reference,
        plural + " " + letter + (word == "REF" ? " AND " : " and ") + letterText(first + 1),
        citations: [first, first + 1])
    }
  }

  /// Appends a sentence that is about an earlier telegram.
  private mutating func putMentionSentence() -> Bool {
    guard !citations.isEmpty else { return false }
    if citations.count == 1 {
      body.bytes.put("Poloff delivered ")
      putMention(.reference, "reftel", citations: [0])
      body.bytes.put(" points to the MFA and left a non-paper.")
    } else {
      body.bytes.put("As we reported in ")
      putLetters(word: "ref")
      body.bytes.put(", the ministry was slow to answer; see also para 5 below.")
    }
    return true
  }

  private func letterText(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(65 + index)))
  }

  private mutating func putMention(
    _ kind: Mention.Kind, _ text: String, citations: [Int] = [], target: CableID? = nil
  ) {
    let start = body.bytes.count
    body.bytes.put(text)
    body.mentions.append(
      CableBody.MentionMark(
        kind: kind, range: start..<body.bytes.count, citations: citations, target: target))
  }
}
