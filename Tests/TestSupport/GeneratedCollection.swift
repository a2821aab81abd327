import CableCorpus

/// Collections of generated cables in a test's own folder.
extension TemporaryFolder {
  /// Writes a collection as one table, and answers its path.
  public func writeTable(cables: Int, seed: UInt64, to name: String) throws -> String {
    try write(cables: cables, seed: seed, format: .table, to: name)
  }

  /// Writes a collection as a folder of texts, and answers its path.
  public func writeTexts(cables: Int, seed: UInt64, to name: String) throws -> String {
    makeFolder(name)
    return try write(cables: cables, seed: seed, format: .text, to: name)
  }

  private func write(
    cables: Int, seed: UInt64, format: CollectionFormat, to name: String
  ) throws -> String {
    var sink = FolderSink(folder: self, name: name)
    try CorpusWriter(CableCorpus(seed: seed, count: cables), format: format).write(to: &sink)
    try sink.finish()
    return self(name)
  }

  private struct FolderSink: ByteSink {
    let folder: TemporaryFolder
    let name: String
    var whole: [UInt8] = []

    mutating func write(_ bytes: [UInt8], to path: String) throws {
      if path.isEmpty {
        whole += bytes
      } else {
        try folder.write(bytes, to: name + "/" + path)
      }
    }

    func finish() throws {
      if !whole.isEmpty { try folder.write(whole, to: name) }
    }
  }
}
