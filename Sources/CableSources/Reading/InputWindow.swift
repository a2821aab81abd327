/// The stretch of an input that is in memory: read ahead at one end, consumed at the other.
///
/// A failure to read ends the bytes like the end of the file does, and stays in `failure`.
final class InputWindow {
  /// Why the bytes ended before the end of the input, if they did.
  private(set) var failure: InputError?
  /// Where the window begins in the input.
  private(set) var offset = 0
  private let input: any ByteInput
  private let pieceSize: Int
  private var storage: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  init(_ input: any ByteInput, pieceSize: Int) {
    self.input = input
    self.pieceSize = max(1, pieceSize)
    // One byte more than the file, so that the end is seen without growing.
    let size = min(input.expectedSize.map { $0 + 1 } ?? self.pieceSize, self.pieceSize)
    storage = .allocate(capacity: max(1, size))
  }

  deinit {
    storage.deallocate()
  }

  /// The bytes in memory; invalid after the next call to `fill`.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: storage[start..<end])
  }

  /// The size of the whole input where it is known.
  var expectedSize: Int? { input.expectedSize }

  /// Whether `seek` can succeed.
  var canSeek: Bool { input.canSeek }

  /// How many bytes are in memory.
  var count: Int { end - start }

  /// Whether the bytes in memory are the last.
  var isComplete: Bool { isAtEnd }

  /// Drops bytes from the front.
  func consume(_ count: Int) {
    start += count
    offset += count
  }

  /// Leaves what is in memory and goes on at another place of the input.
  func seek(to offset: Int) -> Bool {
    guard input.seek(to: offset) else { return false }
    self.offset = offset
    start = 0
    end = 0
    isAtEnd = false
    return true
  }

  /// Reads on until `count` bytes are in memory; false where there are fewer in the input.
  func fill(_ count: Int) -> Bool {
    while self.count < count, readMore() {}
    return self.count >= count
  }

  /// Reads one more piece; false at the end of the input.
  func readMore() -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    let room = min(pieceSize, storage.count - end)
    do throws(InputError) {
      let count = try input.read(
        into: UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: storage[end..<end + room])))
      end += count
      isAtEnd = count == 0
    } catch {
      failure = error
      isAtEnd = true
    }
    return !isAtEnd
  }

  /// Reads everything that is left; nil where that is more than `limit` bytes.
  func readAll(limit: Int) -> [UInt8]? {
    while count <= limit, readMore() {}
    guard count <= limit else { return nil }
    let all = Array(bytes)
    consume(all.count)
    return all
  }

  private func makeRoom() {
    guard end == storage.count else { return }
    // Moving only what is less than half keeps the moves linear; otherwise the window doubles.
    if start > storage.count / 2 {
      _ = storage.update(fromContentsOf: storage[start..<end])
    } else {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
        capacity: max(storage.count * 2, min(pieceSize, 4096)))
      _ = larger.update(fromContentsOf: storage[start..<end])
      storage.deallocate()
      storage = larger
    }
    end -= start
    start = 0
  }
}
