import Foundation
import TestSupport
import Testing

@Suite struct LookUpCommandTests {
  @Test func `search finds both Libya cables, newest first`() throws {
    let result = try Program.run(["search", "libya", "--in", "seeds", "--format", "json"])
    #expect(result.status == 0)
    let rows = try #require(try result.json() as? [[String: Any]])
    #expect(rows.map { $0["id"] as? String } == ["03ROME4715", "03ROME4580"])
  }

  @Test func `nothing found is an empty array and status 1`() throws {
    let result = try Program.run(["search", "zzzz", "--in", "seeds", "--format", "json"])
    #expect(result.status == 1)
    #expect((try result.json() as? [Any])?.isEmpty == true)
    let text = try Program.run(["search", "zzzz", "--in", "seeds"])
    #expect(text.status == 1)
    #expect(text.bytes.isEmpty)
    #expect(text.errors.contains("zzzz"))
  }

  @Test func `a bad query is a matter of usage`() throws {
    let result = try Program.run(["search", "date:never", "--in", "seeds"])
    #expect(result.status == 2)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "  date:never")
    #expect(lines[2] == "       ^^^^^")
  }

  @Test(arguments: [
    "03ROME1605", "2003ROME01605", "03 ROME 1605", "03rome1605", "2003ROME001605", "ROME 1605",
  ]) func `show takes any spelling of an id`(id: String) throws {
    let result = try Program.run(["show", id, "--in", "seeds", "--format", "json"])
    #expect(result.status == 0)
    #expect((try result.json() as? [String: Any])?["canonicalID"] as? String == "03ROME1605")
  }

  @Test(arguments: 0..<5) func `the original comes byte for byte`(index: Int) throws {
    let ids = ["03ROME1605", "03ROME4715", "07ROME1919", "03ROME4580", "04ROME3933"]
    let result = try Program.run(["show", ids[index], "--in", "seeds", "--format", "original"])
    #expect(result.bytes == (try Seeds.bytes(index)))
  }

  @Test func `show says that a cable is absent, and who cites it`() throws {
    let result = try Program.run(["show", "03STATE282619", "--in", "seeds"])
    #expect(result.status == 1)
    #expect(result.bytes.isEmpty)
    #expect(result.errors.contains("03STATE282619"))
    #expect(result.errors.contains("2 cables cite it"))
  }

  @Test func `show says that a word is no id`() throws {
    let result = try Program.run(["show", "nonsense", "--in", "seeds"])
    #expect(result.status == 1)
    #expect(result.errors.contains("nonsense"))
  }

  @Test func `refs works for absent cables`() throws {
    let result = try Program.run(["refs", "2003STATE282619", "--in", "seeds", "--format", "json"])
    #expect(result.status == 0)
    let answer = try #require(try result.json() as? [String: Any])
    #expect(answer["id"] as? String == "03STATE282619")
    #expect(answer["present"] as? Bool == false)
    let citing = try #require(answer["citedBy"] as? [[String: Any]])
    #expect(citing.map { $0["id"] as? String } == ["03ROME4715", "03ROME4580"])
    #expect(citing.map { $0["letter"] as? String } == ["A", "A"])
  }

  @Test func `refs of a cable has both directions`() throws {
    let result = try Program.run(["refs", "03ROME4580", "--in", "seeds", "--format", "json"])
    let answer = try #require(try result.json() as? [String: Any])
    let cites = try #require(answer["cites"] as? [[String: Any]])
    #expect(cites.map { $0["letter"] as? String } == ["A", "B", "C"])
    #expect(cites.map { $0["present"] as? Bool } == [false, false, false])
    let citing = try #require(answer["citedBy"] as? [[String: Any]])
    #expect(citing.map { $0["id"] as? String } == ["03ROME4715"])
    #expect(citing.map { $0["letter"] as? String } == ["B"])
  }

  @Test func `facets count a result by TAG, class and month`() throws {
    let tags = try Program.run([
      "facets", "libya", "--in", "seeds", "--by", "tag", "--format", "json",
    ])
    let rows = try #require(try tags.json() as? [[String: Any]])
    let counts = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["value"] as? String ?? "", $0["count"] as? Int ?? 0) })
    #expect(counts == ["PARM": 2, "MNUC": 2, "KNNP": 2, "LY": 2, "IT": 2, "ETTC": 1])
    let classes = try Program.run(["facets", "--in", "seeds", "--by", "class", "--format", "csv"])
    #expect(classes.output == "class,cables\nSECRET,2\nCONFIDENTIAL,3\n")
    let months = try Program.run(["facets", "--in", "seeds", "--by", "month"])
    #expect(months.output == "2003-04  1\n2003-10  2\n2004-10  1\n2007-09  1\n")
    #expect(try Program.run(["facets", "--in", "seeds", "--by", "nonsense"]).status == 2)
  }

  @Test func `stats say what a collection holds`() throws {
    let folder = try TemporaryFolder()
    let copy = try folder.write(try Seeds.bytes(0), to: "copy.txt")
    let result = try Program.run(["stats", "--in", "seeds", copy, "--format", "json"])
    let stats = try #require(try result.json() as? [String: Any])
    #expect(stats["cables"] as? Int == 5)
    #expect(stats["copies"] as? Int == 1)
    #expect(stats["references"] as? Int == 13)
    #expect(stats["absentCables"] as? Int == 11)
  }

  @Test func `a cable is shown with its headings and unnumbered text`() throws {
    let shown = try Program.run(["show", "04ROME3933", "--in", "seeds"])
    #expect(shown.output.contains("Tough Messages"))
    let folder = try TemporaryFolder()
    try folder.write(
      "C O N F I D E N T I A L ROME 001234\n\nSUBJECT: PROSE\n\nFirst passage.\n\nSecond passage.\n",
      to: "prose.txt")
    for format in ["text", "markdown"] {
      let export = try Program.run([
        "export", "--in", folder("prose.txt"), "--format", format,
      ])
      #expect(export.output.contains("First passage."))
      #expect(export.output.contains("Second passage."))
    }
  }

  @Test func `an export removes what killed ones have left`() throws {
    let folder = try TemporaryFolder()
    // A process that has ended, one that runs, and a leftover of another file.
    let names = ["out.csv.part-99999999", "out.csv.part-\(getpid())", "b-out.csv.part-99999999"]
    for name in names { try folder.write([0x61], to: name) }
    let export = try Program.run(["export", "--in", "seeds", "--out", folder("out.csv")])
    #expect(export.status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["b-out.csv.part-99999999", "out.csv", "out.csv.part-\(getpid())"])
  }

  @Test func `an export of nothing leaves a file alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "out.csv")
    let result = try Program.run([
      "export", "zzzz", "--in", "seeds", "--out", folder("out.csv"), "--force",
    ])
    #expect(result.status == 1)
    #expect(try String(contentsOfFile: folder("out.csv"), encoding: .utf8) == "precious")
    let refused = try Program.run([
      "export", "libya", "--in", "seeds", "--out", folder("out.csv"),
    ])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--force"))
    let written = try Program.run([
      "export", "libya", "--in", "seeds", "--out", folder("out.csv"), "--force", "--format", "csv",
    ])
    #expect(written.status == 0)
    #expect(
      try String(contentsOfFile: folder("out.csv"), encoding: .utf8)
        .hasPrefix("id,date,classification"))
  }

  @Test(arguments: [
    ["search", "libya", "--in", "seeds"], ["export", "--in", "seeds"], ["stats", "--in", "seeds"],
    ["show", "03ROME1605", "--in", "seeds"], ["keys"], ["parse", "seeds"],
  ]) func `results that can't be written are an error`(arguments: [String]) throws {
    let run = try Program.start(
      ["-c", "exec \"$0\" \"$@\" > /dev/full", Program.path] + arguments, executable: "/bin/sh",
      in: nil)
    let result = try run.wait()
    #expect(result.status == 1)
    #expect(result.errors.contains("standard output cannot be written: No space left on device"))
  }

  @Test func `a device stays a device`() throws {
    let result = try Program.run(["export", "--in", "seeds", "--out", "/dev/full", "--force"])
    #expect(result.status == 1)
    #expect(result.errors.contains("/dev/full cannot be written"))
    var status = stat()
    #expect(stat("/dev/full", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `what is kept can be searched for and printed`() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("reftel")
    try folder.write(
      """
      {"cables":["03ROME4715"],"bookmark":true}
      {"cables":["03ROME4715"],"labels":["wmd"]}
      {"cables":["03ROME4580"],"note":"Ask, \\"again\\"."}
      {"cables":["03ROME1605"],"read":true}
      {"search":"mine","query":"libya"}

      """, to: "reftel/notebook.jsonl")
    let environment = ["XDG_DATA_HOME": folder.path]
    func ids(_ query: String) throws -> [String] {
      let result = try Program.run(
        ["search", "--in", "seeds", "--format", "json", "--", query], environment: environment)
      return try #require(try result.json() as? [[String: Any]]).compactMap { $0["id"] as? String }
    }
    #expect(try ids("is:bookmarked") == ["03ROME4715"])
    #expect(try ids("has:note OR label:wmd") == ["03ROME4715", "03ROME4580"])
    #expect(try ids("-is:unread") == ["03ROME1605"])
    let text = try Program.run(["notes"], environment: environment)
    #expect(
      text.output == """
        03ROME4580       
            Ask, "again".
        03ROME4715       bookmarked #wmd
        search mine: libya

        """)
    let table = try Program.run(["notes", "--format", "csv"], environment: environment)
    #expect(table.lines[2] == #"03ROME4580,false,,false,"Ask, ""again"".""#)
    let json = try #require(
      try Program.run(["notes", "--format", "json"], environment: environment).json()
        as? [String: Any])
    #expect(json["searches"] as? [String: String] == ["mine": "libya"])
    let none = try Program.run(["notes"])
    #expect(none.status == 1)
    #expect(none.errors.contains("Nothing is kept yet"))
  }

  @Test(arguments: [
    (["facets", "--by", "tag", "--by", "from", "--in", "seeds"], "--by stands once"),
    (["facets", "--in", "seeds"], "--by says what is counted"),
    (["search", "-libya", "--in", "seeds"], "stands behind --: -- -libya"),
    (["help", "nonsense"], "There is no command 'nonsense'"),
  ])
  func `what can't be meant is a matter of usage, with a word on what can`(
    arguments: [String], words: String
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.bytes.isEmpty)
    #expect(result.errors.contains(words))
  }

  /// A cable in two texts.
  private func versions() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let head =
      "CONFIDENTIAL ROME 1\n\nE.O. 12958: DECL: 01/02/2013\nTAGS: PREL\nSUBJECT: A\n\n1. (U) First.\n"
    try folder.write(head, to: "a.txt")
    try folder.write(head + "\n2. (U) Second.\n", to: "b.txt")
    return folder
  }

  @Test func `show takes the number of one of several texts`() throws {
    let folder = try versions()
    func show(_ number: String) throws -> Program.Result {
      try Program.run(
        [
          "show", "ROME 1", "--in", folder.path, "--format", "original", "--version", number,
        ])
    }
    #expect(String(decoding: try show("1").bytes, as: UTF8.self).contains("Second"))
    let second = try show("2")
    #expect(second.status == 0)
    #expect(String(decoding: second.bytes, as: UTF8.self).hasSuffix("First.\n"))
    let third = try show("3")
    #expect(third.status == 1)
    #expect(third.errors.contains("there are 2 texts"))
  }

  @Test func `a hyphen is standard output; a link that leads nowhere is not replaced`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["export", "libya", "--in", "seeds", "--out", "-", "--format", "csv"])
    #expect(String(decoding: result.bytes, as: UTF8.self).hasPrefix("id,date,"))
    folder.link("link.csv", to: folder("nowhere.csv"))
    let link = try Program.run(["export", "libya", "--in", "seeds", "--out", folder("link.csv")])
    #expect(link.status == 1)
    #expect(link.errors.contains("is there already; --force replaces it"))
    let empty = try Program.run(["export", "--in", folder("absent")])
    #expect(empty.errors.contains("There are no cables."))
  }

  @Test func `export writes all texts where that is asked for`() throws {
    let folder = try versions()
    func count(_ arguments: [String]) throws -> Int {
      let result = try Program.run(
        ["export", "--in", folder.path, "--format", "jsonl"] + arguments)
      return result.bytes.count { $0 == 0x0A }
    }
    #expect(try count([]) == 1)
    #expect(try count(["--versions"]) == 2)
    // A bibliography has an entry a cable: the brackets and one line.
    let entries = try Program.run(
      ["export", "--in", folder.path, "--format", "csl-json", "--versions"])
    #expect(entries.bytes.count { $0 == 0x0A } == 3)
  }
}
