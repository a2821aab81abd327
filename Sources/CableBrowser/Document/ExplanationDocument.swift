import CableArchive
import Cables

/// Columns of what is explained.
private let termColumns = 16

extension Document {
  /// What the abbreviations, TAGS and marks of a cable mean; abbreviations on the screen come first.
  ///
  /// - Parameters:
  ///   - page: The cable.
  ///   - shown: The text on the screen.
  init(explaining page: CablePage, shown: String) {
    var builder = DocumentBuilder()
    let post = page.cable.origin.flatMap { PostTable.standard[$0] }
    let visible = AcronymList(shown, from: post)
    let all = AcronymList(page.bodyText, from: post)
    builder.explain("Abbreviations on the screen", visible.entries)
    builder.explain(
      visible.entries.isEmpty ? "Abbreviations" : "Abbreviations elsewhere in the cable",
      all.entries.filter { entry in !visible.entries.contains { $0.term == entry.term } })
    builder.explain("Marks", page.cable.marks)
    builder.explain(
      "TAGS",
      page.cable.tags.map { code in
        let tag = TagTable.standard[code]
        let name = page.cable.tagNames[code].map { "\(tag?.name ?? code): \($0)" } ?? tag?.name
        return ExplainedTerm(
          term: code,
          meaning: (name ?? "in no table") + (tag?.category.map { " (\($0))" } ?? ""))
      })
    self = builder.finish()
  }
}

/// A word and what it stands for.
struct ExplainedTerm: Sendable, Equatable {
  var term: String
  var meaning: String
}

/// The abbreviations of a text in the order in which they appear, each once.
struct AcronymList {
  private(set) var entries: [ExplainedTerm] = []

  /// Looks through a text; what is ambiguous is read as in a cable of the post.
  init(_ text: String, from post: Post?) {
    var seen: Set<String> = []
    let capitals = text.unicodeScalars.lazy.filter { $0.properties.isUppercase }.count
    let letters = text.unicodeScalars.lazy.filter { $0.properties.isAlphabetic }.count
    let isShouted = capitals * 3 > letters * 2
    for word in text.split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "'"
    }) {
      let word = String(word)
      // In a text all in capitals these are words more often than abbreviations.
      if isShouted, Self.words.contains(word) { continue }
      guard let acronym = AcronymTable.standard[word], seen.insert(acronym.short).inserted,
        let meaning = AcronymTable.standard.expansion(of: word, from: post)
      else { continue }
      let others = acronym.expansions.filter { $0 != meaning }
      entries.append(
        ExplainedTerm(
          term: acronym.short,
          meaning: others.isEmpty
            ? meaning : "\(meaning); or \(others.joined(separator: ", "))"))
    }
  }

  private static let words: Set<String> = [
    "US", "WHO", "AID", "IT", "AM", "PM", "MOD", "POST", "ACT", "ALL", "ARE", "FM", "MP", "CAN",
  ]
}

extension CablePage {
  fileprivate var bodyText: String {
    (cable.subject ?? "") + "\n"
      + cable.blocks.map { cable.text.flow(in: $0.range) }.joined(separator: "\n")
  }
}

extension Cable {
  /// The portion marks and captions of the cable, explained.
  fileprivate var marks: [ExplainedTerm] {
    var terms: [ExplainedTerm] = []
    func add(_ term: String, _ meaning: String?) {
      guard let meaning, !terms.contains(where: { $0.term == term }) else { return }
      terms.append(ExplainedTerm(term: term, meaning: meaning))
    }
    for portion in [subjectPortion].compactMap(\.self) + blocks.compactMap(\.portion) {
      let parts = portion.split { $0 == "/" || $0 == " " || $0 == "," }.map(String.init)
      add("(\(portion))", Self.meanings(of: parts))
    }
    for caption in captions { add(caption, Self.meanings[caption]) }
    return terms
  }

  private static func meanings(of parts: [String]) -> String? {
    let known = parts.map { meanings[$0] ?? $0 }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  /// What marks and captions mean (5 FAH-2, 12 FAM 500, Executive Orders 12958 and 13526).
  private static let meanings = [
    "U": "unclassified", "C": "confidential", "S": "secret", "TS": "top secret",
    "SBU": "sensitive but unclassified", "LOU": "limited official use",
    "FOUO": "for official use only", "NF": "not for foreign nationals",
    "NOFORN": "not for foreign nationals", "REL": "may be released to",
    "SIPDIS": "distributed on the SIPRNet", "NODIS": "no distribution but to the addressee",
    "EXDIS": "exclusive distribution", "LIMDIS": "limited distribution",
    "STADIS": "State Department only", "SENSITIVE": "sensitive, to be handled with care",
    "NOCONTRACT": "not for contractors", "ORCON": "passed on only by its originator",
  ]
}

extension DocumentBuilder {
  fileprivate mutating func explain(_ title: String, _ terms: [ExplainedTerm]) {
    guard !terms.isEmpty else { return }
    if !document.items.isEmpty { blank() }
    item(role: .heading) { $0.append(title) }
    for term in terms {
      item(label: term.term, indent: termColumns) { $0.append(term.meaning) }
    }
  }
}
