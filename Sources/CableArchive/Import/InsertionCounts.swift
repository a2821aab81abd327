/// What became of cables that were inserted.
struct InsertionCounts: Equatable, Sendable {
  /// Cables the archive had no text of before.
  var cables = 0
  /// Texts under the id of a cable that is there.
  var versions = 0
  /// Texts that are there byte by byte, met in another place.
  var copies = 0

  static func += (counts: inout InsertionCounts, more: InsertionCounts) {
    counts.cables += more.cables
    counts.versions += more.versions
    counts.copies += more.copies
  }
}
