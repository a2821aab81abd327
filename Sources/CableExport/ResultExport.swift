public import CableArchive
public import CableNotebook
import CableSources
import Cables

/// Writes cables of an archive one after the other, so that memory does not grow with their number.
public struct ResultExport: Sendable {
  private let archive: Archive
  private let rowIDs: [Int64]
  private let format: ExportFormat
  private let notebook: Notebook

  /// How many cables are written between two looks at whether to go on.
  private static let batch = 100

  /// Creates an export.
  ///
  /// - Parameters:
  ///   - rowIDs: The cables, in the order they are written.
  ///   - archive: Where they are.
  ///   - format: What they are written as.
  ///   - notebook: What is kept of them, which goes into forms that have a place for it (`ExportFormat.hasNotes`).
  public init(
    _ rowIDs: [Int64], of archive: Archive, as format: ExportFormat, notebook: Notebook = Notebook()
  ) {
    self.rowIDs = rowIDs
    self.archive = archive
    self.format = format
    self.notebook = notebook
  }

  /// Writes all cables; those that are no longer in the archive are passed over.
  ///
  /// - Parameters:
  ///   - sink: Takes the bytes of a cable, whole lines.
  ///   - goesOn: Asked every now and then with the number of cables written so far; false stops.
  /// - Returns: How many cables were written.
  /// - Throws: An error where the archive can't be read.
  @discardableResult
  public func write(
    to sink: (_ bytes: [UInt8]) -> Void, while goesOn: (_ written: Int) -> Bool
  ) throws(ArchiveError) -> Int {
    switch format {
    case .csv: sink(Self.bytes([ExportedRow.header]))
    case .csl: sink(Self.bytes(["["]))
    case .jsonl, .text, .markdown, .bibtex: break
    }
    var written = 0
    var start = 0
    while start < rowIDs.count {
      let end = min(rowIDs.count, start + Self.batch)
      for row in try archive.rows(Array(rowIDs[start..<end])) {
        guard let cable = try archive.cable(row.rowID) else { continue }
        sink(try bytes(of: cable, row, isFirst: written == 0))
        written += 1
      }
      start = end
      guard goesOn(written) else { break }
    }
    if format == .csl { sink(Self.bytes(["]"])) }
    return written
  }

  private func bytes(of cable: Cable, _ row: ListRow, isFirst: Bool) throws(ArchiveError) -> [UInt8]
  {
    let file = try archive.sources(of: row.rowID).first?.path
    switch format {
    case .jsonl:
      return ExportLine(cable, hints: try archive.hints(row.rowID), file: file).bytes
    case .csv:
      return Self.bytes([ExportedRow.line(cable, row)])
    case .text:
      let rule = isFirst ? [] : ["", String(repeating: "-", count: 72), ""]
      return Self.bytes(
        rule + CableListing(CableRecord(cable, file: file), kept: notebook[row.name]).lines)
    case .bibtex:
      return Self.bytes((isFirst ? [] : [""]) + BibliographyEntry(cable, row).bibTeX)
    case .csl:
      return Self.bytes([(isFirst ? "  " : ", ") + BibliographyEntry(cable, row).cslJSON])
    case .markdown:
      return Self.bytes(
        (isFirst ? [] : [""]) + CableMarkdown(cable, row, kept: notebook[row.name]).lines)
    }
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line.utf8
      bytes.append(0x0A)
    }
    return bytes
  }
}
