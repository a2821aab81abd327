import Testing

@testable import CableBrowser

@Suite struct FindPatternTests {
  private func found(_ pattern: String, in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try FindPattern(pattern).hits(in: bytes).hits.map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("plan of", "PLAN OF, plan\n   of; planof", ["PLAN OF", "plan\n   of"]),
    ("Plan", "PLAN Plan plan", ["Plan"]),
    ("\\cPlan", "PLAN Plan plan", ["PLAN", "Plan", "plan"]),
    ("\\Cplan", "PLAN Plan plan", ["plan"]),
    ("a.b", "axb a.b", ["a.b"]),
    ("(s)", "(S) s", ["(S)"]),
    ("zürich", "ZÜRICH Zürich", ["ZÜRICH", "Zürich"]),
    ("aa", "aaaaa", ["aa", "aa"]),
    ("", "abc", []),
  ]) func `words match as they stand, in either case unless one has a capital`(
    pattern: String, text: String, hits: [String]
  ) throws {
    #expect(try found(pattern, in: text) == hits)
  }

  @Test(arguments: [
    ("a.b", "aXb a\nb", ["aXb"]),
    ("(iaea|un) report", "IAEA report, UN report", ["IAEA report", "UN report"]),
    ("colou?r", "color colour colouur", ["color", "colour"]),
    ("a{2,3}", "a aa aaa aaaa", ["aa", "aaa", "aaa"]),
    ("a{2}", "aaaaa", ["aa", "aa"]), ("a{,2}", "a{,2}", ["a{,2}"]),
    ("\"[^\"]+\"", "\"a\" \"b c\"", ["\"a\"", "\"b c\""]),
    ("<.+?>", "<a><b>", ["<a>", "<b>"]), ("<.+>", "<a><b>", ["<a><b>"]),
    ("^b.*$", "abc\nbcd\ncb", ["bcd"]),
    ("\\bun\\b", "un sun UN-led unto", ["un", "UN"]), ("\\<un", "sun unto", ["un"]),
    ("\\d+", "a 12 b345", ["12", "345"]),
    ("\\D+\\b", "12ab", ["ab"]), ("[a-c]+", "ABCabcd", ["ABCabc"]), ("[^a-c]+", "abcxyz", ["xyz"]),
    ("[]x]+", "]x]", ["]x]"]),
    ("[\\d-]+", "1-2 a", ["1-2"]), ("a|ab", "ab", ["a"]), ("(?:a|b)*c", "ababc", ["ababc"]),
    ("x*", "aaa", []),
    ("(a*)*b", "aaab", ["aaab"]), ("\\w+", "naïve ¶", ["naïve"]), ("核.", "x核心", ["核心"]),
    ("\\.", "a.b", ["."]), ("ü", "Ü", ["Ü"]),
    ("[à-ü]", "É", ["É"]),
  ]) func `regular expressions match as in other programs`(
    pattern: String, text: String, hits: [String]
  ) throws {
    #expect(try found("\\v" + pattern, in: text) == hits)
  }

  @Test(arguments: [
    ("(a", "not closed", 2), ("a)", "closes nothing", 3), ("[a", "not closed", 2),
    ("*a", "nothing to repeat", 2),
    ("a\\", "escapes nothing", 3), ("(a)\\1", "References to groups", 5),
    ("(?=a)", "look-around", 2),
    ("a{3,2}", "3 to 2", 3), ("[z-a]", "range is empty", 5), ("\\q", "\\q is not known", 2),
    ("(a{500}){500}", "too long", 0),
  ]) func `a pattern that is wrong says what and where`(
    pattern: String, message: String, offset: Int
  ) throws {
    let error = #expect(throws: FindError.self) { try FindPattern("\\v" + pattern) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.offset == offset)
  }

  @Test(arguments: ["(a+)+$", "(a|aa)+$", "(a*)*b", "(.*)(.*)(.*)(.*)x", "(a?){30}a{30}b"])
  func `no pattern takes for ever`(pattern: String) throws {
    let text = Array(repeating: UInt8(ascii: "a"), count: 2_000) + [UInt8(ascii: "!")]
    let result = try FindPattern("\\v" + pattern).hits(in: text)
    #expect(result.hits.isEmpty)
    #expect(!result.isCutShort)
  }

  @Test func `a search that takes too many steps is given up and says so`() throws {
    let text = Array(repeating: UInt8(ascii: "x"), count: 10_000)
    let result = try FindPattern("\\vx.*y|x").hits(in: text, patience: 1_000_000)
    #expect(result.isCutShort)
    #expect(!result.hits.isEmpty && result.hits.count < 10_000)
  }

  @Test func `bytes that are no UTF-8 are passed over whole`() throws {
    let text: [UInt8] = [0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82]
    #expect(try FindPattern("\\v.").hits(in: text).hits.count == 6)
    #expect(try FindPattern("b").hits(in: text).hits == [3..<4])
  }

  @Test func `words and regular expression change places`() {
    #expect(FindPattern.togglingExpression(in: "a.b") == "\\va.b")
    #expect(FindPattern.togglingExpression(in: "\\va.b") == "a.b")
    #expect(FindPattern.togglingExpression(in: "\\Ca") == "\\v\\Ca")
  }
}
