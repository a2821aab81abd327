/// One place of a surface, in two words.
struct Cell: Equatable {
  /// A scalar, or the number of a cluster with `clusterFlag` set, or `continuation`.
  var glyph: UInt32
  /// A packed `Style`.
  var style: UInt32

  /// Says that the cell is the right half of the wide one before it.
  static let continuation: UInt32 = 0xFFFF_FFFF
  /// Says that the other bits number an entry of the surface's clusters.
  static let clusterFlag: UInt32 = 0x8000_0000
  /// Nothing, in the terminal's own colours.
  static let blank = Cell(glyph: 0x20, style: 0)

  var isContinuation: Bool { glyph == Self.continuation }

  /// The number of the cluster that the cell shows, nil where it shows one scalar.
  var cluster: Int? {
    glyph & Self.clusterFlag != 0 && !isContinuation ? Int(glyph & ~Self.clusterFlag) : nil
  }
}
