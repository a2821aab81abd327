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
  ///   - environment: Variables to set; those that lead to the reader's own files lead nowhere by default.
  /// - Returns: What it left.
  /// - Throws: An error where it can't be started.
  public static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try start(arguments, in: folder, environment: environment).wait()
  }

  /// Starts the program and does not wait for it.
  public static func start(
    _ arguments: [String], executable: String = path, in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    let isolated = ["XDG_DATA_HOME": "/nowhere", "XDG_CONFIG_HOME": "/nowhere"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(isolated) { $1 }.merging(environment) { $1 }
    process.currentDirectoryURL =
      folder.map { URL(filePath: $0) } ?? URL(filePath: Seeds.folder).deletingLastPathComponent()
    let files = try TemporaryFolder()
    // Files, because a pipe that nobody empties stops a program that prints much.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(
      forWritingTo: URL(filePath: files.write([], to: "output")))
    process.standardError = try FileHandle(
      forWritingTo: URL(filePath: files.write([], to: "errors")))
    try process.run()
    return Run(process: process, files: files)
  }

  /// The program under way.
  public struct Run {
    fileprivate let process: Process
    fileprivate let files: TemporaryFolder

    /// Whether it has not ended.
    public var isRunning: Bool { process.isRunning }

    /// Sends it a signal.
    public func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end.
    public func wait() throws -> Result {
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus,
        bytes: [UInt8](try Data(contentsOf: URL(filePath: files("output")))),
        errors: try String(contentsOf: URL(filePath: files("errors")), encoding: .utf8))
    }
  }
}
