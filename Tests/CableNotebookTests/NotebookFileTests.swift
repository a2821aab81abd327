import CableNotebook
import Foundation
import TestSupport
import Testing

@Suite struct NotebookFileTests {
  let folder: TemporaryFolder
  var path: String { folder("data/reftel/notebook.jsonl") }

  init() throws { folder = try TemporaryFolder() }

  private static let changes: [Change] = [
    .bookmark(["03ROME1605", "a file.txt"], true), .bookmark(["a file.txt"], false),
    .label(["03ROME1605"], added: ["libya", "é-中"], removed: ["old"]),
    .note("03ROME1605", "two\nlines \"quoted\" \\ \u{1B}[31m"), .note("03ROME1605", nil),
    .read(["03ROME1605"], true), .search("mine", "libya \"plan of action\" -draft"),
    .search("mine", nil),
  ]

  @Test(arguments: NotebookFileTests.changes)
  func `a change is read as it was written`(change: Change) throws {
    _ = try NotebookFile(path: path).append([change])
    let news = try NotebookFile(path: path).news()
    #expect(news.changes == [change])
    #expect(news.damagedLines == 0)
  }

  @Test func `a notebook that is not there is empty, and reading makes none`() throws {
    #expect(try NotebookFile(path: path).news().changes.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `only its owner can read it`() throws {
    _ = try NotebookFile(path: path).append([.bookmark(["A"], true)])
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    stat(folder("data/reftel"), &status)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func `two browsers hear of one another`() throws {
    let (one, other) = (NotebookFile(path: path), NotebookFile(path: path))
    #expect(try one.append([.bookmark(["A"], true)]).changes.isEmpty)
    #expect(try other.append([.bookmark(["B"], true)]).changes == [.bookmark(["A"], true)])
    #expect(try one.append([.bookmark(["C"], true)]).changes == [.bookmark(["B"], true)])
    #expect(try other.news().changes == [.bookmark(["C"], true)])
    #expect(try other.news().changes.isEmpty)
    #expect(try NotebookFile(path: path).news().changes.count == 3)
  }

  @Test func `many writers at once lose nothing`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let file = NotebookFile(path: path)
          for number in 0..<25 { _ = try file.append([.bookmark(["W\(writer)N\(number)"], true)]) }
        }
      }
      try await group.waitForAll()
    }
    let news = try NotebookFile(path: path).news()
    #expect(news.changes.count == 200)
    #expect(Set(news.changes.map { "\($0)" }).count == 200)
    #expect(news.damagedLines == 0)
  }

  @Test(arguments: 1..<41)
  func `a line that was cut off spoils no other`(cut: Int) throws {
    let file = NotebookFile(path: path)
    _ = try file.append([.bookmark(["A"], true)])
    let whole = try Data(contentsOf: URL(filePath: path))
    _ = try file.append([.note("B", "words that were cut off")])
    let both = try Data(contentsOf: URL(filePath: path))
    try both.prefix(whole.count + cut).write(to: URL(filePath: path))
    _ = try NotebookFile(path: path).append([.bookmark(["C"], true)])
    let news = try NotebookFile(path: path).news()
    #expect(news.changes == [.bookmark(["A"], true), .bookmark(["C"], true)])
    #expect(news.damagedLines == 1)
  }

  @Test(arguments: [
    "no notebook\nat all\n", "\u{0}\u{1}", "SQLite format 3\u{0}", "From: me\n\nDear {you}\n",
    "{\"file\":\"a.txt\",\"canonicalID\":\"03ROME1605\",\"text\":\"an exported cable\"}\n",
  ])
  func `a file of another kind is refused, and left as it is`(text: String) throws {
    try folder.write(text, to: "book.jsonl")
    let file = NotebookFile(path: folder("book.jsonl"))
    for attempt in 0..<2 {
      let error = #expect(throws: NotebookFile.Failure.self) {
        if attempt == 0 { _ = try file.news() } else { _ = try file.append([.read(["A"], true)]) }
      }
      #expect(error?.description.contains("is no notebook, or is damaged") == true)
    }
    #expect(try String(contentsOf: URL(filePath: folder("book.jsonl")), encoding: .utf8) == text)
  }

  @Test func `a notebook put in the place of another is read as a whole`() throws {
    let file = NotebookFile(path: path)
    _ = try file.append([.bookmark(["A"], true), .bookmark(["B"], true)])
    let other = NotebookFile(path: folder("data/reftel/other.jsonl"))
    _ = try other.append(["C", "D", "E"].map { .bookmark([$0], true) })
    #expect(rename(other.path, path) == 0)
    let news = try file.append([.bookmark(["F"], true)])
    #expect(news.isAnew)
    #expect(news.changes == ["C", "D", "E"].map { .bookmark([$0], true) })
    #expect(unlink(path) == 0)
    #expect(try file.news().isAnew)
    #expect(try !file.news().isAnew)
    #expect(try file.contents() == Notebook())
  }

  @Test func `a note that others have written meanwhile is not replaced`() throws {
    let (one, other) = (NotebookFile(path: path), NotebookFile(path: path))
    _ = try one.append([.note("A", "theirs"), .note("B", "theirs")])
    let news = try other.append([.note("A", "mine")])
    #expect(news.added == [.note("A", "mine\n\ntheirs")])
    // What was seen is replaced.
    #expect(try other.append([.note("A", "mine")]).added == [.note("A", "mine")])
    #expect(try one.append([.note("B", nil)]).added == [.note("B", nil)])
    let contents = try one.contents()
    #expect(contents["A"].note == "mine")
    #expect(contents["B"].note == nil)
  }

  @Test func `a file that is held for long is told of`() throws {
    let file = NotebookFile(path: path, patience: .zero)
    _ = try file.append([.bookmark(["A"], true)])
    let holder = open(path, O_RDONLY)
    defer { close(holder) }
    try #require(flock(holder, LOCK_EX) == 0)
    #expect(throws: NotebookFile.Failure.self) { try file.append([.bookmark(["B"], true)]) }
    // Reading needs no lock.
    #expect(try file.contents().entries.count == 1)
    #expect(flock(holder, LOCK_UN) == 0)
    _ = try file.append([.bookmark(["B"], true)])
    #expect(try file.contents().entries.count == 2)
  }

  @Test func `one bad line among many spoils no other`() throws {
    let names = (0..<1_200).map { "03ROME\($0)" }
    let file = NotebookFile(path: path)
    _ = try file.append(names.map { .read([$0], true) })
    var text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    text = text.replacing(
      "{\"cables\":[\"03ROME700\"],\"read\":true}\n", with: "{\"cables\":[\n1],\n")
    try folder.write(text, to: "data/reftel/notebook.jsonl")
    let news = try NotebookFile(path: path).news()
    #expect(news.changes.count == 1_199)
    #expect(news.damagedLines == 2)
  }

  @Test func `lines that say nothing are counted and left where they are`() throws {
    let text = """
      {no JSON
      {"cables":[]}
      {"cables":["A"],"bookmark":true}
      {"cables":["A"],"unknown":1}
      \u{0}\u{1}

      """
    try folder.write(text, to: "book.jsonl")
    let file = NotebookFile(path: folder("book.jsonl"))
    let news = try file.news()
    #expect(news.changes == [.bookmark(["A"], true)])
    #expect(news.damagedLines == 4)
    _ = try file.append([.read(["A"], true)])
    let after = try String(contentsOf: URL(filePath: folder("book.jsonl")), encoding: .utf8)
    #expect(after.hasPrefix(text))
  }

  @Test func `the mark that an editor puts in front spoils no line`() throws {
    try folder.write(
      "\u{FEFF}{\"cables\":[\"A\"],\"bookmark\":true}\r\n", to: "book.jsonl")
    let file = NotebookFile(path: folder("book.jsonl"))
    _ = try file.append([.read(["A"], true)])
    let news = try NotebookFile(path: folder("book.jsonl")).news()
    #expect(news.changes == [.bookmark(["A"], true), .read(["A"], true)])
    #expect(news.damagedLines == 0)
  }

  @Test func `a device without an end is not read`() throws {
    let error = #expect(throws: NotebookFile.Failure.self) {
      _ = try NotebookFile(path: "/dev/zero").news()
    }
    #expect(error?.description == "/dev/zero is no file: there is no notebook in it.")
  }

  @Test func `what can't be written says where and why`() throws {
    try folder.write("in the way", to: "data")
    let error = #expect(throws: NotebookFile.Failure.self) {
      _ = try NotebookFile(path: path).append([.bookmark(["A"], true)])
    }
    #expect(error?.description.contains(path) == true)
    #expect(error?.description.contains("Not a directory") == true)
    let device = #expect(throws: NotebookFile.Failure.self) {
      _ = try NotebookFile(path: "/dev/null").append([.bookmark(["A"], true)])
    }
    #expect(device?.description.contains("no file") == true)
  }

  @Test(arguments: [
    (["XDG_DATA_HOME": "/d", "HOME": "/h"], "/d/reftel/notebook.jsonl"),
    (["HOME": "/h"], "/h/.local/share/reftel/notebook.jsonl"),
    (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/reftel/notebook.jsonl"),
  ])
  func `lies where the environment says`(environment: [String: String], path: String) {
    #expect(NotebookFile { environment[$0] }?.path == path)
    #expect(NotebookFile { _ in nil } == nil)
  }
}
