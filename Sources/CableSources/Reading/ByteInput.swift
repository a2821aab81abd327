/// Something that hands out bytes from front to back: an open file, a member of an archive, an array.
protocol ByteInput: AnyObject {
  /// The size in bytes where it is known beforehand.
  var expectedSize: Int? { get }

  /// Reads up to `buffer.count` bytes, at least one; 0 says that the end is reached.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int

  /// Whether `seek` can succeed.
  var canSeek: Bool { get }

  /// Goes to an offset from the start; false where the input cannot.
  func seek(to offset: Int) -> Bool
}

/// An array read as if it were a file.
final class MemoryInput: ByteInput {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var expectedSize: Int? { bytes.count }

  var canSeek: Bool { true }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }

  func seek(to offset: Int) -> Bool {
    guard (0...bytes.count).contains(offset) else { return false }
    position = offset
    return true
  }
}
