import CableArchive
import TerminalUI

/// What a running browser works with: the archive, the reading of files, the threads for slow effects.
final class BrowserSession: Sendable {
  let mailbox: Mailbox<BrowserEvent>
  private let runner: EffectRunner
  private let loader: CollectionLoader

  /// Creates a session over files and folders; `wake` is called from any thread when an event is there.
  init(paths: [String], wake: @escaping @Sendable () -> Void) throws(ArchiveError) {
    let archive = try Archive.inMemory()
    mailbox = Mailbox(wake: wake)
    runner = EffectRunner(archive: archive, mailbox: mailbox, wake: wake)
    loader = CollectionLoader(paths: paths, archive: archive, mailbox: mailbox)
  }

  /// Starts reading; returns when the first cables are there.
  ///
  /// - Throws: `NothingToBrowse` where there is no cable at all.
  func start() throws(NothingToBrowse) {
    try loader.start()
  }

  /// Whether nothing is under way.
  var isIdle: Bool { runner.isIdle && loader.isDone }

  /// Carries out effects, but for those of the terminal.
  func run(_ effects: [Effect]) {
    for effect in effects {
      if case .stopLoading = effect { loader.stop() } else { runner.run(effect) }
    }
  }

  /// Stops what is under way, before leaving.
  func stop() { loader.stop() }
}
