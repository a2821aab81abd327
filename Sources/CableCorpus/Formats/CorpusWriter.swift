import Cables

/// Writes generated collections in the formats in which real ones are found, a cable at a time.
public struct CorpusWriter: Sendable {
  /// The collection.
  public let corpus: CableCorpus
  /// Its format.
  public let format: CollectionFormat

  /// Creates a writer.
  public init(_ corpus: CableCorpus, format: CollectionFormat) {
    self.corpus = corpus
    self.format = format
  }

  /// Writes the whole collection in constant memory.
  ///
  /// - Parameter sink: Takes the bytes, a piece of about a megabyte or a file at a time.
  /// - Throws: What the sink throws.
  /// - Complexity: O(n) over the text of all cables.
  public func write(to sink: inout some ByteSink) throws {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(CorpusWriter.bufferSize + (1 << 17))
    for index in 0..<corpus.count {
      let path = append(index, to: &buffer)
      if !path.isEmpty || buffer.count >= CorpusWriter.bufferSize {
        try sink.write(buffer, to: path)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !buffer.isEmpty { try sink.write(buffer, to: "") }
  }

  private static let bufferSize = 1 << 20

  /// Appends what stands for one cable.
  ///
  /// - Returns: The path of its file; empty where the collection is one file.
  public func append(_ index: Int, to bytes: inout [UInt8]) -> String {
    let cable = corpus.cable(at: index)
    let form = corpus.form(of: cable, in: format)
    let written = corpus.written(cable, style: form.style, damages: form.damages)
    let id = cable.truth.id.description
    switch format {
    case .table:
      CableRow(cable, written: written).append(to: &bytes)
      return ""
    case .lines:
      CableLine(cable, written: written).append(to: &bytes)
      return ""
    case .pages:
      CablePage(cable, written: written).append(to: &bytes)
      return "\(cable.truth.date.year)/\(cable.truth.date.month.digits(2))/\(id).html"
    case .text, .dump:
      bytes.append(contentsOf: written.bytes)
      return id + ".txt"
    }
  }
}
