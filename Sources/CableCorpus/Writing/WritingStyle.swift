/// Where a text came from, which decides its shape as a whole.
public enum WritingStyle: String, CaseIterable, Sendable {
  /// As sent: transmission header, plain fields, one blank line between paragraphs.
  case clean
  /// A notice glued to the class line, blanks at the ends of lines, a footer with the id.
  case rawDump
  /// A transmission header with blanks at the ends of its lines, paragraphs on one line each.
  case fullTransmission
  /// Every line a paragraph of its own, `[1](#)` for the paragraph marker, TAGS as links.
  case markdownExport
  /// Reflowed by character recognition: `12.` for paragraph 2, dashes before it, damaged words.
  case ocrReflow
  /// Five lines before the text: id, title, date, classification, origin.
  case textDumpPreamble
  /// A line `Friday, 26 October 2007, 02:25` before the class line, no colons.
  case newspaper
  /// The State Department's record of the 1970s: page heads, capitals, no portion marks.
  case oldState1970s

  /// Whether the text has a transmission header with station and routes.
  var hasTransmission: Bool {
    self == .clean || self == .fullTransmission || self == .textDumpPreamble
  }

  /// Whether the text says that it is an extract.
  var isPartial: Bool { self == .rawDump || self == .markdownExport || self == .ocrReflow }

  /// Whether paragraphs are broken into short lines.
  var breaksLines: Bool {
    self == .clean || self == .rawDump || self == .textDumpPreamble || self == .oldState1970s
  }

  /// Whether a footer with the id stands at the end.
  var hasFooter: Bool { isPartial }
}
