import Cables

extension CableTypist {
  /// Writes the class line, `C O N F I D E N T I A L SECTION 01 OF 03 ROME 001605`.
  mutating func putClassLine() {
    guard !has(.classLineAbsent) else { return }
    var level = levelWords
    if has(.classLetterTooMany), let first = level.first { level = String(first) + level }
    if has(.classLetterTooFew) { level = String(level.dropFirst().drop { $0 == " " }) }
    if has(.classLineLowerCase) { level = level.lowercased() }
    text.put(level)
    if sections > 1 { text.put(" SECTION 01 OF \(sections.digits(2))") }
    text.put(" \(cable.station.name) \(serial)")
    if has(.classLineCaptions), !truth.captions.isEmpty {
      text.put(" " + truth.captions.joined(separator: " "))
    }
    endLine()
    blankLine()
  }

  /// The level as class lines write it, spaced but for the open ones.
  private var levelWords: String {
    switch truth.classification {
    case .unclassified: "UNCLAS"
    case .limitedOfficialUse: "LIMITED OFFICIAL USE"
    case let level:
      has(.classLineUnspaced) || style == .ocrReflow
        ? level.rawValue : level.rawValue.map(String.init).joined(separator: " ")
    }
  }

  /// Writes captions and the lines that pass the cable on.
  mutating func putCaptions() {
    if !has(.classLineCaptions) || has(.classLineAbsent) {
      for caption in truth.captions {
        line(caption)
        blankLine()
      }
    }
    if has(.repeatedSIPDIS), truth.captions.contains("SIPDIS") {
      line("SIPDIS")
      blankLine()
    }
    if dice.happens(0.3) {
      line(
        dice.one(of: [
          "DEPARTMENT FOR NEA AND NP", "STATE FOR EUR/WE", "STATE PASS TO USTR",
          "DEPT FOR WHA/AND AND INL", "DEPARTMENT PASS TO USAID",
        ]))
      blankLine()
    }
  }

  /// Writes the executive order's line.
  mutating func putOrder() {
    var order = cable.executiveOrder
    if let date = truth.declassifyOn, cable.secrecyYears != nil {
      let year = date.prefix(4)
      let month = date.dropFirst(5).prefix(2)
      let day = date.suffix(2)
      if has(.orderYearFirst) { order = "12958: DECL: \(year)/\(month)/\(day)" }
      if has(.orderShortYear) { order = "12958: DECL: \(month)/\(day)/\(year.suffix(2))" }
    }
    if has(.orderWithoutPoints) || style == .newspaper {
      // `12958: DECL:` loses its first colon together with the points.
      line("EO " + order.replacing(": DECL:", with: " DECL:"))
    } else {
      line("E.O. " + order)
    }
    if style == .fullTransmission { blankLine() }
  }

  /// Writes the TAGS.
  mutating func putTags() {
    var label = style == .newspaper || has(.tagsWithoutColon) ? "TAGS" : "TAGS:"
    if has(.tagsTypo) { label = dice.one(of: ["TAG:", "TAGE:", "TGS:", "AGS:"]) }
    text.put(label)
    var tags = truth.tags
    if has(.tagsGlued), tags.count > 1, !tags[0].contains(" "), !tags[1].contains(" "),
      truth.tagNames[tags[0]] == nil, tags[0].count == 4, tags[1].count == 4
    {
      tags[0...1] = [tags[0] + tags[1]]
    }
    let isLinked = style == .markdownExport || style == .fullTransmission || has(.tagsMarkdown)
    let separator = !isLinked && (has(.tagsCommas) || style == .newspaper) ? ", " : " "
    for (place, tag) in tags.enumerated() {
      if has(.tagsWrapped), place == tags.count / 2, place > 0 {
        if separator == ", " { text.append(UInt8(ascii: ",")) }
        breakLine()
      } else {
        text.put(place == 0 ? " " : separator)
      }
      text.put(isLinked ? "[\(tag)](#)" : tag)
      if let name = truth.tagNames[tag] { text.put(" (\(name))") }
    }
    endLine()
    if style == .fullTransmission { blankLine() }
  }

  /// Writes the subject with its portion mark.
  mutating func putSubject() {
    guard let subject = truth.subject else { return }
    var words = subject
    if let portion = truth.subjectPortion {
      words = has(.subjectPortionFirst) ? "(\(portion)) " + words : words + " (\(portion))"
    }
    let label =
      has(.subjectLabel)
      ? dice.one(of: ["SUBJ: ", "UBJECT: ", "Subject: ", "subject: "])
      : "SUBJECT: "
    text.put(label)
    let width = has(.subjectWrapped) ? 34 : 60
    if has(.continuationInSubject), words.utf8.count > 40 {
      let cut = words.utf8.count / 2
      let index = words.utf8.index(words.startIndex, offsetBy: cut)
      let space = words[index...].firstIndex(of: " ") ?? words.endIndex
      wrap(String(words[..<space]), width: width, from: label.utf8.count)
      endLine()
      putContinuationHeader()
      wrap(String(words[space...]), width: width, from: 0)
    } else {
      wrap(words, width: width, from: label.utf8.count)
    }
    if has(.subjectGluedToReferences), !cable.citations.isEmpty, truth.subjectPortion == nil {
      return
    }
    endLine()
    blankLine()
  }

  /// Whether paragraph 1 goes on on the last line of the field.
  var runsOn: Bool {
    guard has(.classifiedByRunOn), cable.classifier != nil, let first = body.pieces.first else {
      return false
    }
    if case .paragraph = first.kind { return true }
    return false
  }

  /// Writes who classified the cable and why.
  mutating func putClassifiedBy() {
    guard let classifier = cable.classifier else { return }
    var label = "Classified By: "
    var person = classifier.person
    var joint = dice.one(of: [
      " for reasons ", " for reasons ", " for reasons ", ", reasons ", ". Reason: ",
      ", for reason ",
      ". Reasons: ", ", Reason ",
    ])
    var reasons = classifier.reasons
    if has(.classifiedByDoubled) { label += "Classified by " }
    if has(.classifiedByCapitals) || cable.isInCapitals {
      label = label.uppercased()
      person = person.uppercased()
      reasons = reasons.uppercased()
      joint = dice.happens(0.5) ? " REASONS " : joint.uppercased()
    }
    let words = label + person + joint + reasons
    let width = has(.classifiedByWrapped) ? 30 : style.breaksLines ? 64 : 10_000
    wrap(words, width: width, from: 0)
    truth.classifiedBy = person
    truth.reasons = reasons
    if !runsOn { text.put(has(.classifiedByCapitals) ? "" : ".") }
    if has(.derivedFrom) {
      endLine()
      text.put("Derived From: DSCG 05-1 B.")
    }
    if runsOn {
      text.append(32)
    } else {
      endLine()
      blankLine()
    }
  }
}
