import Foundation

/// A repository of many commits, for programs that browse such.
struct CommitHistory {
  /// Words of which every commit's subject has one.
  static let words = ["amber", "basalt", "cobalt", "delta", "ember", "fjord", "garnet", "harbor"]

  let path: String

  /// Makes a repository with a branch of so many commits.
  init(commits: Int, git: String) throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "reftel-bench-\(ProcessInfo.processInfo.processIdentifier).git").path
    _ = try Self.run([git, "init", "--quiet", "--initial-branch=made", path], input: "")
    _ = try Self.run(
      [git, "-C", path, "fast-import", "--quiet"], input: Self.stream(of: commits))
    _ = try Self.run([git, "-C", path, "reset", "--quiet", "--hard"], input: "")
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static func stream(of commits: Int) -> String {
    var text = ""
    for number in 1...max(1, commits) {
      let word = words[number % words.count]
      let subject = "made commit \(number) about \(word) and other things"
      let lines = (0..<40).map { "line \($0) of \(number), \(word)\n" }.joined()
      text += """
        commit refs/heads/made
        committer Nobody <nobody@example.org> \(1_000_000_000 + number * 3_600) +0000
        data \(subject.utf8.count)
        \(subject)
        M 644 inline notes/\(number % 500).txt
        data \(lines.utf8.count)
        \(lines)

        """
    }
    return text
  }

  private static func run(_ arguments: [String], input: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: arguments[0])
    process.arguments = Array(arguments.dropFirst())
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PseudoTerminal.Failure(description: "\(arguments.joined(separator: " ")) failed")
    }
  }
}
