import Cables
import Testing

@Suite struct ReferenceBlockTests {
  @Test(arguments: [
    ("REF: STATE 12345", ["06STATE12345?"]),
    ("REF: A. STATE 12345\n     B. LAGOS 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    ("REF: A) STATE 12345 B) LAGOS 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    ("REF: (A) STATE 12345; (B) LAGOS 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    ("REF: [A] STATE 12345\n[B] LAGOS 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    ("Ref: a. State 12345, b. Lagos 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    ("REFS: A: STATE 12345 B: LAGOS 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    (
      "REF(S): A. STATE 12345\n¶B. LAGOS 99\n¶C. 05 NAIROBI 77",
      ["A 06STATE12345?", "B 06LAGOS99?", "C 05NAIROBI77"]
    ),
    (
      "REF: A. STATE 12345\n\n[1](#)B. LAGOS 99\n\n[1](#)C. PARIS 8",
      ["A 06STATE12345?", "B 06LAGOS99?", "C 06PARIS8?"]
    ),
    ("REFTEL: STATE 12345", ["06STATE12345?"]),
    ("REF: LAGOS 1120/5/6", ["06LAGOS1120?", "06LAGOS1125?", "06LAGOS1126?"]),
    ("REF: LAGOS 1120/21/25", ["06LAGOS1120?", "06LAGOS1121?", "06LAGOS1125?"]),
    (
      "REF: A. LAGOS 12B. STATE 13C. KYIV 14",
      ["A 06LAGOS12?", "B 06STATE13?", "C 06KYIV14?"]
    ),
    (
      "REF: A. LAGOS 150 (\"HARBORS OF ST. PETERSBURG 2006\")\nB. LAGOS 149 - VISIT TO PARIS 2005",
      ["A 06LAGOS150?", "B 06LAGOS149?"]
    ),
    ("REF: LAGOS 150 AND PARIS 2006", ["06LAGOS150?", "06PARIS2006?"]),
    ("REFTELS: STATE 12345, LAGOS 99", ["06STATE12345?", "06LAGOS99?"]),
    ("PROGRAM REF: STATE 12345", ["06STATE12345?"]),
    ("REF STATE 12345", ["06STATE12345?"]),
    ("REF A. STATE 12345\nB. LAGOS 99", ["A 06STATE12345?", "B 06LAGOS99?"]),
    ("REF: A. A. BAMAKO 12\n     B. A. (B) PARIS 13", ["A 06BAMAKO12?", "B 06PARIS13?"]),
    ("REF: A. (A) PARIS 13 B. (B) ROME 14", ["A 06PARIS13?", "B 06ROME14?"]),
    ("REF: REF A. STATE 34\nREF B. ROME 35", ["A 06STATE34?", "B 06ROME35?"]),
    ("REF: STATE 12 (B) LAGOS 99", ["A 06STATE12?", "B 06LAGOS99?"]),
    (
      "REF: A. ROME 12, 15 AND 20\nB. PARIS 5",
      ["A 06ROME12?", "A 06ROME15?", "A 06ROME20?", "B 06PARIS5?"]
    ),
    ("REF: D) 2005 BAKU\n917", ["D 05BAKU917"]),
    (
      "REF: A. 02 STATE 35257\nB. 2004 ROME 23\nC. ROME 05 3451",
      ["A 02STATE35257", "B 04ROME23", "C 05ROME3451"]
    ),
    ("REF: QUITO 4525-91", ["91QUITO4525"]),
    ("REF: PANAMA 00789/05", ["05PANAMA789"]),
    ("REF: STATE (01) 201265", ["01STATE201265"]),
    ("REF: (99) ROME 2196", ["99ROME2196"]),
    ("REF: A. 05CAIRO0561 B. 04-KUWAIT-12", ["A 05CAIRO561", "B 04KUWAIT12"]),
    ("REF: BAGHDAD #3565", ["06BAGHDAD3565?"]),
    ("REF: 870 Ulaanbaatar", ["06ULAANBAATAR870?"]),
    ("REF: A. O4 CHENNAI 12 B. 05 0TTAWA 33", ["A 04CHENNAI12", "B 05OTTAWA33"]),
    ("REF: SECSTATE WASHDC 12345", ["06STATE12345?"]),
    (
      "REF: A. USUN NEW YORK 12 B. HO CHI MINH CITY 44",
      ["A 06USUNNEWYORK12?", "B 06HOCHIMINHCITY44?"]
    ),
    ("REF: A. AMEMBASSY ROME 12 B. ST. PETERSBURG 44", ["A 06ROME12?", "B 06STPETERSBURG44?"]),
    ("REF: KIEV 12", ["06KIEV12?"]),
    ("REF: TEGUIGALPA 12", ["06TEGUCIGALPA12?"]),
    ("REF: A. RIO DE JAN 365 B. KUALA LUMP 4", ["A 06RIODEJANEIRO365?", "B 06KUALALUMPUR4?"]),
    ("REF: A. NAIROBI 1250", ["A 05NAIROBI1250?"]),
    ("REF: A. NAIROBI 1240", ["A 06NAIROBI1240?"]),
    ("REF: A. NAIROBI 1234\nB. NAIROBI 1200", ["B 06NAIROBI1200?"]),
    ("REF: A. STATE 12 (NOTAL) B. ROME 13 AND PREVIOUS", ["A 06STATE12?", "B 06ROME13?"]),
    ("REF: A. SMITH-JONES E-MAIL OF 03/12/06 B. STATE 12", ["A email", "B 06STATE12?"]),
    (
      "REF: A. IIR 6 835 0123 06 B. TD-314/12345-06 C. USDAO ROME 123",
      ["A report", "B report", "C report"]
    ),
    ("REF: A. PARIS POINTS JULY 6 B. 7 FAM 180", ["A other", "B manual"]),
    (
      "REF: A. SEPTEL B. 05 XXXXXXXXXXXX 167 C. MEMCON OF 3 MAY",
      ["A septel", "B redacted", "C memo"]
    ),
    ("REF: A. CJCS 101426Z SEP 05 B. DOE/SMITH TELCON", ["A message", "B telcon"]),
    (
      "REF: A. STATE 12\n\nNAIROBI 00001234  001.2 OF 003\n\n\n     B. LAGOS 99",
      ["A 06STATE12?", "B 06LAGOS99?"]
    ),
    (
      "REF: A. STATE 12, B. LAGOS 99,\n     C. 05 STATE 15; D. ROME 3 AND 05 PARIS 4",
      ["A 06STATE12?", "B 06LAGOS99?", "C 05STATE15", "D 06ROME3?", "D 05PARIS4"]
    ),
    ("REF: A. STATE 12 (REPORT ON TALKS OF 3 MAY) B. ROME 5", ["A 06STATE12?", "B 06ROME5?"]),
    ("REF: STATE 12 (PASSED BY SEPARATE E-MAIL)", ["06STATE12?"]),
    ("REF: STATE 12 (DTG 101426Z SEP 05)", ["06STATE12?"]),
    ("REF: CDRUSCENTCOM 091200Z MAR 06", ["message"]),
    ("REF: STATE 12; AIRGRAM A-123; EMBTEL 77", ["06STATE12?", "other", "other"]),
    ("REF: STATE 12 (A); KIGALI 33 (B)", ["A 06STATE12?", "B 06KIGALI33?"]),
    ("REF: A/ STATE 12 B/ KIGALI 33", ["A 06STATE12?", "B 06KIGALI33?"]),
    ("REF: KIGALI 30 - 33", ["06KIGALI30?", "06KIGALI33?"]),
    ("REF: KIGALI 1230/5", ["06KIGALI1230?", "06KIGALI1235?"]),
    ("REF: A. STATE 12 PARAS 3-5 B. ROME 12 PARTS 1 AND 2", ["A 06STATE12?", "B 06ROME12?"]),
    ("REF: STATE 111 2005", ["05STATE111"]),
    (
      "REF: A. TEHRAN 77O1 B. STATE l2345 C. 2OO5 ROME 12 D. ROME OO123",
      ["A 06TEHRAN7701?", "B 06STATE12345?", "C 05ROME12", "D 06ROME123?"]
    ),
    ("REF: A. STATE 12 (SUBJECT: TALKS) B. ROME 5", ["A 06STATE12?", "B 06ROME5?"]),
    ("REF: N,DJAMENA 14", ["06NDJAMENA14?"]), ("REF: BUENOS AI 12", ["06BUENOSAIRES12?"]),
    ("REF: A. EMBASSY ROME 14 JUNE EMAIL B. LAGOS 3", ["A email", "B 06LAGOS3?"]),
    ("REF: A. MADRID 02/12/06 E-MAIL B. MADRID 512", ["A email", "B 06MADRID512?"]),
    ("REF: A. ROME 14 MARSEILLE 12", ["A 06ROME14?", "A 06MARSEILLE12?"]),
    ("REF: 1605 ROME, 1606 PARIS", ["06ROME1605?", "06PARIS1606?"]),
    ("REF: A. KIGALI 33, 2005 B. KIGALI 34, 2005", ["A 05KIGALI33", "B 05KIGALI34"]),
    ("REF: KIGALI 1933, 2005", ["06KIGALI1933?", "06KIGALI2005?"]),
    ("REF: ANKARA 1994/1995", ["06ANKARA1994?", "06ANKARA1995?"]),
    (
      "REF: 1. STATE 12 2. PARIS 13\n(3) 05 LAGOS 14",
      ["1 06STATE12?", "2 06PARIS13?", "3 05LAGOS14"]
    ),
    ("REF: JAKARTA 141 -- PANAMA 2006", ["06JAKARTA141?"]),
    (
      "REF: A. STATE 12 OF 2005\nB. STATE 13 DATED 5/6/05\nC. STATE 14 (JUNE 3, 2005)",
      ["A 05STATE12", "B 05STATE13", "C 05STATE14"]
    ),
    (
      "REF: A. STATE 15, 12/15/05 B. STATE 16 (DEC. 2005) C. STATE 17 OF 12 DEC 05",
      ["A 05STATE15", "B 05STATE16", "C 05STATE17"]
    ),
    ("REF: STATE 12 (JUNE 3, 2005 DEMARCHE)", ["06STATE12?"]),
    (
      "REF: A. STATE CABLE 12 B. PARIS TELEGRAM NO. 13 C. ROME (SIPDIS) 14",
      ["A 06STATE12?", "B 06PARIS13?", "C 06ROME14?"]
    ),
    ("REF: A. (U) PARIS 13\nB. (C) ROME 14", ["A 06PARIS13?", "B 06ROME14?"]),
    ("REF: A. SECDEF 161200ZMAY06 B. LAGOS 2", ["A message", "B 06LAGOS2?"]),
    ("REF: (C) PARIS 13", ["06PARIS13?"]),
    ("REF: A. TOKYO 3,456 B. LAGOS 45,46", ["A 06TOKYO3456?", "B 06LAGOS45?", "B 06LAGOS46?"]),
    ("REF: A. 06/SEOUL/12; B. TOKYO/3456", ["A 06SEOUL12", "B 06TOKYO3456?"]),
    ("REF: A. TOKYO 06-3456 B. SEOUL 05/12", ["A 06TOKYO3456", "B 05SEOUL12"]),
    ("REF: A. LIMA [05] 33 B. [05] TOKYO 34", ["A 05LIMA33", "B 05TOKYO34"]),
    ("REF: A. 2005: TOKYO 34 B. 05. SEOUL 12", ["A 05TOKYO34", "B 05SEOUL12"]),
    ("REF: A. STATE 34567 TOSEC 120 B. TOSEC 121", ["A 06STATE34567?", "B 06TOSEC121?"]),
    ("REF: A. MOSCOW 12XX B. KYIV 13", ["A other", "B 06KYIV13?"]),
    ("REF: A. HOLY SEE 12 B. MEXICO D.F. 33", ["A 06VATICAN12?", "B 06MEXICO33?"]),
  ])
  func `reads a block in each of its forms`(block: String, expected: [String]) {
    var sample = Sample()
    sample.references = block
    let cable = sample.cable()
    #expect(listing(cable.references) == expected)
    #expect(cable.classifiedBy == "Ambassador Jane Q. Doe")
    #expect(cable.paragraphs.count == 2)
  }

  @Test func `keeps the label as written and the notes beside it`() {
    var sample = Sample()
    sample.references = "REF: A. SECSTATE\n  12345 (NOTAL)\n     B. 05 Addis Ababa 77 and previous"
    let references = sample.cable().references
    #expect(references.map(\.label) == ["SECSTATE 12345", "05 Addis Ababa 77"])
    #expect(references.map(\.notes) == [["NOTAL"], ["AND PREVIOUS"]])
  }

  @Test(arguments: [
    ("REF: A. TOKYO 4 B. TOKYO 5 (BOTH NOTAL) C. ROME 1", [["NOTAL"], ["NOTAL"], []]),
    ("REF: A. TOKYO 4 B. TOKYO 5 C. ROME 1 (ALL NOTAL)", [["NOTAL"], ["NOTAL"], ["NOTAL"]]),
    ("REF: A. TOKYO 4 - AND\nPREVIOUS B. ROME 1 [NOTAL]", [["AND PREVIOUS"], ["NOTAL"]]),
  ])
  func `gives a note to the items it is about`(block: String, notes: [[String]]) {
    var sample = Sample()
    sample.references = block
    #expect(sample.cable().references.map(\.notes) == notes)
  }

  @Test func `ends a block at the first paragraph of a cable without a classification line`() {
    var sample = Sample()
    sample.classifiedBy = ""
    sample.references = "REF: STATE 12"
    sample.body = "1. SUMMARY: PARIS 12 IS NO REFERENCE HERE. END SUMMARY.\n\n2. MORE.\nDOE"
    let cable = sample.cable()
    #expect(listing(cable.references) == ["06STATE12?"])
    #expect(cable.paragraphs.map(\.number) == [1, 2])
  }

  @Test func `takes the fuller one of two blocks`() {
    var sample = Sample()
    sample.references = "REF: STATE 12\n\nREFS: A. STATE 12 B. ROME 5"
    #expect(listing(sample.cable().references) == ["A 06STATE12?", "B 06ROME5?"])
  }

  @Test(arguments: [
    "The minister had REF in mind, and 5 others.",
    "Reference was made to Paris 2005 at length.",
    "REFORM OF THE PORTS WAS SLOW IN 2005",
  ])
  func `finds no block in the words of the text`(sentence: String) {
    var sample = Sample()
    sample.body = "¶1. (C) Words.\n\(sentence)\nDOE"
    #expect(sample.cable().references.isEmpty)
  }

  @Test func `reads a block that is glued to the subject`() {
    var sample = Sample()
    sample.subject = "SUBJECT: VISIT OF THE PRIMEREF: A. LONDON 1939\n     B. STATE 4"
    let cable = sample.cable()
    #expect(cable.subject == "VISIT OF THE PRIME")
    #expect(listing(cable.references) == ["A 06LONDON1939?", "B 06STATE4?"])
  }
}
