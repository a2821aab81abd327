package import Cables

/// The syntax tree of a query.
package indirect enum QueryNode: Sendable, Hashable {
  /// Every cable.
  case everything
  /// Words that stand one after the other; a single word is a phrase of one.
  case phrase(Phrase)
  /// Phrases with at most `distance` words between the first and the last.
  case near([Phrase], distance: Int, part: TextPart?)
  /// A TAG in key form, or the start of one.
  case tag(String, isPrefix: Bool)
  /// The post that sent the cable, as the index names it, or the start of one.
  case from(String, isPrefix: Bool)
  /// An addressee as the index names it, or the start of one.
  case to(String, isPrefix: Bool)
  /// One of some levels.
  case classification(Set<Classification>)
  /// Sent within a period.
  case date(Period)
  /// The cable itself, of one year or of any.
  case id(IDPattern)
  /// Cables that cite the one named.
  case cites(IDPattern)
  /// Cables that the one named cites.
  case citedBy(IDPattern)
  /// A property of the cable.
  case trait(Trait)
  /// Cables of which the reader keeps something.
  case kept(KeptTrait)
  /// Cables with a word of the index's facet column.
  case facet(String)
  /// Cables the inner node does not find.
  case not(QueryNode)
  /// Cables that all inner nodes find.
  case and([QueryNode])
  /// Cables that one of the inner nodes finds.
  case or([QueryNode])
}

/// A part of a cable's text that words can be looked for in.
public enum TextPart: String, Sendable, CaseIterable {
  /// The subject line.
  case subject
  /// The text from its first paragraph to the signature.
  case body
}

/// Folded words that stand one after the other.
package struct Phrase: Sendable, Hashable {
  /// The words, at least one.
  package var tokens: [String]
  /// Whether the last word is only the start of one.
  package var isPrefix: Bool
  /// Where they must stand; nil for anywhere in the text.
  package var part: TextPart?

  package init(_ tokens: [String], isPrefix: Bool = false, part: TextPart? = nil) {
    self.tokens = tokens
    self.isPrefix = isPrefix
    self.part = part
  }
}

/// A property that cables have or have not.
package enum Trait: String, Sendable, Hashable, CaseIterable {
  /// The text is an extract.
  case partial
  /// The cable has a REF block that names cables.
  case references
  /// The date is not known.
  case undated
  /// The date was concluded, not read.
  case inferredDate
}

/// Something that a reader keeps of a cable.
package enum KeptTrait: Sendable, Hashable {
  /// It is bookmarked.
  case bookmark
  /// It has a note.
  case note
  /// It was read.
  case read
  /// The words stand in its note, one after the other.
  case words(Phrase)
  /// It has a label, or one that begins so.
  case label(String, isPrefix: Bool)
}

extension QueryNode {
  /// Whether cables are found by what the reader keeps of them.
  var asksForNotebook: Bool {
    switch self {
    case .kept: true
    case .not(let node): node.asksForNotebook
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.asksForNotebook)
    default: false
    }
  }

  /// Whether cables are found by words that stand in them.
  var asksForWords: Bool {
    switch self {
    case .phrase, .near: true
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.asksForWords)
    default: false
    }
  }

  /// Whether only the beginning of a TAG is given somewhere.
  var hasUnfinishedTag: Bool {
    switch self {
    case .tag(_, let isPrefix): isPrefix
    case .not(let node): node.hasUnfinishedTag
    case .and(let nodes), .or(let nodes): nodes.contains(where: \.hasUnfinishedTag)
    default: false
    }
  }
}
