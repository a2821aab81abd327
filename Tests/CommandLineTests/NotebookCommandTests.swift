import Foundation
import TestSupport
import Testing

@Suite struct NotebookCommandTests {
  let folder: TemporaryFolder
  var path: String { folder("kept/notebook.jsonl") }

  init() throws { folder = try TemporaryFolder() }

  /// Keys that give the first cable labels, one change after the other.
  private func keys(labels: Range<Int>) -> String {
    labels.map { ":label n\($0)<Enter>" }.joined()
  }

  private func browse(_ keys: String) -> [String] {
    ["seeds", "--exec", keys, "--print-screen", "--notebook", path]
  }

  /// The labels of the first cable.
  private func labels() throws -> Set<String> {
    let notes = try Program.run(["notes", "--format", "json", "--notebook", path])
    guard notes.status == 0 || !notes.bytes.isEmpty else { return [] }
    let kept = try #require(try notes.json() as? [String: Any])
    let cables = kept["cables"] as? [[String: Any]] ?? []
    return Set(cables.first?["labels"] as? [String] ?? [])
  }

  private func bytes() -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `killed at any moment, what was kept before is there, and the next goes on`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var kills = 0
    for round in 0..<4 {
      let before = try labels()
      let first = round * 60
      let run = try Program.start(browse(keys(labels: first..<first + 60)))
      let enough = bytes() + Int.random(in: 1...2_000, using: &generator)
      while run.isRunning, bytes() < enough { sched_yield() }
      run.send(SIGKILL)
      if try run.wait().status == SIGKILL { kills += 1 }
      let after = try labels()
      #expect(before.isSubset(of: after))
      // Of what was asked for one after the other, the beginning is there and nothing else.
      let new = after.subtracting(before)
      #expect(new == Set((first..<first + new.count).map { "n\($0)" }))
      #expect(!new.isEmpty)
    }
    #expect(kills > 0)
  }

  @Test func `two browsers at once lose nothing`() throws {
    let one = try Program.start(browse(keys(labels: 0..<40)))
    let other = try Program.start(browse(keys(labels: 100..<140)))
    #expect(try one.wait().status == 0)
    #expect(try other.wait().status == 0)
    #expect(try labels() == Set((Array(0..<40) + Array(100..<140)).map { "n\($0)" }))
  }

  @Test func `where no more can be written that is said, and nothing is lost`() throws {
    #expect(try Program.run(browse(keys(labels: 0..<20))).status == 0)
    let note = ":note \(String(repeating: "long ", count: 400))<Enter>"
    // The shell's limit is in blocks of 1,024 bytes.
    let run = try Program.start(
      ["-c", "ulimit -f 2; trap '' XFSZ; exec \"$0\" \"$@\"", Program.path]
        + browse(note + keys(labels: 20..<21) + ":messages<Enter>") + ["--size", "160x30"],
      executable: "/bin/bash")
    let result = try run.wait()
    #expect(result.output.contains("cannot be written: File"), "\(result.output)")
    #expect(result.output.contains("The text is not lost yet: e opens it again."))
    #expect(try labels() == Set((0..<21).map { "n\($0)" }))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 21)
  }

  @Test func `browsing and reading files leaves no notebook`() throws {
    let result = try Program.run(browse("<Enter>JJ<C-d>q/is:read<Enter>"))
    #expect(result.output.contains("3 of 5 cables"))
    #expect(!FileManager.default.fileExists(atPath: folder("kept")))
  }

  @Test func `without a named notebook a printed screen keeps nothing`() throws {
    let environment = ["XDG_DATA_HOME": folder.path]
    let result = try Program.run(
      ["seeds", "--exec", "b", "--print-screen"], environment: environment)
    #expect(result.output.contains("Bookmarked 07ROME1919"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `labels are counted`() throws {
    try folder.write(
      "{\"cables\":[\"03ROME4715\",\"03ROME1605\"],\"labels\":[\"wmd\"]}\n",
      to: "reftel/notebook.jsonl")
    let environment = ["XDG_DATA_HOME": folder.path]
    let counts = try Program.run(
      ["facets", "libya", "--by", "label", "--in", "seeds"], environment: environment)
    #expect(counts.output == "wmd  1\n")
  }

  @Test func `another notebook is asked where one is named`() throws {
    let lines = """
      {"cables":["03ROME4715"],"bookmark":true}
      {"cables":["03ROME4715"],"labels":["wmd"]}
      {"search":"mine","query":"label:wmd"}

      """
    try folder.write(
      "{\"cables\":[\"03ROME1605\"],\"bookmark\":true}\n", to: "reftel/notebook.jsonl")
    try folder.write(lines, to: "other.jsonl")
    let environment = ["XDG_DATA_HOME": folder.path]
    let named = ["--in", "seeds", "--notebook", folder("other.jsonl")]
    func run(_ arguments: [String]) throws -> String {
      try Program.run(arguments + named, environment: environment).output
    }
    #expect(try run(["search", "is:bookmarked"]).contains("03ROME4715"))
    #expect(try !run(["search", "is:bookmarked"]).contains("03ROME1605"))
    #expect(try run(["search", "--saved", "mine"]).contains("03ROME4715"))
    #expect(try run(["facets", "--by", "label"]) == "wmd  1\n")
    #expect(try run(["export", "is:bookmarked", "--format", "csv"]).contains("03ROME4715"))
    #expect(try run(["graph", "is:bookmarked", "--reach", "within"]).contains("03ROME4715"))
    let missing = try Program.run(
      ["search", "is:bookmarked", "--in", "seeds", "--notebook", folder("none.jsonl")])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("There is no notebook"))
  }

  @Test func `saved searches are searched for by name`() throws {
    try folder.write("{\"search\":\"mine\",\"query\":\"libya\"}\n", to: "reftel/notebook.jsonl")
    let environment = ["XDG_DATA_HOME": folder.path]
    let found = try Program.run(
      ["search", "--saved", "mine", "--in", "seeds", "--format", "json"], environment: environment)
    #expect((try found.json() as? [Any])?.count == 2)
    let missing = try Program.run(
      ["search", "--saved", "other", "--in", "seeds"], environment: environment)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no search is saved as 'other'; there is mine"))
    #expect(try Program.run(["search", "--in", "seeds"]).status == 2)
    #expect(try Program.run(["search", "x", "--saved", "mine", "--in", "seeds"]).status == 2)
  }
}
