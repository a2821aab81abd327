import Cables
import Testing

@Suite struct HeaderParserTests {
  @Test(arguments: [
    ("TAGS: PREL, PGOV, KE", ["PREL", "PGOV", "KE"]),
    ("TAGS PREL PGOV KE", ["PREL", "PGOV", "KE"]),
    ("TAGS: PREL PGOV\n      KE, KTIP", ["PREL", "PGOV", "KE", "KTIP"]),
    ("TAGS: PREL, PGOV,\n\n      KE", ["PREL", "PGOV", "KE"]),
    ("TAG: PREL; KE", ["PREL", "KE"]),
    ("TAGE: PREL KE", ["PREL", "KE"]),
    ("TGS: PREL KE", ["PREL", "KE"]),
    ("AGS: PREL KE", ["PREL", "KE"]),
    ("TAGS: PGOVPREL KE", ["PGOV", "PREL", "KE"]),
    ("TAGS: [PREL](#) [KE](#)", ["PREL", "KE"]),
    ("TAGS: OVIP (STEINBERG, JAMES B.), PREL, KE", ["OVIP", "PREL", "KE"]),
    (
      "TAGS: PREL IRAQI FREEDOM GLOBAL DEFENSE EXPORT CONTROLS",
      ["PREL", "IRAQI FREEDOM", "GLOBAL DEFENSE", "EXPORT CONTROLS"]
    ),
    ("TAGS: PREL, ITALIAN POLITICS, KE.", ["PREL", "ITALIAN POLITICS", "KE"]),
    ("Tags: prel, ke", ["PREL", "KE"]),
    ("TAGS: PREL/PGOV, UNGA/C-1", ["PREL", "PGOV", "UNGA/C-1"]),
    ("TAGS:\nPREL, KE", ["PREL", "KE"]),
    ("TAGS: PREL, PREL, KE", ["PREL", "KE"]),
    ("TAGS: PREL QQZZ KE", ["PREL", "QQZZ", "KE"]),
    ("TAGS. PREL, KE", ["PREL", "KE"]),
    ("TAGS - PREL KE", ["PREL", "KE"]),
    ("TAG5: PREL, KE", ["PREL", "KE"]),
    ("T AGS: PREL, KE", ["PREL", "KE"]),
    ("TAGS: PREL AND KE", ["PREL", "KE"]),
    ("TAGS: PR EL, P GOV, KE", ["PREL", "PGOV", "KE"]),
    ("TAGS: PREL, EXPORT\nCONTROLS", ["PREL", "EXPORT CONTROLS"]),
    ("TAGS: PREL, (KE), \"PGOV\"", ["PREL", "KE", "PGOV"]),
    ("TAGS: PREL, lR, 0TRA, N/A, 1", ["PREL", "IR", "OTRA"]),
  ])
  func `reads TAGS in every separation`(field: String, expected: [String]) {
    var sample = Sample()
    sample.tags = field
    let cable = sample.cable()
    #expect(cable.tags == expected)
    #expect(cable.subject == "HARBOR DREDGING AND ITS FRIENDS")
  }

  @Test func `keeps the names behind TAGS`() {
    var sample = Sample()
    sample.tags = "TAGS: OVIP (STEINBERG,\n JAMES B.), PREL"
    #expect(sample.cable().tagNames == ["OVIP": "STEINBERG, JAMES B."])
  }

  @Test func `warns of a TAG that is in no table`() {
    var sample = Sample()
    sample.tags = "TAGS: PREL QQZZ"
    #expect(
      sample.cable().warnings.contains { $0.kind == .tagUnknown && $0.message.contains("QQZZ") })
  }

  @Test(arguments: [
    ("E.O. 12958: DECL: 04/15/2013", "2013-04-15"),
    ("EO 12958 DECL: 4/5/2013", "2013-04-05"),
    ("E.O. 12958: DECL: 2013/04/15", "2013-04-15"),
    ("E.O. 12958: DECL: 04/15/13", "2013-04-15"),
    ("E.O. 12958: DECL: 15 APR 2013", "2013-04-15"),
    ("E.O. 12958: DECL: April 15, 2013", "2013-04-15"),
    ("E.O. 12958: DECL: AFTER KOREAN UNIFICATION", "AFTER KOREAN UNIFICATION"),
    ("E.O. 11652: GDS", "GDS"),
    ("E.O. 12356: DECL: OADR", "OADR"),
    ("E.O. 13526: DECL: 2020/01/31", "2020-01-31"),
    ("E.O. 12958: N/A", nil),
    ("E. O. 12958: DECL: 04/15/2013.", "2013-04-15"),
    ("E.O. 12958: DECL: 04/15/13REASON: 1.4(B)", "2013-04-15"),
    ("E.O. 12958: DECL: 04/15/2013: 1.4 (B)", "2013-04-15"),
    ("E.0. l2958: DECL: O4/15/2013 (U)", "2013-04-15"),
    ("Executive Order 12958: Declassify 04/15/2013", "2013-04-15"),
    ("E.O. 12958:\nDECL: 04/15/2013", "2013-04-15"),
  ])
  func `reads the executive order's line`(field: String, expected: String?) {
    var sample = Sample()
    sample.order = field
    let cable = sample.cable()
    #expect(cable.declassifyOn == expected)
    #expect(cable.tags == ["PREL", "PGOV", "KE"])
  }

  @Test(
    arguments: [
      ("SUBJECT: DREDGING", "DREDGING", nil),
      ("SUBJECT: DREDGING OF THE\n  INNER HARBOR", "DREDGING OF THE INNER HARBOR", nil),
      ("SUBJECT: (C) DREDGING", "DREDGING", "C"),
      ("SUBJECT: DREDGING (S/NF)", "DREDGING", "S/NF"),
      ("SUBJ: DREDGING", "DREDGING", nil),
      ("SUBJECT: WORDS ON\nREF AND TAGS: DREDGING", "WORDS ON REF AND TAGS: DREDGING", nil),
      ("UBJECT: DREDGING", "DREDGING", nil),
      ("Subject: Dredging (Part 2)", "Dredging (Part 2)", nil),
      ("SUBJECT:\nDREDGING", "DREDGING", nil),
      ("SUBECJT: DREDGING", "DREDGING", nil),
      ("S UBJECT: DREDGING", "DREDGING", nil),
      ("SUBlECT: DREDGING", "DREDGING", nil),
      ("(C) SUBJECT: DREDGING", "DREDGING", "C"),
      ("SUBJECT: (SBU) (C) DREDGING", "DREDGING", "SBU"),
      ("SUBJECT: SUBJECT: DREDGING", "DREDGING", nil),
      ("SUBJECT: DREDGING AND\n\nSHIPPING", "DREDGING AND SHIPPING", nil),
      ("SUBJECT: (C O R R E C T E D) DREDGING", "(C O R R E C T E D) DREDGING", nil),
      ("SUBJECT: DREDGING:\n\nHARBORS", "DREDGING: HARBORS", nil),
      ("SUBJECT: DREDGING\nEXDIS", "DREDGING", nil),
      ("SUBJECT -- DREDGING", "DREDGING", nil),
      ("SUBJECT: DREDGING REF A: STATE 12", "DREDGING", nil),
      ("SUBJECT: DREDGING\n--------", "DREDGING", nil),
      ("SUBJECT: DREDGING: A\nFOUR-\nYEAR PLAN", "DREDGING: A FOUR-YEAR PLAN", nil),
      ("SUBJECT: DREDGING\n\n\nNAIROBI 00001234  001.2 OF 002\n\n", "DREDGING", nil),
      (
        "SUBJECT: DREDGING OF THE INNER HARBOR AND WHAT IT\n\nNAIROBI 00001234  001.2 OF 002\n\n\nCOSTS",
        "DREDGING OF THE INNER HARBOR AND WHAT IT COSTS", nil
      ),
    ] as [(String, String, String?)])
  func `reads the subject`(field: String, subject: String, portion: String?) {
    var sample = Sample()
    sample.subject = field
    let cable = sample.cable()
    #expect(cable.subject == subject)
    #expect(cable.subjectPortion == portion)
    #expect(cable.classifiedBy == "Ambassador Jane Q. Doe")
  }

  @Test func `reads a reference in a subject and leaves it there`() {
    var sample = Sample()
    sample.subject = "SUBJECT: DREDGING (REF: STATE 12345)"
    let cable = sample.cable()
    #expect(cable.subject == "DREDGING (REF: STATE 12345)")
    #expect(listing(cable.references) == ["06STATE12345?"])
  }

  @Test func `warns of a missing subject`() {
    var sample = Sample()
    sample.subject = ""
    let cable = sample.cable()
    #expect(cable.subject == nil)
    #expect(cable.warnings.contains { $0.kind == .subjectMissing })
  }

  @Test(
    arguments: [
      (
        "Classified By: Ambassador Jane Q. Doe for reasons 1.4 (b) and (d).",
        "Ambassador Jane Q. Doe", "1.4 (b) and (d)"
      ),
      (
        "CLASSIFIED BY: POLCOUNS JOHN ROE. REASON: 1.5 (B) AND (D).", "POLCOUNS JOHN ROE",
        "1.5 (B) AND (D)"
      ),
      ("Classified By: Classified by DCM Roe, reasons 1.4(b/d)", "DCM Roe", "1.4(b/d)"),
      (
        "Classified By: DCM Roe,\nreasons 1.4 (b),\n(c), and (d)", "DCM Roe",
        "1.4 (b), (c), and (d)"
      ),
      ("CLASSIFIED BY: DCM ROE, E.O. 12958, REASONS: 1.4 (B,D)", "DCM ROE", "1.4 (B,D)"),
      ("Classified By: DCM Roe per 1.4 b and d", "DCM Roe", "1.4 b and d"),
      ("Classified by: DCM Roe", "DCM Roe", nil),
      ("Classified By: DCM Roe for reasons 1.4 (b)\n\nand (d)", "DCM Roe", "1.4 (b) and (d)"),
      ("Classified By: DCM Roe,\n\nReason 1.4 (b)", "DCM Roe", "1.4 (b)"),
      ("CLASSIFIED BY DCM ROE\n\nREASONS: 1.4 (B)", "DCM ROE", "1.4 (B)"),
      (
        "Classified By: Acting DCM Roe; Reason: 1.4 (d). Derived From: DSCG 05-1", "Acting DCM Roe",
        "1.4 (d)"
      ),
      ("Derived From: DSCG 05-1", nil, nil),
      ("Class. By: DCM Roe. Reasons 1.4 (b)", "DCM Roe", "1.4 (b)"),
      ("Classified By: DCM Roe for reasons 1.4.(b) and (d)", "DCM Roe", "1.4.(b) and (d)"),
      ("Classified By: DCM Roe, reasons l.4 (b)", "DCM Roe", "l.4 (b)"),
      ("Reason: 1.4 (b) and (d)\nClassified By: DCM Roe", "DCM Roe", "1.4 (b) and (d)"),
    ] as [(String, String?, String?)])
  func `reads who classified it and why`(field: String, name: String?, reasons: String?) {
    var sample = Sample()
    sample.classifiedBy = field
    let cable = sample.cable()
    #expect(cable.classifiedBy == name)
    #expect(cable.reasons == reasons)
    #expect(cable.paragraphs.map(\.number) == [1, 2])
  }

  @Test func `begins the body where the reasons run on into it`() {
    var sample = Sample()
    sample.classifiedBy =
      "CLASSIFIED BY: DCM ROE. REASON: 1.4 (b), (d) 1. (C) Summary: Dredging goes on. End summary."
    sample.body = "2. (C) MORE.\nDOE"
    let cable = sample.cable()
    #expect(cable.reasons == "1.4 (b), (d)")
    #expect(cable.paragraphs.map(\.number) == [1, 2])
    #expect(cable.summaryRange.map { cable.flow(in: $0) } == "Dredging goes on.")
  }

  @Test func `leaves pass lines between captions and order aside`() {
    var sample = Sample()
    sample.captions = "SIPDIS\n\nDEPT FOR AF/E, EUR/WE\nLONDON FOR SMITH, PARIS FOR JONES"
    let cable = sample.cable()
    #expect(cable.tags == ["PREL", "PGOV", "KE"])
    #expect(cable.blocks.first?.kind == .paragraph)
  }

  @Test func `reads fields that were put into the first paragraphs`() {
    var sample = Sample()
    sample.classifiedBy = ""
    sample.body =
      "¶1. (U) Classified by DCM Roe. Reason: 1.4 (b).\n\n¶2. (U) REFS: A. STATE 12 B. ROME 13\n\n¶3. (C) Words.\nDOE"
    let cable = sample.cable()
    #expect(cable.classifiedBy == "DCM Roe")
    #expect(cable.reasons == "1.4 (b)")
    #expect(listing(cable.references) == ["A 06STATE12?", "B 06ROME13?"])
  }

  @Test func `reads fields that share one line`() {
    var sample = Sample()
    sample.order = "E.O. 12958: DECL: 03/15/2016 TAGS: PREL, KE SUBJECT: DREDGING REF: STATE 12"
    sample.tags = ""
    sample.subject = ""
    let cable = sample.cable()
    #expect(cable.declassifyOn == "2016-03-15")
    #expect(cable.tags == ["PREL", "KE"])
    #expect(cable.subject == "DREDGING")
    #expect(listing(cable.references) == ["06STATE12?"])
  }
}
