import Cables

/// Hands items to whoever asked for them; false says that they want no more.
typealias ItemConsumer = (SourceItem) throws -> Bool

/// Reads one path after the other and turns what lies there into items.
struct RecordReading {
  let limits: SourceLimits
  let progress: SourceProgress?
  var choose: FileChooser?

  /// Reads a path as it was given: `-`, a file or a folder.
  func read(path: String, _ body: ItemConsumer) rethrows -> Bool {
    if path == "-" {
      return try read(
        FileInput.standardInput(progress: progress), Source(path: "-", name: nil), body)
    }
    let path = FilePath(path)
    switch FileStatus.of(path) {
    case .success(let status) where status.kind == .folder:
      return try readFolder(path, body)
    case .success, .failure:
      return try readFile(path, body)
    }
  }

  private func readFolder(_ folder: FilePath, _ body: ItemConsumer) rethrows -> Bool {
    var walk = FolderWalk(folder)
    while let step = walk.next() {
      switch step {
      case .file(let path):
        guard try readFile(path, body) else { return false }
      case .problem(let path, let error):
        guard try report(error, RecordLocation(path: path.description), body) else { return false }
      }
      if progress?.isCancelled == true { return false }
    }
    guard !walk.hasFiles else { return true }
    let location = RecordLocation(path: folder.description)
    return try body(
      .problem(
        SourceProblem(
          location: location, kind: .emptyFolder,
          message: "\(location) holds no files; name a folder with cables in it.")))
  }

  private func readFile(_ path: FilePath, _ body: ItemConsumer) rethrows -> Bool {
    guard let choose, let stamp = FileStamp(path) else { return try open(path, body) }
    switch choose(path.description, stamp) {
    case .pass:
      return true
    case .read(let count):
      var known = count
      let goesOn = try open(path) { item in
        known -= 1
        return try known >= 0 || body(item)
      }
      return try goesOn && body(.end(path: path.description))
    }
  }

  private func open(_ path: FilePath, _ body: ItemConsumer) rethrows -> Bool {
    let source = Source(path: path.description, name: path.name)
    switch FileInput.open(path, progress: progress) {
    case .success(let input):
      return try read(input, source, body)
    case .failure(let error):
      return try report(error, source.location(), body)
    }
  }

  /// Reads what is in an input, whatever its format is.
  func read(_ input: any ByteInput, _ source: Source, _ body: ItemConsumer) rethrows -> Bool {
    let window = InputWindow(input, pieceSize: limits.pieceSize)
    let isWhole = !window.fill(limits.prefixSize)
    guard try readContent(of: window, isWhole: isWhole, source, body) else { return false }
    guard let failure = window.failure else { return true }
    return try report(failure, source.location(), body)
  }

  private func readContent(
    of window: InputWindow, isWhole: Bool, _ source: Source, _ body: ItemConsumer
  ) rethrows -> Bool {
    if isWhole, window.failure != nil { return true }
    switch SourceFormat.detect(window.bytes, isWhole: isWhole) {
    case .empty:
      return try body(.problem(source.emptyProblem))
    case .binary(let name):
      return try body(.problem(source.binaryProblem(name)))
    case .packed(let format):
      return try readArchive(window, format, source, body)
    case .table:
      var reader = TableReader(window: window, source: source, rowSize: limits.rowSize)
      return try reader.read(body)
    case .export:
      var reader = ExportReader(window: window, source: source, rowSize: limits.rowSize)
      return try reader.read(body)
    case .wide:
      return try read(UTF16Input(window, pieceSize: limits.pieceSize), source, body)
    case .page:
      guard let bytes = try readWhole(window, source, body) else { return true }
      return try readPage(bytes, source, body)
    case .dump:
      guard let bytes = try readWhole(window, source, body) else { return true }
      return try body(.record(source.dumpRecord(bytes)))
    case .text:
      guard let bytes = try readWhole(window, source, body) else { return true }
      return try readText(bytes, source, body)
    }
  }

  /// Hands on the cable of a text, or each of those that were written into one.
  private func readText(
    _ bytes: [UInt8], _ source: Source, _ body: ItemConsumer
  ) rethrows -> Bool {
    let parts = UTF16Order(bytes) == nil ? CableSeams.split(bytes) : [0..<bytes.count]
    guard parts.count > 1 else {
      return try body(
        .record(RawRecord(bytes: bytes, hints: source.hints, location: source.location())))
    }
    for (index, part) in parts.enumerated() {
      let location = source.location(index: index + 1, unit: .cable, offset: part.lowerBound)
      guard try body(.record(RawRecord(bytes: Array(bytes[part]), location: location))) else {
        return false
      }
    }
    return true
  }

  private func readPage(
    _ bytes: [UInt8], _ source: Source, _ body: ItemConsumer
  ) rethrows -> Bool {
    let page = CablePage(bytes)
    for (index, section) in page.sections.enumerated() {
      var hints = section.hints
      let isOnly = page.sections.count == 1
      hints.fileName = isOnly ? source.name : nil
      let location = source.location(index: isOnly ? nil : index + 1, unit: .cable)
      let record = RawRecord(bytes: section.text, hints: hints, location: location)
      guard try body(.record(record)) else { return false }
    }
    if !page.isWhole { return try body(.problem(source.cutOffProblem)) }
    return page.sections.isEmpty ? try body(.problem(source.noCableProblem)) : true
  }

  /// Everything in the window, or nil after the reason was handed on.
  private func readWhole(
    _ window: InputWindow, _ source: Source, _ body: ItemConsumer
  ) rethrows -> [UInt8]? {
    let bytes = window.readAll(limit: limits.textSize)
    if window.failure != nil { return nil }
    if bytes == nil { _ = try body(.problem(source.tooLargeProblem(limits.textSize))) }
    return bytes
  }

  /// Hands on why bytes stopped coming; false where the reading was stopped on purpose.
  func report(
    _ error: InputError, _ location: RecordLocation, _ body: ItemConsumer
  ) rethrows -> Bool {
    guard let problem = error.problem(at: location) else { return false }
    return try body(.problem(problem))
  }
}
