import CableArchive
import Cables

/// A cable as a row of a table.
enum ExportedRow {
  static let header = "id,date,classification,origin,subject,tags,references,text"

  static func line(_ cable: Cable, _ row: ListRow) -> String {
    [
      row.name, row.date?.iso8601 ?? "", row.classification?.rawValue ?? "", row.post ?? "",
      row.subject, cable.tags.joined(separator: " "),
      cable.references.compactMap { $0.target?.description }.joined(separator: " "),
      String(decoding: cable.text.original, as: UTF8.self),
    ].map(CommaValue.written).joined(separator: ",")
  }
}
