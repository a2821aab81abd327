/// A cable named in text by post and number, read from the number backwards.
struct CableCitation {
  /// The name the post's cables are filed under.
  var post: String
  /// The serial number.
  var number: Int
  /// The year, where one is written.
  var year: Int?
  /// All that was read, year and number included.
  var range: Range<Int>
  /// Where the number stands.
  var numberRange: Range<Int>
  /// Whether the post was taken over from the item before, as in `ROME 12, 15 AND 20`.
  var sharesPost = false
}
