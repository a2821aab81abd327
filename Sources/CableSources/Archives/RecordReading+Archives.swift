extension RecordReading {
  /// Reads every file in an archive, or the one content of a packed stream.
  func readArchive(
    _ window: InputWindow, _ format: PackedFormat, _ source: Source, _ body: ItemConsumer
  ) rethrows -> Bool {
    guard source.depth < limits.nesting else {
      return try body(.problem(source.nestingProblem))
    }
    let opened: Result<ArchiveReader, InputError>
    do throws(InputError) {
      opened = .success(try ArchiveReader(seekable(window, format), limits: limits))
    } catch {
      opened = .failure(error)
    }
    switch opened {
    case .success(let reader): return try readEntries(of: reader, source, body)
    case .failure(let error): return try report(error, source.location(), body)
    }
  }

  /// Archives with their directory at the end are read from memory where the input cannot go back, if they are small enough.
  private func seekable(
    _ window: InputWindow, _ format: PackedFormat
  ) throws(InputError) -> InputWindow {
    guard format == .sevenZip || format == .zip, !window.canSeek else { return window }
    guard let bytes = window.readAll(limit: limits.textSize) else {
      if format == .zip { return window }
      throw .damagedArchive("it is too large to be read from a pipe or out of another archive")
    }
    return InputWindow(MemoryInput(bytes), pieceSize: limits.pieceSize)
  }

  private func readEntries(
    of reader: ArchiveReader, _ source: Source, _ body: ItemConsumer
  ) rethrows -> Bool {
    var count = 0
    var hasFailed = false
    while true {
      switch next(in: reader) {
      case .success(nil):
        if count > 0 { return true }
        return try body(.problem(source.problem(.empty, "holds no files; fetch it again.")))
      case .success(.some(let entry)):
        if count == 0, let name = entry.name, ArchiveReader.isDocument(firstEntry: name) {
          return try body(
            .problem(
              source.binaryProblem("an office document or program; save its text first")))
        }
        count += 1
        var failures = FailureWatch(hasFailed: hasFailed)
        guard
          try read(
            ArchiveEntryInput(reader, entry), source.entry(entry.name),
            { item in
              failures.note(item)
              return try body(item)
            })
        else { return false }
        hasFailed = failures.hasFailed
        if failures.hasOvergrown { return true }
      case .failure(let error):
        // A member that could not be unpacked has said so already.
        return hasFailed ? true : try report(error, source.location(), body)
      }
    }
  }

  private func next(in reader: ArchiveReader) -> Result<ArchiveReader.Entry?, InputError> {
    do throws(InputError) {
      return .success(try reader.next())
    } catch {
      return .failure(error)
    }
  }
}

/// Looks at the items of an archive's members for what concerns the archive as a whole.
private struct FailureWatch {
  var hasFailed: Bool
  private(set) var hasOvergrown = false

  init(hasFailed: Bool) {
    self.hasFailed = hasFailed
  }

  mutating func note(_ item: SourceItem) {
    guard case .problem(let problem) = item else { return }
    if problem.kind == .damagedArchive { hasFailed = true }
    if problem.kind == .overgrownArchive { hasOvergrown = true }
  }
}
