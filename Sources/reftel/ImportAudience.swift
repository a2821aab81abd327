import CableArchive
import CableSources

/// Whoever is told how far an import is.
protocol ImportAudience {
  /// Told that the archive is open and reading begins.
  ///
  /// - Parameters:
  ///   - totalBytes: What there is to read; 0 where that is not known.
  ///   - reading: Counts what was read.
  func begin(totalBytes: Int, reading: SourceProgress)

  /// Told after each write, and with each step at the end.
  func show(_ progress: CableImport.Progress)

  /// Told that nothing more comes.
  func end()
}
