import Cables
import TestSupport
import Testing

@testable import CableArchive

/// What the index answers, however it is asked and in however many segments it lies, against reading every cable.
struct SearchEqualityTests {
  private static let words = [
    "the", "that", "talks", "trade", "team", "said", "state", "situation", "south", "libya", "oil",
    "plan", "planned", "border", "zinc", "zone",
  ]
  private static let posts = ["ROME", "PARIS", "STATE"]
  private static let tags = ["PREL", "PGOV", "KNNP", "ETRD"]

  /// Cables of three years in no order, some of them fuller or shorter versions of others.
  private static func cables(_ count: Int, _ numbers: inout SeededGenerator) -> [Cable] {
    func word() -> String {
      // The first words are in nearly every cable, the last in few.
      words[min(Int.random(in: 0..<16, using: &numbers), Int.random(in: 0..<40, using: &numbers))]
    }
    func text(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }
    return (0..<count).map { index in
      let number = Int.random(in: 0..<4, using: &numbers) == 0 ? index / 2 : index
      return Sample.cable(
        Sample.id(2003 + number % 3, posts[number % 3 == 0 ? 0 : number % 2 + 1], number + 1),
        date: Sample.day(2003 + number % 3, 1 + number % 12, 1 + number % 28),
        classification: [.secret, .confidential, .unclassified][number % 5 % 3],
        subject: text(3) + " x\(index)",
        body: (0..<Int.random(in: 1..<30, using: &numbers)).map { _ in text(12) }
          .joined(separator: "\n"),
        tags: tags.filter { _ in Bool.random(using: &numbers) })
    }
  }

  private static func query(_ numbers: inout SeededGenerator, depth: Int = 2) -> String {
    func word() -> String { words.randomElement(using: &numbers) ?? "" }
    let part: String
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &numbers) {
    case 0: part = "tag:" + (tags.randomElement(using: &numbers) ?? "")
    case 1: part = "from:" + (posts.randomElement(using: &numbers) ?? "")
    case 2:
      part =
        ["class:secret", "class:c", "class>=confidential"].randomElement(using: &numbers) ?? ""
    case 3: part = "\"\(word()) \(word())\""
    case 4: part = ["subject:", "date:2004", "tag:P*", "pl*"].randomElement(using: &numbers) ?? ""
    case 5...7: part = word()
    case 8:
      part =
        "(" + query(&numbers, depth: depth - 1) + " OR " + query(&numbers, depth: depth - 1) + ")"
    case 9: part = "-" + word()
    default: part = query(&numbers, depth: depth - 1) + " " + query(&numbers, depth: depth - 1)
    }
    return part == "subject:" ? part + word() : part
  }

  /// Whether a cable is what a node asks for, found by looking.
  private static func finds(_ node: QueryNode, _ cable: Cable) -> Bool {
    switch node {
    case .everything: return true
    case .phrase(let phrase): return hits(of: phrase, in: cable) > 0
    case .tag(let key, let isPrefix):
      return cable.tags.map(FacetToken.key).contains { isPrefix ? $0.hasPrefix(key) : $0 == key }
    case .from(let post, _): return cable.origin.map(FacetToken.post) == post
    case .classification(let levels): return cable.classification.map(levels.contains) ?? false
    case .date(let period):
      return cable.date.map { RowOrder.rowIDs(in: period).overlaps(RowOrder.place(for: $0)) }
        ?? false
    case .not(let inner): return !finds(inner, cable)
    case .and(let nodes): return nodes.allSatisfy { finds($0, cable) }
    case .or(let nodes): return nodes.contains { finds($0, cable) }
    default: return false
    }
  }

  /// How often a phrase stands in a cable, in its subject four times as much.
  private static func hits(of phrase: Phrase, in cable: Cable) -> Int {
    let body = String(decoding: cable.text.clean, as: UTF8.self).split(separator: "\n").map(
      String.init)
    let subject = phrase.part == .body ? 0 : hits(of: phrase, in: cable.subject ?? "")
    let others = phrase.part == .subject ? 0 : body.reduce(0) { $0 + hits(of: phrase, in: $1) }
    return 4 * subject + others
  }

  private static func hits(of phrase: Phrase, in passage: String) -> Int {
    let tokens = passage.split(separator: " ").map(String.init)
    return tokens.indices.count { start in
      phrase.tokens.enumerated().allSatisfy { offset, token in
        guard start + offset < tokens.count else { return false }
        let isOpen = phrase.isPrefix && offset == phrase.tokens.count - 1
        return isOpen ? tokens[start + offset].hasPrefix(token) : tokens[start + offset] == token
      }
    }
  }

  private static func archives(seed: UInt64) throws -> (cables: [Cable], archives: [Archive]) {
    var numbers = SeededGenerator(seed: seed)
    let cables = cables(200, &numbers)
    // Batches that are large enough for segments of our own, and small ones; then one segment of all.
    let archives = try [200, 130, 7].map { try Sample.archive(cables, batch: $0) }
    try archives[1].countWords()
    try archives[1].mergeIndex()
    return (cables, archives)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `every query finds what reading all cables finds`(seed: UInt64) throws {
    let (cables, archives) = try Self.archives(seed: seed)
    var numbers = SeededGenerator(seed: seed + 100)
    let queries = (0..<60).map { _ in Self.query(&numbers) }
    let texts = Dictionary(uniqueKeysWithValues: cables.map { ($0.text.original, $0) })
    for archive in archives {
      var listed: [(rowID: Int64, cable: Cable)] = []
      for rowID in try archive.rowIDs(.all) {
        listed.append((rowID, try #require(texts[try archive.original(rowID) ?? []])))
      }
      #expect(listed.count < cables.count)
      for text in queries {
        let query = try Query.parse(text).get()
        let expected = listed.filter { Self.finds(query.root, $0.cable) }.map(\.rowID)
        #expect(try archive.rowIDs(query) == expected, "\(text)")
        #expect(try archive.rowIDs(query, order: .oldestFirst) == expected.reversed(), "\(text)")
        #expect(try archive.count(query) == expected.count, "\(text)")
      }
    }
  }

  @Test(arguments: [4] as [UInt64])
  func `pages by relevance are the beginning of the whole order`(seed: UInt64) throws {
    let (_, archives) = try Self.archives(seed: seed)
    var numbers = SeededGenerator(seed: seed + 100)
    for text in ["the", "the that", "the OR libya", "said talks trade", "zinc the"]
      + (0..<20).map({ _ in Self.query(&numbers) })
    {
      for archive in archives {
        let query = try Query.parse(text).get()
        let all = try archive.rowIDs(query, order: .mostRelevant)
        for limit in [1, 10, 50] {
          let page = try archive.rowIDs(query, order: .mostRelevant, limit: limit)
          #expect(page == Array(all.prefix(limit)), "\(text)")
        }
      }
    }
  }

  @Test func `what is typed is found among what its beginning finds`() throws {
    let (_, archives) = try Self.archives(seed: 6)
    for archive in archives {
      for text in [
        "t", "th", "s", "libya t", "from:ROME pl", "-the s", "tag:P", "from:R", "\"the s",
      ] {
        let typed = try Query.parse(text, isTyping: true).get()
        let exact = Set(try archive.rowIDs(Query(text: typed.text, root: typed.root)))
        let found = try archive.rowIDs(typed)
        #expect(Set(found).isSubset(of: exact), "\(text)")
        #expect(found.count >= exact.count * 9 / 10, "\(text)")
      }
    }
  }
}
