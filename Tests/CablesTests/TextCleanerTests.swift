import Cables
import Testing

@Suite struct TextCleanerTests {
  private func clean(_ body: String) -> String {
    var sample = Sample()
    sample.body = body
    let text = sample.cable().text
    let all = text.string(in: 0..<text.clean.count)
    guard let start = all.firstRange(of: "(d).\n\n") else { return all }
    return String(all[start.upperBound...])
  }

  @Test(arguments: [
    "NAIROBI 00001234  001.2 OF 002", "NAIROBI 00001234  002 OF 003 ",
    "DAR ES SAL 00000365  003.2 OF 010",
    "PAGE 02 NAIROB 01234  02 OF 02  041234Z", "PAGE 02        NAIROBI  01234  041234Z",
    "PAGE 02 RUEHNR 1234 CONFIDENTIAL",
    "PAGE 03", "USUN NEW Y 00000012  002 OF 002", "SIPDIS", "SIPDIS ",
  ])
  func `takes out the line between two pages`(line: String) {
    let text = clean(
      "¶1. (C) The minister said that the dredging of the inner\n\n\(line)\n\n\nharbor goes on.\n\n¶2. (C) More.\nDOE"
    )
    #expect(
      text
        == "¶1. (C) The minister said that the dredging of the inner\nharbor goes on.\n\n¶2. (C) More.\nDOE\n"
    )
  }

  @Test func `joins text of capitals that a page break cut`() {
    let text = clean(
      "¶1. (C) THE MINISTER SAID THAT THE DREDGING OF THE INNER\n\nNAIROBI 00001234  001.2 OF 002\n\nHARBOR GOES ON.\nDOE"
    )
    #expect(
      text == "¶1. (C) THE MINISTER SAID THAT THE DREDGING OF THE INNER\nHARBOR GOES ON.\nDOE\n")
  }

  @Test func `keeps the break of paragraphs at a page break`() {
    let text = clean(
      "¶1. (C) Words.\n\nNAIROBI 00001234  001.2 OF 002\n\n\n¶2. (C) More.\n\nNAIROBI 00001234  002 OF 002\n\nDOE"
    )
    #expect(text == "¶1. (C) Words.\n\n¶2. (C) More.\n\nDOE\n")
  }

  @Test(arguments: [
    "NNNN\n\nVZCZCXYZ0043\nPP RUEHC\nDE RUEHNR #1234/02 0741310\nZNY CCCCC ZZH\nP 151310Z MAR 06\nFM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC\nC O N F I D E N T I A L SECTION 02 OF 02 NAIROBI 001234\n\nSIPDIS",
    "CONFIDENTIAL\n\nNNN\n\nCONFIDENTIAL\n\nPAGE 01        NAIROB  01234  02 OF 02  151342Z\n\n43\nACTION AF-18\n\nR 151310Z MAR 06\nFM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC 1234\n\nC O N F I D E N T I A L SECTION 2 OF 2 NAIROBI 1234\n\nE.O. 11652: GDS\nTAGS: PREL, KE",
  ])
  func `takes out the whole header of a further section that was sent by itself`(header: String) {
    let text = clean(
      "¶1. (C) The minister said that the dredging of the inner\n\n\(header)\n\nharbor goes on.\n\n¶2. (C) More.\nDOE"
    )
    #expect(
      text
        == "¶1. (C) The minister said that the dredging of the inner\nharbor goes on.\n\n¶2. (C) More.\nDOE\n"
    )
  }

  @Test func `takes the header block of a further section out`() {
    let text = clean(
      """
      ¶1. (C) The minister said that the dredging

      C O N F I D E N T I A L SECTION 02 OF 02 NAIROBI 001234

      SIPDIS

      E.O. 12958: DECL: 03/15/2016
      TAGS: PREL, PGOV, KE
      SUBJECT: HARBOR DREDGING
      AND ITS FRIENDS

      of the harbor goes on.
      DOE
      """)
    #expect(text == "¶1. (C) The minister said that the dredging\nof the harbor goes on.\nDOE\n")
  }

  @Test(arguments: [
    ("the minister,s plan", "the minister's plan"),
    ("we,re sure they don,t, I,ve said", "we're sure they don't, I've said"),
    ("&the minister,s plan8", "\"the minister's plan\""), ("a plan,said he", "a plan,said he"),
    ("an &open door8 policy", "an \"open door\" policy"), ("&Harbor8", "\"Harbor\""),
    ("AT&T and the G8", "AT&T and the G8"),
    ("&the G8 said no", "&the G8 said no"), ("R&D in 8 ports", "R&D in 8 ports"),
    ("words SIPDIS and more", "words and more"), ("the SIPDIS caption", "the SIPDIS caption"),
    ("[PREL](#) and [x] (y)", "PREL and [x] (y)"), ("\\P 7. (C) words", "¶7. (C) words"),
    ("PRESIDENT OBAMA,S VISIT, DON,T", "PRESIDENT OBAMA'S VISIT, DON'T"),
    ("POINTS A,S AND T", "POINTS A,S AND T"),
    ("C:\\Path", "C:\\Path"), ("N,Djamena and O,Brien, A,B,C", "N'Djamena and O'Brien, A,B,C"),
    ("AT&amp;T said &quot;no&quot;&nbsp;&lt;now&gt; &#8217; &#x27;", "AT&T said \"no\" <now> ’ '"),
    ("&unknown; &#99999; R&D;", "&unknown; &#99999; R&D;"),
    ("one<br>two<br/>\nthree <b>bold</b> <a href=\"x\">link</a>", "one\ntwo\nthree bold link"),
    ("a < b > c, <A B>, <name@host>", "a < b > c, <A B>, <name@host>"),
    ("page 12 of the report", "page 12 of the report"),
    ("PAGE 12 OF THE REPORT", "PAGE 12 OF THE REPORT"),
  ])
  func `repairs only what is certain`(line: String, expected: String) {
    #expect(clean("¶1. (C) Words.\n\n\(line)\nDOE") == "¶1. (C) Words.\n\n\(expected)\nDOE\n")
  }

  @Test func `knows an extract by its notice`() {
    let notice =
      "This record is a partial extract of the original cable. The full text of the original cable is not available."
    for seam in ["", "\n", "\n\n"] {
      var sample = Sample()
      sample.header = ""
      let cable = CableParser().parse(Array((notice + seam + sample.text.drop { $0 == "\n" }).utf8))
      #expect(cable.isPartial)
      #expect(cable.classification == .confidential)
      #expect(!cable.text.string(in: 0..<60).contains("extract"))
    }
  }
}
