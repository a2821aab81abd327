import Cables

extension CableTypist {
  /// Writes what comes before the text in a dump of `ID.txt` files.
  mutating func putPreamble() {
    let day = cable.time.day
    let weekday = CivilTime.weekdays[cable.time.weekday].prefix(3)
    let month = CivilTime.months[day.month - 1].prefix(3)
    text.put(cable.truth.id.description + "\n")
    text.put((cable.truth.subject ?? "") + "\n")
    text.put("\(weekday) \(month) \(day.day.digits(2)) 00:00:00 +0100 \(day.year)\n")
    text.put(cable.truth.classificationLine + "\n")
    text.put(cable.station.post.displayName + "\n")
  }

  /// Writes the notice of an extract, in a raw dump without an end of line.
  mutating func putNotice() {
    guard style.isPartial else { return }
    text.put(
      "This record is a partial extract of the original cable. "
        + "The full text of the original cable is not available.")
    if style != .rawDump { text.put("\n\n") }
  }

  /// Writes the line that newspapers put above a cable.
  mutating func putNewspaperDate() {
    let day = cable.time.day
    text.put(
      "\(CivilTime.weekdays[cable.time.weekday]), \(day.day.digits(2)) "
        + "\(CivilTime.months[day.month - 1]) \(day.year), "
        + "\(cable.time.hour.digits(2)):\(cable.time.minute.digits(2))\n")
  }

  /// Writes the transmission header: id, routes, station, date-time group, addressees.
  mutating func putTransmission() {
    line("VZCZC" + cable.transmission.id)
    let main = truth.precedences.first ?? .routine
    var routes = cable.transmission.routes.joined(separator: " ")
    if has(.routeVariants), !cable.transmission.routes.isEmpty {
      routes += " " + cable.transmission.routes.joined(separator: " ")
    }
    text.put(main.letter + main.letter)
    if !routes.isEmpty {
      text.append(32)
      wrap(routes, width: 66, from: 3)
    }
    endLine()
    let time = cable.time.hour.digits(2) + cable.time.minute.digits(2)
    line(
      "DE \(cable.station.post.routing ?? "RUEHXX") #"
        + (cable.truth.id.number % 10_000).digits(4)
        + (sections > 1 ? "/01" : "") + " \(cable.time.dayOfYear.digits(3))\(time)")
    let prosign =
      switch truth.classification {
      case .unclassified, .limitedOfficialUse: "ZNR UUUUU ZZH"
      case .confidential: "ZNY CCCCC ZZH"
      case .secret, .topSecret: "ZNY SSSSS ZZH"
      }
    line(prosign)
    line(dateTimeGroup)
    line("FM " + (truth.from ?? ""))
    putAddressees()
    endHeader()
  }

  /// `O P 101426Z SEP 07`.
  private var dateTimeGroup: String {
    let day = cable.time.day
    return truth.precedences.map(\.letter).joined(separator: " ")
      + " \(day.day.digits(2))\(cable.time.hour.digits(2))\(cable.time.minute.digits(2))Z "
      + "\(CivilTime.months[day.month - 1].prefix(3).uppercased()) \((day.year % 100).digits(2))"
  }

  private mutating func putAddressees() {
    for (place, addressee) in truth.to.enumerated() {
      line((place == 0 ? "TO " : "") + addressee.line)
    }
    if has(.routeVariants), let last = truth.to.last, truth.info.isEmpty, last.number != nil {
      line("XMT AMEMBASSY BAGHDAD")
    }
    for (place, addressee) in truth.info.enumerated() {
      line((place == 0 ? "INFO " : "") + addressee.line)
    }
  }

  /// Parts the header from the class line, which a text dump does not.
  private mutating func endHeader() {
    if style == .textDumpPreamble {
      text.removeLast()
    } else {
      text.put("\n")
    }
  }

  /// Writes the header of a record of the 1970s.
  mutating func putOldHeader() {
    let day = cable.time.day
    let clock =
      "\(day.day.digits(2))\(cable.time.hour.digits(2))\(cable.time.minute.digits(2))Z"
    text.put("PAGE 01        \(cable.station.name.prefix(10))  \(serial)  \(clock)\n")
    text.put("ACTION \(dice.one(of: ["AF", "EUR", "EA", "NEA", "ARA"]))-00\n\n")
    text.put("INFO  OCT-01  ISO-00  /026 W\n")
    text.put("                  ---------------------   0\(dice.within(10_000...99_999))\n")
    text.put(dateTimeGroup + "\n")
    text.put("FM \(truth.from ?? "")\n")
    // These records have no routing indicators and no offices.
    func plain(_ addressees: [Addressee]) -> [Addressee] {
      addressees.map {
        Addressee(name: $0.name, precedence: $0.precedence, number: $0.number)
      }
    }
    truth.to = plain(truth.to)
    truth.info = plain(truth.info)
    putAddressees()
  }
}

extension CorpusTruth {
  /// The level with its caption, `SECRET//NOFORN`, as collections give it.
  var classificationLine: String {
    if captions.contains("NOFORN") { return classification.rawValue + "//NOFORN" }
    if captions.contains("SENSITIVE") {
      return classification.rawValue + "//FOR OFFICIAL USE ONLY"
    }
    return classification.rawValue
  }
}

extension Precedence {
  /// `O`, `P`, `R`, `Z`.
  var letter: String {
    switch self {
    case .routine: "R"
    case .priority: "P"
    case .immediate: "O"
    case .flash: "Z"
    }
  }
}

extension Addressee {
  /// The line as written, `RUEHC/SECSTATE WASHDC IMMEDIATE 8947`.
  var line: String {
    var line = route.map { $0 + "/" } ?? ""
    line += name
    if !offices.isEmpty { line += "//" + offices.joined(separator: "//") + "//" }
    if let precedence { line += " " + precedence.rawValue }
    if let number { line += " " + number.digits(4) }
    return line
  }
}
