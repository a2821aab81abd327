import Cables
import Dispatch
import GRDB
import Synchronization
import Testing

@testable import CableArchive

struct SearchTicketTests {
  static let endless = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
    """

  /// Starts a search without an end on another thread, calls it off, and returns how it ended.
  static func stopping(
    _ archive: Archive, ticket: SearchTicket, by stop: () -> Void
  ) -> ArchiveError.Reason? {
    let started = DispatchSemaphore(value: 0)
    let outcome = Mutex<(isOver: Bool, reason: ArchiveError.Reason?)>((false, nil))
    let thread = DispatchQueue(label: "search")
    thread.async {
      var reason: ArchiveError.Reason?
      do throws(ArchiveError) {
        try ticket.run { () throws(ArchiveError) in
          try archive.read { database in
            started.signal()
            _ = try Int.fetchOne(database, sql: endless)
          }
        }
      } catch {
        reason = error.reason
      }
      outcome.withLock { $0 = (true, reason) }
    }
    started.wait()
    // SQLite forgets a stop that comes before the statement has begun.
    while !outcome.withLock({ $0.isOver }) { stop() }
    return outcome.withLock { $0.reason }
  }

  @Test func `stops a search that runs`() throws {
    let archive = try Sample.archive(ArchiveFacetsTests.cables)
    let ticket = SearchTicket()
    #expect(Self.stopping(archive, ticket: ticket) { ticket.cancel() } == .interrupted)
    #expect(try archive.count(.all) == 5)
  }

  @Test func `the archive stops all searches that run`() throws {
    let archive = try Sample.archive(ArchiveFacetsTests.cables)
    let reason = Self.stopping(archive, ticket: SearchTicket()) { archive.interrupt() }
    #expect(reason == .interrupted)
    #expect(try archive.count(.all) == 5)
  }

  @Test func `begins nothing once it is called off`() throws {
    let archive = try Sample.archive(ArchiveFacetsTests.cables)
    let ticket = SearchTicket()
    #expect(try ticket.run { () throws(ArchiveError) in try archive.count(.all) } == 5)
    ticket.cancel()
    #expect(ticket.isCancelled)
    #expect(throws: ArchiveError(reason: .interrupted, sentence: "The search was stopped.")) {
      try ticket.run { () throws(ArchiveError) in try archive.count(.all) }
    }
    #expect(try archive.count(.all) == 5)
  }

  @Test func `leaves writing and other searches alone`() throws {
    let archive = try Sample.archive(ArchiveFacetsTests.cables)
    let ticket = SearchTicket()
    ticket.cancel()
    archive.interrupt()
    try archive.insert(Sample.incoming([Sample.cable(nil, body: "new")]))
    #expect(try SearchTicket().run { () throws(ArchiveError) in try archive.count(.all) } == 6)
  }
}
