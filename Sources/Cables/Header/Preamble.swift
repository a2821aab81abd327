/// The five lines some collections put before a text: id, title, date, level, origin.
struct Preamble {
  var id: WrittenID
  var title: String
  var date: CableDate
  var classification: String
  var origin: String
  /// The line after it.
  var endLine: Int

  /// Reads the top of a text; nil unless its first lines are an id, a title and a date.
  init?(_ lines: LineIndex) {
    let first = lines.nextFilled(from: 0)
    guard first + 4 < lines.count, first < 3 else { return nil }
    let bytes = lines.bytes
    let texts = (0..<5).map { lines[first + $0].content }
    guard texts[0].count <= 40, let id = WrittenID(bytes.text(in: texts[0])), id.year != nil,
      let date = WrittenDate.read(bytes, texts[2])
    else { return nil }
    self.id = id
    title = bytes.foldedText(in: texts[1])
    self.date = date
    classification = bytes.text(in: texts[3])
    origin = bytes.text(in: texts[4])
    endLine = first + 5
  }
}
