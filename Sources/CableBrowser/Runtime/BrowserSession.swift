import CableArchive
import CableNotebook
import Synchronization
import TerminalUI

/// What a running browser works with: the archive, the reading of files, the threads for slow effects.
final class BrowserSession: Sendable {
  let mailbox: Mailbox<BrowserEvent>
  private let runner: EffectRunner
  /// The import that runs beside the browser.
  private let importing = Mutex<ImportProcess?>(nil)
  /// What is browsed.
  let archive: Archive
  /// Reads files into memory; an archive on the disk needs nothing read.
  private let loader: CollectionLoader?

  /// Creates a session over a collection; `wake` is called from any thread when an event is there.
  init(
    _ collection: CableCollection, limit: Int = CollectionLoader.usualLimit,
    notebook: NotebookFile? = nil, wake: @escaping @Sendable () -> Void
  ) throws(ArchiveError) {
    mailbox = Mailbox(wake: wake)
    switch collection {
    case .archive(let path):
      archive = try Archive.open(path: path)
      loader = nil
    case .files(let paths):
      archive = try Archive.inMemory()
      loader = CollectionLoader(paths: paths, archive: archive, mailbox: mailbox, limit: limit)
    }
    runner = EffectRunner(
      archive: archive, mailbox: mailbox, notebook: notebook, wake: wake)
  }

  /// Starts; returns when the first cables are there.
  ///
  /// - Throws: `NothingToBrowse` where there is no cable at all; `ArchiveError` where the archive can't be read.
  func start() throws {
    if let loader {
      try loader.start()
      return
    }
    let count = try archive.cableCount
    if count == 0 {
      throw NothingToBrowse(problems: [
        "The archive holds no cables yet. Add some with: reftel import PATH…"
      ])
    }
    mailbox.post(.loading(Loading(cables: count, isDone: true)))
  }

  /// Whether nothing is under way.
  var isIdle: Bool { runner.isIdle && loader?.isDone ?? true }

  /// Carries out effects, but for those of the terminal.
  func run(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .stopLoading: loader?.stop()
      case .resumeLoading: loader?.resume()
      case .importFiles(let paths, let archive): startImport(of: paths, into: archive)
      case .stopImport: importing.withLock { $0 }?.stop()
      default: runner.run(effect)
      }
    }
  }

  private func startImport(of paths: [String], into archive: String) {
    do throws(ImportProcess.Failure) {
      let process = try ImportProcess(paths, into: archive) { [mailbox] in mailbox.post($0) }
      importing.withLock { $0 = process }
    } catch {
      mailbox.post(.importEnded(.notStarted(error.number)))
    }
  }

  /// Has the import wait while the browser is suspended, or go on.
  func pauseImport(_ isPaused: Bool) {
    importing.withLock { $0 }?.pause(isPaused)
  }

  /// Whether an import runs beside the browser.
  var isImporting: Bool { importing.withLock { $0 }?.isRunning ?? false }

  /// Stops what is under way, before leaving.
  func stop() {
    loader?.stop()
    importing.withLock { $0 }?.end()
    runner.stop()
    guard archive.isOnDisk else { return }
    // Nothing is left beside the file; where others use it they take it away.
    archive.interrupt()
    try? archive.close()
  }
}
