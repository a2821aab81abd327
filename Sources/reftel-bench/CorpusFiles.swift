import CableCorpus
import Foundation

/// The file or folder that a generated collection is written to; `-` is standard output.
struct CorpusFiles: ByteSink {
  private let root: String
  private let isOneFile: Bool
  private var handle: FileHandle?
  private var folders: Set<String> = []
  /// How many bytes were written.
  private(set) var byteCount = 0

  /// Names the place; nothing is created yet.
  init(root: String, isOneFile: Bool) {
    self.root = root
    self.isOneFile = isOneFile
  }

  mutating func write(_ bytes: [UInt8], to path: String) throws {
    byteCount += bytes.count
    if isOneFile {
      try oneFile().write(contentsOf: bytes)
      return
    }
    let file = URL(filePath: root).appending(path: path)
    let folder = file.deletingLastPathComponent()
    if folders.insert(folder.path).inserted {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try Data(bytes).write(to: file)
  }

  /// Ends the one file.
  mutating func close() throws {
    try handle?.close()
    handle = nil
  }

  private mutating func oneFile() throws -> FileHandle {
    if let handle { return handle }
    if root == "-" {
      handle = .standardOutput
      return .standardOutput
    }
    let url = URL(filePath: root)
    try Data().write(to: url)
    let opened = try FileHandle(forWritingTo: url)
    handle = opened
    return opened
  }
}
