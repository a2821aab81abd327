import CableExport
import Glibc

/// Files that a command writes: whole or not at all, and readable by their owner alone.
enum PrivateFile {
  /// Why a file could not be written.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes a file beside its place and puts it there when it is whole.
  static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) throws {
    try write(to: path, overwrites: overwrites) { $0.exact(bytes) }
  }

  /// Has a file written beside its place and puts it there when it is whole.
  ///
  /// - Parameters:
  ///   - path: Where the file goes.
  ///   - overwrites: Whether a file that is there may be replaced.
  ///   - body: Writes the content.
  /// - Throws: `Failure` where the file can't be written, and what `body` throws.
  static func write(
    to path: String, overwrites: Bool, _ body: (Output) throws -> Void
  ) throws {
    if !overwrites, access(path, F_OK) == 0 {
      throw isThere(path)
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      try writeStream(to: path, body)
      return
    }
    let draft: DraftFile
    do throws(DraftFile.Failure) {
      draft = try DraftFile(for: path)
    } catch {
      throw failure(path, error.number)
    }
    do {
      let output = Output(descriptor: draft.descriptor)
      try body(output)
      output.flush()
      if let number = output.failure { throw failure(path, number) }
    } catch {
      draft.discard()
      throw error
    }
    let isKept: Bool
    do throws(DraftFile.Failure) {
      isKept = try draft.keep(overwrites: overwrites)
    } catch {
      throw failure(path, error.number)
    }
    if !isKept { throw isThere(path) }
  }

  /// Writes to a device or pipe, which a file must not take the place of.
  private static func writeStream(to path: String, _ body: (Output) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    let output = Output(descriptor: descriptor)
    try body(output)
    output.flush()
    if let number = output.failure { throw failure(path, number) }
  }

  private static func isThere(_ path: String) -> Failure {
    Failure(description: "\(path) is there already; --force replaces it.")
  }

  private static func failure(_ path: String, _ number: Int32) -> Failure {
    Failure(description: "\(path) cannot be written: \(String(cString: strerror(number))).")
  }
}
