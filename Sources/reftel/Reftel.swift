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
      try checkHelp(CommandLine.arguments)
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

  /// Refuses help on what is no command, which would be the help on everything.
  private static func checkHelp(_ arguments: [String]) throws {
    guard arguments.count > 2, arguments[1] == "help", !arguments[2].hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0.configuration.commandName ?? "" }
    guard !names.contains(arguments[2]) else { return }
    throw ValidationError(
      "There is no command '\(arguments[2])'; there are \(names.joined(separator: ", ")).")
  }

  /// What to do about a query that looks like an option.
  private static var hintOnHyphens: String? {
    let arguments = CommandLine.arguments.dropFirst()
    guard !arguments.contains("--"),
      let term = arguments.first(where: { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.count > 2 }
      )
    else { return nil }
    return "A query that begins with a hyphen stands behind --: -- \(term)"
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
      if let hintOnHyphens { Output.complain(hintOnHyphens) }
      return ExitStatus.usage.rawValue
    default:
      Output.complain("reftel: \(error)")
      return ExitStatus.failed.rawValue
    }
  }
}
