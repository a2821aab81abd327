/// A path as the bytes the system knows it by; names need not be UTF-8.
struct FilePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The last component without its folders.
  var name: String {
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// A path inside this folder.
  func appending(_ name: [UInt8]) -> FilePath {
    let separator: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return FilePath(bytes: bytes + separator + name)
  }

  /// Calls `body` with the path as a C string; a NUL byte inside ends it, as it does for the system.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let base = characters.baseAddress else { return "".withCString(body) }
        return body(base)
      }
    }
  }
}

extension FilePath: CustomStringConvertible {
  /// The path with damaged UTF-8 replaced.
  var description: String { String(decoding: bytes, as: UTF8.self) }
}
