import CableArchive
import Cables

extension Document {
  /// The page of a cable that is cited but not there: who cites it, as what, and what stands beside it.
  init(absent page: AbsentPage) {
    var builder = DocumentBuilder()
    builder.item(role: .title) { $0.append("\(page.id) is not in the archive") }
    builder.field("Post", page.postName)
    builder.field("Year", String(page.id.year))
    builder.field("Number", String(page.id.number))
    if !page.labels.isEmpty {
      builder.field("Written", page.labels.joined(separator: " · "))
    }
    builder.addKept(page.kept, indent: 8)
    builder.blank()
    builder.addCitingCables(page)
    builder.addNeighbours(page)
    builder.addNumberSearch(page)
    self = builder.finish()
  }
}

extension AbsentPage {
  /// The post's full name, or its key.
  fileprivate var postName: String {
    PostTable.standard[id.post]?.displayName ?? id.post
  }

  /// Every form in which the id was written, once each, in the order of the citations.
  fileprivate var labels: [String] {
    var seen: Set<String> = []
    return citations.map(\.label).filter { seen.insert($0).inserted }
  }
}

extension DocumentBuilder {
  fileprivate mutating func field(_ label: String, _ value: String) {
    item(label: label, indent: 8) { $0.append(value) }
  }

  fileprivate mutating func addCitingCables(_ page: AbsentPage) {
    guard !page.citations.isEmpty else {
      item { $0.append("No cable of this archive cites it.") }
      return
    }
    item(role: .heading) {
      $0.append(
        "Cited by \(page.citations.count) \(page.citations.count == 1 ? "cable" : "cables")")
    }
    for citation in page.citations {
      item(hanging: 2) { $0.appendCitation(citation) }
    }
  }

  fileprivate mutating func addNeighbours(_ page: AbsentPage) {
    guard !page.neighbours.isEmpty else { return }
    blank()
    item(role: .heading) { $0.append("Nearest numbers of the same post") }
    for row in page.neighbours {
      item(hanging: 2) { builder in
        let range = builder.append(row.name, role: .link)
        if let destination = Link.Destination(row: row) {
          builder.link(.neighbour, range: range, text: row.name, target: .cables([destination]))
        }
        builder.append("  \(row.subject)")
      }
    }
  }

  fileprivate mutating func addNumberSearch(_ page: AbsentPage) {
    blank()
    item { builder in
      let range = builder.append("Search for the number \(page.id.number)", role: .link)
      builder.link(
        .search, range: range, text: String(page.id.number), target: .query(String(page.id.number)))
    }
  }
}
