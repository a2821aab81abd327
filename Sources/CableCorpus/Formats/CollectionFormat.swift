/// How a collection of cables lies on disk.
public enum CollectionFormat: String, CaseIterable, Sendable {
  /// One CSV file of eight columns without a header row.
  case table
  /// A folder of text files, one a cable, in a mixture of styles.
  case text
  /// A folder of web pages, by year and month.
  case pages
  /// A folder of text files with a preamble of five lines.
  case dump
  /// One line of JSON a cable, with the text as it came.
  case lines
}
