import Cables

/// Chooses what a cable refers to, mostly earlier cables of its own post, of the Department and of its neighbours.
struct CitationPlanner: Sendable {
  let schedule: Schedule
  let stations: StationList
  let options: CorpusOptions

  /// The items of a cable's REF block; empty for a cable without one.
  func citations(of index: Int, dice: inout Dice) -> [Citation] {
    guard dice.happens(options.citingShare) else { return [] }
    let count = 1 + dice.run(0.54, limit: 16)
    var citations: [Citation] = []
    var seen: Set<Int> = []
    for _ in 0..<count {
      if dice.happens(options.nonCableShare) {
        citations.append(nonCable(of: index, dice: &dice))
      } else if let citation = cable(of: index, dice: &dice, seen: &seen) {
        citations.append(citation)
      }
    }
    return citations
  }

  private func cable(of index: Int, dice: inout Dice, seen: inout Set<Int>) -> Citation? {
    for _ in 0..<4 {
      let target =
        dice.happens(options.resolvedShare)
        ? present(before: index, dice: &dice) : absent(before: index, dice: &dice)
      guard var citation = target, let station = citation.station else { continue }
      let key = (citation.numbers[0] * 64 + citation.year % 64) * 512 + station
      guard seen.insert(key).inserted else { continue }
      if dice.happens(options.listShare) { extend(&citation, index: index, dice: &dice) }
      decideYear(&citation, of: index, dice: &dice)
      citation.words = writtenPost(station, dice: &dice)
      citation.postKey = stations.stations[station].post.key
      citation.note =
        dice.happens(0.01) ? "NOTAL" : dice.happens(0.02) ? "AND PREVIOUS" : nil
      return citation
    }
    return nil
  }

  /// A cable of the collection that is older than another.
  private func present(before index: Int, dice: inout Dice) -> Citation? {
    guard index > 0 else { return nil }
    let choice = dice.fraction()
    // A small collection may have nothing of the post that was chosen.
    let ofPost =
      choice < 0.7
      ? recent(of: choice < 0.5 ? schedule[index].station : 0, before: index, dice: &dice) : nil
    let window = max(1, min(index, schedule.count / 8))
    let entry = schedule[
      ofPost ?? (index - 1 - min(dice.below(window), dice.below(window)))]
    return Citation(
      station: entry.station, year: entry.time.year, numbers: [entry.number], isInCorpus: true)
  }

  /// One of the last cables of a post before another, if there are so many.
  private func recent(of station: Int, before index: Int, dice: inout Dice) -> Int? {
    let cables = schedule.cables(of: station)
    let place = cables.partitioningIndex { Int($0) >= index }
    let back = 1 + dice.run(0.85, limit: 60)
    return place - back >= cables.startIndex ? Int(cables[place - back]) : nil
  }

  /// A cable that was sent before another and that the collection lacks.
  private func absent(before index: Int, dice: inout Dice) -> Citation? {
    let own = schedule[index]
    let choice = dice.fraction()
    let station =
      choice < 0.4 ? own.station : choice < 0.75 ? 0 : dice.below(stations.stations.count)
    let days = min(dice.below(200), dice.below(500))
    let time = CivilTime(minutes: own.time.minutes - 60 - days * 1_440 - dice.below(1_440))
    var number = Schedule.number(of: station, at: time)
    if station == own.station, time.year == own.time.year, dice.happens(0.05) {
      // Written at the same time as the citing cable, and sent just after it.
      number = own.number + dice.within(1...6)
    }
    for step in 0..<5 where number + step != own.number {
      if schedule.index(station: station, year: time.year, number: number + step) == nil {
        return Citation(station: station, year: time.year, numbers: [number + step])
      }
    }
    return nil
  }

  /// Makes a list of an item: more numbers of the same post and year, below the citing cable's own.
  private func extend(_ citation: inout Citation, index: Int, dice: inout Dice) {
    guard let station = citation.station else { return }
    let own = schedule[index]
    let isSameSeries = station == own.station && citation.year == own.time.year
    guard !isSameSeries || citation.numbers[0] < own.number else { return }
    for _ in 0..<(1 + dice.run(0.3, limit: 2)) {
      let next = (citation.numbers.last ?? 0) + dice.within(1...40)
      guard !isSameSeries || next < own.number else { break }
      citation.numbers.append(next)
    }
  }

  /// Leaves the year out where a reader can tell it, by the rules that were found in real cables.
  private func decideYear(_ citation: inout Citation, of index: Int, dice: inout Dice) {
    guard let station = citation.station else { return }
    let own = schedule[index]
    let year = own.time.year
    let isSamePost = station == own.station
    let excesses = citation.numbers.map { $0 - own.number }
    let isYoungerSeries = isSamePost && excesses.allSatisfy { $0 >= 15 }
    // Between 8 and 15 above the own number nobody can tell, and a list must not straddle the border.
    let isUnclear =
      isSamePost && !isYoungerSeries && !excesses.allSatisfy { $0 < 8 }
    citation.yearByText = isYoungerSeries ? year - 1 : year
    func has(_ year: Int) -> Bool {
      citation.numbers.contains {
        schedule.index(station: station, year: year, number: $0).map { $0 < index } ?? false
      }
    }
    let canLeaveOut: Bool
    if isUnclear {
      canLeaveOut = false
    } else if citation.year == citation.yearByText {
      // An archive must come to the same year: nothing may stand in its other year.
      let otherYear = isYoungerSeries ? year : year - 1
      canLeaveOut =
        isSamePost && !isYoungerSeries
        || !citation.numbers.contains {
          schedule.index(station: station, year: otherYear, number: $0) != nil
        }
        || (citation.isInCorpus && citation.year == year)
    } else {
      canLeaveOut =
        !isSamePost && citation.numbers.count == 1 && citation.isInCorpus
        && citation.year == year - 1 && !has(year) && dice.happens(0.3)
    }
    let share = citation.year == year ? 0.97 : 0.6
    citation.leavesYearOut = canLeaveOut && dice.happens(share)
    if !citation.leavesYearOut { citation.yearByText = citation.year }
  }

  /// The post as its readers write it.
  private func writtenPost(_ station: Int, dice: inout Dice) -> String {
    let bits = dice.below(100)
    if station == 0 { return bits < 35 ? "SECSTATE" : bits < 37 ? "SECSTATE WASHDC" : "STATE" }
    return bits < 5 ? stations.stations[station].spokenName : stations.stations[station].name
  }

  private func nonCable(of index: Int, dice: inout Dice) -> Citation {
    let year = schedule[index].time.year
    let short = (year % 100).digits(2)
    let month = dice.within(1...12)
    let day = dice.within(1...28)
    let number = dice.within(100...9_999)
    let names = dice.one(of: [("MILLER", "PETERSEN"), ("HOLT", "GARNER"), ("DUBOIS", "LINDT")])
    let monthName = CivilTime.months[month - 1].uppercased()
    let choice = dice.one(of: [
      (Reference.Kind.email, "\(names.0)-\(names.1) E-MAIL OF \(month)/\(day)/\(short)"),
      (.email, "\(names.0)/\(names.1) EMAIL \(monthName) \(day), \(year)"),
      (.email, "E-MAIL \(names.0) TO \(names.1) \(month)/\(day)/\(year)"),
      (.report, "IIR 6 842 \(number.digits(4)) \(short)"),
      (.report, "TD-314/0\(number.digits(5))-\(short)"),
      (.memo, "\(names.0) MEMO OF \(monthName) \(day)"),
      (.telcon, "\(names.0)/\(names.1) TELCON \(month)/\(day)/\(short)"),
      (.letter, "\(names.0) LETTER OF \(monthName) \(day), \(year)"),
      (.message, "DTG \(day.digits(2))1530Z \(monthName.prefix(3)) \(short)"),
      (.manual, "7 FAM \(number % 900 + 100)"),
      (.septel, "SEPTEL"),
      (.redacted, "\(short) XXXXXXXXXXXX \(number)"),
    ])
    return Citation(kind: choice.0, words: choice.1)
  }
}

extension ArraySlice<Int32> {
  /// The first place from which a condition holds; it must hold from there to the end.
  fileprivate func partitioningIndex(where holds: (Int32) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
