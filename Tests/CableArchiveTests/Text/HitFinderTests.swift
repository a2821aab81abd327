import Cables
import TestSupport
import Testing

@testable import CableArchive

struct HitFinderTests {
  static func hits(_ query: String, _ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return HitFinder(try Query.parse(query).get()).hits(in: text).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("libya", "LIBYA, Libya's and libyan", ["LIBYA", "Libya"]),
    ("libya*", "LIBYA and libyan", ["LIBYA", "libyan"]),
    ("\"plan of action\"", "A plan\nof ACTION; plan of an action", ["plan\nof ACTION"]),
    ("1605", "ROME 001605 and 16050, 1605", ["001605", "1605"]),
    ("0", "000 0 10", ["000", "0"]),
    ("zurich", "Zürich, Zu\u{308}rich, ZURICH", ["Zürich", "Zu\u{308}rich", "ZURICH"]),
    ("lodz", "Łódź", ["Łódź"]),
    ("strasse", "Straße", ["Straße"]),
    ("naive", "na\u{AD}ïve", ["na\u{AD}ïve"]),
    ("αθηνα", "ΑΘΉΝΑ", ["ΑΘΉΝΑ"]),
    ("-libya wmd", "libya wmd", ["wmd"]),
    ("a OR b", "a b c", ["a", "b"]),
    ("\"a a\"", "a a a b", ["a a a"]),
    ("a \"a b\"", "a b", ["a b"]),
    ("tag:KNNP", "KNNP", []),
    ("subject:iran", "iran", ["iran"]),
    ("near(a c, 1)", "a b c x x a", ["a", "c"]),
    ("near(a c, 0)", "a b c", []),
    ("near(\"a b\" d, 1)", "x a b c d", ["a b", "d"]),
    ("ROME 1605", "see ROME 001605", ["ROME 001605"]),
    ("03ROME1605", "03ROME1605 and Rome 1605", ["03ROME1605", "Rome 1605"]),
  ])
  func `finds the places`(query: String, text: String, places: [String]) throws {
    #expect(try Self.hits(query, text) == places)
  }

  @Test func `words of the subject are no hits in the body`() throws {
    let query = try Query.parse("subject:iran iraq").get()
    #expect(HitFinder(query, in: .subject).hits(in: "iran iraq") == [0..<4, 5..<9])
    #expect(HitFinder(query, in: .body).hits(in: "iran iraq") == [5..<9])
  }

  @Test(arguments: ["", "tag:KNNP date:2003", "-libya"])
  func `has nothing to find in a query without words`(text: String) throws {
    #expect(HitFinder(try Query.parse(text).get()).isEmpty)
  }

  @Test func `reads damaged bytes without a trap`() throws {
    let finder = HitFinder(try Query.parse("aé*").get())
    let damaging: [UInt8] = [0x61, 0xC3, 0xA9, 0xE0, 0xF0, 0x80, 0xFF, 0x20]
    var numbers = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &numbers) {
        bytes.append(damaging.randomElement(using: &numbers) ?? 0)
      }
      for hit in finder.hits(in: bytes) { #expect(!hit.isEmpty && hit.upperBound <= bytes.count) }
    }
  }

  // MARK: - The same as the index

  static let words = [
    "a", "b", "A", "ab", "abc", "0", "00", "01", "1", "10", "é", "e", "É", "e\u{301}", "ß", "ss",
    "a1", "0a", "Ab",
    "łab", "x\u{AD}y", "xy", "🙂", "ñ", "n", "我", "ﬁ", String(repeating: "q", count: 70),
    String(repeating: "q", count: 64), String(repeating: "é", count: 40), "\u{301}",
  ]
  static let gaps = [" ", " ", "\n", "-", ".", "", "\u{0}", "\u{E000}", "\u{200B}", "'", "*"]

  static func text(_ numbers: inout SeededGenerator, _ longest: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...longest, using: &numbers) {
      text += words.randomElement(using: &numbers) ?? ""
      text += gaps.randomElement(using: &numbers) ?? ""
    }
    return text
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `finds hits in exactly those texts that the index finds`(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let cables = (1...60).map { number in
      Sample.cable(
        Sample.id(2003, "ROME", number), date: Sample.day(2003, 1, 1 + number % 28),
        subject: "", body: Self.text(&numbers, 12))
    }
    let archive = try Sample.archive(cables)
    for _ in 0..<200 {
      let wanted = Self.text(&numbers, 3).replacing("*", with: "")
      let text = "\"\(wanted)\"" + (Bool.random(using: &numbers) ? "*" : "")
      guard case .success(let query) = Query.parse(text) else { continue }
      let finder = HitFinder(query)
      guard !finder.isEmpty else { continue }
      let found = Set(try archive.page(query, limit: 100).rows.map(\.name))
      for cable in cables {
        let hasHits = IndexedText(of: cable).passages.contains { passage in
          !finder.hits(in: Array(cable.text.clean[passage])).isEmpty
        }
        #expect(
          hasHits == found.contains(cable.id?.description ?? ""), "\(text) \(cable.text.clean)")
      }
    }
  }

  @Test func `finds near words in exactly those passages that the index finds`() throws {
    var numbers = SeededGenerator(seed: 11)
    let letters = ["a", "b", "c", "x", "y"]
    let cables = (1...80).map { number in
      let body = (0..<Int.random(in: 1...14, using: &numbers)).map { _ in
        letters.randomElement(using: &numbers) ?? ""
      }
      return Sample.cable(Sample.id(2003, "ROME", number), body: body.joined(separator: " "))
    }
    let archive = try Sample.archive(cables)
    for text in [
      "near(a b, 0)", "near(a b, 1)", "near(a b c, 2)", "near(\"a b\" c, 3)", "near(a a, 2)",
      "near(\"a x\" \"x b\", 1)", "near(\"a b c\" x y, 4)",
    ] {
      let query = try Query.parse(text).get()
      let finder = HitFinder(query)
      let found = Set(try archive.page(query, limit: 100).rows.map(\.name))
      for cable in cables {
        let hasHits = !finder.hits(in: cable.text.clean).isEmpty
        #expect(
          hasHits == found.contains(cable.id?.description ?? ""),
          "\(text) in \(String(decoding: cable.text.clean, as: UTF8.self))")
      }
    }
  }
}
