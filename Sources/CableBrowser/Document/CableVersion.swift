import CableArchive
import Cables

/// One of several texts of a cable, with what tells it from the listed one.
struct CableVersion: Sendable {
  var row: ListRow
  /// Bytes of the original.
  var size: Int
  /// Files it was read from, and where in them.
  var sources: [SourceLocation]
  /// What is different, in few words; empty for the listed one.
  var difference: String

  /// Reads the texts of a cable, the listed one first.
  static func all(of id: CableID, in archive: Archive) throws -> [CableVersion] {
    var listed: Cable?
    var versions: [CableVersion] = []
    for row in try archive.versions(of: id) {
      guard let cable = try archive.cable(row.rowID) else { continue }
      versions.append(
        CableVersion(
          row: row, size: cable.text.original.count, sources: try archive.sources(of: row.rowID),
          difference: listed.map { cable.difference(from: $0) } ?? ""))
      listed = listed ?? cable
    }
    return versions
  }

  /// A line for each: a star before the one that is read, its number, size, files, and what is different.
  ///
  /// - Parameters:
  ///   - versions: The listed one first.
  ///   - rowID: The one that is read.
  /// - Returns: As many lines as versions.
  static func lines(_ versions: [CableVersion], reading rowID: Int64) -> [String] {
    let names = names(of: versions)
    let sizes = versions.map { "\($0.size.grouped) bytes" }
    let nameColumns = min(30, names.map(\.count).max() ?? 0)
    let sizeColumns = sizes.map(\.count).max() ?? 0
    return versions.indices.map { index in
      let name = names[index].count > nameColumns ? "…" + names[index].suffix(29) : names[index]
      return (versions[index].row.rowID == rowID ? "* " : "  ")
        + "\(index + 1)  \(String(repeating: " ", count: sizeColumns - sizes[index].count))\(sizes[index])"
        + "  \(name)\(String(repeating: " ", count: nameColumns - name.count))  "
        + (index == 0 ? "listed" : versions[index].difference)
    }
  }

  /// What the files are called, with their folders where their names alone would not tell them apart.
  private static func names(of versions: [CableVersion]) -> [String] {
    let fileNames = versions.map { $0.sources.first?.fileName ?? "" }
    let isTold = Set(fileNames).count == fileNames.count
    return versions.indices.map { index in
      let sources = versions[index].sources
      guard let first = sources.first else { return "" }
      var name = fileNames[index]
      if !isTold {
        name = first.path.split(separator: "/").suffix(2).joined(separator: "/")
      }
      if let place = first.index { name += " #\(place + 1)" }
      return sources.count > 1 ? "\(name) +\(sources.count - 1)" : name
    }
  }
}

extension Cable {
  /// What is different from another text of the same cable, in few words.
  fileprivate func difference(from other: Cable) -> String {
    var words: [String] = []
    if isPartial != other.isPartial { words.append(isPartial ? "extract" : "whole text") }
    if subject != other.subject { words.append("other subject") }
    if date?.iso8601 != other.date?.iso8601 { words.append(date.map(\.displayed) ?? "no date") }
    if classification != other.classification {
      words.append(classification?.rawValue ?? "no class")
    }
    if origin != other.origin { words.append("other post") }
    if tags != other.tags { words.append("other TAGS") }
    words += Self.count(references.count - other.references.count, "reference")
    words += Self.count(paragraphs.count - other.paragraphs.count, "paragraph")
    if !words.isEmpty { return words.joined(separator: ", ") }
    return hasSameWords(as: other) ? "same words, other form" : "other words"
  }

  private static func count(_ difference: Int, _ noun: String) -> [String] {
    guard difference != 0 else { return [] }
    let number = abs(difference)
    return ["\(number) \(noun)\(number == 1 ? "" : "s") \(difference > 0 ? "more" : "less")"]
  }

  private func hasSameWords(as other: Cable) -> Bool {
    func words(_ cable: Cable) -> [ArraySlice<UInt8>] {
      cable.text.clean.split { $0 <= 0x20 }
    }
    return words(self) == words(other)
  }
}
