import Cables
import Testing

@Suite struct TransmissionHeaderTests {
  @Test(arguments: [
    ("O 101426Z SEP 07", "2007-09-10T14:26Z", [Precedence.immediate]),
    ("O P 190243Z JAN 05", "2005-01-19T02:43Z", [.immediate, .priority]),
    ("P R 041030Z MAR 75", "1975-03-04T10:30Z", [.priority, .routine]),
    ("Z O 312359Z DEC 99", "1999-12-31T23:59Z", [.flash, .immediate]),
    ("R 010000 Z FEB 10", "2010-02-01T00:00Z", [.routine]),
    ("R 151310Z MAR 06 ZDK", "2006-03-15T13:10Z", [.routine]),
    ("151310Z MAR 06", "2006-03-15T13:10Z", []),
    ("R 151310 MAR 06", "2006-03-15T13:10Z", [.routine]),
    ("R 151310Z 0CT O6", "2006-10-15T13:10Z", [.routine]),
    ("ZNY CCCCC ZZH P 151310Z MAR 06", "2006-03-15T13:10Z", [.priority]),
  ])
  func `reads precedences and time`(line: String, date: String, precedences: [Precedence]) {
    var sample = Sample()
    sample.header = "VZCZCXYZ0042\n\(line)\nFM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC\n"
    let cable = sample.cable()
    #expect(cable.date?.iso8601 == date)
    #expect(cable.date?.isInferred == false)
    #expect(cable.precedences == precedences)
  }

  @Test func `reads lists with routes, offices, exclusions and collectives`() {
    var sample = Sample()
    sample.header = """
      VZCZCXRO0042
      OO RUEHBC RUEHDE RUEHIHL
      RUEHKUK
      DE RUEHGB #0815/01 0741310
      ZNY CCCCC ZZH
      O 151310Z MAR 06
      FM AMEMBASSY BAGHDAD
      TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 3456
      INFO RUCNRAQ/IRAQ COLLECTIVE PRIORITY
      RHEFDIA/DIA WASHINGTON DC//NEA/IRN//
      RUEKJCS/SECDEF WASHINGTON DC
      EUROPEAN POLITICAL COLLECTIVE
      XMT AMEMBASSY TRIPOLI
      RUEHDR/AMEMBASSY DAR ES SALAAM PRIORITY
      0042

      """
    let cable = sample.cable()
    #expect(cable.to.map(\.name) == ["SECSTATE WASHDC"])
    #expect(cable.to.first?.precedence == .flash)
    #expect(cable.to.first?.number == 3456)
    #expect(
      cable.info.map(\.name) == [
        "IRAQ COLLECTIVE", "DIA WASHINGTON DC", "SECDEF WASHINGTON DC",
        "EUROPEAN POLITICAL COLLECTIVE", "AMEMBASSY DAR ES SALAAM",
      ])
    #expect(cable.info.map(\.route) == ["RUCNRAQ", "RHEFDIA", "RUEKJCS", nil, "RUEHDR"])
    #expect(cable.info[1].offices == ["NEA/IRN"])
    #expect(cable.info.last?.number == 42)
    #expect(cable.transmissionID == "VZCZCXRO0042")
  }

  @Test func `reads a telegram of the 1970s`() {
    let text = """
      CONFIDENTIAL

      PAGE 01        NAIROB  01234  01 OF 02  041234Z

      43
      ACTION AF-08

      INFO  OCT-01  ISO-00  CIAE-00  DODE-00  NSAE-00  /071 W
                           ---------------------     123456
      O R 041030Z MAR 75
      FM AMEMBASSY NAIROBI
      TO SECSTATE WASHDC IMMEDIATE 1234
      INFO AMEMBASSY LONDON
      AMCONSUL LAGOS

      C O N F I D E N T I A L SECTION 1 OF 2 NAIROBI 1234

      E.O. 11652: GDS
      TAGS: PFOR, KE
      SUBJECT: HARBOR DREDGING

      REF: STATE 5678

      1. THE MINISTER RECEIVED AMBASSADOR FOR AN HOUR AND SAID THAT
      CONFIDENTIAL

      CONFIDENTIAL

      PAGE 02        NAIROB  01234  01 OF 02  041234Z

      DREDGING WOULD COST 11 MILLION.

      2. HE ASKED FOR HELP.
      DOE

      CONFIDENTIAL

      NNNN

      Declassified/Released US Department of State EO Systematic Review 05 JUL 2006
      """
    let cable = CableParser().parse(Array(text.utf8))
    #expect(cable.id?.description == "75NAIROBI1234")
    #expect(cable.date?.iso8601 == "1975-03-04T10:30Z")
    #expect(cable.to.map(\.name) == ["SECSTATE WASHDC"])
    #expect(cable.info.map(\.name) == ["AMEMBASSY LONDON", "AMCONSUL LAGOS"])
    #expect(cable.tags == ["PFOR", "KE"])
    #expect(cable.declassifyOn == "GDS")
    #expect(listing(cable.references) == ["75STATE5678?"])
    #expect(cable.paragraphs.map(\.number) == [1, 2])
    let first = cable.paragraphs.first.map { cable.flow(in: $0.range) }
    #expect(
      first
        == "THE MINISTER RECEIVED AMBASSADOR FOR AN HOUR AND SAID THAT DREDGING WOULD COST 11 MILLION."
    )
    #expect(cable.signers == ["DOE"])
    #expect(!cable.text.string(in: 0..<cable.text.clean.count).contains("PAGE 02"))
  }

  @Test func `reads the date above a newspaper's copy`() {
    var sample = Sample()
    sample.header = "Friday, 26 October 2007, 02:25\n"
    let cable = sample.cable()
    #expect(cable.date?.iso8601 == "2007-10-26T02:25Z")
    #expect(cable.id?.description == "07NAIROBI1234")
  }

  @Test func `reads a preamble of five lines`() {
    var sample = Sample()
    sample.header =
      "06NAIROBI1234\nHARBOR DREDGING\nWed Mar 15 00:00:00 +0100 2006\nCONFIDENTIAL\nEmbassy Nairobi\n"
    let cable = sample.cable()
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.date?.iso8601 == "2006-03-15")
    #expect(cable.date?.isInferred == false)
    #expect(cable.tags == ["PREL", "PGOV", "KE"])
  }

  @Test func `cuts the seam between a header and its body`() {
    var sample = Sample()
    sample.header =
      "O 151310Z MAR 06\nFM AMEMBASSY NAIROBI\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 3456"
    let text = sample.text.replacing("3456\n", with: "3456")
    let cable = CableParser().parse(Array(text.utf8))
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.to.first?.number == 3456)
    #expect(cable.classification == .confidential)
  }

  @Test func `reads a header whose lines were joined`() {
    var sample = Sample()
    sample.header =
      "VZCZCXYZ0042 PP RUEHC DE RUEHNR #1234 0741310 ZNY CCCCC ZZH OP 151310Z MAR 06 FM AMEMBASSY NAIROBI "
      + "TO RUEHC/SECSTATE WASHDC PRIORITY 9876 INFO RUEHDR/AMEMBASSY DAR ES SALAAM 1122 RUEHKM/AMEMBASSY KAMPALA\n"
    let cable = sample.cable()
    #expect(cable.date?.iso8601 == "2006-03-15T13:10Z")
    #expect(cable.precedences == [.immediate, .priority])
    #expect(cable.from == "AMEMBASSY NAIROBI")
    #expect(cable.to.map(\.name) == ["SECSTATE WASHDC"])
    #expect(cable.info.map(\.name) == ["AMEMBASSY DAR ES SALAAM", "AMEMBASSY KAMPALA"])
  }

  /// The cable under a header.
  private func cable(_ header: String) -> Cable {
    var sample = Sample()
    sample.header = header + "\n"
    return sample.cable()
  }

  @Test(arguments: [
    ("O 15I31OZ MAR 06\nFM AMEMBASSY NAIROBI", "2006-03-15T13:10Z"),
    ("O 152510Z MAR 06\nFM AMEMBASSY NAIROBI", "2006-03-15"),
    ("DE RUEHNR #1234/01 0731310", "2006-03-14T13:10Z"),
  ])
  func `reads a damaged time as far as it goes`(header: String, date: String) {
    #expect(cable(header).date?.iso8601 == date)
  }

  @Test(arguments: [
    "O 101426Z SEP 07 FM AMCONSUL CHENNAI TO SECSTATE WASHDC UNCLAS CHENNAI 000311",
    "O 101426Z SEP 07\nFM AMCONSUL CHENNAI\nTO SECSTATE WASHDC\nBT UNCLAS CHENNAI 000311 SIPDIS STATE FOR SCA",
    "Monday, 10 September 2007, 14:26 UNCLAS CHENNAI 000311",
    "O 101426Z SEP 07\nFM AMCONSUL CHENNAI\nTO RUEHC/SECSTATE WASHDC UNCLAS CHENNAI 000311",
  ])
  func `finds the class line behind lines that were joined to it`(header: String) {
    let text = header + "\n\nE.O. 12958: N/A\nSUBJECT: HARBORS\n\n1. (U) Words.\n"
    let cable = CableParser().parse(Array(text.utf8))
    #expect(cable.id?.description == "07CHENNAI311")
    #expect(cable.classification == .unclassified)
    #expect(cable.date?.iso8601 == "2007-09-10T14:26Z")
    #expect(cable.subject == "HARBORS")
  }

  @Test func `reads lists that share a line`() {
    let cable = cable(
      "O 151310Z MAR 06\nFM AMEMBASSY NAIROBI//DAO//\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 9876 INFO RUEHKM/AMEMBASSY KAMPALA 12"
    )
    #expect(cable.from == "AMEMBASSY NAIROBI")
    #expect(cable.to.map(\.name) == ["SECSTATE WASHDC"])
    #expect(cable.info.map(\.name) == ["AMEMBASSY KAMPALA"])
  }

  @Test func `reads lists with blank lines between all their lines`() {
    let cable = cable(
      "O 151310Z MAR 06\n\nFM AMEMBASSY NAIROBI\n\nTO SECSTATE WASHDC\n\nINFO AMEMBASSY KAMPALA\n\nAMEMBASSY KIGALI"
    )
    #expect(cable.to.map(\.name) == ["SECSTATE WASHDC"])
    #expect(cable.info.map(\.name) == ["AMEMBASSY KAMPALA", "AMEMBASSY KIGALI"])
  }

  @Test func `gives offices that wrap to their addressee`() {
    let cable = cable(
      "O 151310Z MAR 06\nFM AMEMBASSY NAIROBI\nTO RHMFISS/HQ USEUCOM//J2/J5\nPOLAD//\nRUEHC/SECSTATE WASHDC"
    )
    #expect(cable.to.map(\.name) == ["HQ USEUCOM", "SECSTATE WASHDC"])
    #expect(cable.to.first?.offices == ["J2/J5", "POLAD"])
  }
}
