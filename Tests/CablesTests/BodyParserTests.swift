import Cables
import Testing

@Suite struct BodyParserTests {
  /// The blocks of a body, `paragraph 1 C: words`.
  private func outline(_ body: String, tail: String = "") -> [String] {
    var sample = Sample()
    sample.body = body
    sample.tail = tail
    let cable = sample.cable()
    return cable.blocks.map { block in
      let mark = [block.kind.rawValue, block.number.map(String.init), block.portion]
      let text =
        block.kind == .table ? cable.text.string(in: block.range) : cable.text.flow(in: block.range)
      return mark.compactMap(\.self).joined(separator: " ") + ": " + text
    }
  }

  @Test(arguments: [
    "¶1. (C) ", "¶1.(C) ", "¶1 (C) ", "[1](#)1. (C) ", "1. (C) ", "1.(C) ", "- ¶1. (C) ",
    "- \\P 1. (C) ", "¶ 1. (C) ", "¶1. ( C ) ", "1) (C) ", "1 (C) ", "(C) 1. ", "P1. (C) ",
    "1. [C] ",
    "1. C) ", "¶1. (C ", "1. (C): ", "1 . (C) ",
  ])
  func `reads a paragraph's marker in every form`(marker: String) {
    #expect(
      outline("\(marker)Dredging\ngoes on.\n\nDOE") == [
        "paragraph 1 C: Dredging goes on.", "signature: DOE",
      ])
  }

  @Test(arguments: [
    "C", "S", "SBU", "S/NF", "U", "C/NF", "S//NF", "C//NF", "S/REL NATO", "U//FOUO",
    "C/REL GERMANY", "TS", "LOU", "C REL USA, GBR",
  ])
  func `reads the portion mark`(mark: String) {
    #expect(outline("¶1. (\(mark)) Words.\n\nDOE").first == "paragraph 1 \(mark): Words.")
  }

  @Test(arguments: ["(FAO)", "(see below)", "(a)", "(2)"])
  func `takes other parentheses for text`(words: String) {
    #expect(outline("¶1. \(words) Words.\n\nDOE").first == "paragraph 1: \(words) Words.")
  }

  @Test func `reads headings under rules, between rules and alone`() {
    let body = """
      -------
      Summary
      -------

      ¶1. (C) It goes on. End summary.

      Costs and Delays
      ----------------
      ¶2. (C) They grow.
      NEXT STEPS
      ----------

      ¶3. (C) None.

      (C) A Heading With a Portion Mark

      ¶4. (C) Words.
      DOE
      """
    #expect(
      outline(body) == [
        "heading: Summary", "paragraph 1 C: It goes on. End summary.", "heading: Costs and Delays",
        "paragraph 2 C: They grow.", "heading: NEXT STEPS", "paragraph 3 C: None.",
        "heading C: A Heading With a Portion Mark", "paragraph 4 C: Words.", "signature: DOE",
      ])
  }

  @Test func `reads a heading of two lines over a rule`() {
    let body = "A HEADING THAT IS LONG AND\nGOES OVER TWO LINES\n----------\n\n¶1. (C) Words.\nDOE"
    #expect(outline(body).first == "heading: A HEADING THAT IS LONG AND GOES OVER TWO LINES")
  }

  @Test func `keeps a short paragraph a paragraph`() {
    let body =
      "¶1. (C) Words.\n\nThe minister agreed.\n\nHe then left for the harbor.\n\n¶2. (C) More.\nDOE"
    #expect(
      outline(body) == [
        "paragraph 1 C: Words.", "text: The minister agreed.", "text: He then left for the harbor.",
        "paragraph 2 C: More.", "signature: DOE",
      ])
  }

  @Test func `reads sub-points`() {
    let body = """
      ¶1. (C) The minister made these points:

      -- dredging is slow, and
      it costs;

      -- (SBU) ships wait.

      a. First.
      b. Second.
      (1) Third.
      DOE
      """
    #expect(
      outline(body) == [
        "paragraph 1 C: The minister made these points:",
        "item: -- dredging is slow, and it costs;",
        "item SBU: -- (SBU) ships wait.", "item: a. First.", "item: b. Second.", "item: (1) Third.",
        "signature: DOE",
      ])
  }

  @Test func `takes no bullet from the middle of a sentence`() {
    let body =
      "¶1. (C) The minister's plan\n(a) costs and a year that ended in\n5. percent of the harbor\nwas lost.\nDOE"
    #expect(outline(body).count == 2)
  }

  @Test func `keeps the columns of a table`() {
    let body = """
      ¶1. (C) Tonnage follows.

      Port         2004      2005
      -----------  ----      ----
      Mombasa      12,000    13,000
      Lamu            900       800

      ¶2. (C) Words.
      DOE
      """
    #expect(
      outline(body)[1] == """
        table: Port         2004      2005
        -----------  ----      ----
        Mombasa      12,000    13,000
        Lamu            900       800
        """)
  }

  @Test func `leaves a numbered row in its table`() {
    let body = """
      1. (C) Tonnage follows.

      Port         2004      2005
      1. Lamu       900       800
      7. Mombasa  12,000    13,000

      2. (C) Words.
      DOE
      """
    #expect(
      outline(body)[1] == """
        table: Port         2004      2005
        1. Lamu       900       800
        7. Mombasa  12,000    13,000
        """)
    #expect(outline(body).count == 4)
  }

  @Test func `takes a day on the second line of a subject for no paragraph`() {
    var sample = Sample()
    sample.subject = "SUBJECT: MEETING OF MARCH\n15. RESULTS"
    sample.classifiedBy = ""
    sample.body = "1. (C) Words.\n\n2. (C) More.\nDOE"
    let cable = sample.cable()
    #expect(cable.subject == "MEETING OF MARCH 15. RESULTS")
    #expect(cable.paragraphs.map(\.number) == [1, 2])
  }

  @Test func `reads markers inside lines`() {
    let body = "¶1. (C) Words. End summary. ¶2. (S) More words.  3. (C) Third.\nDOE"
    #expect(
      outline(body) == [
        "paragraph 1 C: Words. End summary.", "paragraph 2 S: More words.", "paragraph 3 C: Third.",
        "signature: DOE",
      ])
  }

  @Test(arguments: [
    "¶1. (C) He counted:\n1. Ships\n2. Barges\n\n¶2. (C) Words.\nDOE",
    "1. (C) He counted:\n1. Ships\n2. Barges\n\n2. (C) Words.\nDOE",
  ])
  func `takes a list inside a paragraph for no paragraphs`(body: String) {
    var sample = Sample()
    sample.body = body
    #expect(sample.cable().paragraphs.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    ("1. (C) One.\n\n7. (C) Seven.\n\n19. (C) More.\nDOE", [1, 7, 19]),
    ("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Two again.\n\n3. (C) Three.\nDOE", [1, 2, 2, 3]),
    ("1.PLEASE INFORM THE MINISTER.\n2.HE KNOWS NOTHING.\nDOE", [1, 2]),
    ("1. (C) He said 1.5 million.\n2.5 million came.\nDOE", [1]),
  ])
  func `reads numbers that were lost, doubled or glued`(body: String, numbers: [Int]) {
    var sample = Sample()
    sample.body = body
    #expect(sample.cable().paragraphs.map(\.number) == numbers)
  }

  @Test(arguments: ["1. (C - ENTIRE TEXT).", "1. (C) ENTIRE TEXT."])
  func `reads numbers without marks under one mark for the entire text`(first: String) {
    var sample = Sample()
    sample.body = "\(first)\n2. THE MINISTER CAME.\n3. HE WENT. END SUMMARY\nDOE"
    let cable = sample.cable()
    #expect(cable.paragraphs.map(\.number) == [1, 2, 3])
    #expect(cable.paragraphs.map(\.portion) == ["C", nil, nil])
    #expect(cable.signers == ["DOE"])
  }

  @Test func `reads headings without blank lines around them`() {
    let body = "Summary\n1. (C) Words. End summary.\nBackground\n2. (C) More words.\nDOE"
    #expect(
      outline(body) == [
        "heading: Summary", "paragraph 1 C: Words. End summary.", "heading: Background",
        "paragraph 2 C: More words.", "signature: DOE",
      ])
  }

  @Test func `joins handling in parentheses of its own to the portion mark`() {
    #expect(outline("1. (C)(NF) Words.\n\nDOE").first == "paragraph 1 C/NF: Words.")
  }

  @Test func `takes the next letter for a sub-point whatever stands before it`() {
    let points = outline("1. (C) Points:\n\na. first\nb. second\n\n2. (C) Words.\nDOE")
    #expect(
      points == [
        "paragraph 1 C: Points:", "item: a. first", "item: b. second", "paragraph 2 C: Words.",
        "signature: DOE",
      ])
  }

  @Test func `reads sub-points under sub-points`() {
    let points = outline("1. (C) Planes:\na) old\n   i. small\n   ii. large\nb) new\nDOE")
    #expect(
      points == [
        "paragraph 1 C: Planes:", "item: a) old", "item: i. small", "item: ii. large",
        "item: b) new", "signature: DOE",
      ])
  }

  @Test func `reads numbers without portion marks in sequence only`() {
    var sample = Sample()
    sample.body = """
      1. SUMMARY: THE YEAR ENDED WITH
      27. DECEMBER CLOSURES. END SUMMARY.

      2. POINTS:
      5. IS A NUMBER.

      3. MORE.
      DOE
      """
    #expect(sample.cable().paragraphs.map(\.number) == [1, 2, 3])
  }

  @Test func `reads numbers whose pilcrow became a 1`() {
    var sample = Sample()
    let numbers = (1...12).map { "1\($0). (C) Paragraph \($0) speaks." }
    sample.body = "Summary\n\n" + numbers.joined(separator: "\n\n") + "\nDOE"
    let cable = sample.cable()
    #expect(cable.paragraphs.map(\.number) == Array(1...12))
    #expect(cable.warnings.contains { $0.kind == .numbersRepaired })
  }

  @Test func `leaves a cable alone that really reaches paragraph 11`() {
    var sample = Sample()
    sample.body =
      (1...14).map { "\($0). (C) Paragraph \($0) speaks." }.joined(separator: "\n\n") + "\nDOE"
    let cable = sample.cable()
    #expect(cable.paragraphs.map(\.number) == Array(1...14))
    #expect(!cable.warnings.contains { $0.kind == .numbersRepaired })
  }

  @Test(arguments: [
    ("Words.\nDOE", ["DOE"]), ("Words.\n\nDoe", ["Doe"]), ("Words. DOE", ["DOE"]),
    ("Words.DOE", ["DOE"]),
    ("End comment. Doe", ["Doe"]), ("Words.\n\nO'DONNELL", ["O'DONNELL"]),
    ("Words.\n\nVAN DER MEER", ["VAN DER MEER"]),
    ("Words.\n\nDOE#", ["DOE"]), ("Words.\n\nROE\n\nDOE", ["ROE", "DOE"]),
    ("Words.\n\nDOE-ROE", ["DOE-ROE"]),
    ("Words of a line without its point\nDOE", ["DOE"]), ("Words.\nDOE-ROE.", ["DOE-ROE"]),
    ("Words.\nDOE\n\nDOE", ["DOE"]), ("Words.\n*\nDOE", ["DOE"]),
    ("words without capitals.\ndoe", []),
    (
      "Words.\nVisit Nairobi's Classified website: http://www.state.sgov.gov/p/af/nairobi DOE",
      ["DOE"]
    ),
    ("The talks were about the enlargement of the whole of the alliance by\nNATO", []),
    ("Words that end.", []), ("Minimize considered.", []), ("Words.\n\nMINIMIZE CONSIDERED", []),
    ("The embassy thanks Dr. Smith", []), ("END SUMMARY", []),
  ])
  func `finds the signature`(body: String, signers: [String]) {
    var sample = Sample()
    sample.body = "¶1. (C) " + body
    let cable = sample.cable()
    #expect(cable.signers == signers)
    #expect(cable.paragraphs.count == 1)
    if let signer = signers.last {
      #expect(cable.paragraphs.first.map { !cable.flow(in: $0.range).hasSuffix(signer) } == true)
    }
  }

  @Test(arguments: [
    "\nNNNN\n", "\n\nNNNN\n\n 2006NAIROBI01234 - Classification: CONFIDENTIAL\n",
    "\nBT\n#1234\n\nNNNN\n",
    "\n\nVisit Nairobi's Classified Web Site at\nhttp://www.state.sgov.gov/p/af/nairobi/\n",
    "\nCONFIDENTIAL\n",
    "\n\nCONFIDENTIAL\n\n\n\n\nNNNN\n\n\n", "\nCONFIDENTIAL\n\n\nNNN\n",
    "\n=======================CABLE ENDS============================\n",
    "\n\n     \"Visit Nairobi's Classified Web Site at http://www.state.s\ngov.gov/p/af/nairobi/\"\n",
    "\n\nDRAFTED BY: POL:JROE\nCLEARED BY: DCM:ADOE\n",
    "\n\n*** Current Handling Restrictions *** EXDIS\n*** Current Classification *** CONFIDENTIAL\n",
  ])
  func `leaves out what stands under the text`(tail: String) {
    #expect(
      outline("¶1. (C) Words.\nDOE", tail: tail) == ["paragraph 1 C: Words.", "signature: DOE"])
  }

  @Test func `finds the signature under the notice of a web site`() {
    let body =
      "¶1. (C) Words.\n\nVisit Ankara's Classified Web Site at\nhttp://www.state.sgov.gov/p/eur/ankara/\n\nDOE"
    #expect(outline(body) == ["paragraph 1 C: Words.", "signature: DOE"])
  }

  @Test(arguments: ["Please visit", "Visit"])
  func `finds the signature behind the notice of a web site`(invitation: String) {
    var sample = Sample()
    sample.body =
      "¶1. (C) The minister spoke.\n\n\(invitation) the Embassy's web site at:\nhttp://www.state.gov/p/nea/index.cfm\nDoe"
    let cable = sample.cable()
    #expect(cable.signers == ["Doe"])
    #expect(cable.blocks.count == 2)
  }

  @Test func `begins a body without numbers at its first line`() {
    let body = "The harbor was dredged all year\nand so was the river.\n\nIt cost much.\nDOE"
    #expect(
      outline(body) == [
        "text: The harbor was dredged all year and so was the river.", "text: It cost much.",
        "signature: DOE",
      ])
  }

  @Test(
    arguments: [
      ("¶1. (C) SUMMARY. It goes on.\nEND SUMMARY.\n\n¶2. (C) More.", "It goes on."),
      (
        "¶1. (C) Summary: It goes on.\n\n¶2. (C) It costs. End Summary.\n\n¶3. (C) More.",
        "It goes on.\nIt costs."
      ),
      (
        "Summary\n-------\n\n¶1. (C) It goes on.\n\nDetails\n-------\n\n¶2. (C) More.",
        "It goes on."
      ),
      (
        "¶1. (C) SUMMARY AND COMMENT: It goes on. END SUMMARY AND COMMENT.\n\n¶2. (C) More.",
        "It goes on."
      ),
      ("¶1. (C) Summary: It goes on.\n\n¶2. (C) More.", "It goes on."),
      ("(C) SUMMARY\n\n¶1. (C) It goes on. (End summary.)\n\n¶2. (C) More.", "It goes on."),
      ("¶1. (C) A summary of the harbor was given.\n\n¶2. (C) More.", nil),
    ] as [(String, String?)])
  func `finds the summary`(body: String, summary: String?) {
    var sample = Sample()
    sample.body = body + "\nDOE"
    let cable = sample.cable()
    #expect(cable.summaryRange.map { cable.flow(in: $0) } == summary)
  }

  @Test func `gives a paragraph all that belongs to it`() {
    var sample = Sample()
    sample.body =
      "¶1. (C) Points:\n\n-- one;\n\n-- two.\n\nMore of it.\n\nNext Steps\n----------\n\n¶2. (C) None.\nDOE"
    let cable = sample.cable()
    #expect(
      cable.paragraphs.map { cable.flow(in: $0.range) } == [
        "Points:\n-- one;\n-- two.\nMore of it.", "None.",
      ])
  }

  @Test func `takes no name from the last row of a table`() {
    let blocks = outline("¶1. (C) Words.\n\nPort      2004\nLamu      900. DOE")
    #expect(blocks.count == 2)
    #expect(blocks.last?.hasPrefix("table: ") == true)
  }
}
