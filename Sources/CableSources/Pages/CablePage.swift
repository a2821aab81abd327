import Cables

/// The cables on a web page: for each the table with its metadata, and the two `pre` elements behind it, header and body.
struct CablePage {
  /// A cable on the page.
  struct Section {
    fileprivate(set) var hints = CableHints()
    /// The `pre` elements that belong to it.
    fileprivate var texts: [[UInt8]] = []

    /// Header and body, the body on a line of its own.
    var text: [UInt8] {
      var text = texts.first ?? []
      guard texts.count > 1 else { return text }
      if let last = text.last, last != 0x0A { text.append(0x0A) }
      return text + texts[1]
    }
  }

  /// The cables in the order of the page; empty where there is none.
  private(set) var sections: [Section] = []
  /// Whether the page was read to its end.
  let isWhole: Bool

  /// Whether a page begins here: a document type, or a tag that begins pages.
  static func isPage(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = prefix.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = prefix[start...].drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "<") else { return false }
    let head = String(decoding: text.prefix(64), as: UTF8.self).lowercased()
    return ["<!doctype", "<html", "<head", "<?xml", "<table", "<body", "<!--", "<pre", "<div"]
      .contains { head.hasPrefix($0) }
  }

  /// Reads a page in any encoding.
  init(_ bytes: [UInt8]) {
    let plain = bytes.withUnsafeBufferPointer { PlainUTF8.bytes(of: $0) }
    guard let tree = HTMLTree(plain) else {
      isWhole = true
      return
    }
    isWhole = !tree.isCutOff
    var headings: [String] = []
    var loose = Section()
    var found: [Section] = []
    tree.forEachElement { element in
      switch element.name {
      case "title", "h1", "h2", "h3", "h4":
        headings.append(tree.line(of: element))
      case "table":
        guard let hints = CablePage.hints(of: element, in: tree) else { return true }
        found.append(Section(hints: hints))
      case "pre":
        if found.isEmpty {
          loose.texts.append(tree.text(of: element))
        } else {
          found[found.count - 1].texts.append(tree.text(of: element))
        }
      case "script", "style": break
      default: return true
      }
      return false
    }
    sections = found.isEmpty && !loose.texts.isEmpty ? [loose] : found
    for index in sections.indices where sections[index].hints.title == nil {
      sections[index].hints.title = CablePage.title(sections[index].hints.id, in: headings)
    }
  }

  /// What a metadata table says; nil for any other table.
  private static func hints(of table: HTMLTree.Element, in tree: HTMLTree) -> CableHints? {
    let values = labelledValues(cells(of: table, in: tree))
    guard let id = values["reference id"] else { return nil }
    var hints = CableHints()
    hints.id = id
    hints.classification = values["classification"]
    hints.origin = values["origin"]
    hints.title = values["subject"]
    hints.date = values["created"].flatMap { DateText.columnDate(Array($0.utf8)) }
    // These pages repeat the hour where the minute should be.
    if let date = hints.date, date.precision == .minute {
      hints.isMinuteFalse = date.hour == date.minute
    }
    return hints
  }

  /// The rows of a table; nil where another table or a `pre` is inside, which is then a frame for what matters.
  private static func cells(of table: HTMLTree.Element, in tree: HTMLTree) -> [[String]] {
    var rows: [[String]] = []
    var isFrame = false
    tree.forEachElement(in: table) { element in
      switch element.name {
      case "table", "pre": isFrame = true
      case "tr": rows.append([])
      case "th", "td":
        if rows.isEmpty { rows.append([]) }
        rows[rows.count - 1].append(tree.line(of: element))
      default: break
      }
      return !isFrame
    }
    return isFrame ? [] : rows
  }

  /// Values by their labels in lower case, which stand above them or to their left.
  private static func labelledValues(_ rows: [[String]]) -> [String: String] {
    let labels = ["reference id", "created", "released", "classification", "origin", "subject"]
    func label(_ cell: String) -> String? {
      guard cell.utf8.count < 20 else { return nil }
      let text = cell.utf8.reversed().drop { $0 == 0x3A || $0 == 0x20 }.reversed()
      let word = String(decoding: Array(text), as: UTF8.self).lowercased()
      return labels.contains(word) ? word : nil
    }
    var values: [String: String] = [:]
    for (number, row) in rows.enumerated() {
      let isHead = row.count { label($0) != nil } > 1
      for (column, cell) in row.enumerated() {
        guard let label = label(cell), values[label] == nil else { continue }
        let below = number + 1 < rows.count ? rows[number + 1] : []
        let value =
          isHead
          ? (column < below.count ? below[column] : "")
          : (column + 1 < row.count ? row[column + 1] : "")
        if !value.isEmpty, !labels.contains(value.lowercased()) { values[label] = value }
      }
    }
    return values
  }

  /// The heading that names the id, from behind it.
  private static func title(_ id: String?, in headings: [String]) -> String? {
    guard let id else { return nil }
    for heading in headings {
      guard let range = heading.firstRange(of: id) else { continue }
      let rest = heading[range.upperBound...].drop { " ,:-–—".contains($0) }
      if !rest.isEmpty { return String(rest) }
    }
    return nil
  }
}
