import ArgumentParser
import Foundation

/// What the argument parser knows of a command: the source of the manual page's options.
struct CommandHelp: Decodable {
  /// An option, a flag or what stands without a name.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool

    /// The argument as it is typed, `--size <80x24>`.
    var usage: String {
      let value = "<\(valueName ?? "value")>"
      guard let names, !names.isEmpty else { return isRepeating ? "\(value)…" : value }
      let typed = names.map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
      return kind == "option" ? "\(typed) \(value)" : typed
    }

    /// What it does, with its values and its default.
    var meaning: String {
      var meaning = abstract ?? ""
      if let allValues, !allValues.isEmpty {
        meaning += " One of: \(allValues.joined(separator: ", "))."
      }
      if let defaultValue { meaning += " Default: \(defaultValue)." }
      return meaning
    }
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandHelp]?

  /// The arguments that help shows, without those that every command has.
  var ownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
    }
  }

  /// The help of a command and of those below it.
  ///
  /// - Throws: An error where the parser's own description can't be read.
  static func of(_ command: any ParsableCommand.Type) throws -> CommandHelp {
    struct Dump: Decodable { let command: CommandHelp }
    return try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8)).command
  }
}
