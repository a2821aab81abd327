import Cables

extension CableTypist {
  /// Makes the changes to words that keep their length, and takes the truth from the result.
  mutating func prepareBody() {
    guard has(.redactions) || style == .ocrReflow || style == .oldState1970s else { return }
    if style == .oldState1970s {
      body.capitalize()
      for index in body.pieces.indices { body.pieces[index].portion = nil }
      truth.subjectPortion = nil
    }
    if has(.redactions) || style == .ocrReflow { damageWords() }
    truth.paragraphs = body.paragraphs
    truth.summary = body.summaryText
    truth.mentions = body.mentions(of: truth.references, citations: cable.citations)
  }

  /// Blacks out or misreads a long word here and there, outside of mentions.
  private mutating func damageWords() {
    var position = 0
    var mention = 0
    while position < body.bytes.count {
      position += dice.within(300...1_200)
      guard let space = body.bytes[min(position, body.bytes.count)...].firstIndex(of: 32) else {
        return
      }
      let word = body.bytes[(space + 1)...].prefix { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
      position = word.endIndex
      while mention < body.mentions.count, body.mentions[mention].range.upperBound <= space {
        mention += 1
      }
      let isMention =
        mention < body.mentions.count
        && body.mentions[mention].range.overlaps(space..<word.endIndex)
      guard word.count >= 8, !isMention else { continue }
      if has(.redactions) {
        for index in word.indices { body.bytes[index] = UInt8(ascii: "X") }
      } else {
        let index = word.startIndex + dice.within(1...(word.count - 2))
        body.bytes[index] = body.bytes[index + 1]
      }
    }
  }

  /// Writes headings, paragraphs, sub-points and tables.
  mutating func putBody() {
    var isTable = false
    for piece in body.pieces {
      if isTable {
        if case .tableLine = piece.kind {} else { blankBodyLine() }
        isTable = false
      }
      switch piece.kind {
      case .heading(let rules): putHeading(piece.range, rules: rules)
      case .paragraph:
        if has(.repeatedHeader), piece.number == 3 { putRepeatedHeader() }
        putNumber(piece)
        putWords(piece.range, column: 9)
        text.put(bodyLineEnd)
        blankBodyLine()
      case .continuation, .item:
        putWords(piece.range, column: 0)
        text.put(bodyLineEnd)
        blankBodyLine()
      case .tableLine:
        text.append(contentsOf: body.bytes[piece.range])
        text.put(bodyLineEnd)
        isTable = true
      }
    }
    if isTable { blankBodyLine() }
  }

  private var bodyLineEnd: String { style == .rawDump ? " \n" : "\n" }

  private mutating func blankBodyLine() {
    text.put(style == .rawDump ? " \n" : "\n")
  }

  private mutating func putHeading(_ range: Range<Int>, rules: CableBody.Piece.Rules) {
    func rule() {
      text.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: max(4, range.count)))
      text.put(bodyLineEnd)
    }
    let isRuled = style != .ocrReflow
    if isRuled, case .both = rules { rule() }
    text.append(contentsOf: body.bytes[range])
    text.put(bodyLineEnd)
    if isRuled {
      switch rules {
      case .none: break
      case .below, .both: rule()
      }
    }
    blankBodyLine()
  }

  private mutating func putNumber(_ piece: CableBody.Piece) {
    switch style {
    case .markdownExport: text.put("[1](#)\(piece.number).")
    case .ocrReflow:
      // A single number does not run on, so nobody could tell its first digit from a paragraph sign.
      let isAlone = truth.paragraphs.count == 1
      if piece.number > 2 { text.put("- ") }
      text.put((isAlone ? "" : "1") + "\(piece.number).")
    case .oldState1970s, .newspaper: text.put("\(piece.number).")
    default: text.put((has(.plainNumbers) || has(.tightNumbers) ? "" : "¶") + "\(piece.number).")
    }
    if !has(.tightNumbers) || piece.portion == nil { text.append(32) }
    if let portion = piece.portion { text.put("(\(portion)) ") }
  }

  /// Writes running text, on short lines where the style has them, with what interrupts it.
  private mutating func putWords(_ range: Range<Int>, column: Int) {
    let breaks = style.breaksLines && !has(.longLines)
    var cut = Int.max
    if range.count > 250, interrupts, dice.happens(0.4) {
      cut = range.lowerBound + dice.within(80...(range.count - 80))
      if let mention = body.mentions.first(where: {
        $0.range.lowerBound - 2 <= cut && cut <= $0.range.upperBound + 2
      }) {
        cut = mention.range.upperBound + 2
      }
    }
    if !breaks, cut == Int.max {
      text.append(contentsOf: body.bytes[range])
      return
    }
    let width = breaks ? 64 : Int.max / 4
    var lineStart = range.lowerBound
    var used = column
    while lineStart < range.upperBound {
      let room = max(8, width - used)
      used = 0
      let isCut = cut - lineStart < room
      let wanted = isCut ? max(cut, lineStart + 1) : lineStart + room
      guard wanted < range.upperBound,
        let end = blank(near: wanted, from: lineStart, to: range.upperBound, isBefore: !isCut)
      else { break }
      putLine(lineStart..<end)
      lineStart = end + 1
      if isCut {
        cut = Int.max
        putInterruption()
      }
    }
    text.append(contentsOf: body.bytes[lineStart..<range.upperBound])
  }

  /// The blank at which a line ends: the last one before a place, or the first one behind it.
  private func blank(near place: Int, from start: Int, to end: Int, isBefore: Bool) -> Int? {
    body.bytes.withUnsafeBufferPointer { bytes in
      var index = place
      if isBefore {
        while index > start, bytes[index] != 32 { index -= 1 }
        if index > start { return index }
        index = place
      }
      while index < end, bytes[index] != 32 { index += 1 }
      return index < end ? index : nil
    }
  }

  private mutating func putLine(_ range: Range<Int>) {
    text.append(contentsOf: body.bytes[range])
    text.put(bodyLineEnd)
  }

  private var interrupts: Bool {
    has(.continuationInBody) || has(.pageHeads) || has(.repeatedSIPDIS)
      || style == .fullTransmission || style == .oldState1970s
  }

  /// Writes what a page or section end leaves inside a paragraph.
  private mutating func putInterruption() {
    if has(.repeatedSIPDIS), dice.happens(0.5) {
      text.put("SIPDIS" + bodyLineEnd)
    } else if has(.continuationInBody) {
      blankBodyLine()
      putContinuationHeader()
      blankBodyLine()
    } else if has(.pageHeads) || style == .oldState1970s {
      putPageHead()
    } else {
      blankBodyLine()
    }
  }

  /// Writes `RIO DE JAN 00000365  002 OF 003`.
  mutating func putContinuationHeader() {
    let section = dice.within(2...9)
    text.put(String(cable.station.name.prefix(10)).trimmed)
    text.put(" \(cable.truth.id.number.digits(8))  \(section.digits(3)) OF 009")
    endLine()
    if style != .markdownExport { blankLine() }
  }

  private mutating func putPageHead() {
    let day = cable.time.day
    let page = dice.within(2...9)
    if style == .oldState1970s {
      text.put(truth.classification.rawValue + "\n\n" + truth.classification.rawValue + "\n\n")
    }
    text.put("PAGE \(page.digits(2))        \(cable.station.name.prefix(10))  ")
    text.put(cable.truth.id.number.digits(5))
    text.put(
      "  \(day.day.digits(2))\(cable.time.hour.digits(2))\(cable.time.minute.digits(2))Z")
    endLine()
    blankBodyLine()
  }

  private mutating func putRepeatedHeader() {
    putClassLine()
    line("SIPDIS")
    blankLine()
    putOrder()
    putTags()
    putSubject()
    if text.last != UInt8(ascii: "\n") {
      endLine()
      blankLine()
    }
  }

  /// Writes the surname, on a line of its own or behind the last sentence.
  mutating func putSignature() {
    guard let name = truth.signers.first else { return }
    let written = has(.mixedCaseSignature) ? name.prefix(1) + name.dropFirst().lowercased() : name
    if has(.gluedSignature), let last = body.pieces.last, case .paragraph = last.kind {
      while text.last == UInt8(ascii: "\n") || text.last == 32 { text.removeLast() }
      text.append(32)
    }
    text.put(written + bodyLineEnd)
    if style == .rawDump || style == .clean || style == .oldState1970s {
      blankBodyLine()
      text.put("NNNN" + bodyLineEnd)
    } else if style == .markdownExport || style == .ocrReflow {
      text.put("\nNNNN\n")
    }
  }

  /// Writes what stands behind the text.
  mutating func putFooter() {
    if has(.trailingStamp) {
      text.put(
        dice.one(of: [
          "\nVisit Rome's Classified Website:\nhttp://www.state.sgov.gov/p/eur/rome/index.cfm\n",
          "\n\(truth.classification.rawValue)\n",
          "\n\nDeclassified/Released US Department of State EO Systematic Review 06 JUL 2006\n",
        ]))
    }
    guard style.hasFooter || has(.classLineAbsent) else { return }
    let id = cable.truth.id
    let width = style == .markdownExport ? 6 : 5
    let lead = style == .rawDump ? " " : "\n"
    text.put(
      lead + "\(id.year)\(id.post)\(id.number.digits(width))"
        + " - Classification: \(truth.classification.rawValue)")
  }
}
