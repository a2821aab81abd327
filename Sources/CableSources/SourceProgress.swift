import Synchronization

/// How far a reading has come, to be looked at and stopped from another thread.
public final class SourceProgress: Sendable {
  private let bytes = Atomic<Int>(0)
  private let cancelled = Atomic<Bool>(false)

  /// Creates the progress of a reading that has not begun.
  public init() {}

  /// Bytes read from disk so far, to be compared with `CableSource.estimatedBytes()`.
  public var bytesRead: Int { bytes.load(ordering: .relaxed) }

  /// Whether the reading was asked to stop.
  public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Asks the reading to stop, at the latest after the next piece of a file; it then returns without a problem item.
  public func cancel() {
    cancelled.store(true, ordering: .relaxed)
  }

  func add(_ count: Int) {
    bytes.wrappingAdd(count, ordering: .relaxed)
  }
}
