internal import Cables
internal import Dispatch
internal import Synchronization

/// A cable with all that can be made of it before the database is asked: what several threads can do at once.
struct PreparedCable: Sendable {
  let incoming: IncomingCable
  /// The digest of the original.
  let digest: Int64
  let text: StoredText
  let row: IndexRow
  /// How much of a cable the text holds: any full text before any extract, then by length.
  let fullness: Int64

  init(_ incoming: IncomingCable) {
    let cable = incoming.cable
    self.incoming = incoming
    digest = Digest.of(cable.text.original)
    text = StoredText(packing: cable.text.original)
    row = IndexRow(of: cable)
    fullness = (cable.isPartial ? 0 : 1 << 40) + Int64(IndexedText(of: cable).count)
  }

  /// Cables that a thread prepares in one go.
  private static let stretch = 16

  /// Prepares cables on all cores, in their order.
  static func prepare(_ cables: [IncomingCable]) -> [PreparedCable] {
    guard cables.count > stretch else { return cables.map(PreparedCable.init) }
    let stretches = (cables.count + stretch - 1) / stretch
    let prepared = Mutex([[PreparedCable]](repeating: [], count: stretches))
    DispatchQueue.concurrentPerform(iterations: stretches) { index in
      let part = cables[index * stretch..<min(cables.count, (index + 1) * stretch)]
        .map(PreparedCable.init)
      prepared.withLock { $0[index] = part }
    }
    return prepared.withLock { Array($0.joined()) }
  }
}
