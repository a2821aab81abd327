import Cables
import Testing

@Suite struct SeedTests {
  struct Truth: Sendable {
    var seed: String
    var id: String
    var date: String
    var isInferred: Bool
    var level: Classification
    var tags: [String]
    var references: [String]
    var paragraphs: Int
    var signer: String
  }

  static let truths = [
    Truth(
      seed: "000", id: "03ROME1605", date: "2003-04-15", isInferred: true, level: .secret,
      tags: ["KSCA", "PARM", "PREL", "ETTC", "IT", "IR", "UK", "MTCRE", "EXPORT CONTROLS"],
      references: [
        "A 03STATE94815", "B 03ROME1566", "C 03ROME1502", "D 02STATE35257", "E 02STATE13875",
      ], paragraphs: 3, signer: "SEMBLER"),
    Truth(
      seed: "001", id: "03ROME4715", date: "2003-10-14", isInferred: true, level: .secret,
      tags: ["KNNP", "PARM", "MNUC", "ETTC", "IT", "LY"],
      references: ["A 03STATE282619", "B 03ROME4580", "C 03ROME2977"], paragraphs: 2,
      signer: "SEMBLER"),
    Truth(
      seed: "002", id: "07ROME1919", date: "2007-09-10T14:26Z", isInferred: false,
      level: .confidential, tags: ["AORC", "IAEA", "IR", "IT", "KNNP", "MNUC"],
      references: ["A 07STATE124823", "B 07STATE123352"], paragraphs: 4, signer: "SPOGLI"),
    Truth(
      seed: "003", id: "03ROME4580", date: "2003-10-07", isInferred: true, level: .confidential,
      tags: ["PARM", "MNUC", "KNNP", "LY", "IT"],
      references: ["A 03STATE282619", "B 03ROME3207", "C 03ROME2917"], paragraphs: 5,
      signer: "SEMBLER"),
    Truth(
      seed: "004", id: "04ROME3933", date: "2004-10-06", isInferred: true, level: .confidential,
      tags: ["PREL", "IT", "IR", "IZ", "NATO", "EUN", "IRAQI FREEDOM", "GLOBAL DEFENSE"],
      references: [], paragraphs: 8, signer: "SEMBLER"),
  ]

  @Test(arguments: truths)
  func `yields the fields of its header`(truth: Truth) throws {
    let cable = try Seed(name: truth.seed).cable()
    #expect(cable.id?.description == truth.id)
    #expect(cable.date?.iso8601 == truth.date)
    #expect(cable.date?.isInferred == truth.isInferred)
    #expect(cable.classification == truth.level)
    #expect(cable.tags == truth.tags)
    let references = cable.references.map { reference in
      "\(reference.letter ?? "-") \(reference.target?.description ?? "-")"
    }
    #expect(references == truth.references)
  }

  @Test(arguments: truths)
  func `yields its paragraphs and signature`(truth: Truth) throws {
    let cable = try Seed(name: truth.seed).cable()
    #expect(cable.paragraphs.map(\.number) == Array(1...truth.paragraphs))
    #expect(cable.signers == [truth.signer])
    #expect(cable.blocks.last?.kind == .signature)
  }

  @Test(arguments: [
    (
      "000",
      [
        "REF A: 03STATE94815", "REFS B AND C: 03ROME1566 03ROME1502", "REF A: 03STATE94815",
        "REFS D AND E: 02STATE35257 02STATE13875",
      ]
    ),
    ("001", ["REF A: 03STATE282619", "REF B: 03ROME4580", "REF C: 03ROME2977"]),
    (
      "002",
      [
        "reftel: 07STATE124823 07STATE123352", "Reftel: 07STATE124823 07STATE123352",
        "ref b: 07STATE123352",
      ]
    ),
    ("003", ["REFTEL: 03STATE282619 03ROME3207 03ROME2917", "REF B: 03ROME3207"]),
    ("004", ["septel: ", "septel: "]),
  ])
  func `yields the mentions of its body`(seed: String, mentions: [String]) throws {
    let cable = try Seed(name: seed).cable()
    let found = cable.mentions.map { mention in
      "\(mention.text): \(mention.targets.map(\.description).joined(separator: " "))"
    }
    #expect(found == mentions)
  }

  @Test func `joins the paragraph that a page break cut`() throws {
    let cable = try Seed(name: "002").cable()
    let last = try #require(cable.paragraphs.last)
    let text = cable.flow(in: last.range)
    #expect(text.contains("excessive emphasis on the requirement that Iran"))
    #expect(!text.contains("\n"))
  }

  @Test func `finds the headings of a text that lost its rules`() throws {
    let cable = try Seed(name: "004").cable()
    let headings = cable.blocks.filter { $0.kind == .heading }
    #expect(
      headings.map { cable.text.flow(in: $0.range) } == [
        "Summary", "Iran - Italy Supports Engagement with Tough Messages",
        "Iraq - Election Prep and Right Mix of Forces",
      ])
  }

  @Test func `reads the transmission header`() throws {
    let cable = try Seed(name: "002").cable()
    #expect(cable.transmissionID == "VZCZCXRO2781")
    #expect(cable.precedences == [.immediate])
    #expect(cable.from == "AMEMBASSY ROME")
    #expect(
      cable.to.map(\.name) == [
        "USMISSION USUN NEW YORK", "SECSTATE WASHDC", "USMISSION UNVIE VIENNA", "USMISSION UN ROME",
      ])
    #expect(cable.to.map(\.number) == [797, 8947, 113, 136])
    #expect(cable.info.map(\.route) == ["RUEHRL", "RUEHLO", "RUEHFR"])
    #expect(cable.info.allSatisfy { $0.precedence == .priority })
  }

  @Test(arguments: [
    ("000", "A/ECMIN DAVID MULENEX", "1.5 (D) AND (E)"),
    ("001", "ECONOMIC MINISTER-COUNSELOR SCOTT KILNER", "1.5 (B) AND (D)"),
    ("002", "Ronald P. Spogli, Ambassador", "1.4 (B) and (D)"),
    ("003", "POL MC TOM COUNTRYMAN", "1.5 (B) AND (D)"),
    ("004", "POLITICAL MINISTER COUNSELOR TOM COUNTRYMAN", "1.4"),
  ])
  func `reads who classified it and why`(seed: String, name: String, reasons: String) throws {
    let cable = try Seed(name: seed).cable()
    #expect(cable.classifiedBy == name)
    #expect(cable.reasons == reasons)
  }
}
