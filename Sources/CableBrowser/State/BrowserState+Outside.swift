import CableArchive
import CableExport
import Cables
import Glibc
import TerminalUI

// What leaves the browser: to programs, files and the clipboard.
extension BrowserState {
  private var outgoing: OutgoingCable? {
    detail.page.map { OutgoingCable(page: $0, view: detail.view, document: detail.document) }
  }

  /// Shows the text in the reader's pager.
  mutating func showInPager() -> [Effect] {
    guard let outgoing else { return [] }
    return [
      .runProgram(
        ProgramRun(
          command: ProgramRun.chosen("PAGER") ?? "less",
          input: .piped(Array(outgoing.visibleText.utf8))))
    ]
  }

  /// Opens a copy of the text in the reader's editor.
  mutating func openInEditor() -> [Effect] {
    guard let outgoing else { return [] }
    return [
      .runProgram(
        ProgramRun(
          command: ProgramRun.editor,
          input: .copy(outgoing.bytes, name: outgoing.fileName)))
    ]
  }

  /// Gives the text to a command of the shell.
  mutating func pipe(into command: String) -> [Effect] {
    guard let outgoing else { return [] }
    return [
      .runProgram(ProgramRun(command: command, input: .piped(outgoing.bytes), waits: true))
    ]
  }

  /// Saves the text to a file; without a path the line asks for one.
  mutating func save(to path: String, overwrites: Bool) -> [Effect] {
    // Several texts are written one after the other.
    if !picked.isEmpty {
      return path.isEmpty
        ? openCommandLine("\(Command.ID.export.rawValue) \(nameOfResult).txt")
        : export(to: path, overwrites: overwrites)
    }
    guard let outgoing else { return [] }
    if path.isEmpty {
      return openCommandLine("\(Command.ID.save.rawValue) \(outgoing.fileName)")
    }
    return [
      .save(outgoing.bytes, path: path, name: outgoing.fileName, overwrites: overwrites)
    ]
  }

  /// Says how saving ended; where a file is there, the line offers to replace it.
  mutating func saved(_ outcome: CableFile.Outcome) -> [Effect] {
    switch outcome {
    case .saved(let path): say("Saved to \(path)")
    case .failed(let reason): complain(reason)
    case .isThere(let path):
      return ask(
        "\(path) is there already: Enter replaces it, Esc lets it be",
        before: "\(Command.ID.saveOver.rawValue) \(path)")
    }
    return []
  }

  // MARK: Results

  /// Writes the listed cables to a file in their order; without a path the line asks for one.
  mutating func export(to path: String, overwrites: Bool) -> [Effect] {
    if path.isEmpty {
      return openCommandLine("\(Command.ID.export.rawValue) \(nameOfResult).csv")
    }
    guard path.hasSuffix("/") || ExportFormat(fileName: path) != nil else {
      complain("The name says what is written: it ends in .csv, .jsonl, .txt, .md, .bib or .json")
      return openCommandLine("\(Command.ID.export.rawValue) \(path)")
    }
    exporting = (0, picked.isEmpty ? list.knownCount : picked.count)
    return [
      .export(
        picked.isEmpty
          ? .result(list.query, list.order) : .rows(picked.keys.sorted(by: >)), path: path,
        name: nameOfResult + ".csv", overwrites: overwrites)
    ]
  }

  /// A name for a file of the list that leads nowhere else: the words of the query.
  private var nameOfResult: String {
    if !picked.isEmpty { return "picked" }
    let words = list.queryText.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let name = words.joined(separator: "-").prefix(60)
    return name.isEmpty ? "cables" : String(name)
  }

  /// Says how the writing of a result ended; where a file is there, the line offers to replace it.
  mutating func exported(_ outcome: CableFile.Outcome?, cables: Int) -> [Effect] {
    exporting = nil
    switch outcome {
    case .saved(let path):
      say("\(cables.grouped) \(cables == 1 ? "cable" : "cables") written to \(path)")
    case .failed(let reason): complain(reason)
    case .isThere(let path):
      return ask(
        "\(path) is there already: Enter replaces it, Esc lets it be",
        before: "\(Command.ID.exportOver.rawValue) \(path)")
    case nil: say("Writing was stopped; no file was left")
    }
    return []
  }

  // MARK: Clipboard

  /// Copies something of the cable to the clipboard.
  mutating func copy(_ what: String, count: Int?) -> [Effect] {
    switch CopiedPart(rawValue: what.isEmpty ? CopiedPart.id.rawValue : what) {
    case .id where !picked.isEmpty:
      return copy(
        pickedNames.joined(separator: "\n"),
        as: picked.count == 1 ? "the id" : "\(picked.count.grouped) ids")
    case .citation where !picked.isEmpty: return [.gather(.citation, picked.keys.sorted(by: >))]
    case .cable where !picked.isEmpty: return [.gather(.cable, picked.keys.sorted(by: >))]
    case .id: return copy(detail.page?.name, as: detail.page?.name ?? "")
    case .citation:
      guard case .cable(let page) = detail.page else {
        say("Only a cable that is in the archive can be cited")
        return []
      }
      return copy(page.citation, as: "the citation")
    case .link: return copyLink()
    case .paragraph: return copyParagraph(count)
    case .cable:
      return copy(
        outgoing.map { String(decoding: $0.bytes, as: UTF8.self) }, as: "the whole text")
    case nil:
      complain("There is \(CopiedPart.allCases.map(\.rawValue).joined(separator: ", ")) to copy")
      return []
    }
  }

  private mutating func copy(_ text: String?, as name: String) -> [Effect] {
    guard let text, !text.isEmpty else { return [] }
    say("Copied \(name)" + (text.count > 200 ? ", \(text.utf8.count.grouped) bytes" : ""))
    return [.copy(text)]
  }

  private mutating func copyLink() -> [Effect] {
    guard case .cables(let destinations) = selectedLink?.target else {
      say("No link to a cable is selected: Tab selects one")
      return []
    }
    let ids = destinations.map { $0.row?.name ?? $0.id.description }.joined(separator: ", ")
    return copy(ids, as: ids)
  }

  /// Copies a paragraph: the one counted, the one of the link or hit at hand, or the first on the screen.
  private mutating func copyParagraph(_ number: Int?) -> [Effect] {
    guard detail.view == .reading, case .cable = detail.page else {
      say("The original has no paragraphs; r reads")
      return []
    }
    let items = detail.document.items
    let index: Int?
    if let number {
      index = items.indices.first { detail.document.words(ofItem: $0).hasPrefix("¶\(number) ") }
      guard index != nil else {
        say("There is no paragraph \(number)")
        return []
      }
    } else {
      let visible = detail.visibleRange(visibleRows: layout.detail.rows)
      let selected = [
        selectedLink?.range, detail.currentFound.map { detail.found[$0] },
        detail.currentHit.map { detail.hits[$0] },
      ]
      .compactMap(\.self).map(\.lowerBound).first { visible.contains($0) }
      index =
        selected.flatMap { place in
          items.firstIndex { $0.range.lowerBound <= place && place < $0.range.upperBound }
        }
        ?? items.indices.first {
          items[$0].range.upperBound > visible.lowerBound
            && detail.document.words(ofItem: $0).hasPrefix("¶")
        }
        ?? items.firstIndex { $0.range.upperBound > visible.lowerBound && !$0.range.isEmpty }
    }
    guard let index else { return [] }
    let words = detail.document.words(ofItem: index)
    let name = words.hasPrefix("¶") ? String(words.prefix { $0 != " " }) : "the paragraph"
    return copy(words, as: name)
  }
}

/// What of a cable can be copied.
enum CopiedPart: String, CaseIterable {
  case id
  case citation
  case link
  case paragraph
  case cable
}
