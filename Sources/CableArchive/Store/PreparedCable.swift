internal import Cables
internal import Dispatch
internal import Synchronization

/// A cable with all that can be made of it before the database is asked: what several threads can do at once.
///
/// The text itself is held packed alone, so that many of them can wait to be written.
final class PreparedCable: Sendable {
  /// What the text says, without the text.
  let cable: Cable
  let source: SourceLocation
  /// The name of the file it came as.
  let fileName: String
  /// The bytes of the original, and its digest.
  let size: Int
  let digest: Int64
  let text: StoredText
  /// What goes into the index, and its digest.
  let row: IndexRow
  let rowDigest: Int64
  /// What its collection says of it, as it is stored.
  let hints: String?
  /// How much of a cable the text holds: any full text before any extract, then by length.
  let fullness: Int64

  init(_ incoming: IncomingCable, _ packing: borrowing TextPacking) {
    var cable = incoming.cable
    size = cable.text.original.count
    digest = Digest.of(cable.text.original)
    text = StoredText(packing: cable.text.original, packing)
    row = IndexRow(of: cable)
    rowDigest = Digest.of(row)
    hints = StoredHints.text(of: incoming.hints)
    fullness = (cable.isPartial ? 0 : 1 << 40) + Int64(IndexedText(of: cable).count)
    source = incoming.source
    fileName = incoming.hints.fileName ?? incoming.source.fileName
    cable.text = CableText(original: [], clean: [], segments: [])
    cable.blocks = []
    cable.paragraphs = []
    self.cable = cable
  }

  /// Cables that a thread prepares in one go.
  private static let stretch = 16

  /// Prepares cables on all cores, in their order.
  static func prepare(_ cables: [IncomingCable]) -> [PreparedCable] {
    guard cables.count > stretch else { return prepare(cables[...]) }
    let stretches = (cables.count + stretch - 1) / stretch
    let prepared = Mutex([[PreparedCable]](repeating: [], count: stretches))
    DispatchQueue.concurrentPerform(iterations: stretches) { index in
      let part = prepare(cables[index * stretch..<min(cables.count, (index + 1) * stretch)])
      prepared.withLock { $0[index] = part }
    }
    return prepared.withLock { Array($0.joined()) }
  }

  private static func prepare(_ cables: ArraySlice<IncomingCable>) -> [PreparedCable] {
    let packing = TextPacking()
    return cables.map { PreparedCable($0, packing) }
  }
}
