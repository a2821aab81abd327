import CableArchive
import CableExport
import CableNotebook
import Cables
import Dispatch
import Synchronization
import TerminalUI

/// Carries out the slow effects on threads of its own; results come back as events.
///
/// Searches and pages run on one queue, so that they come back in the order asked; a stale one is dropped before
/// it starts. Whole listings run on another and never hold up a page.
final class EffectRunner: Sendable {
  /// The generations that are still wanted.
  private struct Wanted {
    var search = 0
    /// Called off with the search it belongs to, so that a new one never waits for a stale one.
    var searchTicket = SearchTicket()
    var countTicket = SearchTicket()
    var open = 0
    var exportTicket = SearchTicket()
  }

  /// Whether a piece of work has been answered.
  private final class Answer: Sendable {
    let isThere = Mutex(false)
  }

  /// How long a query may take before that is said.
  private static let patience = DispatchTimeInterval.milliseconds(400)

  /// Rows that come with a result; the rest is listed and fetched when it is shown.
  static let firstRows = 200

  let archive: Archive
  private let mailbox: Mailbox<BrowserEvent>
  private let wake: @Sendable () -> Void
  private let quick = DispatchQueue(label: "reftel.quick", qos: .userInitiated)
  private let listing = DispatchQueue(label: "reftel.listing", qos: .utility)
  private let writing = DispatchQueue(label: "reftel.writing", qos: .utility)
  let keeping = DispatchQueue(label: "reftel.keeping", qos: .userInitiated)
  let notebookFile: NotebookFile?
  /// What the reader keeps, as it is on the disk, and what is to last only until the browser is left.
  let notebook = Mutex((kept: Notebook(), passing: [Change]()))
  private let watching = DispatchQueue(label: "reftel.watching", qos: .utility)
  private let wanted = Mutex(Wanted())
  private let underWay = Mutex(0)
  /// The cables of an archive on the disk when it was last looked at.
  private let knownCount = Mutex<Int?>(nil)

  /// Creates a runner for an archive that posts its results to a mailbox; `wake` is called when an effect ends.
  init(
    archive: Archive, mailbox: Mailbox<BrowserEvent>, notebook: NotebookFile?,
    wake: @escaping @Sendable () -> Void
  ) {
    self.archive = archive
    notebookFile = notebook
    self.mailbox = mailbox
    self.wake = wake
  }

  /// Whether every effect has been carried out and its result posted.
  var isIdle: Bool { underWay.withLock { $0 == 0 } }

  /// Starts an effect; those of the terminal and the loader are not for here.
  func run(_ effect: Effect) {
    switch effect {
    case .search(let query, let order, let generation):
      let ticket = beginSearch(generation)
      perform(on: quick, ticket, watching: generation) { runner throws(ArchiveError) in
        try runner.noteArrivals()
        if query.asksForNotebook { runner.consultNotebook() }
        let page = try runner.archive.page(query, order: order, limit: Self.firstRows)
        return .found(page.rows, isComplete: !page.hasMore, generation: generation)
      }
    case .listRows(let query, let order, let generation):
      guard let ticket = ticket(ofSearch: generation) else { return }
      perform(on: listing, ticket, watching: generation) { runner throws(ArchiveError) in
        .listed(try runner.archive.rowIDs(query, order: order), generation: generation)
      }
    case .fetchRows(let rowIDs, let generation):
      guard let ticket = ticket(ofSearch: generation) else { return }
      perform(on: quick, ticket) { runner throws(ArchiveError) in
        .fetched(try runner.archive.rows(rowIDs), generation: generation)
      }
    case .countFacet(let facet, let query, let generation):
      let ticket = beginCount()
      perform(on: listing, ticket) { runner throws(ArchiveError) in
        if facet == .label { runner.consultNotebook() }
        return .counted(try runner.archive.facets(query, by: facet), generation: generation)
      }
    case .fetchTags(let rowIDs, let generation):
      guard let ticket = ticket(ofSearch: generation) else { return }
      perform(on: listing, ticket) { runner throws(ArchiveError) in
        .tagged(try runner.archive.tags(of: rowIDs), of: rowIDs, generation: generation)
      }
    case .fetchPassages(let rowIDs, let query, let generation):
      guard let ticket = ticket(ofSearch: generation) else { return }
      perform(on: listing, ticket) { runner throws(ArchiveError) in
        .passages(try runner.passages(rowIDs, query), generation: generation)
      }
    case .open(let key, let generation):
      wanted.withLock { $0.open = generation }
      perform(on: quick) { runner in
        guard runner.isWanted(open: generation) else { return nil }
        guard let page = try runner.page(key) else {
          return .failed("This cable is no longer in the archive.")
        }
        return .opened(page, generation: generation)
      }
    case .findOn(let scan, let generation):
      wanted.withLock { $0.open = generation }
      perform(on: quick) { runner in try runner.scan(scan, generation) }
    case .complete(let source, let line):
      perform(on: quick) { runner in
        switch source {
        case .words(let words): .completed(words, line: line)
        case .labels, .searches: .completed([], line: line)
        case .files(let typed): .completed(FileCompleter.paths(of: typed), line: line)
        case .ids(let typed):
          .completed(
            try runner.archive.completions(of: typed, limit: 200).map(\.id.description), line: line)
        }
      }
    case .readConfiguration(let path, let isAnew):
      perform(on: quick) { _ in
        .configured(ConfigurationReading(path: path, isOptional: isAnew), isAnew: isAnew)
      }
    case .locate(let typed):
      perform(on: quick) { runner in .located(typed, try runner.archive.find(typed: typed)) }
    case .peek(let key):
      perform(on: quick) { runner in
        try runner.page(key).map { .peeked($0) }
          ?? .failed("This cable is no longer in the archive.")
      }
    case .tree(let rowID):
      perform(on: quick) { runner in .grown(try ReferenceTree(of: rowID, in: runner.archive)) }
    case .versions(let id):
      perform(on: quick) { runner in
        .versioned(id, try CableVersion.all(of: id, in: runner.archive))
      }
    case .compare(let ends):
      perform(on: quick) { runner in
        guard let citing = try runner.page(ends.citing), let cited = try runner.page(ends.cited)
        else { return .failed("This cable is no longer in the archive.") }
        return .compared(ends, citing, cited)
      }
    case .stopSearch: stopSearch()
    case .save(let bytes, let path, let name, let overwrites):
      perform(on: quick) { _ in
        .saved(CableFile.save(bytes, to: path, name: name, overwrites: overwrites))
      }
    case .keep(let change, let isLasting, let isSaid):
      perform(on: keeping) { $0.keep(change, isLasting: isLasting, isSaid: isSaid) }
    case .readNotebook: perform(on: keeping) { $0.readNotebook() }
    case .gather(let part, let rowIDs):
      perform(on: listing) { try $0.gather(part, rowIDs) }
    case .export(let exported, let path, let name, let overwrites):
      let ticket = wanted.withLock { wanted in
        wanted.exportTicket = SearchTicket()
        return wanted.exportTicket
      }
      perform(on: writing) { runner in
        runner.export(exported, to: path, name: name, overwrites: overwrites, ticket)
      }
    case .stopExport: wanted.withLock { $0.exportTicket.cancel() }
    case .stopLoading, .redraw, .takeMouse, .suspend, .importFiles, .stopImport, .browseArchive,
      .runProgram, .editNote, .copy, .quit:
      break
    }
  }

  /// Tells of cables that another process has put into the archive since it was last looked at.
  private func noteArrivals() throws(ArchiveError) {
    guard archive.isOnDisk else { return }
    let count = try archive.cableCount
    let isNews = knownCount.withLock { known in
      defer { known = count }
      return known != nil && known != count
    }
    if isNews { mailbox.post(.loading(Loading(cables: count, isDone: true))) }
  }

  /// Bytes of a passage, more than any list is wide.
  private static let passageLength = 240

  /// The best passages of some rows, in one line each.
  private func passages(_ rowIDs: [Int64], _ query: Query) throws(ArchiveError) -> [Int64: String] {
    var passages: [Int64: String] = [:]
    for rowID in rowIDs {
      guard let cable = try archive.cable(rowID),
        let snippet = Snippet(of: cable, for: query, length: Self.passageLength)
      else { continue }
      let words = cable.text.clean[snippet.range].map { $0 < 0x20 ? 0x20 : $0 }
      passages[rowID] =
        (snippet.isCutBefore ? "…" : "") + String(decoding: words, as: UTF8.self)
        + (snippet.isCutAfter ? "…" : "")
    }
    return passages
  }

  /// Calls off what is under way, before leaving.
  func stop() {
    wanted.withLock { wanted in
      wanted.searchTicket.cancel()
      wanted.countTicket.cancel()
      wanted.exportTicket.cancel()
    }
    // What is being written takes its draft away.
    writing.sync {}
    // What was kept is written.
    keeping.sync {}
  }

  /// Calls off the counting at hand and begins another.
  private func beginCount() -> SearchTicket {
    wanted.withLock { wanted in
      wanted.countTicket.cancel()
      wanted.countTicket = SearchTicket()
      return wanted.countTicket
    }
  }

  /// Calls off the search at hand and begins another.
  private func beginSearch(_ generation: Int) -> SearchTicket {
    wanted.withLock { wanted in
      wanted.searchTicket.cancel()
      wanted.searchTicket = SearchTicket()
      wanted.search = generation
      return wanted.searchTicket
    }
  }

  /// The ticket of a search; nil once it is stale.
  private func ticket(ofSearch generation: Int) -> SearchTicket? {
    wanted.withLock { $0.search == generation ? $0.searchTicket : nil }
  }

  private func isWanted(open generation: Int) -> Bool {
    wanted.withLock { $0.open == generation }
  }

  /// Calls off the search at hand; rows of the result before it can be asked for as before.
  private func stopSearch() {
    wanted.withLock { wanted in
      wanted.searchTicket.cancel()
      wanted.searchTicket = SearchTicket()
    }
  }

  /// Says that a query takes long, unless it has been answered by then.
  private func watch(_ answer: Answer, _ ticket: SearchTicket, generation: Int) {
    watching.asyncAfter(deadline: .now() + Self.patience) { [self] in
      guard !answer.isThere.withLock({ $0 }), !ticket.isCancelled else { return }
      mailbox.post(.delayed(generation: generation))
    }
  }

  /// Carries out a search under a ticket; nothing comes of it once that is called off.
  ///
  /// - Parameters:
  ///   - queue: Where.
  ///   - ticket: What it can be called off with.
  ///   - generation: The query of which it is said that it takes long, if it does; nil for what nobody waits for.
  ///   - work: What is to be done.
  private func perform(
    on queue: DispatchQueue, _ ticket: SearchTicket, watching generation: Int? = nil,
    _ work: @escaping @Sendable (EffectRunner) throws(ArchiveError) -> BrowserEvent
  ) {
    let answer = Answer()
    if let generation { watch(answer, ticket, generation: generation) }
    perform(on: queue) { runner in
      defer { answer.isThere.withLock { $0 = true } }
      do throws(ArchiveError) {
        return try ticket.run { () throws(ArchiveError) in try work(runner) }
      } catch {
        if ticket.isCancelled { return nil }
        throw error
      }
    }
  }

  private func perform(
    on queue: DispatchQueue, _ work: @escaping @Sendable (EffectRunner) throws -> BrowserEvent?
  ) {
    underWay.withLock { $0 += 1 }
    queue.async { [self] in
      let event: BrowserEvent?
      do {
        event = try work(self)
      } catch {
        event = .failed("\(error)")
      }
      // Idle only after the result can be seen.
      if let event { mailbox.post(event) }
      underWay.withLock { $0 -= 1 }
      wake()
    }
  }

  /// Looks through cables until one has a hit; says every now and then how far it is.
  private func scan(_ scan: FindScan, _ generation: Int) throws -> BrowserEvent? {
    var lastReport = ContinuousClock.now
    for (index, rowID) in scan.rowIDs.enumerated() {
      guard isWanted(open: generation) else { return nil }
      if ContinuousClock.now - lastReport > .milliseconds(250) {
        lastReport = .now
        mailbox.post(.scanned(index, of: scan.rowIDs.count, generation: generation))
      }
      guard let page = try page(.row(rowID)), case .cable(let cable) = page else { continue }
      let document =
        scan.view == .reading ? Document(reading: cable) : Document(original: cable)
      if !scan.pattern.hits(in: document.text).hits.isEmpty {
        return .foundOn(page, scan, generation: generation)
      }
    }
    return .foundOn(nil, scan, generation: generation)
  }

  /// Puts citations or texts of cables together.
  private func gather(_ part: CopiedPart, _ rowIDs: [Int64]) throws -> BrowserEvent {
    guard part == .citation else {
      var bytes: [UInt8] = []
      let cables = try ResultExport(rowIDs, of: archive, as: .text).write {
        bytes += $0
      } while: { _ in
        true
      }
      return .gathered(part, String(decoding: bytes, as: UTF8.self), cables: cables)
    }
    var citations: [String] = []
    for rowID in rowIDs {
      guard case .cable(let page) = try page(.row(rowID)) else { continue }
      citations.append(page.citation)
    }
    return .gathered(part, citations.joined(separator: "\n"), cables: citations.count)
  }

  /// Writes cables to a file; says every now and then how far it is.
  private func export(
    _ exported: Exported, to path: String, name: String, overwrites: Bool,
    _ ticket: SearchTicket
  ) -> BrowserEvent {
    var cables = 0
    var failure: String?
    let outcome = CableFile.save(to: path, name: name, overwrites: overwrites) { file in
      do throws(ArchiveError) {
        return try ticket.run { () throws(ArchiveError) in
          let rowIDs =
            switch exported {
            case .result(let query, let order): try archive.rowIDs(query, order: order)
            case .rows(let rowIDs): rowIDs
            }
          var lastReport = ContinuousClock.now
          var isWritten = true
          let format = ExportFormat(fileName: path) ?? .csv
          cables = try ResultExport(rowIDs, of: archive, as: format).write { bytes in
            isWritten = isWritten && CableFile.append(bytes, to: file)
          } while: { written in
            if ContinuousClock.now - lastReport > .milliseconds(250) {
              lastReport = .now
              mailbox.post(.exporting(written, of: rowIDs.count))
            }
            return isWritten && !ticket.isCancelled
          }
          return isWritten && !ticket.isCancelled
        }
      } catch {
        failure = "\(error)"
        return false
      }
    }
    if ticket.isCancelled { return .exported(nil, cables: cables) }
    return .exported(failure.map { .failed($0) } ?? outcome, cables: cables)
  }

  private func page(_ key: Page.Key) throws -> Page? {
    switch key {
    case .absent(let id):
      return .absent(
        AbsentPage(
          id: id, citations: try archive.citations(of: id),
          neighbours: try archive.neighbours(of: id, limit: 6)))
    case .row(let rowID):
      guard let row = try archive.row(rowID), let cable = try archive.cable(rowID) else {
        return nil
      }
      return .cable(
        CablePage(
          row: row, cable: cable,
          references: try archive.resolved(referencesOf: rowID),
          mentioned: try mentioned(cable),
          citations: try row.id.map { try archive.citations(of: $0) } ?? [],
          versions: try row.id.map { try archive.versions(of: $0) } ?? [],
          sources: try archive.sources(of: rowID)))
    }
  }

  private func mentioned(_ cable: Cable) throws -> [CableID: ListRow] {
    var rows: [CableID: ListRow] = [:]
    for mention in cable.mentions where mention.kind == .cable {
      for id in mention.targets where rows[id] == nil {
        rows[id] = try archive.find(id).first
      }
    }
    return rows
  }
}
