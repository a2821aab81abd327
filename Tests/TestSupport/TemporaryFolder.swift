import Foundation

/// A folder of a test's own that disappears with the value.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Creates an empty folder.
  public init() throws {
    var template = Array("/tmp/reftel-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(operation: "mkdtemp", number: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private struct Failure: Error {
    let operation: String
    let number: Int32
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  public func callAsFunction(_ name: String) -> String {
    path + "/" + name
  }

  /// Writes a file and the folders it lies in.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file and the folders it lies in.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    for (index, character) in name.enumerated() where character == "/" {
      mkdir(self(String(name.prefix(index))), 0o755)
    }
    let file = open(self(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Failure(operation: "open \(name)", number: errno) }
    defer { close(file) }
    guard Foundation.write(file, bytes, bytes.count) == bytes.count else {
      throw Failure(operation: "write \(name)", number: errno)
    }
    return self(name)
  }

  /// Makes an empty folder.
  @discardableResult
  public func makeFolder(_ name: String) -> String {
    mkdir(self(name), 0o755)
    return self(name)
  }

  /// Makes a link that leads to `target` as written.
  public func link(_ name: String, to target: String) {
    symlink(target, self(name))
  }
}
