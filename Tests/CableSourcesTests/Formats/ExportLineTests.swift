import CableSources
import Cables
import Testing

@Suite struct ExportLineTests {
  private func readBack(_ line: [UInt8]) -> [RawRecord] {
    var records: [RawRecord] = []
    CableSource.read(inFile: line + line, named: "cables.jsonl") { item in
      if case .record(let record) = item { records.append(record) }
      return true
    }
    return records
  }

  @Test(
    arguments: [
      Array("C O N F I D E N T I A L ROME 000012\r\n\t\"q\" \\ \u{1B}[1m\0\u{7F} é 😀\n".utf8),
      [0x63, 0x61, 0x66, 0xE9], [0xFF, 0xFE, 0x53, 0x00], [], [0xE9], [0xE9, 0xE9],
    ] as [[UInt8]])
  func `is read back byte for byte with its hints`(text: [UInt8]) {
    var hints = CableHints()
    hints.fileName = "a \"b\".txt"
    hints.id = "03 ROME 12"
    hints.date = CableDate(
      year: 2003, month: 4, day: 15, hour: 0, minute: 0, precision: .minute, isInferred: true)
    hints.isMinuteFalse = true
    hints.classification = "SECRET//NOFORN"
    hints.origin = "Embassy Rome"
    hints.title = "ÉTÉ"
    hints.references = ["03ROME1", "x|y"]
    for hints in [CableHints(), hints] {
      let cable = CableParser().parse(text, hints: hints)
      let line = ExportLine(cable, hints: hints, file: "a/b.txt").bytes
      let records = readBack(line)
      #expect(records.map(\.bytes) == [text, text])
      #expect(records.map(\.hints) == [hints, hints])
      #expect(records.map { CableParser().parse($0.bytes, hints: $0.hints) } == [cable, cable])
    }
  }

  @Test func `keeps what was read from the cable for other programs`() {
    let text = Array("C O N F I D E N T I A L ROME 000012\n\nSUBJECT: A VISIT\n".utf8)
    let cable = CableParser().parse(text)
    let line = ExportLine(cable, hints: CableHints(), file: "a.txt").bytes
    let record = CableRecord(cable, file: "a.txt").jsonLine
    #expect(line.starts(with: record.dropLast(2)))
    #expect(line.count { $0 == 0x0A } == 1)
  }
}
