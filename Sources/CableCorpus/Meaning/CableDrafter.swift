import Cables

/// Decides what a cable says, from its place in the schedule alone.
struct CableDrafter: Sendable {
  let seed: UInt64
  let options: CorpusOptions
  let stations: StationList
  let schedule: Schedule
  let lexicon = Lexicon()
  let patterns = SentencePatterns()

  /// The cable at a place of the schedule.
  ///
  /// - Complexity: O(n) over its text.
  func cable(at index: Int) -> CorpusCable {
    let entry = schedule[index]
    let station = stations.stations[entry.station]
    let day = entry.time.day
    var dice = Dice(seed: seed, purpose: .meaning, number: index)
    let topic = Topic.all[Topic.odds.roll(&dice)]
    let level = level(year: day.year, dice: &dice)
    let isNoForeign = level >= .confidential && day.year >= 1_980 && dice.happens(0.22)
    let citations = planner.citations(of: index, dice: &dice)
    let isInCapitals = day.year < 1_996 || dice.happens(options.capitalsShare)
    let speaker = Speaker(
      lexicon: lexicon, patterns: patterns, topic: topic, station: station, month: day.month,
      cities: [station.spokenName, "the capital", "the northern provinces"], dice: &dice)
    let bytes = bodyBytes(&dice)
    let marks = PortionMarks.of(level, isNoForeign: isNoForeign, year: day.year)
    var body = BodyComposer(
      speaker: speaker, bytes: bytes, marks: marks, citations: citations,
      bare: bareCables(before: index, dice: &dice),
      dice: Dice(seed: seed, purpose: .text, number: index)
    ).composed()
    if isInCapitals { body.capitalize() }

    var truth = CorpusTruth(
      id: CableID(year: day.year, post: station.post.key, number: entry.number),
      date: CableDate(
        year: day.year, month: day.month, day: day.day, hour: entry.time.hour,
        minute: entry.time.minute, precision: .minute),
      classification: level)
    truth.captions = captions(level, isNoForeign: isNoForeign, year: day.year, dice: &dice)
    truth.subject = subject(topic, station: station, speaker: speaker, dice: &dice)
    if level >= .confidential, day.year >= 1_980, dice.happens(0.2) {
      truth.subjectPortion = isNoForeign ? level.portion + "/NF" : level.portion
    }
    var attention: String?
    truth.tags = tags(topic, station: station, dice: &dice)
    if truth.tags.contains("OVIP"), dice.happens(0.5) {
      var name = Speaker.surname(lexicon, &dice)
      name.put(", ")
      lexicon.givenNames.put(UInt16(truncatingIfNeeded: dice.next()), to: &name)
      let written = String(decoding: name, as: UTF8.self).uppercased()
      attention = written
      truth.tagNames["OVIP"] = written
    }
    truth.references = citations.references(labels: citations.map(\.plainLabel))
    truth.mentions = body.mentions(of: truth.references, citations: citations)
    let classifier = level >= .confidential && day.year >= 1_995 ? classifier(day.year, &dice) : nil
    truth.classifiedBy = classifier?.person
    truth.reasons = classifier?.reasons
    let secrecy = secrecy(level, day: day, dice: &dice)
    truth.declassifyOn = secrecy.until
    truth.signers = [
      String(decoding: Speaker.surname(lexicon, &dice), as: UTF8.self).uppercased()
    ]
    truth.summary = body.summaryText
    truth.paragraphs = body.paragraphs
    let transmission = addressing(
      of: station, entry: entry, into: &truth, bytes: bytes, dice: &dice)
    return CorpusCable(
      index: index, truth: truth, station: station, time: entry.time, body: body,
      citations: citations, isInCapitals: isInCapitals, classifier: classifier,
      executiveOrder: secrecy.order, secrecyYears: secrecy.years, attention: attention,
      transmission: transmission)
  }

  private var planner: CitationPlanner {
    CitationPlanner(schedule: schedule, stations: stations, options: options)
  }

  private func level(year: Int, dice: inout Dice) -> Classification {
    let bits = dice.below(100)
    if year < 1_996, bits < 15 { return .limitedOfficialUse }
    return bits < 24 ? .unclassified : bits < 77 ? .confidential : .secret
  }

  private func bodyBytes(_ dice: inout Dice) -> Int {
    let median = Double(max(400, options.medianBytes - 1_700))
    let factor = CableDrafter.powerOfTwo(dice.normal() * 1.08)
    return min(options.longestBytes, max(250, Int(median * factor)))
  }

  /// Two to a power, by steps that give the same bits on every machine.
  private static func powerOfTwo(_ power: Double) -> Double {
    let whole = power.rounded(.down)
    let part = (power - whole) * 0.693_147_180_559_945
    var value = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4 * (1 + part / 5))))
    for _ in 0..<Int(abs(whole)) { value = whole < 0 ? value / 2 : value * 2 }
    return value
  }

  private func captions(
    _ level: Classification, isNoForeign: Bool, year: Int, dice: inout Dice
  ) -> [String] {
    var captions: [String] = []
    if isNoForeign { captions.append("NOFORN") }
    if level == .unclassified, year >= 1_996, dice.happens(0.7) { captions.append("SENSITIVE") }
    if year >= 2_000, dice.happens(0.9) { captions.append("SIPDIS") }
    if level >= .confidential, dice.happens(0.06) {
      captions.append(dice.one(of: ["EXDIS", "NODIS", "LIMDIS", "STADIS"]))
    }
    return captions
  }

  private func subject(
    _ topic: Topic, station: Station, speaker: Speaker, dice: inout Dice
  ) -> String {
    var bytes: [UInt8] = []
    let form = dice.below(10)
    if form < 5 {
      bytes.put(station.country.uppercased())
      bytes.put(form < 4 ? ": " : "/EU: ")
    }
    bytes.put(dice.one(of: topic.subjects))
    if dice.happens(0.75) {
      bytes.put(dice.one(of: [", ", "; ", " - ", " AND ", " AS "]))
      speaker.putPhrase(&dice, to: &bytes)
      if dice.happens(0.12) {
        bytes.put(", ")
        speaker.putPhrase(&dice, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self).uppercased()
  }

  private func tags(_ topic: Topic, station: Station, dice: inout Dice) -> [String] {
    var tags: [String] = []
    func add(_ tag: String) {
      if !tags.contains(tag) { tags.append(tag) }
    }
    for (place, tag) in topic.tags.enumerated() where dice.happens(place < 2 ? 0.9 : 0.5) {
      add(tag)
    }
    if tags.isEmpty { add(topic.tags[0]) }
    add(station.countryTag)
    if dice.happens(0.35) { add(dice.one(of: ["IR", "IZ", "RS", "CH", "IS", "AF", "US", "UK"])) }
    if dice.happens(0.04) {
      add(
        dice.one(of: [
          "IRAQI FREEDOM", "GLOBAL DEFENSE", "EXPORT CONTROLS", "HUMAN RIGHTS",
          "COUNTER TERRORISM", "FOREIGN POLICY",
        ]))
    }
    return tags
  }

  private func classifier(_ year: Int, _ dice: inout Dice) -> Classifier {
    var name: [UInt8] = []
    lexicon.givenNames.put(UInt16(truncatingIfNeeded: dice.next()), to: &name)
    if dice.happens(0.5) { name.put(" \(Character(UnicodeScalar(UInt8(65 + dice.below(26))))).") }
    name.append(32)
    name.append(contentsOf: Speaker.surname(lexicon, &dice))
    let office = dice.one(of: [
      "Ambassador", "DCM", "Political Counselor", "Charge d'Affaires", "A/DCM", "Pol/Econ Chief",
      "Economic Minister-Counselor", "Consul General", "Deputy Political Counselor", "CDA",
      "Acting Deputy Chief of Mission", "POL M/C", "EconCouns", "NEA/IR Director",
    ])
    let section = year < 2_004 ? "1.5" : dice.happens(0.03) ? "1.5" : "1.4"
    let reasons = dice.one(of: [
      "(b) and (d)", "(b) and (d)", "(d)", "(b), (d)", "(b)", "(a) and (d)",
    ])
    return Classifier(
      person: office + " " + String(decoding: name, as: UTF8.self), reasons: section + " " + reasons
    )
  }

  /// The line of the executive order of the time.
  private func secrecy(
    _ level: Classification, day: (year: Int, month: Int, day: Int), dice: inout Dice
  ) -> (order: String, until: String?, years: Int?) {
    if day.year < 1_982 {
      return level >= .confidential ? ("11652: GDS", "GDS", nil) : ("11652: N/A", nil, nil)
    }
    if day.year < 1_996 {
      return level >= .confidential ? ("12356: DECL: OADR", "OADR", nil) : ("12356: N/A", nil, nil)
    }
    guard level >= .confidential else { return ("12958: N/A", nil, nil) }
    if dice.happens(0.01) {
      return ("12958: DECL: AFTER KOREAN UNIFICATION", "AFTER KOREAN UNIFICATION", nil)
    }
    let bits = dice.below(100)
    let years = bits < 87 ? 10 : bits < 90 ? 15 : bits < 94 ? 20 : 25
    let year = day.year + years
    let last = day.month == 2 ? min(day.day, 28) : day.day
    return (
      "12958: DECL: \(day.month.digits(2))/\(last.digits(2))/\(year)",
      "\(year)-\(day.month.digits(2))-\(last.digits(2))", years
    )
  }

  /// Cables that running text may name by post and number.
  private func bareCables(before index: Int, dice: inout Dice) -> [(text: String, id: CableID)] {
    guard index > 0, dice.happens(0.3) else { return [] }
    let entry = schedule[dice.below(index)]
    let station = stations.stations[entry.station]
    guard station.name.allSatisfy({ $0.isLetter || $0 == " " }), entry.station != 0 else {
      return []
    }
    let id = CableID(year: entry.time.year, post: station.post.key, number: entry.number)
    return [(text: (id.year % 100).digits(2) + " \(station.spokenName) \(id.number)", id: id)]
  }

  private func addressing(
    of station: Station, entry: Schedule.Entry, into truth: inout CorpusTruth, bytes: Int,
    dice: inout Dice
  ) -> Transmission {
    // Most ids are of two series; the others have letters of their own.
    let bits = dice.below(100)
    let letters =
      bits < 65
      ? "XRO"
      : bits < 85
        ? "XYZ"
        : String((0..<3).map { _ in Character(UnicodeScalar(UInt8(65 + dice.below(26)))) })
    let id = letters + dice.below(10_000).digits(4)
    truth.transmissionID = "VZCZC" + id
    let main = dice.one(of: [Precedence.routine, .priority, .priority, .immediate, .immediate])
    truth.precedences = [main]
    if main != .routine, dice.happens(0.04) { truth.precedences.append(.routine) }
    truth.from = station.fullName
    func addressee(_ index: Int, _ isAction: Bool) -> Addressee {
      let other = stations.stations[index]
      return Addressee(
        route: other.post.routing, name: other.fullName,
        precedence: main != .routine && dice.happens(0.8) ? main : nil,
        number: dice.happens(0.9) ? dice.within(1...9_999) : nil)
    }
    var seen: Set<Int> = [entry.station]
    func others(_ count: Int, _ isAction: Bool) -> [Addressee] {
      (0..<count).compactMap { _ in
        let index = stations.index(UInt16(truncatingIfNeeded: dice.next()), year: truth.id.year)
        return seen.insert(index).inserted ? addressee(index, isAction) : nil
      }
    }
    truth.to = entry.station == 0 ? [] : [addressee(0, true)]
    seen.insert(0)
    truth.to += others(entry.station == 0 ? 2 : dice.run(0.2, limit: 3), true)
    truth.info = others(dice.run(0.72, limit: 12), false)
    if dice.happens(0.15), !truth.info.isEmpty {
      truth.info[0].offices = [dice.one(of: ["NEA/IR", "EUR/WE", "POL", "ISN", "EAP/MLS"])]
    }
    var routes: [String] = []
    for addressee in truth.to + truth.info {
      if let route = addressee.route, route != "RUEHC", !routes.contains(route) {
        routes.append(route)
      }
    }
    return Transmission(
      routes: Array(routes.prefix(dice.within(1...14))), id: id,
      sections: max(1, (bytes + 2_000) / 7_000))
  }
}

extension Classification {
  /// The level's portion mark.
  var portion: String { String(letter) }
}
