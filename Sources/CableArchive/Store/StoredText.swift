internal import CZstd
internal import Cables
internal import GRDB

/// The text of a cable as it lies in the table `body`: as it came, or packed where that is shorter.
struct StoredText {
  /// The bytes of the column.
  var bytes: [UInt8]
  /// Whether they are packed.
  var isPacked: Bool

  /// A text that is no longer is not worth packing.
  private static let shortText = 128
  /// The longest text that is unpacked; the column could be anything in a damaged archive.
  private static let longestText = 1 << 28

  /// Packs a text.
  init(packing text: [UInt8], _ packing: borrowing TextPacking) {
    guard text.count > Self.shortText, let packed = packing.packed(text), packed.count < text.count
    else {
      bytes = text
      isPacked = false
      return
    }
    bytes = packed
    isPacked = true
  }

  /// Takes what lies in the columns.
  init(_ original: OriginalBytes, isPacked: Bool) {
    bytes = original.bytes
    self.isPacked = isPacked
  }

  /// The text as it came; nil where the bytes are damaged.
  var text: [UInt8]? {
    guard isPacked else { return bytes }
    return bytes.withUnsafeBytes { packed in
      let size = ZSTD_getFrameContentSize(packed.baseAddress, packed.count)
      // The two greatest numbers stand for an unknown size and for no frame at all.
      guard size <= UInt64(Self.longestText) else { return nil }
      var isWhole = false
      let text = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
        let written = ZSTD_decompress(
          buffer.baseAddress, buffer.count, packed.baseAddress, packed.count)
        isWhole = ZSTD_isError(written) == 0 && written == Int(size)
        count = isWhole ? written : 0
      }
      return isWhole ? text : nil
    }
  }
}

/// What packs texts; making it takes longer than packing a short one.
struct TextPacking: ~Copyable {
  /// A third less time than the library's own default of 3.
  private static let level: Int32 = 1

  private let context = ZSTD_createCCtx()

  deinit { ZSTD_freeCCtx(context) }

  /// The packed text; nil where memory is short.
  func packed(_ text: [UInt8]) -> [UInt8]? {
    guard let context else { return nil }
    return text.withUnsafeBytes { text in
      var isPacked = false
      let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(text.count)) {
        buffer, count in
        let written = ZSTD_compressCCtx(
          context, buffer.baseAddress, buffer.count, text.baseAddress, text.count, Self.level)
        isPacked = ZSTD_isError(written) == 0
        count = isPacked ? written : 0
      }
      return isPacked ? packed : nil
    }
  }
}
