import Cables

/// The posts of the collection with their shares, the busiest first.
struct StationList: Sendable {
  /// The posts, the busiest first; the first is the Department itself.
  let stations: [Station]
  /// Index of a post by its key.
  let indices: [String: Int]
  private let shares: Odds
  private let oldShares: Odds

  /// Takes the posts with a routing indicator from the reference data.
  ///
  /// - Complexity: O(n) over the reference data.
  init() {
    let tags = StationList.countryTags()
    let usable = PostTable.standard.posts.filter { post in
      post.routing != nil && ["embassy", "consulate", "mission", "office"].contains(post.kind)
        && !StationList.left.contains(post.key)
    }
    let posts = [PostTable.standard["STATE"]].compactMap { $0 } + usable
    let ranks = Dictionary(
      StationList.busiest.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let stations =
      posts.enumerated().sorted { left, right in
        let first = (ranks[left.element.key] ?? Int.max, left.element.kind == "consulate" ? 1 : 0)
        let second = (
          ranks[right.element.key] ?? Int.max, right.element.kind == "consulate" ? 1 : 0
        )
        return first == second ? left.offset < right.offset : first < second
      }.map { Station(post: $0.element, countryTag: tags[$0.element.country] ?? "US") }
    self.stations = stations
    indices = Dictionary(
      stations.enumerated().map { ($1.post.key, $0) }, uniquingKeysWith: { first, _ in first })
    let weights = stations.indices.map { 1 / (Double($0) + 12) }
    shares = Odds(weights)
    oldShares = Odds(zip(stations, weights).map { $0.isRecent ? 0 : $1 })
  }

  /// A post by 16 random bits, young countries only from 1992.
  func index(_ bits: UInt16, year: Int) -> Int {
    year < 1_992 ? oldShares.index(bits) : shares.index(bits)
  }

  private static func countryTags() -> [String: String] {
    var tags = [
      "Bahamas": "BF", "Burkina Faso": "UV", "Congo (Kinshasa)": "CG", "Gambia": "GA",
      "Jerusalem": "IS", "Netherlands Antilles": "NT",
    ]
    for tag in TagTable.standard.tags where tag.kind == .geo {
      if tags[tag.name] == nil { tags[tag.name] = tag.code }
    }
    return tags
  }

  // Two entries of the reference data share one routing indicator with another post.
  private static let left: Set<String> = ["BELIZE", "PARTO", "SECTO", "TOSEC"]

  private static let busiest = [
    "STATE", "ANKARA", "BAGHDAD", "TOKYO", "AMMAN", "PARIS", "KUWAIT", "MADRID", "MOSCOW",
    "MANILA", "BEIJING", "CAIRO", "NEWDELHI", "LONDON", "TELAVIV", "JERUSALEM", "BRASILIA", "ROME",
    "BERLIN", "KABUL", "ISLAMABAD", "HARARE", "BUENOSAIRES", "MEXICO", "LIMA", "BOGOTA", "CARACAS",
    "JAKARTA", "BANGKOK", "HANOI", "TAIPEI", "COLOMBO", "LAGOS", "ABUJA", "NAIROBI", "KHARTOUM",
    "PRETORIA", "KINSHASA", "BEIRUT", "DAMASCUS", "RIYADH", "TRIPOLI", "BRUSSELS", "USUNNEWYORK",
    "GENEVA", "UNVIEVIENNA", "SEOUL", "OTTAWA", "ATHENS", "WARSAW", "BUCHAREST", "SOFIA", "KYIV",
    "TBILISI", "BAKU", "ASTANA", "TASHKENT", "RANGOON", "QUITO", "LAPAZ", "MANAGUA", "SANJOSE",
  ]
}
