import Cables
import Testing

@Suite struct LayoutRepairsTests {
  /// A cable of several wrapped paragraphs under headings.
  private var sample: Sample {
    var sample = Sample()
    sample.subject = "SUBJECT: HARBOR DREDGING AND ITS FRIENDS IN THE\nMINISTRY"
    sample.references = "REF: A. STATE 12\n     B. LAGOS 99"
    sample.body = """
      -------
      Summary
      -------

      ¶1. (C) The minister received us for an hour and was in a good
      mood, which he owes to the dredging of the inner harbor.

      NAIROBI 00001234  002 OF 002


      ¶2. (U) He spoke about dredging:

      -- of the inner harbor,

      -- and of the outer one.
      DOE
      """
    return sample
  }

  private func parts(_ cable: Cable) -> [String] {
    [
      cable.id?.description ?? "", cable.date?.iso8601 ?? "", cable.subject ?? "",
      cable.tags.joined(separator: " "), cable.reasons ?? "",
      listing(cable.references).joined(separator: ", "),
      cable.to.map(\.name).joined(separator: ", "),
    ] + cable.signers
      + cable.blocks.map { "\($0.kind) \(cable.text.string(in: $0.range))" }
  }

  @Test func `reads a text whose line ends were doubled as if they were not`() {
    let plain = sample.cable()
    let doubled = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n\n")
    let cable = CableParser().parse(Array(doubled.utf8))
    #expect(parts(cable) == parts(plain))
    #expect(plain.subject == "HARBOR DREDGING AND ITS FRIENDS IN THE MINISTRY")
  }

  @Test(arguments: ["<br>\n", "<br/>\r\n", "<BR />\n"])
  func `reads a text with a tag behind every line`(lineEnd: String) {
    let tagged =
      "<pre>"
      + sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineEnd) + "</pre>"
    #expect(parts(CableParser().parse(Array(tagged.utf8))) == parts(sample.cable()))
  }

  @Test func `knows the places of a doubled text in the original`() throws {
    let doubled = Array(
      sample.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n\n").utf8)
    let cable = CableParser().parse(doubled)
    let range = try #require(cable.blocks.first { $0.kind == .signature }).range
    #expect(doubled[cable.text.originalRange(of: range)].elementsEqual("DOE".utf8))
  }

  /// The header's lines from the class line to the reasons, and the first paragraph.
  private func header(_ sample: Sample) -> [String] {
    [
      sample.classLine, sample.captions, "AF FOR DOE", sample.order, sample.tags, sample.subject,
      sample.references ?? "", sample.classifiedBy, sample.body,
    ].flatMap { $0.split(separator: "\n", maxSplits: 1).map(String.init) }
  }

  @Test(arguments: 0..<9)
  func `reads header lines that were joined`(place: Int) {
    var sample = Sample()
    sample.references = "REF: STATE 12 (NOTAL)"
    sample.body = "1. (C) The minister spoke.\nDOE"
    var lines = header(sample)
    lines[place] += " " + lines.remove(at: place + 1)
    let text = sample.header + "\n" + lines.joined(separator: "\n\n") + "\n"
    let cable = CableParser().parse(Array(text.utf8))
    #expect(parts(cable).prefix(8) == parts(sample.cable()).prefix(8))
    #expect(cable.paragraphs.count == 1)
    #expect(cable.declassifyOn == "2016-03-15")
    #expect(cable.classifiedBy == "Ambassador Jane Q. Doe")
  }

  @Test func `reads a header without any line ends`() {
    var sample = Sample()
    sample.references = "REF: A. STATE 12 B. LAGOS 99"
    sample.body = "1. (C) The minister spoke.\nDOE"
    let text = sample.header + "\n" + header(sample).joined(separator: " ") + "\n"
    let cable = CableParser().parse(Array(text.utf8))
    #expect(parts(cable).prefix(8) == parts(sample.cable()).prefix(8))
    #expect(cable.classification == .confidential)
    #expect(cable.captions == ["SIPDIS"])
  }

  @Test(arguments: [
    "SUBJECT: DREDGING (SUBJECT: HARBORS)", "SUBJECT: THE \"TAGS: PREL\" AFFAIR",
    "SUBJECT: E.O. 12958 AND HARBORS", "SUBJECT: PHASE 1. NEXT STEPS",
  ])
  func `leaves words of a subject in it that look like fields`(subject: String) {
    var sample = Sample()
    sample.subject = subject
    let cable = sample.cable()
    #expect(cable.subject == String(subject.dropFirst(9)))
    #expect(cable.tags == ["PREL", "PGOV", "KE"])
    #expect(cable.paragraphs.count == 2)
  }

  @Test func `leaves a text alone whose paragraphs are a line each`() {
    var sample = Sample()
    sample.body = (1...12).map { "¶\($0). (C) The minister spoke about dredging." }
      .joined(separator: "\n\n")
    let text = sample.cable().text
    #expect(text.string(in: 0..<text.clean.count).contains("dredging.\n\n¶2. (C)"))
  }
}
