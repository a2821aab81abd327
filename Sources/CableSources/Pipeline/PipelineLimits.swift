/// The sizes a pipeline works with; tests make them tiny to meet every turn.
package struct PipelineLimits: Sendable, Equatable {
  /// How many items the calling thread parses before it asks for help.
  package var aloneCount = 24
  /// How many bytes the calling thread parses before it asks for help.
  package var aloneSize = 1 << 17
  /// The most items handed to a thread at a time.
  package var batchCount = 64
  /// The bytes from which on a batch is handed over.
  package var batchSize = 1 << 17
  /// The most batches under way for each thread.
  package var batchesPerThread = 8
  /// The bytes under way from which on reading waits.
  package var pendingSize = 1 << 25

  /// Creates the limits of everyday use.
  package init() {}
}
