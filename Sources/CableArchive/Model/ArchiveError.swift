internal import GRDB

/// Why an archive could not do what it was asked for.
public struct ArchiveError: Error, Equatable {
  /// The reasons a caller may want to tell apart.
  public enum Reason: Sendable, Equatable {
    /// The work was stopped by ``Archive/interrupt()`` or by cancelling its task.
    case interrupted
    /// The query cannot be carried out; the error says which part.
    case query(QueryError)
    /// Another process holds the archive.
    case busy
    /// There is no file at the path.
    case missing
    /// The file cannot be opened or written for lack of permission.
    case notPermitted
    /// The device is full.
    case full
    /// The file is no archive, or is damaged.
    case damaged
    /// The archive was written by a newer version of the program.
    case newerFormat
    /// The archive was written by an older version of the program; ``Archive/upgrade(path:_:)`` makes it a present one.
    case olderFormat
    /// Anything else that SQLite reports.
    case storage
  }

  /// What went wrong.
  public let reason: Reason
  /// A sentence for the reader.
  public let sentence: String

  /// Creates an error from its reason and a sentence for the reader.
  public init(reason: Reason, sentence: String) {
    self.reason = reason
    self.sentence = sentence
  }
}

extension ArchiveError: CustomStringConvertible {
  /// The sentence for the reader.
  public var description: String { sentence }
}

extension ArchiveError {
  /// Puts any error of the store into our own words; the only place that knows SQLite's codes.
  init(_ error: any Error) {
    switch error {
    case let error as ArchiveError:
      self = error
    case let error as QueryError:
      self.init(reason: .query(error), sentence: error.message)
    case is CancellationError:
      self.init(reason: .interrupted, sentence: "The search was stopped.")
    case let error as DatabaseError:
      self.init(database: error)
    default:
      self.init(reason: .storage, sentence: "The archive failed: \(error).")
    }
  }

  private init(database error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_INTERRUPT, .SQLITE_ABORT:
      self.init(reason: .interrupted, sentence: "The search was stopped.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(reason: .busy, sentence: "The archive is in use by another process.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(reason: .notPermitted, sentence: "The archive may not be written to.")
    case .SQLITE_CANTOPEN:
      self.init(reason: .notPermitted, sentence: "The archive cannot be opened.")
    case .SQLITE_FULL:
      self.init(reason: .full, sentence: "There is no space left for the archive.")
    case .SQLITE_NOTADB:
      self.init(reason: .damaged, sentence: "The file is not an archive.")
    case .SQLITE_CORRUPT:
      self.init(reason: .damaged, sentence: "The archive is damaged; reftel check says how far.")
    default:
      let detail = error.message ?? "code \(error.extendedResultCode.rawValue)"
      self.init(reason: .storage, sentence: "The archive failed: \(detail).")
    }
  }
}
