import Foundation
import Glibc

/// Runs programs and collects what they print; for the tools that tests drive.
enum ProgramOutput {
  /// A program that could not be run, or failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - arguments: The program, looked for in `PATH`, and its arguments.
  ///   - path: A file for its output. A pipe would be inherited by what other tests start at the same
  ///     time, and end when that does.
  /// - Returns: Its standard output. Its standard error is that of the test.
  /// - Throws: `Failure` when it cannot be started or its status is not 0.
  static func of(_ arguments: [String], through path: String) throws -> String {
    let child = try start(arguments, output: path)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR { continue }
    guard status == 0 else {
      throw Failure(description: "\(arguments.joined(separator: " ")): status \(status >> 8)")
    }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private static func start(_ arguments: [String], output: String) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // A worker thread of the test has signals blocked; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var child: pid_t = 0
    let error = posix_spawnp(&child, arguments[0], &files, &attributes, strings, environ)
    guard error == 0 else {
      throw Failure(description: "\(arguments[0]): \(String(cString: strerror(error)))")
    }
    return child
  }
}
