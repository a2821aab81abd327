/// Who a cable is and when it was sent, out of all places that say so.
struct Identity {
  private(set) var id: CableID?
  private(set) var date: CableDate?
  private(set) var origin: String?
  private(set) var warnings: [CableWarning] = []

  private let header: HeaderParser
  private let hints: CableHints
  /// Ids by who gives them, the more trusted first.
  private let footerID: WrittenID?
  private let outerID: WrittenID?
  /// Post and number of a continuation header.
  private let page: WrittenID?
  /// Whether the number is the whole one and not what the station line has of it.
  private(set) var isNumberCertain = true

  /// Weighs header, footer and hints; the text counts more than the hints.
  init(_ header: HeaderParser, footer: FooterLine?, page: WrittenID?, hints: CableHints) {
    self.page = page
    self.header = header
    self.hints = hints
    footerID = footer?.id
    outerID = Self.outerID(header, hints)
    self.findDate()
    self.findID()
  }

  /// The id of the collection, the preamble or the file's name.
  private static func outerID(_ header: HeaderParser, _ hints: CableHints) -> WrittenID? {
    if let text = hints.id, let id = WrittenID(text), id.year != nil { return id }
    if let text = hints.fileName.map(stem), let id = WrittenID(text), id.year != nil,
      id.isPostKnown || isUnbroken(text)
    {
      return id
    }
    return header.preamble?.id ?? header.page?.id
  }

  /// Whether a name has the shape of an id, `06NEWPOST1234`, with nothing but an underscored tail beside it.
  private static func isUnbroken(_ name: String) -> Bool {
    let key = Array(name.utf8.prefix { $0 != UInt8(ascii: "_") })
    let digits = key.endOfDigits(from: 0, before: key.count)
    let letters = key[digits...].prefix { $0.isLetter }
    let rest = key[letters.endIndex...]
    return (digits == 2 || digits == 4) && letters.count >= 3 && rest.count >= 2
      && rest.allSatisfy(\.isDigit)
  }

  /// A file's name without folders and ending.
  private static func stem(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.firstIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  // MARK: Date

  private var knownYear: Int? { footerID?.year ?? outerID?.year }

  private mutating func findDate() {
    if let sent = header.transmission.date {
      date = sent
      compareWithHints(sent)
    } else if let given = hints.date ?? header.preamble?.date ?? header.page?.date {
      date = withStationTime(given)
    } else if let written = header.transmission.writtenDate {
      date = written
    } else if let year = knownYear, let time = header.transmission.stationTime {
      date = Self.date(dayOfYear: time.day, year: year, hour: time.hour, minute: time.minute)
    } else {
      date =
        dateOfDeclassification().map(withStationDay)
        ?? knownYear.map { CableDate(year: $0, precision: .year, isInferred: true) }
    }
    if date == nil {
      warnings.append(CableWarning(kind: .dateMissing, message: "no date was found"))
    }
  }

  /// A concluded date with the station line's day and time, if that is about the same day.
  private func withStationDay(_ concluded: CableDate) -> CableDate {
    guard let time = header.transmission.stationTime,
      let sent = Self.date(
        dayOfYear: time.day, year: concluded.year, hour: time.hour, minute: time.minute),
      abs(Self.dayNumber(sent) - Self.dayNumber(concluded)) <= 10
    else { return concluded }
    return sent
  }

  /// A given date; where its minute is known to be false the station line's time stands in, if the day is the same.
  private func withStationTime(_ given: CableDate) -> CableDate {
    let isFalse = hints.date != nil && hints.isMinuteFalse
    let isMidnight = hints.date == nil && given.hour == 0 && given.minute == 0
    guard isFalse || isMidnight else { return given }
    if let time = header.transmission.stationTime,
      let sent = Self.date(
        dayOfYear: time.day, year: given.year, hour: time.hour, minute: time.minute),
      sent.month == given.month, sent.day == given.day
    {
      return CableDate(
        year: sent.year, month: sent.month, day: sent.day, hour: sent.hour, minute: sent.minute,
        precision: .minute)
    }
    return given.precision > .day
      ? CableDate(year: given.year, month: given.month, day: given.day, precision: .day) : given
  }

  private mutating func compareWithHints(_ sent: CableDate) {
    guard let given = hints.date ?? header.preamble?.date ?? header.page?.date,
      given.precision >= .day
    else { return }
    let distance = abs(Self.dayNumber(sent) - Self.dayNumber(given))
    guard distance > 1 else { return }
    warnings.append(
      CableWarning(
        kind: .dateDisagrees,
        message: "the text was sent \(sent.iso8601), the collection says \(given.iso8601)"))
  }

  /// Days since a fixed day, to compare dates with.
  private static func dayNumber(_ date: CableDate) -> Int {
    var days = date.year * 365 + date.year / 4 + date.day
    for month in 1..<max(date.month, 1) { days += Month.days(month, of: date.year) }
    return days
  }

  static func date(dayOfYear: Int, year: Int, hour: Int, minute: Int) -> CableDate? {
    var day = dayOfYear
    for month in 1...12 {
      let length = Month.days(month, of: year)
      if day <= length {
        return CableDate(
          year: year, month: month, day: day, hour: hour, minute: minute, precision: .minute,
          isInferred: true)
      }
      day -= length
    }
    return nil
  }

  /// The date so many years before declassification: in the known year if there is one, else in the years in which
  /// the executive order was in force.
  private func dateOfDeclassification() -> CableDate? {
    let text = header.declassifyOn ?? header.classifiedBy?.declassifyOn
    guard let text, let end = Self.isoDate(text) else { return nil }
    let offsets = [10, 15, 20, 25, 6, 8, 5]
    if let knownYear {
      for years in offsets where end.year - years == knownYear { return back(end, by: years) }
      return nil
    }
    guard let term = Self.term(ofOrder: header.order) else { return back(end, by: 10) }
    for years in offsets where term.contains(end.year - years) { return back(end, by: years) }
    return back(end, by: 10)
  }

  /// The years in which cables were classified by an executive order.
  private static func term(ofOrder order: Int?) -> ClosedRange<Int>? {
    switch order {
    case 11652: 1972...1978
    case 12065: 1978...1982
    case 12356: 1982...1995
    case 12958: 1995...2010
    default: nil
    }
  }

  private func back(_ date: CableDate, by years: Int) -> CableDate {
    let year = date.year - years
    return CableDate(
      year: year, month: date.month, day: min(date.day, Month.days(date.month, of: year)),
      precision: .day, isInferred: true)
  }

  private static func isoDate(_ text: String) -> CableDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-") else { return nil }
    return Declassification.date(bytes, 0..<10)
  }

  // MARK: Id

  private mutating func findID() {
    let line = header.classLine
    let body = bodyID()
    origin = line?.post ?? body?.post
    let given = footerID ?? outerID
    guard let given, let givenID = given.id else {
      id = body
      finish()
      return
    }
    guard let body else {
      id = givenID
      if let outer = outerID?.id, footerID != nil { compare(outer, with: givenID, "the footer") }
      finish()
      return
    }
    if givenID.isSameCable(as: body) || !isNumberCertain
      || (given.number == body.number && !(line?.isPostKnown ?? true))
    {
      id = givenID
    } else if hasStationWitness(for: givenID), !hasStationWitness(for: body) {
      // The station line has the number too; the class line lost or changed a digit.
      id = givenID
      compare(givenID, with: body, "the class line")
    } else if footerID != nil, outerID?.id.map({ $0.isSameCable(as: givenID) }) ?? false {
      // Two witnesses outweigh a slip in the class line.
      id = givenID
      compare(givenID, with: body, "the class line")
    } else {
      id = body
      compare(givenID, with: body, "the class line")
    }
    if footerID != nil, let outer = outerID?.id, let id, !outer.isSameCable(as: id) {
      compare(outer, with: id, "the text")
    }
    finish()
  }

  /// Whether the station line numbers the transmission like an id and the sender is its post.
  private func hasStationWitness(for id: CableID) -> Bool {
    guard let number = header.transmission.shortNumber, number == id.number % 10_000,
      let sender = header.transmission.from.flatMap({ PostTable.standard[$0]?.key })
    else { return false }
    return PostTable.standard[id.post]?.key == sender
  }

  private mutating func finish() {
    if origin == nil { origin = id?.post }
    if let id, let known = header.classLine, !known.isPostKnown { origin = id.post }
    if id == nil {
      warnings.append(CableWarning(kind: .identityMissing, message: "nothing names the cable"))
    }
  }

  /// The id the header gives: class line, else the old page line, else sender and station number; with the date's year.
  private mutating func bodyID() -> CableID? {
    guard var year = header.transmission.date?.year ?? knownYear ?? date?.year else { return nil }
    // A telegram sent in the first days of January may have its number from December.
    if let knownYear, abs(knownYear - year) == 1, let date, date.month == 1 || date.month == 12 {
      year = knownYear
    }
    if let line = header.classLine, let post = line.post, let number = line.number {
      return CableID(year: year, post: post, number: number)
    }
    let transmission = header.transmission
    if let post = transmission.pagePost, let number = transmission.pageNumber {
      return CableID(year: year, post: post, number: number)
    }
    if let page, page.isPostKnown {
      return CableID(year: year, post: page.post, number: page.number)
    }
    let sender = transmission.from.flatMap { PostTable.standard[$0]?.key }
    let post = header.classLine?.post ?? sender
    guard let post, let number = transmission.shortNumber else { return nil }
    // The Department sends more than 10,000 telegrams a year, of which the station line has four digits.
    isNumberCertain = post != "STATE"
    return CableID(year: year, post: post, number: number)
  }

  private mutating func compare(_ outer: CableID, with inner: CableID, _ place: String) {
    guard !outer.isSameCable(as: inner),
      !warnings.contains(where: { $0.kind == .identityDisagrees })
    else { return }
    let source = footerID?.id == outer ? "the footer" : "the collection"
    warnings.append(
      CableWarning(
        kind: .identityDisagrees, message: "\(source) names \(outer), \(place) names \(inner)"))
  }
}
