import Cables
import Testing

@Suite struct ReferenceYearTests {
  private let citing = CableID(year: 2006, post: "NAIROBI", number: 1234)
  private let sent = CableDate(year: 2006, month: 3, day: 15, precision: .day)

  private func resolve(_ post: String, _ number: Int, holding: [String: CableDate?] = [:]) -> String
  {
    ReferenceYear.resolve(
      CableID(year: 2006, post: post, number: number), citing: citing, citingDate: sent
    ) { id in holding[id.description] }.description
  }

  @Test func `gives a number far above the citing one to the year before`() {
    #expect(resolve("NAIROBI", 1300) == "05NAIROBI1300")
  }

  @Test func `keeps a number little above or below in the year`() {
    #expect(resolve("NAIROBI", 1243) == "06NAIROBI1243")
    #expect(resolve("NAIROBI", 1244) == "05NAIROBI1244")
    #expect(resolve("NAIROBI", 12) == "06NAIROBI12")
  }

  @Test func `keeps a number far above if that cable is there`() {
    #expect(resolve("NAIROBI", 1300, holding: ["06NAIROBI1300": nil]) == "06NAIROBI1300")
  }

  @Test func `gives another post the year in which its cable is there`() {
    #expect(resolve("ROME", 5) == "06ROME5")
    #expect(resolve("ROME", 5, holding: ["05ROME5": nil]) == "05ROME5")
    #expect(resolve("ROME", 5, holding: ["05ROME5": nil, "06ROME5": nil]) == "06ROME5")
  }

  @Test func `does not cite what was sent later`() {
    let later = CableDate(year: 2006, month: 4, day: 1, precision: .day)
    #expect(resolve("ROME", 5, holding: ["05ROME5": nil, "06ROME5": later]) == "05ROME5")
    #expect(resolve("ROME", 5, holding: ["06ROME5": later]) == "06ROME5")
  }

  @Test func `finds a cable under another name of its post`() {
    #expect(resolve("KIEV", 5, holding: ["05KYIV5": nil]) == "05KYIV5")
  }
}
