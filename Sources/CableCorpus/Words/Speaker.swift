/// Writes the sentences of one cable: its people, its topic, its country.
struct Speaker: Sendable {
  private let lexicon: Lexicon
  private let patterns: SentencePatterns
  private let topic: Topic
  private let people: [[UInt8]]
  private let surnames: [[UInt8]]
  private let country: [UInt8]
  private let cities: [[UInt8]]
  private let month: Int

  /// Chooses the people of a cable.
  init(
    lexicon: Lexicon, patterns: SentencePatterns, topic: Topic, station: Station, month: Int,
    cities: [String], dice: inout Dice
  ) {
    self.lexicon = lexicon
    self.patterns = patterns
    self.topic = topic
    self.month = month
    country = Array(station.country.utf8)
    self.cities = cities.map { Array($0.utf8) }
    var people: [[UInt8]] = []
    var surnames: [[UInt8]] = []
    for _ in 0..<(2 + dice.below(4)) {
      var person: [UInt8] = []
      lexicon.titles.put(UInt16(truncatingIfNeeded: dice.next()), to: &person)
      person.append(32)
      lexicon.givenNames.put(UInt16(truncatingIfNeeded: dice.next()), to: &person)
      person.append(32)
      let surname = Speaker.surname(lexicon, &dice)
      people.append(person + surname)
      surnames.append(surname)
    }
    self.people = people
    self.surnames = surnames
  }

  /// A surname, in a quarter of the cases one that no list has.
  static func surname(_ lexicon: Lexicon, _ dice: inout Dice) -> [UInt8] {
    var name: [UInt8] = []
    if dice.happens(0.25) {
      lexicon.rare.put(dice.next(), to: &name)
      if let first = name.first { name[0] = first & 0xDF }
    } else {
      lexicon.surnames.put(UInt16(truncatingIfNeeded: dice.next()), to: &name)
    }
    return name
  }

  /// Appends one sentence without its full stop.
  func putSentence(_ dice: inout Dice, to text: inout [UInt8]) {
    let start = text.count
    let bits = dice.next()
    put(patterns.statement(UInt16(truncatingIfNeeded: bits)), &dice, to: &text)
    if bits >> 16 & 3 != 0 {
      put(patterns.tail(UInt16(truncatingIfNeeded: bits >> 18)), &dice, to: &text)
    }
    capitalize(at: start, in: &text)
  }

  /// Appends a few words of the topic, as a heading or a short point has them.
  func putPhrase(_ dice: inout Dice, to text: inout [UInt8]) {
    let start = text.count
    let bits = dice.next()
    lexicon.adjectives.put(UInt16(truncatingIfNeeded: bits), to: &text)
    text.append(32)
    topic.nouns.put(UInt16(truncatingIfNeeded: bits >> 16), to: &text)
    text.put(bits >> 48 & 1 == 0 ? " and " : " of the ")
    lexicon.nouns.put(UInt16(truncatingIfNeeded: bits >> 32), to: &text)
    capitalize(at: start, in: &text)
  }

  private func capitalize(at start: Int, in text: inout [UInt8]) {
    let first = start < text.count && text[start] == UInt8(ascii: "\"") ? start + 1 : start
    if first < text.count, (97...122).contains(text[first]) { text[first] &= 0xDF }
  }

  private func put(
    _ steps: [SentencePatterns.Step], _ dice: inout Dice, to text: inout [UInt8]
  ) {
    for step in steps {
      switch step.slot {
      case .literal:
        patterns.literals.withUnsafeBufferPointer { text.append(contentsOf: $0[step.literal]) }
      case .adjective:
        let bits = dice.next()
        guard bits >> 60 < 11 else { continue }
        putWord(lexicon.adjectives, bits, rareShare: 10, to: &text)
        text.append(32)
      case .noun: putWord(lexicon.nouns, dice.next(), rareShare: 13, to: &text)
      case .plural: putWord(lexicon.plurals, dice.next(), rareShare: 13, to: &text)
      case .topic: putWord(topic.nouns, dice.next(), rareShare: 20, to: &text)
      case .past: lexicon.pastVerbs.put(UInt16(truncatingIfNeeded: dice.next()), to: &text)
      case .infinitive: lexicon.infinitives.put(UInt16(truncatingIfNeeded: dice.next()), to: &text)
      case .reporting: lexicon.reporting.put(UInt16(truncatingIfNeeded: dice.next()), to: &text)
      case .adverb: lexicon.adverbs.put(UInt16(truncatingIfNeeded: dice.next()), to: &text)
      case .body: lexicon.bodies.put(UInt16(truncatingIfNeeded: dice.next()), to: &text)
      case .officer: lexicon.officers.put(UInt16(truncatingIfNeeded: dice.next()), to: &text)
      case .person: text.append(contentsOf: people[dice.below(people.count)])
      case .surname: text.append(contentsOf: surnames[dice.below(surnames.count)])
      case .country: text.append(contentsOf: country)
      case .city: text.append(contentsOf: cities[dice.below(cities.count)])
      case .date, .number, .percent, .money: putFigure(step.slot, dice.next(), to: &text)
      }
    }
  }

  /// Appends a word of a list, or sometimes a rare one.
  private func putWord(
    _ list: WordList, _ bits: UInt64, rareShare: UInt64, to text: inout [UInt8]
  ) {
    if bits >> 16 & 1_023 < rareShare {
      lexicon.rare.put(bits &* 0x9E37_79B9_7F4A_7C15, to: &text)
    } else {
      list.put(UInt16(truncatingIfNeeded: bits), to: &text)
    }
  }

  private func putFigure(
    _ slot: SentencePatterns.Slot, _ bits: UInt64, to text: inout [UInt8]
  ) {
    let value = Int(bits & 0xFFFF)
    switch slot {
    case .date:
      text.put(CivilTime.months[month - 1])
      text.append(32)
      text.put(1 + value % 28)
    case .percent:
      text.put(2 + value % 97)
      text.put(" percent")
    case .money:
      text.put("USD ")
      text.put(2 + value % 900)
      text.put(value & 0x8000 == 0 ? " million" : " billion")
    default:
      text.put(2 + (value & 0x8000 == 0 ? value % 60 : value % 4_000))
    }
  }
}
