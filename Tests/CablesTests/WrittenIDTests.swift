import Cables
import Testing

@Suite struct WrittenIDTests {
  @Test(arguments: [
    ("2003ROME01605", "03ROME1605"), ("03 ROME 1605", "03ROME1605"), ("03rome1605", "03ROME1605"),
    ("2003ROME004580", "03ROME4580"),
    ("1975NEWDE14031_b", "75NEWDELHI14031"), ("1975STATE012345", "75STATE12345"),
    ("09SECTION02OF02BAKU12", "09BAKU12"),
    ("08EFTOLONDON2883", "08LONDON2883"), ("09AMEMBASSYHANOI1234", "09HANOI1234"),
    ("7575LIBREVILLE1895", "75LIBREVILLE1895"),
    ("94STATE183691TOSEC140193", "94STATE183691"), ("07OSLO000160ZDK164", "07OSLO160"),
    ("08MADRID000762ZFR763", "08MADRID762"),
    ("092OF5", "09STATE126780"), ("09SECTION0QF05HANOI297", "09HANOI297"),
    ("06ANOI582", "06HANOI582"), ("05KIEV12", "05KIEV12"),
    ("06SECSTATE77", "06STATE77"), ("09SECTION02OF03QRIPOLI583", "09TRIPOLI583"),
    ("0901OF02RPODUBAI288", "09RPODUBAI288"),
    ("2008 Dar es Salaam 12", "08DARESSALAAM12"), ("06-NAIROBI-77", "06NAIROBI77"),
    ("85NOFORNMOGADISHU1643", "85MOGADISHU1643"),
    ("07QXICO3307", "07MEXICO3307"), ("08SECTION01GF02BISHIEK21", "08BISHKEK1021"),
    ("06UNHEARDOF12", "06UNHEARDOF12"),
  ])
  func `reads an id in any spelling`(spelling: String, canonical: String) {
    #expect(CableID(spelling)?.description == canonical)
  }

  @Test(arguments: [
    "", "ROME", "1605", "03ROME", "ROME 1605", "hello world", "2003", "café 12", "03ROME1605x/../y",
    String(repeating: "9", count: 500),
  ])
  func `reads no id from other words`(text: String) {
    #expect(CableID(text) == nil)
  }

  @Test func `reads a name without its year`() {
    let written = WrittenID("Rome 1605")
    #expect(written?.year == nil)
    #expect(written?.post == "ROME")
    #expect(written?.number == 1605)
    #expect(written?.isPostKnown == true)
    #expect(WrittenID("utrecht 4")?.isPostKnown == false)
  }

  @Test func `lists the names a cable may be filed under`() {
    func variants(_ text: String) -> [String] {
      CableID(text)?.lookupVariants.map(\.description) ?? []
    }
    #expect(variants("05KIEV12") == ["05KIEV12", "05KYIV12"])
    #expect(variants("06STATE5") == ["06STATE5", "06WASHDC5"])
    #expect(variants("06ROME5") == ["06ROME5"])
    #expect(variants("06BRUSSELS5") == ["06BRUSSELS5", "06USEUBRUSSELS5"])
  }
}
