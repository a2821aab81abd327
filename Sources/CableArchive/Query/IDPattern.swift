package import Cables

/// The name of a cable with or without its year.
package struct IDPattern: Sendable, Hashable {
  /// The year; nil for any.
  package var year: Int?
  /// The post in key form.
  package var post: String
  /// The serial number.
  package var number: Int

  package init(year: Int?, post: String, number: Int) {
    self.year = year
    self.post = post
    self.number = number
  }

  package init(_ id: CableID) {
    self.init(year: id.year, post: id.post, number: id.number)
  }

  package init(_ written: WrittenID) {
    self.init(year: written.year, post: written.post, number: written.number)
  }

  /// Reads the name of a cable in any spelling, with or without its year; nil for anything else.
  package init?(reading text: some StringProtocol) {
    guard let written = WrittenID(text) else { return nil }
    self.init(written)
  }

  /// Reads a text that may be words as well: a name that the posts do not confirm must be one word with a year.
  package init?(recognizing text: String) {
    guard let written = WrittenID(text), written.number > 0 else { return nil }
    let trimmed = text.split(whereSeparator: \.isWhitespace)
    guard written.isPostKnown || (written.year != nil && trimmed.count == 1) else { return nil }
    self.init(written)
  }

  /// The pattern for each name under which the cable may be filed, the one given first.
  package var lookupVariants: [IDPattern] {
    PostTable.standard.filingNames(of: post).map {
      IDPattern(year: year, post: $0, number: number)
    }
  }
}
