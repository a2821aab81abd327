import TestSupport
import Testing

@Suite struct BrowseCommandTests {
  @Test func `keys lead to a screen that is printed`() throws {
    let result = try Program.run(
      ["seeds", "--exec", "/libya<Enter><Tab><Enter>", "--size", "80x24", "--print-screen"])
    #expect(result.status == 0)
    #expect(result.lines.count == 25)
    #expect(result.output.contains("03STATE282619 is not in the archive"))
  }

  @Test(arguments: [
    (["seeds", "--print-screen", "--exec", "<Nonsense>"], Int32(2), "<Nonsense>"),
    (["seeds", "--print-screen", "--size", "huge"], 2, "huge"),
    (["seeds", "--exec", "j"], 2, "--print-screen"),
    ([], 1, "reftel import"),
    (["/no/such/path", "--print-screen"], 1, "/no/such/path"),
    (["/no/such/path"], 1, "/no/such/path"),
  ]) func `what can't be done is one sentence and a status`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == status)
    #expect(result.bytes.isEmpty)
    #expect(result.errors.contains(words))
  }

  @Test func `version and help go to standard output`() throws {
    let version = try Program.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.hasPrefix("reftel "))
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("parse"))
  }
}
