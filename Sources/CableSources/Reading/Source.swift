import Cables

/// The file or member of an archive that is being read, as locations and sentences name it.
struct Source {
  /// The path as it was given or found.
  var path: String
  /// The member of an archive.
  var entry: String?
  /// The file's name without folders; nil where it says nothing about a cable.
  var name: String?
  /// How many archives it lies in.
  var depth = 0

  /// What the name says about the cable in the file.
  var hints: CableHints {
    var hints = CableHints()
    hints.fileName = name
    return hints
  }

  /// The place of the whole, or of a record in it.
  func location(
    index: Int? = nil, unit: RecordLocation.Unit = .row, offset: Int? = nil
  ) -> RecordLocation {
    RecordLocation(path: path, entry: entry, index: index, unit: unit, offset: offset)
  }

  /// The record of a text dump: what stands behind its five lines, with the seam of header and body opened where it is certain.
  func dumpRecord(_ bytes: [UInt8]) -> RawRecord {
    bytes.withUnsafeBufferPointer { buffer in
      guard let dump = TextDump(buffer) else {
        return RawRecord(bytes: bytes, hints: hints, location: location())
      }
      var hints = dump.hints
      hints.fileName = name
      let text = UnsafeBufferPointer(rebasing: buffer[dump.textStart...])
      var bytes = Array(text)
      if let seam = GluedSeam.find(in: text) { bytes.insert(0x0A, at: seam) }
      return RawRecord(bytes: bytes, hints: hints, location: location(offset: dump.textStart))
    }
  }

  /// A member of the archive that this is; without a name, the content of a packed stream.
  func entry(_ name: String?) -> Source {
    var member = self
    member.depth += 1
    if let name {
      member.entry = entry.map { "\($0) > \(name)" } ?? name
      member.name = name.split(separator: "/").last.map(String.init) ?? name
    } else {
      member.name = self.name.map(Source.unpackedName)
    }
    return member
  }

  /// The name without the ending of a packed stream.
  private static func unpackedName(_ name: String) -> String {
    let endings = [".gz", ".bz2", ".xz", ".zst", ".lz4", ".lz", ".Z"]
    guard let ending = endings.first(where: { name.hasSuffix($0) }) else { return name }
    return String(name.dropLast(ending.count))
  }

  /// An archive too deep within others.
  var nestingProblem: SourceProblem {
    problem(.binary, "is an archive within archives within archives; unpack it first.")
  }

  /// A file without a byte.
  var emptyProblem: SourceProblem {
    problem(.empty, "is empty; fetch it again if it should hold a cable.")
  }

  /// A page without a cable.
  var noCableProblem: SourceProblem {
    problem(.noCable, "is a web page without a cable in it; save the page of the cable itself.")
  }

  /// A page that could not be read to its end.
  var cutOffProblem: SourceProblem {
    problem(
      .damagedPage,
      "nests its tags too deep to be read to the end; save the page anew, or as plain text.")
  }

  /// A file that is no text.
  func binaryProblem(_ name: String?) -> SourceProblem {
    guard let name else { return problem(.binary, "is no text and was passed over.") }
    return problem(.binary, "is \(name); it was passed over.")
  }

  /// A text longer than `limit` bytes.
  func tooLargeProblem(_ limit: Int) -> SourceProblem {
    problem(
      .tooLarge,
      "is longer than \(limit) bytes, which no cable is; split it, or check what it holds.")
  }

  /// A problem with the whole; the predicate ends the sentence that the place begins.
  func problem(_ kind: SourceProblem.Kind, _ predicate: String) -> SourceProblem {
    SourceProblem(location: location(), kind: kind, message: "\(location()) \(predicate)")
  }
}
