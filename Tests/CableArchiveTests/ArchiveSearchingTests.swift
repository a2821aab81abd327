import Cables
import Testing

@testable import CableArchive

struct ArchiveSearchingTests {
  static let libya = Sample.cable(
    Sample.id(2003, "ROME", 4715), date: Sample.day(2003, 10, 14), classification: .secret,
    subject: "MORE FROM ITALY ON LIBYAN WMD DEVELOPMENT",
    body: "Libya's continued pursuit of nuclear weapons.\nPlan of action, number 001605.",
    tags: ["KNNP", "EXPORT CONTROLS"], to: ["SECSTATE WASHDC"],
    references: [
      Sample.reference("A", Sample.id(2003, "STATE", 282_619), isYearInferred: true),
      Sample.reference("B", Sample.id(2003, "ROME", 4580), isYearInferred: true),
    ])
  static let migration = Sample.cable(
    Sample.id(2003, "ROME", 4580), date: Sample.day(2003, 10, 7), classification: .confidential,
    subject: "ITALY: LIBYAN ILLEGAL IMMIGRATION",
    body: "Migration from Libya.\nThe action was planned in Zürich; a plan.",
    tags: ["PREL", "LY"],
    references: [Sample.reference("A", Sample.id(2003, "STATE", 282_619), isYearInferred: true)])
  static let paris = Sample.cable(
    Sample.id(2004, "PARIS", 12), date: Sample.day(2004, 1, 5), classification: .unclassified,
    subject: "TRADE TALKS", body: "Nothing about anything.", tags: ["ETRD"], isPartial: true)

  let archive: Archive

  init() throws {
    archive = try Sample.archive([Self.libya, Self.paris, Self.migration])
  }

  @Test(arguments: [
    ("", ["04PARIS12", "03ROME4715", "03ROME4580"]),
    ("libya", ["03ROME4715", "03ROME4580"]),
    ("LIBYA wmd", ["03ROME4715"]),
    ("libya OR trade", ["04PARIS12", "03ROME4715", "03ROME4580"]),
    ("libya -wmd", ["03ROME4580"]),
    ("-libya", ["04PARIS12"]),
    ("NOT (libya OR trade)", []),
    ("\"plan of action\"", ["03ROME4715"]),
    ("plan action", ["03ROME4715", "03ROME4580"]),
    ("migra*", ["03ROME4580"]),
    ("1605", ["03ROME4715"]),
    ("0001605", ["03ROME4715"]),
    ("zurich", ["03ROME4580"]),
    ("ZÜRICH", ["03ROME4580"]),
    ("subject:illegal", ["03ROME4580"]),
    ("subject:nuclear", []),
    ("subject:(italy -wmd)", ["03ROME4580"]),
    ("tag:knnp", ["03ROME4715"]),
    ("tag:\"export controls\"", ["03ROME4715"]),
    ("tag:KNNP,ETRD", ["04PARIS12", "03ROME4715"]),
    ("tag:E*", ["04PARIS12", "03ROME4715"]),
    ("tag:Q*", []),
    ("-tag:E* tag:KNNP", []),
    ("from:rome", ["03ROME4715", "03ROME4580"]),
    ("from:\"Embassy Paris\"", ["04PARIS12"]),
    ("to:state", ["03ROME4715"]),
    ("class:s", ["03ROME4715"]),
    ("class>=confidential", ["03ROME4715", "03ROME4580"]),
    ("class<confidential", ["04PARIS12"]),
    ("class>topsecret", []),
    ("date:2003", ["03ROME4715", "03ROME4580"]),
    ("date:2003-10-07", ["03ROME4580"]),
    ("date:2003-10-08..2004", ["04PARIS12", "03ROME4715"]),
    ("before:2003-10-14", ["03ROME4580"]),
    ("after:2003-10", ["04PARIS12"]),
    ("date:2004 OR wmd", ["04PARIS12", "03ROME4715"]),
    ("-date:2003-10-07", ["04PARIS12", "03ROME4715"]),
    ("id:2003ROME004580", ["03ROME4580"]),
    ("cites:03STATE282619", ["03ROME4715", "03ROME4580"]),
    ("cites:03ROME4580", ["03ROME4715"]),
    ("citedby:03ROME4715", ["03ROME4580"]),
    ("cites:03STATE282619 -cites:03ROME4580", ["03ROME4580"]),
    ("cites:03STATE282619 migration", ["03ROME4580"]),
    ("trade OR cites:03ROME4580", ["04PARIS12", "03ROME4715"]),
    ("is:partial", ["04PARIS12"]),
    ("has:refs", ["03ROME4715", "03ROME4580"]),
    ("near(libya weapons, 4)", []),
    ("near(continued weapons, 4)", ["03ROME4715"]),
    ("near(continued weapons, 1)", []),
  ])
  func `finds what a query asks for`(text: String, names: [String]) throws {
    #expect(try archive.names(text) == names)
  }

  @Test func `knows a post under its former name and its beginnings`() throws {
    let archive = try Sample.archive([
      Sample.cable(Sample.id(2005, "KYIV", 12), body: "new", to: ["AMEMBASSY CALCUTTA"]),
      Sample.cable(Sample.id(1995, "KIEV", 13), body: "old"),
      Sample.cable(Sample.id(2005, "USEUBRUSSELS", 1), body: "union"),
      Sample.cable(Sample.id(2005, "BRUSSELS", 1), body: "embassy"),
    ])
    for text in ["from:kiev", "from:KYIV", "from:\"Amembassy Kyiv\"", "from:kie*", "from:ky*"] {
      #expect(try Set(archive.names(text)) == ["05KYIV12", "95KIEV13"], "\(text)")
    }
    #expect(try archive.names("to:kolkata") == ["05KYIV12"])
    #expect(try archive.names("from:brussels") == ["05BRUSSELS1"])
  }

  @Test func `counts and lists by the same rule`() throws {
    for text in ["", "libya", "-libya", "date:2003", "cites:03STATE282619", "class>topsecret"] {
      let query = try Query.parse(text).get()
      #expect(try archive.count(query) == archive.rowIDs(query).count)
      #expect(try archive.rowIDs(query, limit: 1).count == min(1, archive.count(query)))
    }
  }

  @Test func `the word being typed is a beginning`() throws {
    let query = try Query.parse("libya wea", isTyping: true).get()
    #expect(try archive.page(query, limit: 5).rows.map(\.name) == ["03ROME4715"])
    #expect(try archive.page(Query.parse("libya wea").get(), limit: 5).rows.isEmpty)
  }

  @Test(arguments: [
    "date:2", "date:200", "date:2003-", "cites:03", "id:03ROM", "is:par", "has:re", "libya date:20",
  ]) func `a value that is still being typed is overlooked`(text: String) throws {
    #expect(throws: Never.self) { try Query.parse(text, isTyping: true).get() }
    // Once it is entered it has to be one.
    #expect(throws: QueryError.self) { try Query.parse(text).get() }
  }

  @Test func `a post's name in full is found before its quotation mark is closed`() throws {
    let archive = try Sample.archive([Self.libya, Self.migration, Self.paris])
    let whole = try archive.count(Query.parse("from:\"Embassy Rome\"").get())
    #expect(whole > 0)
    #expect(try archive.count(Query.parse("from:\"Embassy Rome", isTyping: true).get()) == whole)
  }
}
