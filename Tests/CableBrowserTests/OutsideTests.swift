import CableBrowser
import Foundation
import TerminalUI
import TestSupport
import Testing

@Suite struct OutsideTests {
  @Test(arguments: [
    ("jjyi", "03ROME4715"), ("jjl<Tab><Tab>yl", "03ROME4580"),
    (
      "jjyc",
      "Embassy Rome, “MORE FROM ITALY ON LIBYAN WMD DEVELOPMENT, POST UN SANCTIONS”, "
        + "cable 03ROME4715, 2003-10-14 (inferred), SECRET."
    ),
  ]) func `copies id, link and citation`(keys: String, text: String) throws {
    let browser = try browse(keys)
    #expect(browser.clipboard == text)
    #expect(browser.status.contains("Copied"))
  }

  @Test func `copies a paragraph: the first on the screen, that of the hit, the one counted`()
    throws
  {
    let browser = try browse("lyp")
    #expect(browser.clipboard?.hasPrefix("¶1 (C) On September 6") == true)
    #expect(browser.clipboard?.contains("\n") == false)
    try browser.type("2yp")
    #expect(browser.clipboard?.hasPrefix("¶2 ") == true)
    #expect(browser.status.contains("Copied ¶2"))
    try browser.type("99yp")
    #expect(browser.status.contains("no paragraph 99"))
    try browser.type("/sepah<Enter>yp")
    #expect(browser.clipboard?.lowercased().contains("sepah") == true)
  }

  @Test func `copies the whole text, or the original exactly`() throws {
    let browser = try browse("ya")
    #expect(browser.clipboard?.contains("From   Embassy Rome") == true)
    #expect(browser.clipboard?.contains("SPOGLI") == true)
    try browser.type("rya")
    #expect(try browser.clipboard == String(decoding: Seeds.bytes(2), as: UTF8.self))
  }

  @Test func `a link must be selected to be copied`() throws {
    let browser = try browse("yl")
    #expect(browser.clipboard == nil)
    #expect(browser.status.contains("Tab selects"))
  }

  @Test func `saves under the name of the cable, and asks before it replaces`() throws {
    let folder = try TemporaryFolder()
    let path = folder("mine.txt")
    let browser = try browse("s", columns: 160)
    #expect(browser.status.hasPrefix(":save 07ROME1919.txt"))
    try browser.type("<Esc>:")
    browser.paste("save \(path)")
    try browser.type("<Enter>")
    #expect(browser.status.contains("Saved to \(path)"))
    let first = try Data(contentsOf: URL(filePath: path))
    #expect(String(decoding: first, as: UTF8.self).contains("¶1 (C) On September 6"))
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    try browser.type("r:")
    browser.paste("save \(path)")
    try browser.type("<Enter>")
    #expect(browser.status.contains(":save-over \(path)"))
    // The question stands above the line, or one more Enter would replace the file unasked.
    #expect(
      browser.rows[22].contains("mine.txt is there already: Enter replaces it, Esc lets it be"))
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    try browser.type("<Enter>")
    #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == Seeds.bytes(2))
  }

  @Test func `saves into a folder, and nowhere surprising`() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("inside")
    folder.link("link", to: folder("elsewhere"))
    let browser = try browse(columns: 160)
    for (path, words) in [
      (folder("inside"), "Saved to \(folder("inside"))/07ROME1919.txt"),
      (folder("link"), "is a link"), ("/dev/null", "no file that can be written"),
      (folder("no/such"), "No such file"), (folder("no") + "/", "no folder"),
    ] {
      try browser.type(":")
      browser.paste("save \(path)")
      try browser.type("<Enter>")
      #expect(browser.status.contains(words), "\(path)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder("elsewhere")))
  }

  @Test(arguments: [
    ("csv", "id,date,classification"), ("jsonl", #""canonicalID":"03ROME4715""#),
    ("txt", "Cable           03ROME4715"), ("md", "# 03ROME4715 – MORE FROM ITALY"),
  ])
  func `writes the listed cables to a file as its name ends`(ending: String, words: String) throws {
    let folder = try TemporaryFolder()
    let path = folder("result.\(ending)")
    let browser = try browse("/libya<Enter>:", columns: 160)
    browser.paste("export \(path)")
    try browser.type("<Enter>")
    #expect(browser.status.contains("2 cables written to \(path)"))
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    #expect(text.contains(words))
    #expect(text.contains("03ROME4580"))
    #expect(!text.contains("07ROME1919"))
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test func `proposes a name for the list, and asks before it replaces`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "list.csv")
    let browser = try browse("/libya tag:KNNP<Enter>x", columns: 160)
    #expect(browser.status.hasPrefix(":export libya-tag-knnp.csv"))
    try browser.type("<Esc>:")
    browser.paste("export \(folder("list.csv"))")
    try browser.type("<Enter>")
    #expect(browser.status.contains(":export-over \(folder("list.csv"))"))
    #expect(try String(contentsOf: URL(filePath: folder("list.csv")), encoding: .utf8) == "mine")
    try browser.type("<Enter>")
    #expect(
      try String(contentsOf: URL(filePath: folder("list.csv")), encoding: .utf8).hasPrefix("id,"))
  }

  @Test func `a list that can't be written leaves nothing and says why`() throws {
    let folder = try TemporaryFolder()
    let browser = try browse(columns: 160)
    for (name, words) in [
      ("list.pdf", "ends in .csv, .jsonl, .txt, .md"), ("no/such.csv", "No such file"),
      ("no/", "no folder"),
    ] {
      try browser.type(":")
      browser.paste("export \(folder(name))")
      try browser.type("<Enter>")
      try #require(browser.rows.last.map { $0.contains(words) || $0.contains(":export") } == true)
      try browser.type("<Esc>:messages<Enter>")
      #expect(browser.row(with: words) != nil, "\(name)")
      try browser.type("<Esc>")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a file's name never leads elsewhere`() throws {
    let folder = try TemporaryFolder()
    try folder.write("UNCLAS\n\nSUBJECT: X\n\n1. (U) Text.\n", to: "-;rm $(x) é.txt")
    let browser = try browse("s", columns: 160, paths: [folder.path])
    #expect(browser.status.hasPrefix(":save _rm___x___.txt"))
  }

  @Test func `pager, editor and command get what is shown`() throws {
    let browser = try browse("v")
    #expect(
      browser.program.map { String(decoding: $0.input, as: UTF8.self) }?.contains("SPOGLI") == true)
    try browser.type("rE")
    #expect(try browser.program?.input == Seeds.bytes(2))
    try browser.type("|wc -l<Enter>")
    #expect(browser.program?.command == "wc -l")
  }
}
