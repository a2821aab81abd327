import Foundation

/// The built `reftel`, run without a terminal.
public struct Program {
  /// What a run left.
  public struct Result {
    /// The exit status.
    public let status: Int32
    /// Standard output as it came.
    public let bytes: [UInt8]
    /// Standard error.
    public let errors: String

    /// Standard output as text.
    public var output: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines of standard output.
    public var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Standard output read as JSON.
    public func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    }
  }

  /// Where the program is: beside the tests.
  public static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "reftel").path

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - folder: Where it is started; the repository by default.
  /// - Returns: What it left.
  /// - Throws: An error where it can't be started.
  public static func run(_ arguments: [String], in folder: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL =
      folder.map { URL(filePath: $0) } ?? URL(filePath: Seeds.folder).deletingLastPathComponent()
    let files = try TemporaryFolder()
    // Files, because a pipe that nobody empties stops a program that prints much.
    let outputPath = try files.write([], to: "output")
    let errorPath = try files.write([], to: "errors")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errorPath))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      bytes: [UInt8](try Data(contentsOf: URL(filePath: outputPath))),
      errors: try String(contentsOf: URL(filePath: errorPath), encoding: .utf8))
  }
}
