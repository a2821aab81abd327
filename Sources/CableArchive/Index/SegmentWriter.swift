/// Lays out words and their lists of hits on the pages of a segment, as FTS5 reads them.
///
/// A page begins with two numbers of two bytes: where the first row id is that belongs to a word of an earlier page (0 for none), and where
/// the words end. Behind these the page says where each word begins. A word leaves out what it shares with the one before; the
/// first one of a page is whole. A list of hits that runs on over pages begins each of them with a whole row id, not with a
/// difference. Words of four further pages and more have a list of the first row ids of these.
struct SegmentWriter {
  /// The bytes of a page as FTS5 makes them by default: what fits a page of the database with its row id.
  static let usualPageSize = 4050
  /// A list of pages is written for a word that goes on over so many without another word.
  private static let listedPages = 4

  private let pageSize: Int
  private var segment = IndexSegment()
  /// The page at hand, without its places of words.
  private var page: [UInt8] = [0, 0, 0, 0]
  private var places: [UInt8] = []
  private var lastPlace = 0
  private var lastWord: [UInt8] = []
  private var hasWord = false
  private var needsWholeRowID = false
  /// The first word of the last page that has one, and its number; none once it is noted.
  private var firstWord: [UInt8] = []
  private var firstWordPage = 1
  /// Pages without a word since then.
  private var wordlessPages = 0
  private var wordPage = 1
  private var list: [UInt8] = []
  private var lastListed: Int64 = 0
  /// Whether everything found room; a list of pages may outgrow its page.
  private var isSound = true

  private var number: Int { segment.ends.count + 1 }
  private var used: Int { page.count + places.count }

  init(pageSize: Int, capacity: Int) {
    self.pageSize = pageSize
    segment.bytes.reserveCapacity(capacity)
    page.reserveCapacity(2 * pageSize)
    places.reserveCapacity(pageSize)
  }

  /// Writes a word, greater than all before, and its hits.
  ///
  /// - Parameters:
  ///   - word: The word with the letter of the index before it.
  ///   - hits: As ``HitLists`` writes them.
  mutating func append(_ word: ArraySlice<UInt8>, hits: UnsafeBufferPointer<UInt8>) {
    append(word)
    if pageSize > used + hits.count {
      page += hits
    } else {
      appendInParts(hits)
    }
  }

  /// Ends the segment; nil if it needs what only FTS5 can write.
  mutating func finish() -> IndexSegment? {
    if page.count > 4 { endPage() }
    noteFirstWord()
    return isSound ? segment : nil
  }

  private mutating func append(_ word: ArraySlice<UInt8>) {
    if used + word.count + 2 >= pageSize, page.count > 4 { endPage() }
    places.append(varint: UInt64(page.count - lastPlace))
    lastPlace = page.count
    var shared = 0
    for (left, right) in zip(lastWord, word) {
      guard left == right else { break }
      shared += 1
    }
    if hasWord {
      page.append(varint: UInt64(shared))
    } else {
      if number > 1 {
        noteFirstWord()
        firstWord = Array(word.prefix(shared + 1))
        firstWordPage = number
      }
      shared = 0
    }
    page.append(varint: UInt64(word.count - shared))
    page += word.dropFirst(shared)
    lastWord.replaceSubrange(lastWord.indices, with: word)
    hasWord = true
    needsWholeRowID = false
    wordPage = number
  }

  private mutating func appendInParts(_ hits: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var rowID: Int64 = 0
    while position < hits.count {
      if !needsWholeRowID { appendWholeRows(hits, &position, &rowID) }
      guard position < hits.count else { break }
      let difference = Self.varint(hits, &position)
      rowID += Int64(difference)
      if needsWholeRowID {
        page[0] = UInt8(page.count >> 8)
        page[1] = UInt8(page.count & 0xFF)
        page.append(varint: UInt64(rowID))
        needsWholeRowID = false
        noteInList(rowID)
      } else {
        page.append(varint: difference)
      }
      let start = position
      let length = Int(Self.varint(hits, &position) / 2)
      position += length
      var rest = UnsafeBufferPointer(rebasing: hits[start..<position])
      if rest.count <= pageSize - used {
        page += rest
        continue
      }
      repeat {
        let count = Self.prefix(of: rest, within: pageSize - used)
        page += rest[..<count]
        rest = UnsafeBufferPointer(rebasing: rest[count...])
        if used >= pageSize { endPage() }
      } while !rest.isEmpty
    }
  }

  /// Writes as many rows at once as find room on the page, each of them whole.
  private mutating func appendWholeRows(
    _ hits: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ rowID: inout Int64
  ) {
    let start = position
    let room = pageSize - used
    var next = position
    while next < hits.count {
      let difference = Self.varint(hits, &next)
      let length = Int(Self.varint(hits, &next) / 2)
      next += length
      guard next - start <= room else { break }
      rowID += Int64(difference)
      position = next
    }
    if position > start { page += UnsafeBufferPointer(rebasing: hits[start..<position]) }
  }

  /// The bytes of whole numbers within some room, of one at least.
  private static func prefix(of numbers: UnsafeBufferPointer<UInt8>, within room: Int) -> Int {
    guard numbers.count > room else { return numbers.count }
    var count = max(1, room)
    while count > 1, numbers[count - 1] >= 0x80 { count -= 1 }
    // Without an end of a number in the room the first number is taken whole.
    while numbers[count - 1] >= 0x80, count < numbers.count { count += 1 }
    return count
  }

  private static func varint(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> UInt64 {
    let first = bytes[position]
    if first < 0x80 {
      position += 1
      return UInt64(first)
    }
    var number: UInt64 = 0
    for count in 1...9 {
      let byte = bytes[position]
      position += 1
      if count == 9 { return number << 8 | UInt64(byte) }
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return number
  }

  private mutating func endPage() {
    page[2] = UInt8(page.count >> 8)
    page[3] = UInt8(page.count & 0xFF)
    if hasWord {
      page += places
    } else {
      // A page without any row id, within the hits of one row, has none to list.
      if needsWholeRowID, !list.isEmpty { list.append(0) }
      wordlessPages += 1
    }
    segment.bytes += page
    segment.ends.append(segment.bytes.count)
    page.removeSubrange(4...)
    for index in page.indices { page[index] = 0 }
    places.removeAll(keepingCapacity: true)
    lastPlace = 0
    hasWord = false
    needsWholeRowID = true
  }

  private mutating func noteInList(_ rowID: Int64) {
    if list.isEmpty {
      // A single page of the list, which is its own root.
      list.append(0)
      list.append(varint: UInt64(number))
      list.append(varint: UInt64(rowID))
    } else {
      list.append(varint: UInt64(rowID - lastListed))
    }
    lastListed = rowID
    if list.count >= pageSize { isSound = false }
  }

  private mutating func noteFirstWord() {
    let isListed = !list.isEmpty && wordlessPages >= Self.listedPages
    if isListed { segment.lists.append(IndexSegment.PageList(page: wordPage, bytes: list)) }
    list.removeAll()
    wordlessPages = 0
    segment.firstWords.append(
      IndexSegment.FirstWord(word: firstWord, page: Int64(2 * firstWordPage + (isListed ? 1 : 0))))
  }
}
