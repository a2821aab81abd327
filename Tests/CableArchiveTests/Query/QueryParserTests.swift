import Cables
import Testing

@testable import CableArchive

struct QueryParserTests {
  static func word(_ text: String, _ part: TextPart? = nil) -> QueryNode {
    .phrase(Phrase([text], part: part))
  }

  static func period(_ from: (Int, Int, Int)?, _ to: (Int, Int, Int)?) -> QueryNode {
    .date(
      Period(
        start: from.map { Period.Day($0.0, $0.1, $0.2) },
        end: to.map { Period.Day($0.0, $0.1, $0.2) }))
  }

  static let trees: [(String, QueryNode)] = [
    ("", .everything),
    ("  \t ", .everything),
    ("*", .everything),
    ("Libya", word("libya")),
    ("libya wmd", .and([word("libya"), word("wmd")])),
    ("libya AND wmd", .and([word("libya"), word("wmd")])),
    ("libya OR wmd iran", .or([word("libya"), .and([word("wmd"), word("iran")])])),
    ("(libya OR wmd) iran", .and([.or([word("libya"), word("wmd")]), word("iran")])),
    ("or and not", .and([word("or"), word("and"), word("not")])),
    ("-libya", .not(word("libya"))),
    ("NOT libya", .not(word("libya"))),
    ("NOT -libya", word("libya")),
    ("-(a OR b)", .not(.or([word("a"), word("b")]))),
    ("a - b", .and([word("a"), word("b")])),
    ("a & b", .and([word("a"), word("b")])),
    ("post-war", .phrase(Phrase(["post", "war"]))),
    ("U.S.", .phrase(Phrase(["u", "s"]))),
    ("Qadhafi's", .phrase(Phrase(["qadhafi", "s"]))),
    ("\"Plan of  action\"", .phrase(Phrase(["plan", "of", "action"]))),
    ("“smart quotes”", .phrase(Phrase(["smart", "quotes"]))),
    ("\"plan of act\"*", .phrase(Phrase(["plan", "of", "act"], isPrefix: true))),
    ("migra*", .phrase(Phrase(["migra"], isPrefix: true))),
    ("001605", word("1605")),
    ("Zürich", word("zurich")),
    ("subject:iran", word("iran", .subject)),
    ("SUBJECT:Iran", word("iran", .subject)),
    ("subject: iran", word("iran", .subject)),
    ("subject:\"plan b\"", .phrase(Phrase(["plan", "b"], part: .subject))),
    ("subject:(a b)", .and([word("a", .subject), word("b", .subject)])),
    ("tag:KNNP", .tag("knnp", isPrefix: false)),
    (
      "tags:knnp,prel",
      .or([.tag("knnp", isPrefix: false), .tag("prel", isPrefix: false)])
    ),
    ("tag:\"IRAQI FREEDOM\"", .tag("iraqifreedom", isPrefix: false)),
    ("tag:K*", .tag("k", isPrefix: true)),
    ("from:Rome", .from("rome", isPrefix: false)),
    ("origin:ro*", .from("ro", isPrefix: true)),
    ("to:SECSTATE", .to("state", isPrefix: false)),
    ("class:secret", .classification([.secret])),
    ("class:ts", .classification([.topSecret])),
    ("class:\"top secret\"", .classification([.topSecret])),
    ("class:lou", .classification([.limitedOfficialUse])),
    ("class:u", .classification([.unclassified])),
    ("class>=confidential", .classification([.confidential, .secret, .topSecret])),
    ("class>confidential", .classification([.secret, .topSecret])),
    ("class<=c", .classification([.unclassified, .limitedOfficialUse, .confidential])),
    ("class<c", .classification([.unclassified, .limitedOfficialUse])),
    ("class=secret", .classification([.secret])),
    ("date:2003", period((2003, 1, 1), (2004, 1, 1))),
    ("date:2003-12", period((2003, 12, 1), (2004, 1, 1))),
    ("date:2004-02-28", period((2004, 2, 28), (2004, 2, 29))),
    ("date:20031014", period((2003, 10, 14), (2003, 10, 15))),
    ("date:2003/10/14", period((2003, 10, 14), (2003, 10, 15))),
    ("date:2003-10-01..2003-12-31", period((2003, 10, 1), (2004, 1, 1))),
    ("date:2003..2004-05", period((2003, 1, 1), (2004, 6, 1))),
    ("date:2003..", period((2003, 1, 1), nil)),
    ("date:..2003", period(nil, (2004, 1, 1))),
    ("date>=2003-10", period((2003, 10, 1), nil)),
    ("date>2003-10", period((2003, 11, 1), nil)),
    ("date<2003-10", period(nil, (2003, 10, 1))),
    ("date<=2003-10", period(nil, (2003, 11, 1))),
    ("before:2003-10", period(nil, (2003, 10, 1))),
    ("after:2003-10", period((2003, 11, 1), nil)),
    ("id:2003ROME01605", .id(IDPattern(year: 2003, post: "ROME", number: 1605))),
    ("id:\"ROME 001605\"", .id(IDPattern(year: nil, post: "ROME", number: 1605))),
    ("cites:03STATE282619", .cites(IDPattern(year: 2003, post: "STATE", number: 282_619))),
    ("citedby:75ROME12", .citedBy(IDPattern(year: 1975, post: "ROME", number: 12))),
    ("is:partial", .trait(.partial)),
    ("is:undated", .trait(.undated)),
    ("has:refs", .trait(.references)),
    ("-has:date", .trait(.undated)),
    ("near(a b, 5)", .near([Phrase(["a"]), Phrase(["b"])], distance: 5, part: nil)),
    (
      "NEAR(\"a b\" c*)",
      .near([Phrase(["a", "b"]), Phrase(["c"], isPrefix: true)], distance: 10, part: nil)
    ),
    ("http://x.org", .phrase(Phrase(["http", "x", "org"]))),
    ("12:30", .phrase(Phrase(["12", "30"]))),
    ("foo(bar)", .and([word("foo"), word("bar")])),
  ]

  @Test(arguments: trees)
  func `reads a query`(text: String, tree: QueryNode) throws {
    let query = try Query.parse(text).get()
    #expect(query.root == tree)
    #expect(query.text == text)
  }

  @Test(arguments: [
    ("ROME 1605", IDPattern(year: nil, post: "ROME", number: 1605)),
    ("03ROME1605", IDPattern(year: 2003, post: "ROME", number: 1605)),
    (" 2003 rome 01605 ", IDPattern(year: 2003, post: "ROME", number: 1605)),
    ("1975STATE012345", IDPattern(year: 1975, post: "STATE", number: 12345)),
    ("SECSTATE 12345", IDPattern(year: nil, post: "STATE", number: 12345)),
  ])
  func `knows the name of a cable typed alone`(text: String, named: IDPattern) throws {
    #expect(try Query.parse(text).get().named == named)
  }

  @Test(arguments: ["rome", "1605", "\"ROME 1605\"", "ROME 1605 libya", "ROME 0", "03ROME", ""])
  func `takes other texts for words`(text: String) throws {
    #expect(try Query.parse(text).get().named == nil)
  }

  @Test(arguments: [
    ("\"plan of", "This quotation mark is not closed.", 0..<1),
    ("libya \"", "This quotation mark is not closed.", 6..<7),
    ("(libya", "This parenthesis is not closed.", 0..<1),
    ("libya)", "This closing parenthesis has no opening one.", 5..<6),
    ("libya ()", "There is nothing between the parentheses.", 6..<8),
    ("OR", "OR needs something to search for on either side.", 0..<2),
    ("libya OR", "OR needs something to search for on either side.", 6..<8),
    ("OR libya", "OR needs something to search for on either side.", 0..<2),
    ("a OR OR b", "OR needs something to search for on either side.", 5..<7),
    ("AND libya", "AND needs something to search for.", 0..<3),
    ("libya AND", "AND needs something to search for.", 6..<9),
    ("libya NOT", "NOT needs something to search for.", 6..<9),
    ("🙂", "There is no letter and no digit here to search for.", 0..<1),
    ("-", "There is no letter and no digit here to search for.", 0..<1),
    ("mi*ra", "A * can stand only at the end of a word.", 2..<3),
    ("tag:", "tag: wants a TAG, as in tag:KNNP.", 0..<4),
    (
      "x class:blue",
      "“blue” cannot be read here: class: wants a classification, as in class:secret.", 8..<12
    ),
    (
      "date:2003-13",
      "“2003-13” cannot be read here: date: wants a date, as in 2003, 2003-10 or 2003-10-14.",
      5..<12
    ),
    ("date:2004..2003", "This period ends before it begins.", 5..<15),
    (
      "before:soon",
      "“soon” cannot be read here: before: wants a date, as in 2003, 2003-10 or 2003-10-14.", 7..<11
    ),
    (
      "cites:foo", "“foo” cannot be read here: cites: wants a cable, as in 03ROME1605.", 6..<9
    ),
    (
      "is:blue",
      "“blue” cannot be read here: is: wants one of bookmarked, inferred, partial, read, undated, unread.",
      3..<7
    ),
    ("near(libya)", "near() needs two words or more, as in near(libya wmd, 5).", 0..<11),
    (
      "near(a b, x)", "near() takes a number of words from 0 to 1000 after the comma.", 10..<11
    ),
  ])
  func `says what is wrong and where`(text: String, message: String, range: Range<Int>) {
    #expect(Query.parse(text) == .failure(QueryError(message: message, range: range)))
  }

  @Test func `counts characters and not bytes in positions`() {
    guard case .failure(let error) = Query.parse("é👍🏽 \"x") else {
      Issue.record("an open quotation mark was taken")
      return
    }
    #expect(error.range == 3..<4)
  }

  @Test(
    arguments: [
      ("li", .phrase(Phrase(["li"], isPrefix: true))),
      ("libya w", .and([word("libya"), .phrase(Phrase(["w"], isPrefix: true))])),
      ("libya ", word("libya")),
      ("U.S.", .phrase(Phrase(["u", "s"]))),
      ("libya OR", word("libya")),
      ("libya AND", word("libya")),
      ("libya -", word("libya")),
      ("libya NOT ", word("libya")),
      ("libya (", word("libya")),
      ("libya (wm", .and([word("libya"), .phrase(Phrase(["wm"], isPrefix: true))])),
      ("\"plan of", .phrase(Phrase(["plan", "of"], isPrefix: true))),
      ("\"", .everything),
      ("-", .everything),
      ("tag:", .everything),
      ("tag:KN", .tag("kn", isPrefix: true)),
      ("from:RO", .from("ro", isPrefix: true)),
      ("subject:", .everything),
      ("subject:ir", .phrase(Phrase(["ir"], isPrefix: true, part: .subject))),
      ("near(", .everything),
      ("near(a b", .near([Phrase(["a"]), Phrase(["b"], isPrefix: true)], distance: 10, part: nil)),
      ("near(a b, ", .near([Phrase(["a"]), Phrase(["b"])], distance: 10, part: nil)),
    ] as [(String, QueryNode)])
  func `overlooks what is unfinished while it is typed`(text: String, tree: QueryNode) throws {
    #expect(try Query.parse(text, isTyping: true).get().root == tree)
  }

  @Test func `refuses more than it can carry out`() {
    let nested = String(repeating: "(", count: 13) + "a" + String(repeating: ")", count: 13)
    let many = Array(repeating: "a", count: 201).joined(separator: " ")
    #expect(throws: QueryError.self) { try Query.parse(nested).get() }
    #expect(throws: QueryError.self) { try Query.parse(many).get() }
  }
}
