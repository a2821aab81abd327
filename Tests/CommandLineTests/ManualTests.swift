import CableBrowser
import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite struct ManualTests {
  @Test func `the manual page names every command, setting, part and option`() throws {
    let result = try Program.run(["manual"])
    #expect(result.status == 0)
    let text = result.output.replacing("\\-", with: "-")
    for command in Command.all { #expect(text.contains(":\(command.id.rawValue)")) }
    for setting in Setting.all { #expect(text.contains("\n\\fB\(setting.name) ")) }
    for part in Configuration.parts { #expect(text.contains(part)) }
    for option in ["--print-screen", "--no-config", "--config <file>", "--format <format>"] {
      #expect(text.contains("\\fB\(option)"))
    }
    #expect(result.output.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func `the manual page is set without a complaint`() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write(try Program.run(["manual"]).bytes, to: "reftel.1")
    let groff = Process()
    groff.executableURL = URL(filePath: "/usr/bin/groff")
    groff.arguments = ["-man", "-ww", "-Tutf8", "-z", page]
    let complaints = try folder.write([], to: "complaints")
    groff.standardError = try FileHandle(forWritingTo: URL(filePath: complaints))
    try groff.run()
    groff.waitUntilExit()
    #expect(groff.terminationStatus == 0)
    #expect(try String(contentsOf: URL(filePath: complaints), encoding: .utf8).isEmpty)
  }

  @Test func `the installer puts everything below the prefix and takes it away again`() throws {
    let folder = try TemporaryFolder()
    let root = URL(filePath: Seeds.folder).deletingLastPathComponent()
    func install(_ arguments: [String]) throws {
      let process = Process()
      process.executableURL = root.appending(path: "Tests/install")
      process.arguments = arguments
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let files = [
      "bin/reftel", "share/man/man1/reftel.1", "share/bash-completion/completions/reftel",
      "share/zsh/site-functions/_reftel", "share/fish/vendor_completions.d/reftel.fish",
    ]
    try install([Program.path, folder.path])
    for file in files {
      let size =
        try FileManager.default.attributesOfItem(atPath: folder(file))[.size] as? Int ?? 0
      #expect(size > 1_000, "\(file)")
    }
    try install(["--remove", folder.path])
    for file in files { #expect(!FileManager.default.fileExists(atPath: folder(file))) }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions of a shell name the commands`(shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for word in ["search", "manual", "no-config"] { #expect(result.output.contains(word)) }
  }

  @Test func `keys print as a configuration that is read back`() throws {
    let result = try Program.run(["keys", "--default-config"])
    let folder = try TemporaryFolder()
    let path = try folder.write(result.bytes, to: "config")
    let plain = try Program.run(["seeds", "--print-screen"])
    let configured = try Program.run(["seeds", "--print-screen", "--config", path])
    #expect(configured.output == plain.output)
  }

  @Test func `a named configuration applies, the user's does not, to a printed screen`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("bind list Z bottom\nfrob\n", to: "reftel/config")
    let named = try Program.run(["seeds", "--print-screen", "--exec", "Z", "--config", path])
    #expect(named.output.contains(">2003-04-15"))
    let told = try Program.run(["seeds", "--print-screen", "--config", path])
    #expect(told.output.contains("config:2: There is no command frob"))
    let both = try Program.run(["seeds", "--print-screen", "--config", path, "--no-config"])
    #expect(both.status == 2)
  }

  @Test func `a screen prints as a picture that is always the same`() throws {
    let arguments = ["seeds", "--print-screen", "--exec", "/libya<Enter>", "--format", "svg"]
    let picture = try Program.run(arguments)
    #expect(picture.output.hasPrefix("<svg "))
    #expect(picture.output.hasSuffix("</svg>\n"))
    #expect(picture.output.contains("03ROME4715"))
    #expect(XMLParser(data: Data(picture.bytes)).parse())
    #expect(try Program.run(arguments).bytes == picture.bytes)
  }
}
