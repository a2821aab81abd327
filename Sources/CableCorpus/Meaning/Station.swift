import Cables

/// A post that sends cables of the collection, with the spellings it is written in.
struct Station: Sendable {
  /// The post of the reference data.
  let post: Post
  /// The name on class lines and in references, `NEW DELHI`; in key form it is the post's key.
  let name: String
  /// The name on FM and TO lines, `AMEMBASSY NEW DELHI`.
  let fullName: String
  /// The city with capitals as in running text, `New Delhi`.
  let spokenName: String
  /// The TAG of the country.
  let countryTag: String
  /// The country without remarks in parentheses.
  let country: String
  /// Whether the post, or its country, is younger than 1991.
  let isRecent: Bool

  init(post: Post, countryTag: String) {
    self.post = post
    self.countryTag = countryTag
    name = Station.writtenName(of: post)
    fullName = Station.fullName(of: post, name: name)
    spokenName = Station.capitalized(name)
    country = String(post.country.prefix { $0 != "(" }).trimmed
    isRecent = Station.recentCountries.contains(post.country)
  }

  /// The part of the display name that squeezes to the key, in capitals; else the key.
  private static func writtenName(of post: Post) -> String {
    if post.key == "STATE" { return "STATE" }
    var words = post.displayName.uppercased().split(separator: " ")[...]
    while !words.isEmpty {
      let name = words.joined(separator: " ")
      if name.filter(\.isLetter) == post.key { return name.filter { $0 != "," && $0 != "'" } }
      words = words.dropFirst()
    }
    return post.key
  }

  private static func fullName(of post: Post, name: String) -> String {
    switch (post.kind, post.key) {
    case (_, "STATE"): "SECSTATE WASHDC"
    case (_, "HAVANA"): "USINT HAVANA"
    case (_, "USUNNEWYORK"): "USMISSION USUN NEW YORK"
    case (_, "TAIPEI"): "AIT TAIPEI"
    case ("embassy", _): "AMEMBASSY " + name
    case ("consulate", _): "AMCONSUL " + name
    case ("mission", _): "USMISSION " + name
    default: name
    }
  }

  private static func capitalized(_ name: String) -> String {
    name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }

  private static let recentCountries: Set<String> = [
    "Armenia", "Azerbaijan", "Belarus", "Bosnia and Herzegovina", "Croatia", "Eritrea", "Estonia",
    "Georgia", "Kazakhstan", "Kosovo", "Kyrgyzstan", "Latvia", "Lithuania", "Macedonia", "Moldova",
    "Montenegro", "Namibia", "Slovakia", "Slovenia", "Tajikistan", "Timor-Leste", "Turkmenistan",
    "Ukraine", "Uzbekistan", "Palau", "Micronesia", "Marshall Islands", "Vietnam", "Iraq",
  ]
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
