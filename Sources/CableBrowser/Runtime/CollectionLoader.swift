import CableArchive
import CableSources
import Dispatch
import Synchronization
import TerminalUI

/// Nothing could be read from the paths given; the problems say why.
public struct NothingToBrowse: Error {
  /// A sentence each.
  public let problems: [String]
}

/// Reads files into the archive on a thread of its own, and reports as it goes.
final class CollectionLoader: Sendable {
  private let archive: Archive
  private let mailbox: Mailbox<BrowserEvent>
  private let paths: [String]
  /// What can be stopped; another one each time reading goes on.
  private let reading = Mutex(SourceProgress())
  private let loading = Mutex(Loading())
  private let marks = Mutex(ReadingMarks())
  private let limit: Int
  private let queue = DispatchQueue(label: "reftel.loader", qos: .userInitiated)
  private let hasBegun = DispatchSemaphore(value: 0)

  /// The text that is read into memory; a larger collection belongs into an archive.
  static let usualLimit = 200_000_000

  init(
    paths: [String], archive: Archive, mailbox: Mailbox<BrowserEvent>,
    limit: Int = CollectionLoader.usualLimit
  ) {
    self.limit = limit
    self.paths = paths
    self.archive = archive
    self.mailbox = mailbox
  }

  /// Whether all has been read, or reading has stopped.
  var isDone: Bool { loading.withLock { $0.isDone } }

  /// Starts reading; returns when the first cables are there, or all has been read.
  ///
  /// - Throws: `NothingToBrowse` where there is no cable at all.
  func start() throws(NothingToBrowse) {
    queue.async { [self] in load() }
    hasBegun.wait()
    let loading = loading.withLock { $0 }
    if loading.isDone && loading.cables == 0 { throw NothingToBrowse(problems: loading.problems) }
  }

  /// Stops reading; what was read stays.
  func stop() {
    reading.withLock { $0 }.cancel()
  }

  /// Goes on where reading was stopped.
  func resume() {
    reading.withLock { $0 = SourceProgress() }
    loading.withLock { loading in
      loading.isDone = false
      loading.isCancelled = false
    }
    queue.async { [self] in load() }
  }

  private func load() {
    let reading = reading.withLock { $0 }
    let cablesBefore = loading.withLock { $0.cables }
    var lastPost: ContinuousClock.Instant?
    func post(_ loading: Loading) {
      // Each leads to a search, which is not worth it for every batch.
      if !loading.isDone, let lastPost, .now - lastPost < .milliseconds(50) { return }
      mailbox.post(.loading(loading))
      if lastPost == nil { hasBegun.signal() }
      lastPost = .now
    }
    do {
      let load = PathLoad(paths: paths, archive: archive, reading: reading, limit: limit)
      let read = try load.run(after: marks.withLock { $0 }) { progress in
        post(
          loading.withLock {
            $0.cables = cablesBefore + progress.cables
            $0.problems += progress.newProblems.map(\.message)
            $0.isDone = progress.isDone
            $0.isCancelled = reading.isCancelled
            $0.isLimited = progress.isLimited
            return $0
          })
      }
      marks.withLock { $0 = read }
    } catch {
      post(
        loading.withLock {
          $0.problems.append("\(error)")
          $0.isDone = true
          return $0
        })
    }
  }
}
