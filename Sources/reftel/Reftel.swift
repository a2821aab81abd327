import ArgumentParser
import Glibc

/// The command line of reftel.
@main
struct Reftel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reftel",
    abstract: "Browse collections of diplomatic cables in the terminal.",
    discussion: """
      reftel PATH… opens files and folders of cables: a list, the cable, a search bar. Press ? for the keys.

      The other commands print to standard output, for scripts.
      """,
    version: "reftel 0.1.0",
    subcommands: [
      BrowseCommand.self, ImportCommand.self, ParseCommand.self, SearchCommand.self,
      ShowCommand.self, RefsCommand.self, GraphCommand.self,
      FacetsCommand.self, StatsCommand.self, ExportCommand.self, NotesCommand.self,
      CheckCommand.self,
      KeysCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self)

  static func main() {
    // A reader that goes away (reftel … | head) ends the command quietly.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      try command.run()
      endIfResultsAreLost()
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch {
      Glibc.exit(report(error))
    }
  }

  /// Says that results could not be written, which nobody would notice otherwise.
  private static func endIfResultsAreLost() {
    guard let number = Output.lostResults else { return }
    Output.complain(
      "reftel: standard output cannot be written: \(String(cString: strerror(number))).")
    Glibc.exit(ExitStatus.failed.rawValue)
  }

  /// Prints an error of the command line, or the help or version asked for.
  private static func report(_ error: any Error) -> Int32 {
    let message = fullMessage(for: error)
    switch exitCode(for: error) {
    case .success:
      Output().exact(Array((message + "\n").utf8))
      return ExitStatus.found.rawValue
    case .validationFailure:
      Output.complain(message)
      return ExitStatus.usage.rawValue
    default:
      Output.complain("reftel: \(error)")
      return ExitStatus.failed.rawValue
    }
  }
}
