import ArgumentParser
import CableArchive
import CableBrowser
import CableNotebook
import Glibc
import TerminalUI

/// Opens files and folders in the browser.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse an archive, or files and folders of cables (what reftel PATH… does).",
    discussion: """
      --exec replays keys and --print-screen prints the screen they lead to, without a terminal:

        reftel seeds --exec '/libya<Enter><Tab><Enter>' --size 80x24 --print-screen
      """)

  @Argument(
    help: "An archive, or files and folders of cables; your own archive where this is left out.",
    completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("Keys to replay, such as '/libya<Enter>'.", valueName: "keys"))
  var exec: String?

  @Option(help: ArgumentHelp("Columns and rows of the printed screen.", valueName: "80x24"))
  var size: ScreenSize = ScreenSize(columns: 80, rows: 24)

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(
    help: ArgumentHelp(
      "The configuration file to read, in place of the one in ~/.config/reftel.",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Read no configuration file.")
  var noConfig = false

  @Flag(
    help:
      "Neither take up where you left this archive, nor keep where you leave it and what you read.")
  var noSession = false

  @Option(
    help: ArgumentHelp(
      "The file of bookmarks, labels and notes, in place of notebook.jsonl beside your archive.",
      valueName: "file"),
    completion: .file())
  var notebook: String?

  @Flag(help: "Print the screen and leave; configuration and notebook are used only if named.")
  var printScreen = false

  /// The forms in which a screen is printed.
  enum ScreenFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case svg
  }

  @Option(help: "The printed screen as text, or as a picture.")
  var format: ScreenFormat = .text

  func validate() throws {
    if exec != nil && !printScreen {
      throw ValidationError("--exec goes with --print-screen: it replays keys without a terminal.")
    }
    if config != nil && noConfig {
      throw ValidationError("--config and --no-config contradict each other.")
    }
  }

  func run() throws {
    let collection = try CableCollection(paths, home: ArchiveOptions.home)
    if case .archive(let path) = collection { try ArchiveOpening.upgradeIfOld(path) }
    if printScreen {
      try printHeadless(collection)
      return
    }
    do {
      try browse(collection)
    } catch let error as TerminalError {
      Output.complain("reftel: \(error)")
      throw ExitStatus.noTerminal
    } catch let error as NothingToBrowse {
      for problem in error.problems { Output.complain("reftel: \(problem)") }
      throw ExitStatus.failed
    }
  }

  /// The keys and settings to browse with.
  private func configuration(isUserRead: Bool) -> Configuration {
    if let config { return .load(path: config, isOptional: false) }
    guard !noConfig, isUserRead, let path = Configuration.userPath else { return .standard }
    return .load(path: path, isOptional: true)
  }

  /// Where the reader's place is kept; nowhere for files, of which nothing is left on the disk.
  private func sessionFile(of collection: CableCollection) -> SessionFile? {
    guard !noSession, case .archive(let path) = collection else { return nil }
    return SessionFile(archive: path) { name in getenv(name).map { String(cString: $0) } }
  }

  /// Browses a collection, and those that are opened from there.
  private func browse(_ collection: CableCollection) throws {
    var collection = collection
    var departure: Departure?
    while true {
      switch try Browser.run(
        collection, home: ArchiveOptions.home,
        options: TerminalOptions(isMouseEnabled: !noMouse),
        configuration: configuration(isUserRead: true), session: sessionFile(of: collection),
        arriving: departure,
        notebook: notebook.map { NotebookFile(path: $0) } ?? ArchiveOptions.notebook,
        tell: { Output.complain("reftel: \($0)") })
      {
      case .quit: return
      case .opening(let next):
        collection = next.collection
        departure = next
      // As the shell reports a program that a signal ended.
      case .terminated(let signal): Glibc.exit(128 + signal)
      }
    }
  }

  private func printHeadless(_ collection: CableCollection) throws {
    let keys: [Key]
    do {
      keys = try Key.parse(exec ?? "")
    } catch {
      Output.complain("reftel: --exec: \(error)")
      throw ExitStatus.usage
    }
    do {
      let browser = try HeadlessBrowser(
        collection, size: Size(columns: size.columns, rows: size.rows),
        configuration: configuration(isUserRead: false),
        notebook: notebook.map { NotebookFile(path: $0) })
      browser.send(keys)
      let output = Output()
      let screen = browser.screen
      switch format {
      case .text: for row in 0..<screen.size.rows { output.line(screen.row(row)) }
      case .svg: output.exact(Array(screen.svg.utf8))
      }
    } catch let error as NothingToBrowse {
      for problem in error.problems { Output.complain("reftel: \(problem)") }
      throw ExitStatus.failed
    }
  }
}

/// A size typed as `80x24`.
struct ScreenSize: ExpressibleByArgument {
  let columns: Int
  let rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x")
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      1...1_000 ~= columns, 1...1_000 ~= rows
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  var defaultValueDescription: String { "\(columns)x\(rows)" }
}
