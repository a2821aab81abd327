/// The lists of hits of all words of a segment, as FTS5 keeps them.
///
/// For each row of a word the difference of its id to the one before, the length of its positions, doubled, and these: differences and
/// two more, with a 1 and its number before each column but the first.
///
/// The hits are gone through twice, row by row: the first time it is measured how long each list gets, the second time all
/// of them are written at once, each into its place. So there is never more than the lists themselves.
struct HitLists {
  /// One of the two times that all hits are gone through.
  enum Pass {
    case measuring
    case writing
  }

  /// How far the list of a word is.
  private struct State {
    /// While measuring the length of the list so far, while writing where it ends so far.
    var end: UInt32 = 0
    /// The row it ended with, counted from 1; 0 for none.
    var row: UInt32 = 0
    /// The bytes of positions in that row.
    var length: UInt32 = 0
    /// The column of the last hit in the two highest bits, its position in the others.
    var place: UInt32 = 0
  }

  private static let positions: UInt32 = 1 << 30 - 1

  private var pass = Pass.measuring
  private var states: [State]
  private var bytes: [UInt8] = []
  /// Where the list of each word begins.
  private var starts: [UInt32] = []
  private var rowIDs: [Int64] = []

  /// Creates empty lists of so many words.
  init(words: Int) {
    states = [State](repeating: State(), count: words)
  }

  /// The bytes of all lists.
  var size: Int { bytes.count }

  /// Begins to go through all hits; measuring comes first.
  mutating func begin(_ pass: Pass) {
    self.pass = pass
    rowIDs.removeAll(keepingCapacity: true)
    guard pass == .writing else { return }
    var next: UInt32 = 0
    starts.reserveCapacity(states.count + 1)
    for number in states.indices {
      let state = states[number]
      starts.append(next)
      next += state.end + Self.more(state.length)
      states[number] = State(end: starts[number])
    }
    starts.append(next)
    bytes = [UInt8](repeating: 0, count: Int(next))
  }

  /// Goes on with the next row; ids ascend.
  mutating func beginRow(_ rowID: Int64) {
    rowIDs.append(rowID)
  }

  /// Takes the words of a column of the row, in the order of the text.
  mutating func append(_ words: UnsafeBufferPointer<UInt32>, column: UInt32) {
    let row = UInt32(rowIDs.count)
    let place = column << 30
    let pass = pass
    rowIDs.withUnsafeBufferPointer { rowIDs in
      states.withUnsafeMutableBufferPointer { states in
        bytes.withUnsafeMutableBufferPointer { bytes in
          for (position, word) in words.enumerated() {
            let hit = place + UInt32(truncatingIfNeeded: position)
            if pass == .measuring {
              Self.measure(&states[Int(word)], row, hit, rowIDs)
            } else if let bytes = bytes.baseAddress {
              Self.write(&states[Int(word)], row, hit, rowIDs, bytes)
            }
          }
        }
      }
    }
  }

  /// Ends writing.
  mutating func finish() {
    bytes.withUnsafeMutableBufferPointer { bytes in
      guard let bytes = bytes.baseAddress else { return }
      for number in states.indices where states[number].row > 0 {
        Self.endRow(&states[number], bytes)
      }
    }
  }

  /// The list of a word; empty where it has no hits.
  func withList(of word: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[Int(starts[word])..<Int(starts[word + 1])]))
    }
  }

  private static func difference(
    _ state: State, _ row: UInt32, _ rowIDs: UnsafeBufferPointer<Int64>
  ) -> UInt64 {
    let last = state.row > 0 ? rowIDs[Int(state.row) - 1] : 0
    return UInt64(rowIDs[Int(row) - 1] - last)
  }

  private static func measure(
    _ state: inout State, _ row: UInt32, _ hit: UInt32, _ rowIDs: UnsafeBufferPointer<Int64>
  ) {
    if state.row != row {
      state.end += more(state.length) + 1 + count(difference(state, row, rowIDs))
      state.row = row
      state.length = 0
      state.place = 0
    }
    var length: UInt32 = 0
    if hit >> 30 != state.place >> 30 {
      length = 2
      state.place = 0
    }
    length += count(UInt64(hit & positions - state.place & positions + 2))
    state.place = hit
    state.length += length
    state.end += length
  }

  private static func write(
    _ state: inout State, _ row: UInt32, _ hit: UInt32, _ rowIDs: UnsafeBufferPointer<Int64>,
    _ bytes: UnsafeMutablePointer<UInt8>
  ) {
    if state.row != row {
      if state.row > 0 { endRow(&state, bytes) }
      append(difference(state, row, rowIDs), bytes, &state.end)
      // The length comes here.
      state.end += 1
      state.row = row
      state.length = 0
      state.place = 0
    }
    let start = state.end
    if hit >> 30 != state.place >> 30 {
      bytes[Int(state.end)] = 1
      bytes[Int(state.end) + 1] = UInt8(hit >> 30)
      state.end += 2
      state.place = 0
    }
    append(UInt64(hit & positions - state.place & positions + 2), bytes, &state.end)
    state.place = hit
    state.length += state.end - start
  }

  /// Writes the length of the positions before them; nearly all lengths need a byte, for others the positions are moved on.
  private static func endRow(_ state: inout State, _ bytes: UnsafeMutablePointer<UInt8>) {
    var place = state.end - state.length - 1
    let more = more(state.length)
    if more > 0 {
      let positions = bytes + Int(place) + 1
      (positions + Int(more)).update(from: positions, count: Int(state.length))
      state.end += more
    }
    append(UInt64(2 * state.length), bytes, &place)
  }

  /// The bytes that a length needs beyond the first.
  private static func more(_ length: UInt32) -> UInt32 {
    length < 64 ? 0 : count(UInt64(2 * length)) - 1
  }

  private static func count(_ number: UInt64) -> UInt32 {
    var count: UInt32 = 1
    var rest = number >> 7
    while rest > 0 {
      count += 1
      rest >>= 7
    }
    return min(count, 9)
  }

  private static func append(
    _ number: UInt64, _ bytes: UnsafeMutablePointer<UInt8>, _ end: inout UInt32
  ) {
    if number < 0x80 {
      bytes[Int(end)] = UInt8(number)
      end += 1
      return
    }
    // Row ids and positions need no ninth byte.
    var shift = 7 * UInt64(count(number) - 1)
    while shift > 0 {
      bytes[Int(end)] = UInt8(truncatingIfNeeded: number >> shift) | 0x80
      end += 1
      shift -= 7
    }
    bytes[Int(end)] = UInt8(number & 0x7F)
    end += 1
  }
}
