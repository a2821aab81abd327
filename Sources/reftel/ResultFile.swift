import ArgumentParser

/// Where a command writes its result.
struct ResultFile: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file; standard output where this is left out, or -.", valueName: "file"),
    completion: .file())
  var out: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  /// Has the result written: to the file whole or not at all, else to standard output.
  ///
  /// - Throws: `PrivateFile.Failure` where the file can't be written, and what `body` throws.
  func write(_ body: (Output) throws -> Void) throws {
    if let out, out != "-" {
      try PrivateFile.write(to: out, overwrites: force, body)
    } else {
      let output = Output()
      try body(output)
      output.flush()
    }
  }
}
