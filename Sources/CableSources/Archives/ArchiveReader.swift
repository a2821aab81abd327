import CLibArchive
import Glibc

/// Reads the members of an archive one after the other as they are unpacked, never the whole.
///
/// Filters that run other programs are left out.
final class ArchiveReader {
  /// A member that is a file.
  struct Entry {
    /// Its name with folders; nil for the content of a packed stream that is no archive.
    let name: String?
    let size: Int?
  }

  private let handle: OpaquePointer
  private let window: InputWindow
  private let limits: SourceLimits
  /// The library has no name for a member that the thread's locale cannot express.
  private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  /// Bytes of the window handed out and not yet consumed.
  private var lent = 0
  private var unpacked = 0
  private var entryCount = 0

  /// Opens the archive at the front of a window.
  ///
  /// - Throws: `damagedArchive` where it is none after all.
  init(_ window: InputWindow, limits: SourceLimits) throws(InputError) {
    guard let handle = archive_read_new() else { throw .system(ENOMEM) }
    self.handle = handle
    self.window = window
    self.limits = limits
    for enable in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
      archive_read_support_filter_xz, archive_read_support_filter_zstd,
      archive_read_support_filter_lz4, archive_read_support_filter_lzip,
      archive_read_support_filter_compress, archive_read_support_format_tar,
      archive_read_support_format_zip, archive_read_support_format_7zip,
      archive_read_support_format_raw,
    ] {
      // A warning says that a filter is not built in; input that needs it then fails with a reason.
      _ = enable(handle)
    }
    setCallbacks()
    guard archive_read_open1(handle) == ARCHIVE_OK else { throw error }
  }

  deinit {
    archive_read_free(handle)
    if let locale { freelocale(locale) }
  }

  /// Goes on to the next file; nil at the end.
  ///
  /// Folders, links and hidden names are passed over.
  func next() throws(InputError) -> Entry? {
    let former = locale.flatMap { uselocale($0) }
    defer { if let former { uselocale(former) } }
    var entry: OpaquePointer?
    var retries = 0
    while true {
      let code = archive_read_next_header(handle, &entry)
      if code == ARCHIVE_EOF { return nil }
      if code == ARCHIVE_RETRY, retries < 8 {
        retries += 1
        continue
      }
      guard code >= ARCHIVE_WARN, let entry else { throw error }
      // Where neither a filter nor a format was recognised the input would come back as it is.
      if isRaw, archive_filter_code(handle, 0) == ARCHIVE_FILTER_NONE {
        throw .damagedArchive("it is not what its first bytes say")
      }
      entryCount += 1
      if let file = file(entry) { return file }
    }
  }

  /// Whether the first member says that the archive is a document of an office suite, a book or a program.
  static func isDocument(firstEntry name: String) -> Bool {
    ["mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF"].contains(name)
  }

  /// Unpacks more of the current member.
  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw error }
    unpacked += count
    let packed = Int(archive_filter_bytes(handle, -1))
    guard unpacked <= limits.freeExpansion || unpacked / limits.expansion <= packed else {
      throw .overgrown
    }
    return count
  }

  private var error: InputError {
    if let failure = window.failure { return failure }
    guard let text = archive_error_string(handle) else { return .damagedArchive("no reason given") }
    return .damagedArchive(String(cString: text))
  }

  private var isRaw: Bool {
    archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
  }

  private func file(_ entry: OpaquePointer) -> Entry? {
    let fileType = archive_entry_filetype(entry) & S_IFMT
    guard fileType == S_IFREG, archive_entry_hardlink(entry) == nil else { return nil }
    let size = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    if isRaw { return Entry(name: nil, size: nil) }
    // The name is at hand in one form or the other, by the archive's format and the locale.
    let text = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    let name = text.map { String(cString: $0) } ?? "member \(entryCount)"
    let isHidden = name.split(separator: "/").contains {
      $0 == "__MACOSX" || ($0.hasPrefix(".") && $0 != "." && $0 != "..")
    }
    return isHidden ? nil : Entry(name: name, size: size)
  }

  private func setCallbacks() {
    archive_read_set_callback_data(handle, Unmanaged.passUnretained(self).toOpaque())
    archive_read_set_read_callback(handle) { _, reader, buffer in
      guard let reader, let buffer else { return -1 }
      return Unmanaged<ArchiveReader>.fromOpaque(reader).takeUnretainedValue().lend(buffer)
    }
    guard window.canSeek else { return }
    archive_read_set_seek_callback(handle) { _, reader, offset, origin in
      guard let reader else { return Int64(ARCHIVE_FATAL) }
      return Unmanaged<ArchiveReader>.fromOpaque(reader).takeUnretainedValue()
        .seek(offset, from: origin)
    }
  }

  /// Gives out what is in memory; it stays valid until the next call.
  private func lend(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    window.consume(lent)
    lent = 0
    _ = window.fill(1)
    if window.failure != nil { return Int(ARCHIVE_FATAL) }
    buffer.pointee = UnsafeRawPointer(window.bytes.baseAddress)
    lent = window.count
    return lent
  }

  private func seek(_ offset: Int64, from origin: Int32) -> Int64 {
    let base: Int?
    switch origin {
    case SEEK_SET: base = 0
    case SEEK_CUR: base = window.offset + lent
    default: base = window.expectedSize
    }
    guard let base else { return Int64(ARCHIVE_FATAL) }
    let target = base + Int(offset)
    lent = 0
    return window.seek(to: target) ? Int64(target) : Int64(ARCHIVE_FATAL)
  }
}

/// The content of an archive's current member.
final class ArchiveEntryInput: ByteInput {
  let expectedSize: Int?
  private let reader: ArchiveReader

  init(_ reader: ArchiveReader, _ entry: ArchiveReader.Entry) {
    self.reader = reader
    expectedSize = entry.size
  }

  var canSeek: Bool { false }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    try reader.read(into: buffer)
  }

  func seek(to offset: Int) -> Bool { false }
}
