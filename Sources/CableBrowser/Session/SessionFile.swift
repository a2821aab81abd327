import Foundation

/// The file a session is kept in: `$XDG_STATE_HOME/reftel/sessions/`, one for each archive, readable by its owner alone.
public struct SessionFile: Sendable {
  /// Where it is.
  public let path: String

  /// The file for an archive; nil where the environment names no place for it.
  ///
  /// - Parameters:
  ///   - archive: The path of the archive.
  ///   - environment: Asked for variables.
  public init?(archive: String, environment: (String) -> String?) {
    let state: String
    if let home = environment("XDG_STATE_HOME"), home.hasPrefix("/") {
      state = home
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      state = home + "/.local/state"
    } else {
      return nil
    }
    let resolved = URL(filePath: archive).resolvingSymlinksInPath().path
    path = "\(state)/reftel/sessions/\(Self.name(of: resolved)).json"
  }

  /// The archive's name, and what tells archives of one name apart.
  private static func name(of path: String) -> String {
    // FNV-1a: short names that stay the same, nothing to be kept secret.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let file = path.split(separator: "/").last.map(String.init) ?? "archive"
    return "\(file.prefix(60))-\(String(hash, radix: 16))"
  }

  /// What was kept; nil where there is none, or none that is understood.
  func read() -> SavedSession? {
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let saved = try? JSONDecoder().decode(SavedSession.self, from: data),
      saved.version == SavedSession.version
    else { return nil }
    return saved
  }

  /// Keeps a session; nothing is said where that fails, since nothing that matters is lost.
  func write(_ session: SavedSession) {
    guard let data = try? JSONEncoder().encode(session) else { return }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = data.withUnsafeBytes {
      Foundation.write(descriptor, $0.baseAddress, $0.count) == $0.count
    }
    close(descriptor)
    // Whole or not at all: a browser that is killed leaves the session before.
    if !isWritten || rename(draft, path) != 0 { unlink(draft) }
  }
}
