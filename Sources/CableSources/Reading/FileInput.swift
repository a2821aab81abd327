import Glibc

/// An open file, or standard input.
final class FileInput: ByteInput {
  let expectedSize: Int?
  private let descriptor: Int32
  private let isOwned: Bool
  private let progress: SourceProgress?

  private init(descriptor: Int32, isOwned: Bool, size: Int?, progress: SourceProgress?) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.progress = progress
    expectedSize = size
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Opens a regular file; anything else is refused without waiting for it.
  static func open(
    _ path: FilePath, progress: SourceProgress?
  ) -> Result<FileInput, InputError> {
    // Without O_NONBLOCK a pipe that took the file's place would block until somebody writes.
    let descriptor = path.withCString {
      Glibc.open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    }
    guard descriptor >= 0 else {
      return .failure(errno == ENXIO ? .notAFile : .system(errno))
    }
    var raw = stat()
    let code = fstat(descriptor, &raw)
    let number = errno
    let input = FileInput(
      descriptor: descriptor, isOwned: true, size: Int(raw.st_size), progress: progress)
    guard code == 0 else { return .failure(.system(number)) }
    guard FileStatus(raw).kind == .file else { return .failure(.notAFile) }
    return .success(input)
  }

  /// Takes standard input, whatever it is.
  static func standardInput(progress: SourceProgress?) -> FileInput {
    FileInput(descriptor: STDIN_FILENO, isOwned: false, size: nil, progress: progress)
  }

  var canSeek: Bool { isOwned }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    if progress?.isCancelled == true { throw .cancelled }
    while true {
      // Whoever writes into a pipe may take any time, during which nobody could stop the reading.
      if !isOwned { try waitForInput() }
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        progress?.add(count)
        return count
      }
      switch errno {
      case EINTR:
        continue
      case EAGAIN:
        // Standard input may have been left non-blocking by whoever had it before.
        try waitForInput()
      default:
        throw .system(errno)
      }
    }
  }

  /// Waits until there is something to read, or the end.
  private func waitForInput() throws(InputError) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 250) == 0 {
      if progress?.isCancelled == true { throw .cancelled }
    }
  }

  func seek(to offset: Int) -> Bool {
    isOwned && lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset)
  }
}
