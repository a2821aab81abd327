public import Cables
import Glibc

/// Reads a source and parses its cables on all cores, in input order and bounded memory.
///
/// The first cables are read, parsed and delivered by the calling thread alone, so that a few files cost no threads and the
/// first result does not wait for the second. After that other threads parse what the calling thread reads; it delivers what
/// is ready, and parses itself when nothing is.
public struct CablePipeline: Sendable {
  /// What is read.
  public let source: CableSource
  private let parser: CableParser
  private let threads: Int
  private let limits: PipelineLimits

  /// Creates a pipeline.
  ///
  /// - Parameters:
  ///   - source: what to read.
  ///   - parser: what parses the texts.
  ///   - threads: how many threads may parse, the calling one included; as many as there are cores by default.
  public init(source: CableSource, parser: CableParser = CableParser(), threads: Int? = nil) {
    self.init(source: source, parser: parser, threads: threads, limits: PipelineLimits())
  }

  /// Creates a pipeline with sizes of its own.
  package init(
    source: CableSource, parser: CableParser = CableParser(), threads: Int? = nil,
    limits: PipelineLimits
  ) {
    self.source = source
    self.parser = parser
    self.threads = max(1, threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.limits = limits
  }

  /// Delivers every cable and problem to `body` on the calling thread, in input order.
  ///
  /// No thread of the pipeline is left when it returns.
  ///
  /// - Parameters:
  ///   - progress: counts what was read, and can stop it; what was read before is still delivered.
  ///   - choose: decides about each file on the calling thread, before its items are parsed; without it every file is read.
  ///   - body: takes an item; false ends everything.
  /// - Throws: what `body` throws, and nothing else.
  public func read(
    progress: SourceProgress? = nil, choosing choose: FileChooser? = nil,
    _ body: (ParsedItem) throws -> Bool
  ) rethrows {
    var feed = ParseFeed(parser: parser, threads: threads, limits: limits)
    defer { feed.close() }
    var goesOn = true
    try source.read(progress: progress, choosing: choose) { item in
      goesOn = try feed.add(item, body)
      return goesOn
    }
    if goesOn { try feed.finish(body) }
  }
}
