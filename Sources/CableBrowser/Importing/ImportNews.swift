public import CableArchive
import Foundation

/// What an import that runs beside the browser tells it, a line of JSON each on its standard output.
///
/// Lines that are none of these are what the program says to a reader, as it would on a shell's screen.
public enum ImportNews: Sendable, Equatable, Codable {
  /// The archive is open; from now on something may have been written.
  case begun
  /// How far it is.
  case progress(ImportProgress)
  /// Something could not be read; a sentence.
  case refused(String)
  /// It has ended, with what it did.
  case ended(ImportReport)

  /// Reads a line; nil for one that is none of these.
  public init?(line: some Collection<UInt8>) {
    guard line.first == UInt8(ascii: "{"),
      let news = try? JSONDecoder().decode(Self.self, from: Data(line))
    else { return nil }
    self = news
  }

  /// The line, its end included.
  public var line: [UInt8] {
    guard let data = try? JSONEncoder().encode(self) else { return [] }
    return [UInt8](data) + [0x0A]
  }
}

/// How far an import is.
public struct ImportProgress: Sendable, Equatable, Codable {
  /// What an import is doing.
  public enum Phase: String, Sendable, Codable {
    /// Bringing an archive of an older format up to date.
    case upgrading
    /// Reading, parsing and writing.
    case reading
    /// Concluding the years of references.
    case resolving
    /// Counting words.
    case counting
    /// Merging the index.
    case merging
  }

  /// What it is doing.
  public var phase: Phase
  /// Cables read.
  public var cables: Int
  /// How much of all there is to do is done, 0 to 1; nil where that is not known.
  public var share: Double?
  /// Seconds until all is read; nil where that is not known.
  public var secondsLeft: Int?

  /// Creates a progress.
  public init(phase: Phase, cables: Int = 0, share: Double? = nil, secondsLeft: Int? = nil) {
    self.phase = phase
    self.cables = cables
    self.share = share
    self.secondsLeft = secondsLeft
  }
}
