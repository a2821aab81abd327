import CableBrowser
import Foundation
import TerminalUI
import TestSupport
import Testing

@Suite struct KeyTableTests {
  @Test func `the document of keys is the one the table makes`() throws {
    let path = URL(filePath: Seeds.folder).deletingLastPathComponent().appending(
      path: "docs/keys.md")
    let document = try String(contentsOf: path, encoding: .utf8)
    #expect(document == KeyTable.markdown, "run: reftel keys --format markdown > docs/keys.md")
  }

  @Test func `no two commands share a key where both act`() throws {
    for context in Command.Context.allCases {
      var owners: [[Key]: Command.ID] = [:]
      for command in Command.all {
        for notation in command.bindings.filter({ $0.contexts.contains(context) }).map(\.key) {
          let keys = try Key.parse(notation)
          #expect(
            owners[keys] == nil,
            "\(notation) in \(context): \(command.id) and \(owners[keys] as Any)")
          owners[keys] = command.id
        }
      }
      for keys in owners.keys where keys.count > 1 {
        #expect(
          owners[Array(keys.dropLast())] == nil, "a key that starts a sequence can't be a command")
      }
    }
  }

  @Test func `every command stands in the table once`() {
    #expect(Command.all.map(\.id.rawValue).sorted() == Command.ID.allCases.map(\.rawValue).sorted())
  }
}
