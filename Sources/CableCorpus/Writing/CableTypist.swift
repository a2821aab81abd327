import Cables

/// Writes a cable down in a style and with damages.
struct CableTypist {
  let cable: CorpusCable
  let style: WritingStyle
  let damages: Set<WritingDamage>
  var dice: Dice
  /// The text so far.
  var text: [UInt8] = []
  /// What the text says so far.
  var truth: CorpusTruth
  var body: CableBody
  var bodyStart = 0
  /// How many sections the class line names.
  var sections: Int

  init(_ cable: CorpusCable, style: WritingStyle, damages: Set<WritingDamage>, seed: UInt64) {
    self.cable = cable
    self.style = style
    self.damages = damages
    dice = Dice(seed: seed, purpose: .writing, number: cable.index)
    truth = cable.truth
    body = cable.body
    sections = damages.contains(.sections) ? max(2, cable.transmission.sections) : 1
    text.reserveCapacity(cable.body.bytes.count + cable.body.bytes.count / 8 + 4_096)
  }

  /// The text, once.
  consuming func written() -> WrittenCable {
    prepareBody()
    if style == .textDumpPreamble { putPreamble() }
    putNotice()
    if style == .newspaper { putNewspaperDate() }
    if style.hasTransmission { putTransmission() }
    if style == .oldState1970s { putOldHeader() }
    bodyStart = text.count
    putClassLine()
    putCaptions()
    putOrder()
    putTags()
    if has(.repeatedReferences), cable.citations.count > 1 { putReferences(upTo: 1) }
    putSubject()
    putReferences(upTo: cable.citations.count)
    putClassifiedBy()
    let textStart = text.count
    putBody()
    putSignature()
    putFooter()
    settleTruth()
    damageBytes(from: textStart)
    return WrittenCable(bytes: text, truth: truth, bodyStart: bodyStart)
  }

  /// Whether a damage is wanted.
  func has(_ damage: WritingDamage) -> Bool { damages.contains(damage) }

  /// The class line's form of a number, `001605`.
  var serial: String {
    cable.truth.id.number.digits(style == .oldState1970s ? 5 : 6)
  }

  /// Writes a line of the header with what the style has at line ends.
  mutating func line(_ words: String) {
    text.put(words)
    endLine()
  }

  /// Ends a line as the style does.
  mutating func endLine() {
    switch style {
    case .rawDump: text.put(" \n")
    case .fullTransmission: text.put("  \n")
    case .markdownExport: text.put("\n\n")
    default: text.put("\n")
    }
  }

  /// Goes on with a field on the next line.
  mutating func breakLine() {
    if style == .markdownExport { text.append(UInt8(ascii: "\n")) } else { endLine() }
  }

  /// Leaves a line empty.
  mutating func blankLine() {
    switch style {
    case .markdownExport: return
    case .rawDump: text.put(" \n")
    default: text.put("\n")
    }
  }

  /// Writes words on lines of a width; the first line has used some columns.
  mutating func wrap(_ words: String, width: Int, from column: Int, indent: Int = 0) {
    var used = column
    var isFirst = true
    for word in words.split(separator: " ") {
      if !isFirst {
        if used + 1 + word.utf8.count > width {
          breakLine()
          text.append(contentsOf: repeatElement(32, count: indent))
          used = indent
        } else {
          text.append(32)
          used += 1
        }
      }
      isFirst = false
      text.append(contentsOf: word.utf8)
      used += word.utf8.count
    }
  }

  /// The fields that a style leaves out of its text, and what the date can be read from.
  private mutating func settleTruth() {
    truth.isPartial = style.isPartial
    if !style.hasTransmission {
      truth.transmissionID = nil
      if style != .oldState1970s {
        truth.precedences = []
        truth.from = nil
        truth.to = []
        truth.info = []
        truth.date = dateByText
      }
    }
  }

  /// What a text without a date-time group tells of its date.
  private var dateByText: CableDate {
    let day = cable.time.day
    if style == .newspaper {
      return CableDate(year: day.year, month: day.month, day: day.day, precision: .day)
    }
    // Ten years before the declassification is the day itself; other terms leave the year of the footer.
    if cable.secrecyYears == 10, day.month != 2 || day.day != 29 {
      return CableDate(
        year: day.year, month: day.month, day: day.day, precision: .day, isInferred: true)
    }
    return CableDate(year: day.year, precision: .year, isInferred: true)
  }
}
