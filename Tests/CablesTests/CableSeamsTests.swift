import Cables
import Testing

@Suite struct CableSeamsTests {
  /// A cable of a post and number, with what stands below its text.
  private func text(_ post: String, _ number: Int, tail: String, header: Bool = true) -> String {
    var sample = Sample()
    if !header { sample.header = "" }
    sample.classLine = "C O N F I D E N T I A L \(post) 00\(number)"
    return sample.text + tail.replacing("ID", with: "\(post)\(number)")
  }

  /// What the parts of a text are.
  private func ids(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let parts = CableSeams.split(bytes)
    #expect(parts.first?.lowerBound == 0)
    #expect(parts.last?.upperBound == bytes.count)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    return parts.map { CableParser().parse(Array(bytes[$0])).id?.description ?? "-" }
  }

  @Test(arguments: [
    "\nNNNN\n", "\nBT\n#1234\n\nNNNN\n\n\n",
    "\n\n2006ID - Classification: CONFIDENTIAL\n",
    "", "\n\n\n", "\n=====================CABLE ENDS=====================\n",
    "\nNNNN\n\nC O R R E C T E D  C O P Y\n\n",
  ])
  func `cuts where a cable ends and another begins`(tail: String) {
    for hasHeader in [true, false] {
      let joined =
        text("NAIROBI", 1234, tail: tail) + text("LAGOS", 77, tail: tail, header: hasHeader)
        + text("LAGOS", 78, tail: tail)
      #expect(ids(joined) == ["06NAIROBI1234", "06LAGOS77", "06LAGOS78"])
      #expect(
        ids(joined.replacing("\n", with: "\r\n")) == ["06NAIROBI1234", "06LAGOS77", "06LAGOS78"])
    }
  }

  @Test func `cuts where the notice of an extract is glued to the class line`() {
    let notice =
      "This record is a partial extract of the original cable. The full text of the original cable is not available."
    let second = notice + text("LAGOS", 77, tail: "", header: false).trimmingPrefix("\n")
    #expect(ids(text("NAIROBI", 1234, tail: "\n") + second) == ["06NAIROBI1234", "06LAGOS77"])
  }

  @Test func `leaves sections of one cable together`() {
    let section = "C O N F I D E N T I A L SECTION 02 OF 02 NAIROBI 001234\n\n¶3. (C) More.\nDOE\n"
    #expect(ids(text("NAIROBI", 1234, tail: "\nNNNN\n\n" + section)) == ["06NAIROBI1234"])
  }

  @Test func `leaves a cable together that quotes another`() {
    var sample = Sample()
    sample.body = """
      ¶1. (C) Begin text of the other cable:

      P 141310Z MAR 06
      FM AMEMBASSY LAGOS
      C O N F I D E N T I A L LAGOS 000077
      SUBJECT: SHIPS
      ¶1. (C) Ships came.

      End text.

      ¶2. (C) So they wrote.
      DOE
      """
    #expect(CableSeams.split(Array(sample.text.utf8)).count == 1)
  }
}
