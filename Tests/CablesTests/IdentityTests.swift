import Cables
import Testing

@Suite struct IdentityTests {
  private func hints(
    file: String? = nil, id: String? = nil, date: CableDate? = nil, isMinuteFalse: Bool = false
  ) -> CableHints {
    var hints = CableHints()
    hints.fileName = file
    hints.id = id
    hints.date = date
    hints.isMinuteFalse = isMinuteFalse
    return hints
  }

  @Test(arguments: [
    "06NAIROBI1234.txt", "2006/03/06NAIROBI1234.html", "2006NAIROBI01234_a.txt", "06NAIROBI1234",
  ])
  func `agrees with the name of its file`(name: String) {
    let cable = Sample().cable(hints: hints(file: name))
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(!cable.warnings.contains { $0.kind == .identityDisagrees })
  }

  @Test func `trusts the text and reports a file name that disagrees`() {
    let cable = Sample().cable(hints: hints(file: "06LAGOS99.txt"))
    #expect(cable.id?.description == "06NAIROBI1234")
    let warning = cable.warnings.first { $0.kind == .identityDisagrees }
    #expect(warning?.message.contains("06LAGOS99") == true)
    #expect(warning?.message.contains("06NAIROBI1234") == true)
  }

  @Test func `keeps the name under which a shared series is filed`() {
    var sample = Sample()
    sample.classLine = "C O N F I D E N T I A L KYIV 001234"
    let cable = sample.cable(hints: hints(id: "06KIEV1234"))
    #expect(cable.id?.description == "06KIEV1234")
    #expect(!cable.warnings.contains { $0.kind == .identityDisagrees })
  }

  @Test func `takes the year of a footer`() {
    var sample = Sample()
    sample.header = ""
    sample.tail = "\nNNNN\n 2005NAIROBI01234 - Classification: CONFIDENTIAL\n"
    sample.order = "E.O. 12958: DECL: 03/15/2020"
    let cable = sample.cable()
    #expect(cable.id?.description == "05NAIROBI1234")
    #expect(cable.date?.iso8601 == "2005-03-15")
    #expect(cable.date?.isInferred == true)
  }

  @Test func `takes the year of an id alone on the last line`() {
    var sample = Sample()
    sample.header = ""
    sample.tail = "\n2005NAIROBI01234\n"
    let cable = sample.cable()
    #expect(cable.id?.description == "05NAIROBI1234")
    #expect(cable.signers == ["DOE"])
    sample.tail = "\nThese are:\n2005NAIROBI01234\n"
    #expect(sample.cable().id?.year != 2005)
  }

  @Test func `clips a declassification date to the known year`() {
    var sample = Sample()
    sample.header = ""
    sample.order = "E.O. 12958: DECL: 03/15/2017"
    let cable = sample.cable(hints: hints(file: "06NAIROBI1234.txt"))
    #expect(cable.date?.iso8601 == "2006")
    #expect(cable.date?.isInferred == true)
  }

  @Test func `concludes a date ten years before declassification`() {
    var sample = Sample()
    sample.header = ""
    let cable = sample.cable()
    #expect(cable.date?.iso8601 == "2006-03-15")
    #expect(cable.id?.description == "06NAIROBI1234")
  }

  @Test(arguments: [
    ("E.O. 12958: DECL: 02/18/2034", "2009-02-18"), ("E.O. 12958: DECL: 03/15/2016", "2006-03-15"),
    ("E.O. 12356: DECL: 05/01/2003", "1993-05-01"), ("E.O. 13526: DECL: 06/30/2021", "2011-06-30"),
  ])
  func `concludes a date in the years of the executive order`(order: String, date: String) {
    var sample = Sample()
    sample.header = ""
    sample.order = order
    #expect(sample.cable().date?.iso8601 == date)
  }

  @Test func `reads id and day of a page that was copied with its text`() {
    var sample = Sample()
    sample.header = """
      Viewing cable 06NAIROBI1234, HARBOR DREDGING
      Reference ID\tCreated\tReleased\tClassification\tOrigin
      06NAIROBI1234\t2006-03-17 13:13\t2011-08-30 01:44\tCONFIDENTIAL\tEmbassy Nairobi

      """
    let cable = sample.cable()
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.date?.iso8601 == "2006-03-17")
    sample.header = sample.header.replacing("06NAIROBI1234", with: "06NAIROBI1299")
    #expect(sample.cable().warnings.contains { $0.kind == .identityDisagrees })
  }

  @Test func `drops a reference to the cable itself under another of its names`() {
    var sample = Sample()
    sample.header = ""
    sample.classLine = "C O N F I D E N T I A L IRAN RPO DUBAI 000012"
    sample.references = "REF: A. RPO DUBAI 12 B. RPO DUBAI 5"
    #expect(listing(sample.cable().references) == ["B 06RPODUBAI5?"])
  }

  @Test func `prefers the time of the text to the collection's`() {
    let given = CableDate(year: 2006, month: 3, day: 15, hour: 13, minute: 13, precision: .minute)
    let cable = Sample().cable(hints: hints(id: "06NAIROBI1234", date: given, isMinuteFalse: true))
    #expect(cable.date?.iso8601 == "2006-03-15T13:10Z")
  }

  @Test func `drops a minute that is known to be false`() {
    var sample = Sample()
    sample.header = ""
    let given = CableDate(year: 2006, month: 3, day: 15, hour: 13, minute: 13, precision: .minute)
    #expect(
      sample.cable(hints: hints(date: given, isMinuteFalse: true)).date?.iso8601 == "2006-03-15")
    #expect(sample.cable(hints: hints(date: given)).date?.iso8601 == "2006-03-15T13:13Z")
  }

  @Test func `reports a collection's date that disagrees`() {
    let given = CableDate(year: 2006, month: 5, day: 15, precision: .day)
    let cable = Sample().cable(hints: hints(date: given))
    #expect(cable.date?.month == 3)
    #expect(cable.warnings.contains { $0.kind == .dateDisagrees })
  }

  @Test func `keeps the year of an id at the turn of the year`() {
    var sample = Sample()
    sample.header = "O 010130Z JAN 06\nFM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC\n"
    let cable = sample.cable(hints: hints(file: "05NAIROBI1234.txt"))
    #expect(cable.id?.description == "05NAIROBI1234")
    #expect(cable.date?.iso8601 == "2006-01-01T01:30Z")
  }

  @Test func `names a cable by sender and station number where the class line is lost`() {
    var sample = Sample()
    sample.classLine = "C O N F I D E N T I A L"
    #expect(sample.cable().id?.description == "06NAIROBI1234")
  }

  @Test func `believes station line and file name against a damaged class line`() {
    var sample = Sample()
    sample.classLine = "C O N F I D E N T I A L NAIROBI 00123"
    let cable = sample.cable(hints: hints(file: "06NAIROBI1234.txt"))
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.warnings.contains { $0.kind == .identityDisagrees })
  }

  @Test(arguments: ["12-notes-3.txt", "42-jan-year2.txt"])
  func `takes no name of a file for an id that only looks like one`(name: String) {
    let plain = CableParser().parse(Array("Just a note".utf8), hints: hints(file: name))
    #expect(plain.id == nil)
    #expect(plain.date == nil)
    let cable = Sample().cable(hints: hints(file: name))
    #expect(cable.id?.description == "06NAIROBI1234")
    #expect(cable.warnings == Sample().cable().warnings)
  }
}
