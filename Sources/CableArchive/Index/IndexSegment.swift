/// A finished part of the full-text index, as it lies in the tables of FTS5, without a number of its own yet.
struct IndexSegment: Sendable, Equatable {
  /// The first word of a page, a row of `cable_text_idx`.
  struct FirstWord: Sendable, Equatable {
    /// The word, or as much of its beginning as tells it from the last one of the page before.
    var word: [UInt8]
    /// The page's number, doubled, and one more where there is a ``PageList`` for its last word.
    var page: Int64
  }

  /// For a word of many pages, the first row id of each, a row of `cable_text_data`.
  struct PageList: Sendable, Equatable {
    /// The page on which the word begins.
    var page: Int
    var bytes: [UInt8]
  }

  /// The pages, one after the other.
  var bytes: [UInt8] = []
  /// Where each page ends in ``bytes``.
  var ends: [Int] = []
  var firstWords: [FirstWord] = []
  var lists: [PageList] = []

  /// The row id of a page in `cable_text_data`.
  static func rowID(ofPage page: Int, of segment: Int) -> Int64 {
    Int64(segment) << 37 + Int64(page)
  }

  /// The row id of the list that belongs to the last word of a page.
  static func rowID(ofListFor page: Int, of segment: Int) -> Int64 {
    rowID(ofPage: page, of: segment) + 1 << 36
  }
}
