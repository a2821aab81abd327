internal import Cables

extension IDPattern {
  /// Reads the name of a cable in any spelling, with or without its year; nil for anything else.
  package init?(reading text: String) {
    let trimmed = text.drop { $0.isWhitespace }
    guard trimmed.utf8.count <= 60, trimmed.utf8.count == trimmed.count else { return nil }
    var digitsFirst = ""
    var letters = ""
    var digitsLast = ""
    for character in trimmed {
      if character.isNumber {
        if letters.isEmpty { digitsFirst.append(character) } else { digitsLast.append(character) }
      } else if character.isLetter {
        guard digitsLast.isEmpty else { return nil }
        letters.append(character)
      } else if !character.isWhitespace, !"-#.".contains(character) {
        return nil
      }
    }
    let post = PostKey.key(of: letters)
    guard let number = Int(digitsLast), number > 0, post.count >= 3 else { return nil }
    switch digitsFirst.count {
    case 0: self.init(year: nil, post: post, number: number)
    case 2:
      guard let short = Int(digitsFirst) else { return nil }
      self.init(year: short >= 60 ? 1900 + short : 2000 + short, post: post, number: number)
    case 4: self.init(year: Int(digitsFirst), post: post, number: number)
    default: return nil
    }
  }
}

/// Key forms of posts and the classes of posts that stand for each other.
enum PostKey {
  /// Posts that references take for one another.
  private static let classes: [[String]] = [
    ["STATE", "SECSTATE", "SECSTATEWASHDC"], ["BRUSSELS", "USEUBRUSSELS"],
    ["TAIPEI", "AITTAIPEI"], ["KYIV", "KIEV"], ["RPODUBAI", "IRANRPODUBAI"],
    ["KOLKATA", "CALCUTTA"],
  ]

  private static let classOf: [String: [String]] = {
    var classOf: [String: [String]] = [:]
    for members in classes {
      for member in members { classOf[member] = members }
    }
    return classOf
  }()

  /// The post and those it is taken for, the post itself first.
  static func aliases(of post: String) -> [String] {
    guard let members = classOf[post] else { return [post] }
    return [post] + members.filter { $0 != post }
  }

  /// The key of a post in any spelling.
  static func key(of text: String) -> String {
    var key = FacetToken.key(text).uppercased()
    for prefix in ["AMEMBASSY", "EMBASSY", "AMCONSUL", "CONSULATE", "USMISSION"]
    where key.hasPrefix(prefix) && key.count > prefix.count {
      key.removeFirst(prefix.count)
    }
    return key == "SECSTATE" || key == "SECSTATEWASHDC" ? "STATE" : key
  }
}
