import Cables
import Testing

@Suite struct MentionScannerTests {
  private func mentions(
    _ sentence: String, references: String? = "REF: A. STATE 1 B. ROME 2 C. PARIS 3 D. BONN 4"
  ) -> [String] {
    var sample = Sample()
    sample.references = references
    sample.body = "¶1. (C) " + sentence + "\nDOE"
    return sample.cable().mentions.map { mention in
      ([mention.text + ":"] + mention.targets.map(\.description)).joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ("Points (ref A) were made.", ["ref A: 06STATE1"]),
      ("See REFS B AND C.", ["REFS B AND C: 06ROME2 06PARIS3"]),
      ("As in refs A-C, no.", ["refs A-C: 06STATE1 06ROME2 06PARIS3"]),
      ("Refs A, B and D say so.", ["Refs A, B and D: 06STATE1 06ROME2 06BONN4"]),
      ("per refs (a) and (c)", ["refs (a) and (c): 06STATE1 06PARIS3"]),
      ("reftel B has it", ["reftel B: 06ROME2"]),
      ("reftels have it", ["reftels: 06STATE1 06ROME2 06PARIS3 06BONN4"]),
      ("We met a reftel a day", ["reftel: 06STATE1 06ROME2 06PARIS3 06BONN4"]),
      ("reftel a and reftel b", ["reftel a: 06STATE1", "reftel b: 06ROME2"]),
      ("See septel.", ["septel:"]), ("See SEPTELS and ref b.", ["SEPTELS:", "ref b: 06ROME2"]),
      ("Ref Z is lost.", ["Ref Z:"]),
      ("ref\nA points", ["ref A: 06STATE1"]),
      ("ref A and ref B", ["ref A: 06STATE1", "ref B: 06ROME2"]),
      ("the reform of referees, refuse a refund", []),
      ("refs A through C", ["refs A through C: 06STATE1 06ROME2 06PARIS3"]),
      ("ref A, para 5", ["ref A: 06STATE1"]), ("(refs A, B)", ["refs A, B: 06STATE1 06ROME2"]),
      ("(ref D).", ["ref D: 06BONN4"]),
      ("ref B's points", ["ref B: 06ROME2"]),
      ("(refA) and refD", ["refA: 06STATE1", "refD: 06BONN4"]),
      ("(ref-C)", ["ref-C: 06PARIS3"]), ("(refs. A & B)", ["refs. A & B: 06STATE1 06ROME2"]),
      ("per references B and C", ["references B and C: 06ROME2 06PARIS3"]),
      ("With reference A new plan, in reference Z.", []),
    ])
  func `follows letters`(sentence: String, expected: [String]) {
    #expect(mentions(sentence) == expected)
  }

  @Test func `takes reftel for the single reference`() {
    #expect(
      mentions("We made reftel points.", references: "REF: STATE 77") == ["reftel: 06STATE77"])
    #expect(mentions("We made ref A points.", references: "REF: STATE 77") == ["ref A: 06STATE77"])
    #expect(mentions("We made reftel points.", references: nil) == ["reftel:"])
  }

  @Test(arguments: [
    ("As reported in Harare 885, no.", ["Harare 885: 06HARARE885"]),
    ("See 05 Paris 5733.", ["05 Paris 5733: 05PARIS5733"]),
    ("See 05 Ankara 1902.", ["05 Ankara 1902: 05ANKARA1902"]),
    ("(STATE 123456)", ["STATE 123456: 06STATE123456"]),
    ("per 04ROME1234", ["04ROME1234: 04ROME1234"]),
    (
      "(Lagos 77; 05 Bonn 3)",
      ["Lagos 77: 06LAGOS77", "05 Bonn 3: 05BONN3"]
    ),
    ("The Paris 2005 conference", []), ("In Baghdad 12 people died.", []),
    ("It cost Rome 1,200 euros.", []),
    ("on 06 March 2006", []), ("USD 5733", []), ("In Kabul 1500 people met.", []),
    ("Madrid 11 bombings", []), ("Rome 7/7", []),
    (
      "See Lagos 885, 886 and 890.",
      ["Lagos 885: 06LAGOS885", "886: 06LAGOS886", "890: 06LAGOS890"]
    ),
    ("See Lagos 77 and Paris 40.", ["Lagos 77: 06LAGOS77", "Paris 40: 06PARIS40"]),
    ("See Lagos 77 and Paris 40 people.", ["Lagos 77: 06LAGOS77"]),
    ("See Lagos 1885 and 2006 plans.", ["Lagos 1885: 06LAGOS1885"]),
    ("flights to Tokyo 3 times", []), ("GENEVA 2006", []), ("in Moscow 30 percent", []),
  ])
  func `finds cables by post and number`(sentence: String, expected: [String]) {
    #expect(mentions(sentence) == expected)
  }

  @Test func `takes the year of a bare cable from the block that names it`() {
    let block = "REF: A. 05 KAMPALA 77 B. ROME 2"
    #expect(mentions("Kampala 77 said so.", references: block) == ["Kampala 77: 05KAMPALA77"])
  }
}
