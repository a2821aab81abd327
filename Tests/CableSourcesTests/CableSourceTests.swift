import CableSources
import Cables
import Glibc
import TestSupport
import Testing

@Suite struct CableSourceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `reads a file as it is and passes its name on`() throws {
    let path = try folder.write("C O N F I D E N T I A L ROME 000012\r\n", to: "03ROME12.txt")
    let items = CollectedItems(path)
    #expect(items.texts == ["C O N F I D E N T I A L ROME 000012\r\n"])
    #expect(items.records.first?.hints.fileName == "03ROME12.txt")
    #expect(items.records.first?.location.description == path)
    #expect(items.problems.isEmpty)
  }

  @Test func `reads each of the cables that were written into one file`() throws {
    let first = "C O N F I D E N T I A L ROME 000012\n\n1. (C) Text.\nDOE\n\nNNNN\n\n"
    let path = try folder.write(first + first.replacing("12", with: "13"), to: "03ROME12.txt")
    let items = CollectedItems(path)
    #expect(items.texts == [first, first.replacing("12", with: "13")])
    #expect(items.records.map(\.hints.fileName) == [nil, nil])
    #expect(items.records.map(\.location.description) == ["\(path) cable 1", "\(path) cable 2"])
    #expect(items.records.map(\.location.offset) == [0, first.utf8.count])
  }

  @Test func `reads folders below folders in bytewise order of the paths`() throws {
    for name in ["b.txt", "a/z.txt", "a.txt", "a-1/x.txt", "B.txt", "a/b/c.txt"] {
      try folder.write(name, to: name)
    }
    #expect(
      CollectedItems(folder.path).texts
        == ["B.txt", "a-1/x.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"])
  }

  @Test func `reads paths in the order they are given`() throws {
    let paths = try ["2.txt", "1.txt", "3.txt"].map { try folder.write($0, to: $0) }
    #expect(CollectedItems(CableSource(paths: paths)).texts == ["2.txt", "1.txt", "3.txt"])
  }

  @Test func `stops where the reader wants no more`() throws {
    for number in 1...5 { try folder.write("\(number)", to: "\(number).txt") }
    var seen = 0
    CableSource(paths: [folder.path, folder.path]).read { _ in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
  }

  @Test func `passes the reader's own error on`() throws {
    try folder.write("text", to: "a.txt")
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      try CableSource(paths: [folder.path]).read { _ in throw Refusal() }
    }
  }

  @Test func `passes over hidden files and folders`() throws {
    try folder.write("hidden", to: ".git/config")
    try folder.write("hidden", to: ".hidden.txt")
    try folder.write("shown", to: "a.txt")
    let items = CollectedItems(folder.path)
    #expect(items.texts == ["shown"])
    #expect(items.problems.isEmpty)
  }

  @Test func `reads a hidden file that is named`() throws {
    #expect(CollectedItems(try folder.write("named", to: ".hidden.txt")).texts == ["named"])
  }

  @Test func `says that a path does not exist and reads the rest`() throws {
    let path = try folder.write("there", to: "a.txt")
    let items = CollectedItems(folder("nowhere"), path)
    #expect(items.kinds == [.missing])
    #expect(
      items.problems.first?.message
        == "\(folder("nowhere")) does not exist; check the spelling, or whether it was moved.")
    #expect(items.texts == ["there"])
  }

  @Test func `says that a file is empty`() throws {
    let path = try folder.write("", to: "a.txt")
    try folder.write("text", to: "b.txt")
    let items = CollectedItems(folder.path)
    #expect(items.kinds == [.empty])
    #expect(
      items.problems.first?.message
        == "\(path) is empty; fetch it again if it should hold a cable.")
    #expect(items.texts == ["text"])
  }

  @Test func `says that a folder holds no files, in it or below it`() throws {
    folder.makeFolder("a")
    folder.makeFolder("a/b")
    try folder.write("hidden", to: "a/.hidden")
    let items = CollectedItems(folder.path)
    #expect(items.kinds == [.emptyFolder])
    #expect(
      items.problems.first?.message
        == "\(folder.path) holds no files; name a folder with cables in it.")
  }

  @Test func `passes over an empty folder beside files`() throws {
    folder.makeFolder("a")
    try folder.write("text", to: "b.txt")
    #expect(CollectedItems(folder.path).problems.isEmpty)
  }

  @Test func `refuses a pipe without waiting for a writer`() throws {
    mkfifo(folder("pipe"), 0o644)
    try folder.write("text", to: "z.txt")
    let items = CollectedItems(folder.path)
    #expect(items.kinds == [.notAFile])
    #expect(items.texts == ["text"])
  }

  @Test(arguments: ["/dev/null", "/dev/zero"])
  func `refuses a device`(path: String) {
    #expect(CollectedItems(path).kinds == [.notAFile])
  }

  @Test func `reports a folder or file that may not be read, and reads the rest`() throws {
    try folder.write("secret", to: "a.txt")
    try folder.write("secret", to: "b/c.txt")
    try folder.write("open", to: "z.txt")
    chmod(folder("a.txt"), 0)
    chmod(folder("b"), 0)
    defer { chmod(folder("b"), 0o755) }
    let items = CollectedItems(folder.path)
    if geteuid() == 0 {
      // Root reads everything; the files must then come through like any other.
      #expect(items.texts == ["secret", "secret", "open"])
    } else {
      #expect(items.kinds == [.unreadable, .unreadable])
      #expect(items.texts == ["open"])
    }
  }

  @Test func `words a refusal of the system as a sentence`() {
    let problem = SourceProblem.refusal(EACCES, at: RecordLocation(path: "seeds/a.txt"))
    #expect(problem.kind == .unreadable)
    #expect(
      problem.message
        == "seeds/a.txt may not be read (permission denied); change its permissions.")
  }

  @Test func `reads a text longer than a piece whole`() throws {
    let text = (0..<5000).map { "line \($0)\n" }.joined()
    let path = try folder.write(text, to: "a.txt")
    for pieceSize in [1, 7, 4096, 1 << 20] {
      var limits = SourceLimits()
      limits.pieceSize = pieceSize
      #expect(CollectedItems(path, limits: limits).texts == [text])
    }
  }

  @Test func `refuses a text beyond the limit`() throws {
    var limits = SourceLimits()
    limits.textSize = 100
    let path = try folder.write(String(repeating: "a", count: 101), to: "a.txt")
    try folder.write(String(repeating: "b", count: 100), to: "b.txt")
    let items = CollectedItems(folder.path, limits: limits)
    #expect(items.kinds == [.tooLarge])
    #expect(items.problems.first?.location.path == path)
    #expect(items.records.map(\.bytes.count) == [100])
  }

  @Test func `counts the bytes on disk and the bytes read`() throws {
    try folder.write(String(repeating: "a", count: 1000), to: "a.txt")
    try folder.write(String(repeating: "b", count: 500), to: "b/b.txt")
    let source = CableSource(paths: [folder.path, folder("nowhere"), folder("a.txt")])
    #expect(source.estimatedBytes() == 2500)
    let progress = SourceProgress()
    var seen: [Int] = []
    source.read(progress: progress) { _ in
      seen.append(progress.bytesRead)
      return true
    }
    #expect(seen == [1000, 1500, 1500, 2500])
  }

  @Test func `a table that is stopped within a row ends there`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.writeTable(cables: 200, seed: 1, to: "cables.csv")
    let progress = SourceProgress()
    var records = 0
    var problems = 0
    CableSource(paths: [table]).read(progress: progress) { item in
      if case .record = item { records += 1 } else { problems += 1 }
      progress.cancel()
      return true
    }
    #expect(0 < records && records < 200)
    #expect(problems == 0)
  }

  @Test func `stops when it is cancelled`() throws {
    for number in 1...5 { try folder.write("\(number)", to: "\(number).txt") }
    let progress = SourceProgress()
    var seen = 0
    CableSource(paths: [folder.path]).read(progress: progress) { _ in
      seen += 1
      if seen == 2 { progress.cancel() }
      return true
    }
    #expect(seen == 2)
  }

  @Test func `reads a file whose name is no UTF-8`() throws {
    let name: [UInt8] = [0x61, 0xE9, 0x2E, 0x74, 0x78, 0x74]
    let path = Array(folder.path.utf8) + [0x2F] + name + [0]
    let file = path.withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        open($0.assumingMemoryBound(to: CChar.self), O_WRONLY | O_CREAT, 0o644)
      }
    }
    try #require(write(try #require(file), "text", 4) == 4)
    close(try #require(file))
    let items = CollectedItems(folder.path)
    #expect(items.texts == ["text"])
    #expect(items.records.first?.hints.fileName == "a\u{FFFD}.txt")
  }
}
