/// The first bytes of formats that lie about among cables and hold none.
enum KnownBinary {
  private static let marks: [(name: String, bytes: [UInt8])] = [
    ("a PDF document; extract its text first", Array("%PDF-".utf8)),
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]),
    ("a GIF image", Array("GIF8".utf8)),
    ("a TIFF image", [0x49, 0x49, 0x2A, 0x00]),
    ("a TIFF image", [0x4D, 0x4D, 0x00, 0x2A]),
    ("a RIFF file", Array("RIFF".utf8)),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ("a database", Array("SQLite format 3\0".utf8)),
    ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ("an RTF document; save it as plain text first", Array("{\\rtf".utf8)),
    ("a RAR archive; unpack it first", Array("Rar!\u{1A}\u{7}".utf8)),
    ("a PostScript document", Array("%!PS".utf8)),
  ]

  /// The name of the format with its article, nil where the bytes are not known.
  static func name(_ prefix: UnsafeBufferPointer<UInt8>) -> String? {
    marks.first { prefix.starts(with: $0.bytes) }?.name
  }
}
