internal import Glibc

/// The digest of a file's content.
enum FileDigest {
  /// Reads the file and digests it; nil where it cannot be read to its end, or `goesOn` says stop.
  ///
  /// - Complexity: O(n) over the file's bytes, at the speed of the device or of memory.
  static func of(_ path: String, while goesOn: () -> Bool) -> Int64? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var digests: [Int64] = []
    while goesOn() {
      guard let count = fill(&piece, from: descriptor) else { return nil }
      digests.append(
        piece.withUnsafeBytes { Digest.of(UnsafeRawBufferPointer(rebasing: $0[..<count])) })
      if count < piece.count { return digests.withUnsafeBytes(Digest.of) }
    }
    return nil
  }

  /// Reads until the piece is full or the file ends, so that pieces do not depend on how much a read returns.
  private static func fill(_ piece: inout [UInt8], from descriptor: Int32) -> Int? {
    var filled = 0
    while filled < piece.count {
      let count = piece.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
