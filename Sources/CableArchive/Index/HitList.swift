/// A hit of a word in a batch.
struct IndexedHit {
  /// The row by its place in the batch.
  var row: UInt32
  /// The column in the two highest bits, the position in the others.
  var place: UInt32
}

/// Room for the list of hits of one word, as FTS5 keeps it.
///
/// For each row the difference of its id to the one before, the length of its positions, doubled, and these: differences and two more,
/// with a 1 and its number before each column but the first.
struct HitList {
  /// What a hit needs at most: a row id, a length, a column and a position.
  static let bytesPerHit = 9 + 5 + 2 + 5

  private let room: UnsafeMutablePointer<UInt8>

  /// Takes room for ``bytesPerHit`` times the hits of a word; nil for none.
  init?(_ room: UnsafeMutableBufferPointer<UInt8>) {
    guard let start = room.baseAddress else { return nil }
    self.room = start
  }

  /// Writes the hits of a word, ascending.
  ///
  /// - Parameters:
  ///   - hits: The hits, ascending.
  ///   - rowIDs: The ids of the batch's rows.
  /// - Returns: The list, which lasts until the next call.
  func encode(
    _ hits: UnsafeBufferPointer<IndexedHit>, _ rowIDs: [Int64]
  ) -> UnsafeBufferPointer<UInt8> {
    var end = room
    var index = 0
    var lastRowID: Int64 = 0
    while index < hits.count {
      let row = hits[index].row
      let rowID = rowIDs[Int(row)]
      Self.append(UInt64(rowID - lastRowID), &end)
      lastRowID = rowID
      // Nearly all lengths need a byte; for others the positions are moved on.
      let length = end
      end += 1
      var column: UInt32 = 0
      var last: UInt32 = 0
      while index < hits.count, hits[index].row == row {
        let place = hits[index].place
        if place >> 30 != column {
          column = place >> 30
          last = 0
          end[0] = 1
          end[1] = UInt8(column)
          end += 2
        }
        let position = place & (1 << 30 - 1)
        Self.append(UInt64(position - last + 2), &end)
        last = position
        index += 1
      }
      let count = end - (length + 1)
      var header = length
      if count < 64 {
        length[0] = UInt8(2 * count)
      } else {
        let more = 2 * count < 1 << 14 ? 1 : 2 * count < 1 << 21 ? 2 : 2 * count < 1 << 28 ? 3 : 4
        (length + 1 + more).update(from: length + 1, count: count)
        Self.append(UInt64(2 * count), &header)
        end += more
      }
    }
    return UnsafeBufferPointer(start: room, count: end - room)
  }

  private static func append(_ number: UInt64, _ end: inout UnsafeMutablePointer<UInt8>) {
    if number < 0x80 {
      end[0] = UInt8(number)
      end += 1
      return
    }
    // Row ids and positions need no ninth byte.
    var shift: UInt64 = 7
    while number >> shift >= 0x80 { shift += 7 }
    while shift > 0 {
      end[0] = UInt8(truncatingIfNeeded: number >> shift) | 0x80
      end += 1
      shift -= 7
    }
    end[0] = UInt8(number & 0x7F)
    end += 1
  }
}
