import ArgumentParser

/// Measures reftel and prints tables of figures.
@main
struct ReftelBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reftel-bench", abstract: "Measure reftel and print tables of figures.",
    subcommands: [
      SeedsCommand.self, FormatsCommand.self, ReadCommand.self, CorpusCommand.self,
      TruthCommand.self, RandomCommand.self, ArchiveCommand.self, ImportOnceCommand.self,
      KeysCommand.self, AskCommand.self,
    ])
}
