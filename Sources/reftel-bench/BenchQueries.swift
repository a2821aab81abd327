import CableArchive

/// A query of the benchmark.
struct BenchQuery {
  /// What it stands for in the table.
  var kind: String
  /// What is typed.
  var text: String
  /// Whether it is asked while it is being typed, so that its last word is the beginning of one.
  var isTyped = false
  /// The same in the language of FTS5, for the index of an archive; nil where no plain counterpart exists.
  var match: String?

  /// The query as the archive is asked it.
  func parsed() throws -> Query { try Query.parse(text, isTyping: isTyped).get() }
}

/// Words of an archive by how many of its cables hold them, and the queries made of them.
///
/// The queries are the same for every archive; only the words differ, so that a rare word is rare in each.
struct BenchWords {
  var rare: [String]
  var onePercent: [String]
  var common: [String]
  var mostCommon: [String]
  /// Pairs of words that stand one after the other in subjects.
  var pairs: [(String, String)]

  /// Chooses words by their frequency in the vocabulary of an archive.
  init(of database: PlainSQLite) throws {
    let cables = Double(try database.run("SELECT count(*) FROM cable WHERE id = shown")[0])
    func words(near count: Double) throws -> [String] {
      try database.texts(
        """
        SELECT term FROM (
          SELECT term, abs(cables - \(Int(max(2, count)))) AS distance FROM vocabulary
          WHERE length(term) > 3 AND term GLOB '[a-z]*')
        ORDER BY distance, term LIMIT 4
        """)
    }
    rare = try words(near: 3)
    onePercent = try words(near: cables * 0.01)
    common = try words(near: cables * 0.3)
    mostCommon = try words(near: cables * 1.5)
    let subjects = try database.texts(
      "SELECT subject FROM cable WHERE id = shown ORDER BY id LIMIT 400 OFFSET \(Int(cables / 2))")
    pairs = []
    for subject in subjects where pairs.count < 3 {
      let words = subject.split(separator: " ").map { $0.lowercased() }
      for index in words.indices.dropFirst()
      where (words[index - 1] + words[index]).allSatisfy(\.isLetter) && words[index].count > 3 {
        pairs.append((words[index - 1], words[index]))
        break
      }
    }
    guard [rare, onePercent, common, mostCommon].allSatisfy({ $0.count == 4 }), pairs.count == 3
    else { throw PlainSQLite.Failure(description: "The archive is too small for the queries.") }
  }

  /// The list of queries.
  var queries: [BenchQuery] {
    var list: [BenchQuery] = [BenchQuery(kind: "everything", text: "")]
    func match(_ words: String) -> String { "{subject body} : " + words }
    for (kind, words) in [
      ("rare word", rare), ("word in 1 %", onePercent), ("word in 30 %", common),
      ("most common word", mostCommon),
    ] {
      for word in words.prefix(3) {
        list.append(BenchQuery(kind: kind, text: word, match: match("\"\(word)\"")))
      }
    }
    for (left, right) in pairs {
      list.append(
        BenchQuery(
          kind: "phrase", text: "\"\(left) \(right)\"", match: match("\"\(left) \(right)\"")))
    }
    for word in [mostCommon[0], common[1], onePercent[2], rare[3]] {
      for letters in 1...6 where letters <= word.count {
        list.append(
          BenchQuery(
            kind: letters <= 3 ? "typed, \(letters) letters" : "typed, 4 to 6 letters",
            text: String(word.prefix(letters)), isTyped: true,
            match: match("\"\(word.prefix(letters))\" *")))
      }
    }
    list.append(
      BenchQuery(
        kind: "typed, word and 2 letters", text: "\(onePercent[0]) \(common[0].prefix(2))",
        isTyped: true))
    for text in ["tag:P", "tag:PR", "from:R"] {
      list.append(BenchQuery(kind: "typed, filter", text: text, isTyped: true))
    }
    func both(_ left: String, _ sign: String, _ right: String) -> String {
      "{subject body} : \"\(left)\" \(sign) {subject body} : \"\(right)\""
    }
    for (left, right) in [
      (mostCommon[0], common[0]), (common[1], onePercent[1]), (onePercent[0], rare[0]),
    ] {
      list += [
        BenchQuery(kind: "AND", text: "\(left) \(right)", match: both(left, "AND", right)),
        BenchQuery(kind: "OR", text: "\(left) OR \(right)", match: both(left, "OR", right)),
        BenchQuery(kind: "NOT", text: "\(left) -\(right)", match: both(left, "NOT", right)),
      ]
    }
    list += [
      BenchQuery(kind: "filter", text: "class:secret"),
      BenchQuery(kind: "filter", text: "class>=confidential"),
      BenchQuery(kind: "filter", text: "from:ROME"),
      BenchQuery(kind: "filter", text: "tag:PREL"),
      BenchQuery(kind: "filter", text: "date:2005"),
      BenchQuery(kind: "filter", text: "subject:\(onePercent[3])"),
      BenchQuery(kind: "filters and words", text: "from:ROME \(common[0])"),
      BenchQuery(kind: "filters and words", text: "tag:PREL class:secret date:2005 \(common[2])"),
      BenchQuery(
        kind: "filters and words",
        text: "(\(common[0]) OR \(onePercent[1])) -\(onePercent[2]) date:2004..2006 tag:PREL"),
      BenchQuery(kind: "near", text: "near(\(common[0]) \(onePercent[0]), 10)"),
      BenchQuery(kind: "no result", text: "zzqxj", match: match("\"zzqxj\"")),
      BenchQuery(kind: "no result", text: "\(rare[0]) \(rare[1]) \(rare[2])"),
      BenchQuery(kind: "no result", text: "from:ROME from:PARIS \(mostCommon[0])"),
    ]
    return list
  }
}
