import CableSources
import TestSupport
import Testing

@Suite struct FolderWalkTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `does not run in circles where a link leads to a folder above`() throws {
    try folder.write("text", to: "a/b/c.txt")
    folder.link("a/b/up", to: "../..")
    folder.link("a/b/self", to: ".")
    let items = CollectedItems(folder.path)
    #expect(items.texts == ["text"])
    #expect(items.kinds == [.linkLoop, .linkLoop])
  }

  @Test func `reads a folder once that links inside lead to as well`() throws {
    try folder.write("text", to: "a/c.txt")
    folder.link("0-link", to: "a")
    folder.link("z-link", to: "a")
    let items = CollectedItems(folder.path)
    #expect(items.texts == ["text"])
    #expect(items.problems.isEmpty)
  }

  @Test func `follows a link out of the folder, once`() throws {
    try folder.write("outside", to: "outside/a.txt")
    try folder.write("inside", to: "inside/z.txt")
    folder.link("inside/one", to: "../outside")
    folder.link("inside/two", to: "../outside")
    folder.link("outside/back", to: "../inside")
    let items = CollectedItems(folder("inside"))
    #expect(items.texts == ["outside", "inside"])
    #expect(items.records.first?.location.path == folder("inside/one/a.txt"))
    #expect(items.kinds == [.linkLoop])
  }

  @Test func `reads files behind links and names links to nothing`() throws {
    try folder.write("text", to: "outside.txt")
    folder.makeFolder("a")
    folder.link("a/1", to: "../outside.txt")
    folder.link("a/2", to: "nowhere")
    folder.link("a/3", to: "3")
    let items = CollectedItems(folder("a"))
    #expect(items.texts == ["text"])
    #expect(items.kinds == [.missing, .linkLoop])
  }

  @Test func `opens a folder that is named by a link or with a slash`() throws {
    try folder.write("text", to: "a/b.txt")
    folder.link("link", to: "a")
    #expect(CollectedItems(folder("link")).texts == ["text"])
    #expect(CollectedItems(folder("a/")).records.map(\.location.path) == [folder("a/b.txt")])
  }

  @Test func `goes down a long way of folders`() throws {
    let way = Array(repeating: "d", count: 400).joined(separator: "/")
    try folder.write("deep", to: way + "/a.txt")
    #expect(CollectedItems(folder.path).texts == ["deep"])
  }
}
