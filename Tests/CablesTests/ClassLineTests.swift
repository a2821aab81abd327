import Cables
import Testing

@Suite struct ClassLineTests {
  @Test(arguments: [
    ("S E C R E T NAIROBI 001234", Classification.secret, "NAIROBI", 1234),
    ("S E C R E T SECTION 01 OF 03 NAIROBI 001234", .secret, "NAIROBI", 1234),
    ("SECRET NAIROBI 001234", .secret, "NAIROBI", 1234),
    ("C O N F I D E N T I A L DAR ES SALAAM 000077", .confidential, "DARESSALAAM", 77),
    ("CONFIDENTIAL SECTION 1 OF 2 ROME 1386", .confidential, "ROME", 1386),
    ("UNCLAS NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("UNCLAS SECTION 02 OF 03 NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("UNCLASSIFIED NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("UNCLAS E F T O NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("U N C L A S NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("LIMITED OFFICIAL USE NAIROBI 01234", .limitedOfficialUse, "NAIROBI", 1234),
    ("L I M I T E D  O F F I C I A L  U S E NAIROBI 01234", .limitedOfficialUse, "NAIROBI", 1234),
    ("T O P S E C R E T NAIROBI 001234", .topSecret, "NAIROBI", 1234),
    ("SS E C R E T NAIROBI 001234", .secret, "NAIROBI", 1234),
    ("E C R E T NAIROBI 001234", .secret, "NAIROBI", 1234),
    ("CC O N F I D E N T I A L NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("O N F I D E N T I A L NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("C ONFIDENTIAL NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("C O N F I D E N T A L NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("C O N F I D E N T I A L SECTION 01 OF 02 SAN JOSE 000123", .confidential, "SANJOSE", 123),
    ("UUNCLAS NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("c o n f i d e n t i a l nairobi 001234", .confidential, "NAIROBI", 1234),
    ("C O N F I D E N T I A L NAIROBI 001234 SIPDIS", .confidential, "NAIROBI", 1234),
    ("C O N F I D E N T I A L//NOFORN NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("S E C R E T NOFORN NAIROBI 001234", .secret, "NAIROBI", 1234),
    (
      "C O N F I D E N T I A L SECTION 01 OF 03 USUN NEW YORK 000500", .confidential, "USUNNEWYORK",
      500
    ),
    ("C O N F I D E N T I A L RIO DE JAN 000365", .confidential, "RIODEJANEIRO", 365),
    ("S E C R E T STATE 094815", .secret, "STATE", 94815),
    ("S E C R E T SECTION02OF02 BAKU 000012", .secret, "BAKU", 12),
    ("C O N F I D E N T I A  NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("C 0 N F I D E N T I A L NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("5 E C R E T NAIR0BI OO1234", .secret, "NAIROBI", 1234),
    ("C O N F I D E N T I A L NAIROBI 00l234", .confidential, "NAIROBI", 1234),
    ("C-O-N-F-I-D-E-N-T-I-A-L NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("CONFIDENTIAL FINAL SECTION OF 02 NAIROBI 001234", .confidential, "NAIROBI", 1234),
    (
      "S E C R E T NAIROBI 001234 C O R R E C T E D  C O P Y  ADDING CAPTION", .secret, "NAIROBI",
      1234
    ),
    ("EXDIS S E C R E T NAIROBI 001234", .secret, "NAIROBI", 1234),
    ("CLASSIFICATION: SECRET NAIROBI 001234", .secret, "NAIROBI", 1234),
    ("(C) CONFIDENTIAL NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("SENSITIVE BUT UNCLASSIFIED NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("SBU NAIROBI 001234", .unclassified, "NAIROBI", 1234),
    ("C O N F I D E N T I A L SECTION 01 OF\n02 NAIROBI 001234", .confidential, "NAIROBI", 1234),
    ("C O N F I D E N T I A L NAIROBI\n001234", .confidential, "NAIROBI", 1234),
    ("UNCLAS SECTION 01 OF 02\nDAR ES SALAAM 000077", .unclassified, "DARESSALAAM", 77),
  ])
  func `reads level, post and number`(
    line: String, level: Classification, post: String, number: Int
  ) {
    var sample = Sample()
    sample.classLine = line
    let cable = sample.cable()
    #expect(cable.classification == level)
    #expect(cable.origin == post)
    #expect(cable.id == CableID(year: 2006, post: post, number: number))
  }

  @Test(arguments: [
    ("C O N F I D E N T I A L NAIROBI 001234", "NOFORN\nSIPDIS", ["NOFORN", "SIPDIS"]),
    ("C O N F I D E N T I A L NAIROBI 001234 NOFORN", "SIPDIS", ["NOFORN", "SIPDIS"]),
    ("UNCLAS NAIROBI 001234", "SENSITIVE\n\nSIPDIS", ["SENSITIVE", "SIPDIS"]),
    ("UNCLAS NAIROBI 001234", "SENSITIVE SIPDIS", ["SENSITIVE", "SIPDIS"]),
    ("S E C R E T NAIROBI 001234", "EXDIS\nSIPDIS\nNODIS", ["EXDIS", "SIPDIS", "NODIS"]),
    ("S E C R E T NAIROBI 001234", "SIPDIS\n\nSIPDIS", ["SIPDIS"]),
    ("UNCLAS NAIROBI 001234", "SBU", ["SENSITIVE"]),
    ("C O N F I D E N T I A L  E X D I S NAIROBI 001234", "SIPDIS", ["EXDIS", "SIPDIS"]),
    ("S E C R E T / / N O F O R N NAIROBI 001234", "SIPDIS", ["NOFORN", "SIPDIS"]),
    ("NODIS S E C R E T NAIROBI 001234", "", ["NODIS"]),
    ("SENSITIVE BUT UNCLASSIFIED NAIROBI 001234", "", ["SENSITIVE"]),
    ("T O P S E C R E T NAIROBI 1234", "NODIS CHEROKEE", ["NODIS", "CHEROKEE"]),
    ("S E C R E T NAIROBI 001234", "ROGER CHANNEL", ["ROGER CHANNEL"]),
    ("C O N F I D E N T I A L NAIROBI, KENYA 001234", "SIPDIS", ["SIPDIS"]),
  ])
  func `collects the captions`(line: String, captions: String, expected: [String]) {
    var sample = Sample()
    sample.classLine = line
    sample.captions = captions
    let cable = sample.cable()
    #expect(cable.captions == expected)
    #expect(cable.id?.description == "06NAIROBI1234")
  }

  @Test func `reads a post and number behind a blank line`() {
    var sample = Sample()
    sample.classLine = "S E C R E T\n\nLAGOS 000077"
    let cable = sample.cable()
    #expect(cable.classification == .secret)
    #expect(cable.id?.description == "06LAGOS77")
    #expect(cable.captions == ["SIPDIS"])
  }

  @Test func `warns of a damaged level`() {
    var sample = Sample()
    sample.classLine = "SS E C R E T NAIROBI 001234"
    #expect(sample.cable().warnings.contains { $0.kind == .classificationRepaired })
  }

  @Test func `does without a class line, whose level the prosign tells`() {
    var sample = Sample()
    sample.classLine = ""
    let cable = sample.cable()
    #expect(cable.classification == .confidential)
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.subject == "HARBOR DREDGING AND ITS FRIENDS")
    #expect(cable.warnings.contains { $0.kind == .classificationMissing })
  }

  @Test
  func `takes the number of the station line where the class line has a section and a post only`() {
    var sample = Sample()
    sample.classLine = "C O N F I D E N T I A L SECTION 01 OF 02 NAIROBI"
    let cable = sample.cable()
    #expect(cable.classification == .confidential)
    #expect(cable.id?.description == "06NAIROBI1234")
  }

  @Test func `keeps the fields under a class line that is given twice`() {
    var sample = Sample()
    sample.header = "CONFIDENTIAL NAIROBI 001234\n\n" + sample.header
    let cable = sample.cable()
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.tags == ["PREL", "PGOV", "KE"])
    #expect(cable.subject == "HARBOR DREDGING AND ITS FRIENDS")
  }

  @Test func `takes no sentence for a class line`() {
    var sample = Sample()
    sample.header = ""
    sample.classLine = "SECRETARY SMITH MET 3 MINISTERS"
    #expect(sample.cable().classification == nil)
  }

  @Test(arguments: [
    "CORRECTED COPY - C O N F I D E N T I A L NAIROBI 001235",
    "C O R R E C T E D  C O P Y - C O N F I D E N T I A L NAIROBI 001235",
  ])
  func `reads the level behind the remark of a corrected copy`(line: String) {
    var sample = Sample()
    sample.classLine = line
    let cable = sample.cable()
    #expect(cable.classification == .confidential)
    #expect(cable.id?.description == "06NAIROBI1235")
  }
}
