import Cables

/// What a pane shows, independent of its width: a text, items that say how to set it, styled spans and links.
///
/// Offsets are bytes of `text`. The reading place, hits and links are such offsets, so they survive re-wrapping.
/// Every item starts at an offset of its own: an item's range is followed by one `\n`.
struct Document: Sendable, Equatable {
  /// How a stretch looks; the theme turns it into a style.
  enum Role: Sendable, Equatable {
    case plain
    case title
    case label
    case dim
    case heading
    case number
    case signature
    case classified(Classification)
    case link
    case absentLink
    case deadLink
  }

  /// A piece that is set by itself.
  struct Item: Sendable, Equatable {
    /// How lines are made of an item.
    enum Setting: Sendable {
      /// Re-wrapped at blanks.
      case flowing
      /// Line ends kept, long lines continued on the next row.
      case verbatim
      /// One row, cut where it does not fit.
      case cut
    }

    var setting: Setting
    var range: Range<Int>
    var role: Role = .plain
    /// Drawn before the first row, `From`.
    var label: String = ""
    /// Columns left free on the left, the label's place.
    var indent = 0
    /// Columns left free on further rows, besides `indent`.
    var hanging = 0
  }

  /// A stretch that looks different from its item.
  struct Span: Sendable, Equatable {
    var range: Range<Int>
    var role: Role
  }

  /// A place where the document and its source run together: the clean text, or the original in its own view.
  struct Anchor: Sendable, Equatable {
    var offset: Int
    var source: Int
  }

  var text: [UInt8] = []
  var items: [Item] = []
  /// Ascending, not overlapping.
  var spans: [Span] = []
  /// In the order of Tab: REF items, mentions in the body, citing cables.
  var links: [Link] = []
  /// TAGS and posts, which lead to searches.
  var asides: [Link] = []
  /// Ascending in both.
  var anchors: [Anchor] = []
  /// Where hits are looked for: the subject and the body, not the decoration.
  var searchable: [Range<Int>] = []

  /// The offset at which a place of the source is shown, or the nearest before it.
  func offset(ofSource source: Int) -> Int {
    let index = anchors.firstIndex(after: source) { $0.source }
    guard index > 0 else { return anchors.first?.offset ?? 0 }
    let anchor = anchors[index - 1]
    let end = index < anchors.count ? anchors[index].offset : text.count
    return min(anchor.offset + source - anchor.source, max(anchor.offset, end - 1))
  }

  /// The place of the source shown at an offset, or nil above the text of the cable.
  func source(ofOffset offset: Int) -> Int? {
    let index = anchors.firstIndex(after: offset) { $0.offset }
    guard index > 0 else { return nil }
    let anchor = anchors[index - 1]
    let end = index < anchors.count ? anchors[index].source : Int.max
    return min(anchor.source + offset - anchor.offset, max(anchor.source, end - 1))
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element whose key is greater than a value, in a collection sorted by that key.
  ///
  /// - Complexity: O(log n)
  func firstIndex(after value: Int, by key: (Element) -> Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) > value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
