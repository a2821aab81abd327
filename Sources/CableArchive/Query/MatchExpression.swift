internal import Cables

/// Writes a query in the language of the index, where it has words for it.
///
/// This is the one place where text becomes FTS5 syntax: what is quoted here consists of tokens alone, which
/// hold letters and digits and nothing that FTS5 could take for syntax.
struct MatchExpression {
  /// The years the archive has cables of, which bound periods without an end.
  var years: ClosedRange<Int>
  /// The words that stand for beginnings, by beginning; a beginning without is looked up as it is.
  var expansions: [String: [String]] = [:]
  /// The facet words of all TAGS of the archive, for those of which only the beginning is given.
  var tagTokens: [String] = []

  /// More TAGS than that are looked up by their beginning.
  private static let mostTags = 256

  /// The expression for a node; nil where the index does not know the answer.
  func text(of node: QueryNode) -> String? {
    switch node {
    case .everything: facet(FacetToken.every)
    case .phrase(let phrase): column(phrase.part) + expanded(phrase)
    case .near(let phrases, let distance, let part):
      column(part) + "NEAR(" + phrases.map(quoted).joined(separator: " ") + ", \(distance))"
    case .tag(let key, let isPrefix): isPrefix ? tags(beginning: key) : facet("xt" + key)
    case .from(let post, let isPrefix): posts(post, isPrefix, FacetToken.from)
    case .to(let post, let isPrefix): posts(post, isPrefix, FacetToken.to)
    case .classification(let levels):
      any(levels.sorted().map { facet(FacetToken.classification($0)) })
    case .date(let period): any(period.tokens(within: years).map { facet($0) })
    case .id(let pattern): any(tokens(of: pattern).map { facet($0) })
    case .facet(let token): facet(token)
    case .trait(let trait): facet(FacetToken.trait(trait))
    case .not: conjunction([node])
    case .and(let nodes): conjunction(nodes)
    case .or(let nodes): all(nodes).map(any)
    case .cites, .citedBy, .kept: nil
    }
  }

  /// The expression for cables that all nodes find; a negation needs something to be taken from.
  private func conjunction(_ nodes: [QueryNode]) -> String? {
    if contradict(nodes) { return any([]) }
    var wanted: [String] = []
    var facets: [String] = []
    var unwanted: [String] = []
    for node in nodes {
      if case .not(let inner) = node {
        guard let text = text(of: inner) else { return nil }
        unwanted.append(text)
      } else {
        guard let text = text(of: node) else { return nil }
        if node.asksForWords { wanted.append(text) } else { facets.append(text) }
      }
    }
    if wanted.isEmpty || facets.count < 2 {
      wanted = facets + wanted
    } else {
      // Joined to the words they would be stepped through together; taken from something, they are one stream, and words are
      // read only where all of them agree.
      wanted.insert(
        "((" + facets.joined(separator: " AND ") + ") NOT " + any([]) + ")", at: 0)
    }
    if wanted.isEmpty { wanted = [facet(FacetToken.every)] }
    let base = wanted.count == 1 ? wanted[0] : "(" + wanted.joined(separator: " AND ") + ")"
    return unwanted.isEmpty ? base : "(" + base + " NOT " + any(unwanted) + ")"
  }

  /// Whether no cable can be what all nodes ask for: each has one sender and one classification.
  ///
  /// The index would look for one of both through every row of the other parts.
  private func contradict(_ nodes: [QueryNode]) -> Bool {
    var senders: Set<String> = []
    var levels: Set<Classification>?
    for node in nodes {
      switch node {
      case .from(let post, isPrefix: false): senders.insert(post)
      case .classification(let wanted): levels = levels.map { $0.intersection(wanted) } ?? wanted
      default: break
      }
    }
    return senders.count > 1 || levels?.isEmpty == true
  }

  private func all(_ nodes: [QueryNode]) -> [String]? {
    var texts: [String] = []
    for node in nodes {
      guard let text = text(of: node) else { return nil }
      texts.append(text)
    }
    return texts
  }

  private func any(_ texts: [String]) -> String {
    switch texts.count {
    case 0: facet("xnothing")
    case 1: texts[0]
    default: "(" + texts.joined(separator: " OR ") + ")"
    }
  }

  private func facet(_ token: String, isPrefix: Bool = false) -> String {
    "meta : \"\(token)\"" + (isPrefix ? " *" : "")
  }

  /// The TAGS with a beginning one by one: the index streams these, where it would collect all cables of a beginning first.
  private func tags(beginning key: String) -> String {
    let tokens = tagTokens.filter { $0.hasPrefix("xt" + key) }
    guard !tokens.isEmpty, tokens.count <= Self.mostTags else {
      return facet("xt" + key, isPrefix: true)
    }
    return any(tokens.map { facet($0) })
  }

  private func posts(_ post: String, _ isPrefix: Bool, _ token: (String) -> String) -> String {
    guard isPrefix else { return facet(token(post)) }
    // A former or other name may begin so where the key does not: KIE for KYIV.
    let others =
      post.isEmpty
      ? []
      : PostTable.standard.posts.filter { candidate in
        let start = post.uppercased()
        return !candidate.key.hasPrefix(start)
          && candidate.aliases.contains { $0.hasPrefix(start) }
      }
    return any(
      [facet(token(post), isPrefix: true)] + others.map { facet(token(FacetToken.post($0.key))) })
  }

  private func tokens(of pattern: IDPattern) -> [String] {
    pattern.lookupVariants.map { variant in
      if let year = variant.year {
        return FacetToken.id(CableID(year: year, post: variant.post, number: variant.number))
      }
      return FacetToken.number(post: variant.post, number: variant.number)
    }
  }

  private func column(_ part: TextPart?) -> String {
    part.map { "\($0.rawValue) : " } ?? "{subject body} : "
  }

  /// The phrase, or the phrases that its last word's beginning stands for.
  private func expanded(_ phrase: Phrase) -> String {
    guard phrase.isPrefix, let last = phrase.tokens.last, let words = expansions[last] else {
      return quoted(phrase)
    }
    return any(
      words.map { word in
        quoted(Phrase(phrase.tokens.dropLast() + [word], part: phrase.part))
      })
  }

  private func quoted(_ phrase: Phrase) -> String {
    "\"" + phrase.tokens.joined(separator: " ") + "\"" + (phrase.isPrefix ? " *" : "")
  }
}

extension Period {
  /// The facet words that cover the period exactly: whole years, then whole months, then days.
  ///
  /// A cable of which only the year is known is found where the whole year lies within.
  func tokens(within years: ClosedRange<Int>) -> [String] {
    var day = max(start ?? Day(1, 1, 1), Day(years.lowerBound, 1, 1))
    let end = min(end ?? Day(9999, 1, 1), Day(years.upperBound + 1, 1, 1))
    var tokens: [String] = []
    while day < end {
      let nextMonth = day.month < 12 ? Day(day.year, day.month + 1, 1) : Day(day.year + 1, 1, 1)
      if day.startsYear, Day(day.year + 1, 1, 1) <= end {
        tokens.append(FacetToken.year(day.year))
        day = Day(day.year + 1, 1, 1)
      } else if day.startsMonth, nextMonth <= end {
        tokens.append(FacetToken.month(day.year, day.month))
        day = nextMonth
      } else {
        tokens.append(FacetToken.day(day))
        day = day.next
      }
    }
    return tokens
  }

  /// Facet words of cables that row order puts within the period, but of whose date too little is known.
  var tokensOfVagueDates: [String] {
    var tokens: [String] = []
    for edge in [start, end] {
      guard let edge, !edge.startsYear else { continue }
      tokens.append(FacetToken.yearOnly(edge.year))
      if !edge.startsMonth { tokens.append(FacetToken.monthOnly(edge.year, edge.month)) }
    }
    return tokens
  }
}
