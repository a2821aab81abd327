import Cables

@testable import CableArchive

/// Cables made by hand, and archives of them that read stored originals through a table instead of a parser.
enum Sample {
  /// A cable whose body is one passage for each line of `body`.
  static func cable(
    _ id: CableID?, date: CableDate? = nil, classification: Classification? = .confidential,
    subject: String = "", body: String = "", tags: [String] = [], to: [String] = [],
    references: [Reference] = [], isPartial: Bool = false
  ) -> Cable {
    let clean = Array(body.utf8)
    let head = "\(id?.description ?? "") \(subject)\n"
    var cable = Cable(
      text: CableText(original: Array((head + body).utf8), clean: clean, segments: []))
    cable.id = id
    cable.date = date
    cable.classification = classification
    cable.origin = id?.post
    cable.subject = subject.isEmpty ? nil : subject
    cable.tags = tags
    cable.to = to.map { Addressee(name: $0) }
    cable.references = references
    cable.isPartial = isPartial
    var start = 0
    for line in clean.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty {
        cable.blocks.append(Block(kind: .text, range: start..<start + line.count))
      }
      start += line.count + 1
    }
    return cable
  }

  static func id(_ year: Int, _ post: String, _ number: Int) -> CableID {
    CableID(year: year, post: post, number: number)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CableDate {
    CableDate(year: year, month: month, day: day, precision: .day)
  }

  static func minute(_ day: Int, _ hour: Int, _ minute: Int) -> CableDate {
    CableDate(
      year: 2003, month: 10, day: day, hour: hour, minute: minute, precision: .minute)
  }

  static func reference(
    _ letter: String?, _ target: CableID?, isYearInferred: Bool = false
  ) -> Reference {
    Reference(
      letter: letter, kind: target == nil ? .other : .cable, target: target,
      isYearInferred: isYearInferred,
      label: target.map { "\($0.post) \($0.number)" } ?? "PARIS POINTS", range: 0..<0)
  }

  static func incoming(_ cables: [Cable]) -> [IncomingCable] {
    cables.enumerated().map { index, cable in
      IncomingCable(
        cable: cable, source: SourceLocation(path: "folder/\(index).txt", index: nil))
    }
  }

  /// An archive of the cables, inserted in the order given, in batches.
  static func archive(_ cables: [Cable], batch: Int = 1000) throws -> Archive {
    let archive = try Archive.inMemory(parse: reading(cables))
    var rest = incoming(cables)[...]
    while !rest.isEmpty {
      try archive.insert(Array(rest.prefix(batch)))
      rest = rest.dropFirst(batch)
    }
    return archive
  }

  /// Reads the originals of the cables given, as a parser would.
  static func reading(_ cables: [Cable]) -> Archive.Parse {
    let table = Dictionary(cables.map { ($0.text.original, $0) }) { first, _ in first }
    return { original, _ in
      table[original] ?? Cable(text: CableText(original: original, clean: [], segments: []))
    }
  }
}

extension Archive {
  /// The names of all rows a query finds, in order.
  func names(_ text: String, order: SortOrder = .newestFirst) throws -> [String] {
    try page(try Query.parse(text).get(), order: order, limit: 1000).rows.map(\.name)
  }
}
