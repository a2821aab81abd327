/// What the lines above the class line say: the path of the message, its time, who sent it and to whom.
struct TransmissionHeader {
  var id: String?
  var precedences: [Precedence] = []
  var date: CableDate?
  var from: String?
  var to: [Addressee] = []
  var info: [Addressee] = []
  /// The station's routing indicator, `RUEHRO`.
  var route: String?
  /// The level that the security prosign tells, `ZNY CCCCC ZZH`.
  var level: Classification?
  /// The serial number modulo 10,000 of the station line.
  var shortNumber: Int?
  /// Day of the year, hour and minute of the station line.
  var stationTime: (day: Int, hour: Int, minute: Int)?
  /// The date in words above a newspaper's copy.
  var writtenDate: CableDate?
  /// Post and number of a `PAGE 01` line.
  var pagePost: String?
  var pageNumber: Int?

  private enum List {
    case none
    case action
    case information
  }
  private var list = List.none
  /// Whether a blank line stands above, behind which only a line with a route goes on with a list.
  private var isAfterBlank = false
  /// Whether blank lines stand between all lines of the header and mean nothing.
  private var isSpaced = false
  /// Whether the last addressee's offices go on with the next line.
  private var hasOpenOffices = false

  /// Reads lines; text that is no header leaves everything empty.
  init(_ lines: LineIndex, _ range: Range<Int>) {
    for index in range {
      let line = lines[index]
      if line.isBlank {
        isAfterBlank = true
        continue
      }
      defer { isAfterBlank = false }
      for part in Self.parts(lines.bytes, line.content) { self.read(lines.bytes, part) }
    }
  }

  /// Whether anything was found.
  var isPresent: Bool { id != nil || date != nil || from != nil || route != nil }

  /// Cuts a line to which others were joined in front of the words that begin lines; mostly one part.
  private static func parts(_ bytes: [UInt8], _ content: Range<Int>) -> [Range<Int>] {
    guard content.count > 20 else { return [content] }
    var parts: [Range<Int>] = []
    var start = content.lowerBound
    var index = content.lowerBound
    while index < content.upperBound {
      let word = index
      while index < content.upperBound, !bytes[index].isBlank { index += 1 }
      if word > start,
        beginsLine(bytes, word..<index, of: start..<word, before: content.upperBound)
      {
        parts.append(bytes.trimmed(start..<word))
        start = word
      }
      index = bytes.skippingBlanks(from: index, before: content.upperBound)
    }
    parts.append(bytes.trimmed(start..<content.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  /// Whether a word begins a line of its own behind what stands before it.
  private static func beginsLine(
    _ bytes: [UInt8], _ word: Range<Int>, of before: Range<Int>, before limit: Int
  ) -> Bool {
    for name: StaticString in ["FM", "ZNY", "ZNR"] where bytes.equals(name, in: word) {
      return true
    }
    let isList =
      bytes.hasWord("TO", at: before.lowerBound, before: before.upperBound)
      || bytes.hasWord("INFO", at: before.lowerBound, before: before.upperBound)
      || endOfRoute(bytes, before) != nil
    if bytes.equals("TO", in: word) {
      return bytes.hasWord("FM", at: before.lowerBound, before: before.upperBound)
    }
    if bytes.equals("INFO", in: word) { return isList }
    if bytes.equals("DE", in: word) {
      return bytes[bytes.skippingBlanks(from: word.upperBound, before: limit - 1)].capital
        == UInt8(ascii: "R")
    }
    if bytes[word.lowerBound].isDigit || DateTimeGroup.precedence(bytes[word.lowerBound]) != nil,
      DateTimeGroup(bytes, at: word.lowerBound, before: limit) != nil
    {
      return DateTimeGroup(bytes, at: before.lowerBound, before: limit) == nil
    }
    guard isList, !bytes.trimmed(before).isEmpty, !endsWithListWord(bytes, before) else {
      return false
    }
    return endOfRoute(bytes, word) != nil || bytes.equals("AMEMBASSY", in: word)
      || bytes.equals("AMCONSUL", in: word)
  }

  /// Whether a stretch is `TO`, `INFO` or a route, behind which the name of an addressee stands.
  private static func endsWithListWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let range = bytes.trimmed(range)
    return bytes.equals("TO", in: range) || bytes.equals("INFO", in: range)
      || bytes[range.upperBound - 1] == UInt8(ascii: "/")
  }

  /// The slash behind a routing indicator in front of a name.
  private static func endOfRoute(_ bytes: [UInt8], _ word: Range<Int>) -> Int? {
    guard word.count > 6, bytes[word.lowerBound].capital == UInt8(ascii: "R") else { return nil }
    var index = word.lowerBound
    while index < word.upperBound, bytes[index].isWord { index += 1 }
    return (4...8).contains(index - word.lowerBound) && index < word.upperBound
      && bytes[index] == UInt8(ascii: "/") ? index : nil
  }

  /// Reads a line.
  private mutating func read(_ bytes: [UInt8], _ content: Range<Int>) {
    let (first, end) = (content.lowerBound, content.upperBound)
    func begins(_ word: StaticString) -> Bool { bytes.hasWord(word, at: first, before: end) }
    if bytes.has("VZCZC", at: first, before: end) || bytes.has("ZCZC", at: first, before: end) {
      var tokenEnd = first
      while tokenEnd < end, bytes[tokenEnd].isWord { tokenEnd += 1 }
      if id == nil { id = bytes.text(in: first..<tokenEnd) }
      return
    }
    if let group = DateTimeGroup(bytes, at: first, before: end) {
      guard date == nil else { return }
      date = group.date
      precedences = group.precedences
      list = .none
      let rest = bytes.skippingBlanks(from: group.end, before: end)
      if bytes.hasWord("FM", at: rest, before: end) { readFrom(bytes, rest + 2..<end) }
      return
    }
    if begins("DE") {
      return readStation(bytes, bytes.skippingBlanks(from: first + 2, before: end), end)
    }
    if begins("FM") {
      readFrom(bytes, first + 2..<end)
      return
    }
    if begins("BT") { return }
    if isAfterBlank, date != nil, begins("TO") || begins("INFO") || begins("FM") {
      isSpaced = true
    }
    if begins("TO"), from != nil || date != nil {
      list = .action
      addAddressee(bytes, skippingColon(bytes, first + 2, end)..<end)
      return
    }
    if begins("INFO"), from != nil || date != nil {
      list = .information
      addAddressee(bytes, skippingColon(bytes, first + 4, end)..<end)
      return
    }
    if begins("ZNY") || begins("ZNR") { return readProsign(bytes, first + 3..<end) }
    if begins("XMT") || begins("ACTION") { return }
    if begins("PAGE") {
      readPage(bytes, content)
      return
    }
    if list != .none {
      addAddressee(bytes, content)
    } else if writtenDate == nil, date == nil {
      writtenDate = WrittenDate.read(bytes, content)
    }
  }

  /// Reads the letters behind `ZNY` or `ZNR`, of which five are the same.
  private mutating func readProsign(_ bytes: [UInt8], _ range: Range<Int>) {
    let letters = bytes.skippingBlanks(from: range.lowerBound, before: range.upperBound)
    let levels: [(StaticString, Classification)] = [
      ("UUUUU", .unclassified), ("CCCCC", .confidential), ("SSSSS", .secret), ("TTTTT", .topSecret),
    ]
    for (word, level) in levels where bytes.hasWord(word, at: letters, before: range.upperBound) {
      self.level = self.level ?? level
    }
  }

  private func skippingColon(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Int {
    let start = bytes.skippingBlanks(from: index, before: limit)
    guard start < limit, bytes[start] == 0x3A else { return start }
    return bytes.skippingBlanks(from: start + 1, before: limit)
  }

  private mutating func readFrom(_ bytes: [UInt8], _ range: Range<Int>) {
    guard from == nil else { return }
    let start = skippingColon(bytes, range.lowerBound, range.upperBound)
    let offices = bytes.firstIndex(of: "//", in: start..<range.upperBound, asWord: false)
    let name = bytes.foldedText(in: start..<(offices ?? range.upperBound))
    if !name.isEmpty { from = name }
    list = .none
  }

  /// `RUEHRO #1919/01 2531426` behind `DE`.
  private mutating func readStation(_ bytes: [UInt8], _ start: Int, _ limit: Int) {
    var index = start
    while index < limit, bytes[index].isWord { index += 1 }
    guard index - start >= 4, index - start <= 8 else { return }
    if route == nil { route = bytes.text(in: start..<index) }
    index = bytes.skippingBlanks(from: index, before: limit)
    guard index < limit, bytes[index] == UInt8(ascii: "#") else { return }
    let end = bytes.endOfDigits(from: index + 1, before: limit)
    if shortNumber == nil { shortNumber = bytes.number(in: index + 1..<end) }
    index = end
    while index < limit, !bytes[index].isBlank { index += 1 }
    index = bytes.skippingBlanks(from: index, before: limit)
    let timeEnd = bytes.endOfDigits(from: index, before: limit)
    if timeEnd - index == 7, let time = bytes.number(in: index..<timeEnd) {
      let (day, hour, minute) = (time / 10_000, time / 100 % 100, time % 100)
      if (1...366).contains(day), hour < 24, minute < 60 { stationTime = (day, hour, minute) }
    }
  }

  /// `PAGE 01 HARARE 06677 01 OF 03 291400Z` of the old State form.
  private mutating func readPage(_ bytes: [UInt8], _ content: Range<Int>) {
    let limit = content.upperBound
    var index = bytes.skippingBlanks(from: content.lowerBound + 4, before: limit)
    index = bytes.endOfDigits(from: index, before: limit)
    let nameStart = bytes.skippingBlanks(from: index, before: limit)
    index = nameStart
    while index < limit, !bytes[index].isDigit { index += 1 }
    let end = bytes.endOfDigits(from: index, before: limit)
    let name = bytes.trimmed(nameStart..<index)
    guard pagePost == nil, end - index >= 3, !name.isEmpty else { return }
    let table = PostTable.standard
    guard let post = table.name(in: bytes, range: name) ?? table.cutName(in: bytes, range: name)
    else { return }
    pagePost = post.filedAs
    pageNumber = bytes.number(in: index..<end)
  }

  private mutating func addAddressee(_ bytes: [UInt8], _ range: Range<Int>) {
    let content = bytes.trimmed(range)
    guard !content.isEmpty else { return }
    if hasOpenOffices {
      hasOpenOffices = false
      if bytes.has("//", at: content.upperBound - 2, before: content.upperBound),
        addOffice(bytes.foldedText(in: content.lowerBound..<content.upperBound - 2))
      {
        return
      }
    }
    guard let addressee = Addressee(bytes, content) else { return }
    hasOpenOffices = !addressee.offices.isEmpty && Self.opensOffices(bytes, content)
    if isAfterBlank, !isSpaced, addressee.route == nil, !to.isEmpty {
      list = .none
      return
    }
    switch list {
    case .none: break
    case .action:
      if !Self.complete(&to, with: addressee) { to.append(addressee) }
    case .information:
      if !Self.complete(&info, with: addressee) { info.append(addressee) }
    }
  }

  /// Whether a `//` on a line has no partner.
  private static func opensOffices(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    guard let open = bytes.firstIndex(of: "//", in: content, asWord: false) else { return false }
    let rest = open + 2..<content.upperBound
    return !rest.isEmpty && bytes.firstIndex(of: "//", in: rest, asWord: false) == nil
  }

  /// Gives offices that wrapped to the addressee before; false where there is none.
  private mutating func addOffice(_ office: String) -> Bool {
    switch list {
    case .action where !to.isEmpty: to[to.count - 1].offices.append(office)
    case .information where !info.isEmpty: info[info.count - 1].offices.append(office)
    default: return false
    }
    return true
  }

  /// Gives a precedence and number that wrapped to their own line to the addressee before.
  private static func complete(_ list: inout [Addressee], with rest: Addressee) -> Bool {
    guard rest.name.isEmpty, rest.route == nil, let last = list.indices.last else {
      return rest.name.isEmpty
    }
    if list[last].precedence == nil { list[last].precedence = rest.precedence }
    if list[last].number == nil { list[last].number = rest.number }
    list[last].offices += rest.offices
    return true
  }
}
