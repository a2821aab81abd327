import CLibArchive
import Glibc

/// Archives as tests write them.
enum SampleArchive {
  enum Format: CaseIterable {
    case tar
    case zip
    case sevenZip
  }

  enum Filter: CaseIterable {
    case none
    case gzip
    case bzip2
    case xz
    case zstd
  }

  struct Member {
    var name: String
    var bytes: [UInt8]

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The bytes of an archive with the members in their order.
  static func bytes(
    _ format: Format, filter: Filter = .none, _ members: [Member], passphrase: String? = nil
  ) -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    switch format {
    case .tar: archive_write_set_format_pax_restricted(archive)
    case .zip: archive_write_set_format_zip(archive)
    case .sevenZip: archive_write_set_format_7zip(archive)
    }
    if let passphrase {
      archive_write_set_options(archive, "zip:encryption=zipcrypt")
      archive_write_set_passphrase(archive, passphrase)
    }
    return write(archive, filter) {
      for member in members { add(member, to: archive) }
    }
  }

  /// A packed stream without an archive in it.
  static func packed(_ filter: Filter, _ bytes: [UInt8]) -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_raw(archive)
    return write(archive, filter) { add(Member("data", bytes), to: archive) }
  }

  private static func write(
    _ archive: OpaquePointer?, _ filter: Filter, _ fill: () -> Void
  ) -> [UInt8] {
    switch filter {
    case .none: archive_write_add_filter_none(archive)
    case .gzip: archive_write_add_filter_gzip(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .zstd: archive_write_add_filter_zstd(archive)
    }
    archive_write_set_bytes_in_last_block(archive, 1)
    // Writing names beyond ASCII needs a locale that has them; reading must do without.
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let former = uselocale(locale)
    defer {
      uselocale(former)
      freelocale(locale)
    }
    var used = 0
    return [UInt8](unsafeUninitializedCapacity: 1 << 22) { buffer, count in
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      fill()
      archive_write_close(archive)
      count = used
    }
  }

  private static func add(_ member: Member, to archive: OpaquePointer?) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, member.name)
    archive_entry_set_pathname_utf8(entry, member.name)
    let isFolder = member.name.hasSuffix("/")
    archive_entry_set_filetype(entry, isFolder ? 0o040000 : 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, Int64(member.bytes.count))
    archive_write_header(archive, entry)
    if !isFolder { archive_write_data(archive, member.bytes, member.bytes.count) }
  }
}
