/// The order of the two bytes of a character in UTF-16 text, by its byte order mark or without one.
public enum UTF16Order: Sendable {
  /// The low byte first, as Windows writes it.
  case little
  /// The high byte first.
  case big

  /// Looks at the first bytes of a text; nil where it is not in UTF-16.
  ///
  /// Without a mark, nearly every other byte of text in Latin letters is zero, and hardly one of the rest.
  public init?(_ prefix: some RandomAccessCollection<UInt8>) {
    // In memory that lies together bytes are read many times faster than one by one through any collection.
    let order =
      prefix.withContiguousStorageIfAvailable { Self.order(of: $0) }
      ?? Array(prefix.prefix(Self.sampleSize)).withUnsafeBufferPointer { Self.order(of: $0) }
    guard let order else { return nil }
    self = order
  }

  /// The bytes looked at for zeros.
  private static let sampleSize = 1024

  private static func order(of prefix: UnsafeBufferPointer<UInt8>) -> UTF16Order? {
    if let marked = Self(mark: prefix) { return marked }
    let sample = UnsafeBufferPointer(rebasing: prefix.prefix(sampleSize))
    guard sample.count >= 16, sample.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = sample.count / 2
    if zeros.odd * 10 >= units * 8, zeros.even * 20 <= units { return .little }
    if zeros.even * 10 >= units * 8, zeros.odd * 20 <= units { return .big }
    return nil
  }

  /// Reads a byte order mark only.
  init?(mark prefix: some RandomAccessCollection<UInt8>) {
    if prefix.starts(with: [0xFF, 0xFE]) {
      self = .little
    } else if prefix.starts(with: [0xFE, 0xFF]) {
      self = .big
    } else {
      return nil
    }
  }

  /// The bytes of the mark a text begins with: 2, or 0 without one.
  public static func markLength(_ prefix: some RandomAccessCollection<UInt8>) -> Int {
    UTF16Order(mark: prefix) == nil ? 0 : 2
  }
}
