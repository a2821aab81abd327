import CableArchive
import CableSources

// An import runs beside the browser: what is at hand stays, and the archive is opened when the reader asks for it.
extension BrowserState {
  /// What can be imported, and into which archive where none is named.
  var importable: (paths: [String], archive: String)? {
    if let importing, importing.stage == .incomplete || files == nil {
      return (importing.paths, importing.archive)
    }
    return files.map { ($0.paths, $0.home) }
  }

  /// Why nothing can be imported now; nil where it can.
  var obstacleToImport: String? {
    if let importing, importing.isUnderWay {
      return importing.stage == .stopping
        ? "An import is being stopped" : "An import is under way; Ctrl-C or :stop ends it"
    }
    guard let importable else { return "This is an archive already" }
    if importable.paths.contains("-") {
      return "Standard input is read only once; reftel import - takes it into an archive"
    }
    return nil
  }

  /// Why the archive of the import can't be browsed now; nil where it can.
  var obstacleToArchive: String? {
    guard let importing else {
      return files == nil
        ? "This is an archive already" : "There is no archive yet; :import makes one"
    }
    if importing.isUnderWay { return "The import is under way; :archive opens it afterwards" }
    return importing.archive == archive ? "This is that archive" : nil
  }

  /// Has what is at hand imported; an import that was stopped goes on.
  mutating func importFiles(into typed: String) -> [Effect] {
    guard let importable else { return [] }
    let archive = typed.isEmpty ? importable.archive : CableFile.expanded(typed)
    importedBefore = importing
    importing = ImportState(paths: importable.paths, archive: archive)
    return [.importFiles(importable.paths, archive: archive)]
  }

  /// Ends the import; asked for again, without waiting for what it is writing.
  mutating func stopImport() -> [Effect] {
    importing?.stage = .stopping
    return [.stopImport]
  }

  /// Browses the archive in place of the files.
  mutating func browseArchive() -> [Effect] {
    importing.map { [.browseArchive($0.archive)] } ?? []
  }

  /// Takes what the import tells.
  mutating func take(_ news: ImportNews) -> [Effect] {
    switch news {
    case .begun: importing?.hasBegun = true
    case .progress(let progress): importing?.progress = progress
    case .refused(let problem):
      importing?.refusals += 1
      complain(problem)
    case .ended(let report): importing?.report = report
    }
    return []
  }

  /// Takes what the program of the import says to a reader.
  mutating func importSaid(_ sentence: String) {
    importing?.sentences += 1
    // A crash may say very much.
    guard importing?.sentences ?? 0 <= Self.heardSentences else { return }
    complain(sentence)
  }

  private static let heardSentences = 20

  /// Takes note of the end of the import's process.
  mutating func importEnded(_ ending: ImportEnding) -> [Effect] {
    guard var ended = importing else { return [] }
    let wasStopped = ended.stage == .stopping
    if let report = ended.report {
      ended.stage = report.ending == .complete ? .complete : .incomplete
      importing = ended
      // Not every one of very many was told.
      let refusals = max(ended.refusals, report.refusedByKind.count)
      tell(report, refusals: refusals, archive: ended.archive)
    } else {
      ended.stage = .incomplete
      // Where nothing can have been written there is nothing to go on with.
      importing = ended.hasBegun ? ended : importedBefore
      if wasStopped {
        say("The import was stopped; :import goes on")
      } else if ended.sentences == 0 || ended.hasBegun && ending != .status(1) {
        complain("The import \(ending.words)" + (ended.hasBegun ? "; :import goes on" : ""))
      }
    }
    // Where the archive itself is at hand, it has more now.
    return ended.archive == archive ? lookAgain() : []
  }

  private mutating func tell(_ report: ImportReport, refusals: Int, archive path: String) {
    let name = ConfigurationReading.shortened(path)
    let refused = refusals > 0 ? ", \(refusals.grouped) refused (:messages)" : ""
    let isHere = archive == path
    if report.ending == .stopped {
      let open = isHere || report.cablesInArchive == 0 ? "" : ", :archive opens it as it is"
      say(
        "The import was stopped: \(report.cablesInArchive.grouped) in \(name)\(refused); "
          + ":import goes on\(open)")
      return
    }
    guard report.cablesInArchive > 0 else {
      importing = importedBefore
      complain("Nothing was imported: \(name) holds no cables\(refused)")
      return
    }
    let sentence =
      "Imported: \(report.cables.grouped) new, \(report.cablesInArchive.grouped) in all\(refused)"
      + (isHere ? "" : "; :archive opens \(name)")
    if refusals > 0 { complain(sentence) } else { say(sentence) }
  }
}
