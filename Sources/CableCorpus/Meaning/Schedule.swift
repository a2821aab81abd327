import Cables

/// When which post sent which number: the identity of every cable of a collection, found in one step.
///
/// Cables are in the order of time; within a post and year the numbers ascend with it, with gaps for the
/// cables nobody has.
struct Schedule: Sendable {
  /// What is known of a cable before anything is written.
  struct Entry: Sendable {
    /// The post, as an index into the list of stations.
    let station: Int
    /// When it was sent.
    let time: CivilTime
    /// Its serial number.
    let number: Int
  }

  private let minutes: [Int32]
  private let posts: [UInt16]
  private let numbers: [Int32]
  /// Indices of all cables, grouped by post, in the order of time.
  private let byPost: [Int32]
  private let postStarts: [Int]

  /// Lays out a collection.
  ///
  /// - Complexity: O(n) time, 14 bytes a cable.
  init(seed: UInt64, count: Int, stations: StationList) {
    var minutes: [Int32] = []
    var posts: [UInt16] = []
    var numbers: [Int32] = []
    minutes.reserveCapacity(count)
    posts.reserveCapacity(count)
    numbers.reserveCapacity(count)
    var last: [Int: Int] = [:]
    var sizes = [Int](repeating: 0, count: stations.stations.count)
    for index in 0..<count {
      var dice = Dice(seed: seed, purpose: .schedule, number: index)
      let time = Schedule.time(share: (Double(index) + dice.fraction()) / Double(count))
      let year = time.year
      let post = stations.index(UInt16(truncatingIfNeeded: dice.next()), year: year)
      let plain = Schedule.number(of: post, at: time)
      let key = year * 1_024 + post
      let number = max(plain, (last[key] ?? 0) + 1)
      last[key] = number
      sizes[post] += 1
      minutes.append(Int32(time.minutes))
      posts.append(UInt16(post))
      numbers.append(Int32(number))
    }
    var starts = [0]
    for size in sizes { starts.append((starts.last ?? 0) + size) }
    var next = starts
    var byPost = [Int32](repeating: 0, count: count)
    for index in 0..<count {
      byPost[next[Int(posts[index])]] = Int32(index)
      next[Int(posts[index])] += 1
    }
    self.minutes = minutes
    self.posts = posts
    self.numbers = numbers
    self.byPost = byPost
    postStarts = starts
  }

  /// How many cables there are.
  var count: Int { minutes.count }

  /// The identity of a cable.
  subscript(index: Int) -> Entry {
    Entry(
      station: Int(posts[index]), time: CivilTime(minutes: Int(minutes[index])),
      number: Int(numbers[index]))
  }

  /// The cables of a post in the order of time.
  func cables(of station: Int) -> ArraySlice<Int32> {
    byPost[postStarts[station]..<postStarts[station + 1]]
  }

  /// The cable of a post, year and number, if the collection has it.
  ///
  /// - Complexity: O(log n).
  func index(station: Int, year: Int, number: Int) -> Int? {
    let own = cables(of: station)
    var low = own.startIndex
    var high = own.endIndex
    while low < high {
      let middle = (low + high) / 2
      let entry = self[Int(own[middle])]
      if (entry.time.year, entry.number) < (year, number) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < own.endIndex else { return nil }
    let entry = self[Int(own[low])]
    return (entry.time.year, entry.number) == (year, number) ? Int(own[low]) : nil
  }

  /// The number a post has reached at a time, by the part of the year that has passed.
  static func number(of station: Int, at time: CivilTime) -> Int {
    let passed = time.minutes - CivilTime(year: time.year).minutes
    return 1 + passed * volume(of: station) / 527_040
  }

  /// How many cables a post sends in a year.
  private static func volume(of station: Int) -> Int {
    station == 0 ? 180_000 : 300 + 90_000 / (station + 14)
  }

  private static func time(share: Double) -> CivilTime {
    var left = share * years.reduce(0) { $0 + $1.share }
    for (year, share) in years {
      if left < share {
        let start = CivilTime(year: year).minutes
        let days = year == 2_010 ? 59 : 365
        return CivilTime(minutes: start + Int(left / share * Double(days * 1_440)))
      }
      left -= share
    }
    return CivilTime(year: 2_010, month: 2, day: 28)
  }

  private static let years: [(year: Int, share: Double)] =
    (1_966...1_972).map { ($0, 0.05) } + (1_973...1_979).map { ($0, 0.35) }
    + (1_980...1_999).map { ($0, 0.12) }
    + [
      (2_000, 0.4), (2_001, 0.9), (2_002, 1.6), (2_003, 3.6), (2_004, 5.2), (2_005, 10.5),
      (2_006, 16), (2_007, 16.5), (2_008, 18), (2_009, 20.5), (2_010, 3.6),
    ]
}
