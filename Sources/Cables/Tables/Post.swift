/// A sender of telegrams: an embassy, a consulate, a mission, a department.
public struct Post: Sendable, Equatable {
  /// The key form: capitals and digits only, without a leading `AMEMBASSY` and the like: `NEWDELHI`.
  public let key: String
  /// The name for people, `Embassy New Delhi`.
  public let displayName: String
  /// What it is: `embassy`, `consulate`, `mission`, `office`, `department`, `military`.
  public let kind: String
  /// The city.
  public let city: String
  /// The country it is in.
  public let country: String
  /// The routing indicator, `RUEHNE`; nil where unknown.
  public let routing: String?
  /// Other spellings in key form, former names and frequent slips among them.
  public let aliases: [String]

  /// Whether it is no post abroad: departments, agencies and commands.
  var isDepartment: Bool { kind == "department" || kind == "military" }
}

/// The known posts with their spellings.
public struct PostTable: Sendable {
  /// The built-in table.
  public static let standard = PostTable(
    posts: PackageResources.posts_csv, shortForms: PackageResources.post_short_forms_csv)

  /// Names under which one series of numbers was filed: an id keeps the name it has, so look-up tries all of a class.
  static let classes: [[String]] = [
    ["KYIV", "KIEV"], ["TAIPEI", "AITTAIPEI"], ["RPODUBAI", "IRANRPODUBAI"],
    ["KOLKATA", "CALCUTTA"], ["CHENNAI", "MADRAS"], ["STPETERSBURG", "LENINGRAD"],
    ["UNESCOPARISFR", "PARISFR", "UNESCOPARIS"], ["STATE", "WASHDC"],
    ["BRUSSELS", "USEUBRUSSELS"],
  ]

  /// All posts in the order of the table.
  public let posts: [Post]
  /// The names that can be read: `names[value]` of a key.
  private let names: [Name]
  private let keys: KeyTable
  private let shortKeys: KeyTable
  private let routes: KeyTable

  /// A spelling: its post and the name an id is filed under.
  struct Name: Sendable {
    var post: Int
    var filedAs: String
    var spelling: String
  }

  init(posts table: [UInt8], shortForms: [UInt8]) {
    var posts: [Post] = []
    var names: [Name] = []
    var keys = KeyTable(capacity: 800)
    var routes = KeyTable(capacity: 400)
    posts.reserveCapacity(400)
    names.reserveCapacity(800)
    let classMembers = Self.classes.flatMap(\.self).filter { $0 != "WASHDC" }
    for row in CommaTable(table) where row.count >= 7 {
      let aliases = row[6].split(separator: "|").map(String.init)
      for spelling in [row[0]] + aliases {
        let filedAs = classMembers.contains(spelling) ? spelling : row[0]
        keys.insert(spelling.utf8, value: names.count)
        names.append(Name(post: posts.count, filedAs: filedAs, spelling: spelling))
      }
      if !row[5].isEmpty { routes.insert(row[5].utf8, value: posts.count) }
      posts.append(
        Post(
          key: row[0], displayName: row[1], kind: row[2], city: row[3], country: row[4],
          routing: row[5].isEmpty ? nil : row[5], aliases: aliases))
    }
    var shortKeys = KeyTable(capacity: 300)
    for row in CommaTable(shortForms) where row.count >= 2 {
      if let value = keys.value(of: row[1].utf8) { shortKeys.insert(row[0].utf8, value: value) }
    }
    self.posts = posts
    self.names = names
    self.keys = keys
    self.shortKeys = shortKeys
    self.routes = routes
  }

  /// The post of a name in any spelling: `ROME`, `Amembassy Rome`, `secstate washdc`, `KIEV`.
  public subscript(name: String) -> Post? {
    let bytes = Array(name.utf8)
    return self.name(in: bytes, range: 0..<bytes.count).map { posts[$0.post] }
  }

  /// The post that uses a routing indicator, `RUEHRO`; the first one where two share it.
  public func post(route: String) -> Post? {
    routes.value(of: route.utf8).map { posts[$0] }
  }

  /// Whether cables of a filing name are cited in texts: of posts abroad and of the State Department.
  func sendsCables(_ filingName: String) -> Bool {
    if filingName == "STATE" { return true }
    guard let value = keys.value(of: filingName.utf8) else { return false }
    return !posts[names[value].post].isDepartment
  }

  /// The names a post's cables may be filed under, the given one first: `KIEV` → `KIEV`, `KYIV`.
  public func filingNames(of key: String) -> [String] {
    guard let members = Self.classes.first(where: { $0.contains(key) }) else { return [key] }
    return [key] + members.filter { $0 != key }
  }

  /// The spelling that the letters and digits of a range are, after a leading `AMEMBASSY` and the like is dropped.
  func name(in bytes: [UInt8], range: Range<Int>) -> Name? {
    if let value = keys.value(in: bytes, range: range) { return names[value] }
    let rest = Self.droppingKindOfPost(in: bytes, range: range)
    guard rest != range.lowerBound, rest < range.upperBound else { return nil }
    return keys.value(in: bytes, range: rest..<range.upperBound).map { names[$0] }
  }

  /// The post of a name that was cut short, as continuation headers and the archive of the 1970s do.
  func cutName(in bytes: [UInt8], range: Range<Int>) -> Name? {
    shortKeys.value(in: bytes, range: range).map { names[$0] }
  }

  /// The only post whose name differs in one letter, of names of five letters and more.
  ///
  /// Departments are left out: PARTO is too near to words.
  ///
  /// - Complexity: O(posts); for names that nothing else explains.
  func similarName(to key: [UInt8]) -> Name? {
    guard key.count >= 5 else { return nil }
    var found: Post?
    for post in posts where post.key.utf8.count >= 5 && !post.isDepartment {
      guard abs(post.key.utf8.count - key.count) <= 1 else { continue }
      guard Spelling.isOneSlipApart(Array(post.key.utf8), key) else { continue }
      if found != nil { return nil }
      found = post
    }
    return found.flatMap { keys.value(of: $0.key.utf8) }.map { names[$0] }
  }

  /// The only post whose name begins with the letters of a name that was cut, of six letters and more.
  ///
  /// - Complexity: O(posts); for names that nothing else explains.
  func begunName(_ key: [UInt8]) -> Name? {
    guard key.count >= 6 else { return nil }
    var found: Post?
    for post in posts where post.key.utf8.first == key[0] {
      guard post.key.utf8.count > key.count, !post.isDepartment, post.key.utf8.starts(with: key)
      else { continue }
      if found != nil { return nil }
      found = post
    }
    return found.flatMap { keys.value(of: $0.key.utf8) }.map { names[$0] }
  }

  private static let kindsOfPost: [StaticString] = [
    "AMEMBASSY", "EMBASSY", "AMCONSULATE", "AMCONSUL", "USMISSION", "AMEMB", "CONSULATE", "EFTO",
    "NOFORN",
  ]

  /// Where a name begins after the kind of post in front of it, blanks inside the word allowed.
  private static func droppingKindOfPost(in bytes: [UInt8], range: Range<Int>) -> Int {
    for kind in kindsOfPost {
      let start = kind.utf8Start
      var matched = 0
      var index = range.lowerBound
      while index < range.upperBound, matched < kind.utf8CodeUnitCount {
        if bytes[index].isWord {
          guard bytes[index].capital == start[matched] else { break }
          matched += 1
        }
        index += 1
      }
      if matched == kind.utf8CodeUnitCount { return index }
    }
    return range.lowerBound
  }
}
