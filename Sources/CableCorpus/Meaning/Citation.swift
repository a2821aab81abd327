import Cables

/// An item of a REF block before it is written.
struct Citation: Sendable {
  /// The post cited; nil where the item is no cable.
  var station: Int?
  /// The key of that post.
  var postKey: String?
  /// The year of the targets.
  var year = 0
  /// The numbers of the targets; several where a list shares its post.
  var numbers: [Int] = []
  /// Whether the collection has them.
  var isInCorpus = false
  /// Whether the year is left out.
  var leavesYearOut = false
  /// The year that the rules for missing years give without an archive.
  var yearByText = 0
  /// What it leads to.
  var kind = Reference.Kind.cable
  /// The words of an item that is no cable, or the post as written.
  var words = ""
  /// A remark on the item.
  var note: String?
}
