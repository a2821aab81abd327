import CableArchive
import Cables

/// The detail pane: a page, how it is shown, and the place in it.
struct DetailState: Sendable {
  /// Which text of a cable is shown.
  enum View: Sendable, Equatable {
    case reading
    case original
  }

  var page: Page?
  var view = View.reading
  var document = Document()
  var layout = DocumentLayout(Document(), columns: 1)
  /// The first row shown, as an offset in the document.
  var place = 0
  /// The selected link, as an index into the document's links.
  var selectedLink: Int?
  /// Where the words of the query stand in the document.
  var hits: [Range<Int>] = []
  /// The hit gone to last, as an index into `hits`.
  var currentHit: Int?

  /// What is looked for in the cable; it stays when another cable is shown.
  var find: FindPattern?
  /// Where it stands in the document.
  var found: [Range<Int>] = []
  /// The hit of it gone to last, as an index into `found`.
  var currentFound: Int?
  /// Whether it took too long to find all.
  var isFindCutShort = false

  /// Shows a page from its top.
  mutating func show(_ page: Page, finder: HitFinder, columns: Int) {
    self.page = page
    view = .reading
    place = 0
    selectedLink = nil
    rebuild(finder: finder, columns: columns)
  }

  /// Makes the document of the page and view at hand.
  mutating func rebuild(finder: HitFinder, columns: Int) {
    switch (page, view) {
    case (nil, _): document = Document()
    case (.absent(let page), _): document = Document(absent: page)
    case (.cable(let page), .reading): document = Document(reading: page)
    case (.cable(let page), .original): document = Document(original: page)
    }
    wrap(columns: columns)
    find(finder)
    find(find)
  }

  /// Wraps the document to a width; the reading place stays.
  mutating func wrap(columns: Int) {
    layout = DocumentLayout(document, columns: max(1, columns))
  }

  /// Looks for the words of a query.
  mutating func find(_ finder: HitFinder) {
    currentHit = nil
    guard !finder.isEmpty else {
      hits = []
      return
    }
    hits = document.searchable.flatMap { range in
      document.text.withUnsafeBufferPointer { text in
        finder.hits(in: UnsafeBufferPointer(rebasing: text[range])).map {
          $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound
        }
      }
    }
  }

  /// Looks for what the reader wants found.
  mutating func find(_ pattern: FindPattern?) {
    find = pattern
    let result = pattern?.hits(in: document.text) ?? FindPattern.Result()
    found = result.hits
    isFindCutShort = result.isCutShort
    currentFound = nil
  }

  /// Where the selected link stands in the document.
  var selectedLinkRange: Range<Int>? {
    selectedLink.flatMap {
      document.links.indices.contains($0) ? document.links[$0].range : nil
    }
  }

  // MARK: Rows

  /// The row at the top of the pane: the one of the reading place, unless the text ends above the last row.
  func topLine(visibleRows: Int) -> Int {
    min(layout.line(at: place), lastTopLine(visibleRows: visibleRows))
  }

  /// The lowest row that may stand at the top: the last page is full.
  func lastTopLine(visibleRows: Int) -> Int { max(0, layout.lines.count - max(1, visibleRows)) }

  /// Puts a row at the top, clamped.
  mutating func scroll(toLine line: Int, visibleRows: Int) {
    let line = max(0, min(line, lastTopLine(visibleRows: visibleRows)))
    place = layout.lines.indices.contains(line) ? layout.lines[line].range.lowerBound : 0
  }

  /// The offsets the pane shows.
  func visibleRange(visibleRows: Int) -> Range<Int> {
    let first = topLine(visibleRows: visibleRows)
    let last = min(layout.lines.count, first + max(1, visibleRows)) - 1
    guard layout.lines.indices.contains(first), last >= first else { return 0..<0 }
    return layout.lines[first].range
      .lowerBound..<max(
        layout.lines[first].range.lowerBound, layout.lines[last].range.upperBound)
  }

  /// Scrolls as little as needed to show an offset, with some text above it where it was out of sight.
  mutating func reveal(_ offset: Int, visibleRows: Int) {
    let line = layout.line(at: offset)
    let top = topLine(visibleRows: visibleRows)
    if line >= top && line < top + visibleRows { return }
    scroll(toLine: line - visibleRows / 3, visibleRows: visibleRows)
  }

  /// How much of the document has been shown down to the last row of the pane, in percent.
  func percent(visibleRows: Int) -> Int {
    let count = layout.lines.count
    guard count > visibleRows else { return 100 }
    return min(100, (topLine(visibleRows: visibleRows) + visibleRows) * 100 / count)
  }
}
