internal import Glibc

/// The lines of a configuration file and of those it names with `source`.
struct ConfigurationReading: Sendable {
  /// A line, with where it stands.
  struct Line: Sendable {
    var path: String
    var number: Int
    var text: String
  }

  /// The most that is read of one file.
  private static let sizeLimit = 1 << 20
  /// The most files that may name one another in a row.
  private static let depthLimit = 8

  /// The file asked for.
  let path: String
  private(set) var lines: [Line] = []
  /// Whether there is such a file.
  private(set) var isPresent = true
  /// Files that can't be read, a sentence each.
  private(set) var problems: [String] = []
  /// The files that are being read, each named by the one before it.
  private var chain: [String] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file; `~/` stands for the home folder.
  ///   - isOptional: Whether it is well where there is no such file.
  init(path: String, isOptional: Bool = false) {
    self.path = Self.expanded(path)
    if isOptional, access(self.path, F_OK) != 0 {
      isPresent = false
      return
    }
    add(self.path, from: nil, depth: 0)
  }

  /// Takes the lines of a text.
  init(text: String, path: String) {
    self.path = path
    add(text: text, path: path, depth: 0)
  }

  private mutating func add(_ path: String, from line: Line?, depth: Int) {
    do {
      let content = try Self.content(of: path)
      let file = Self.resolved(path)
      guard !chain.contains(file) else {
        problems.append("\(line?.place ?? path): this file reads itself; the line was passed over")
        return
      }
      chain.append(file)
      defer { chain.removeLast() }
      add(text: content, path: path, depth: depth)
    } catch {
      problems.append(line.map { "\($0.place): \(error)" } ?? "\(error)")
    }
  }

  private mutating func add(text: String, path: String, depth: Int) {
    for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = String(text.last == "\r" ? text.dropLast() : text).trimmingBlanks()
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
      let line = Line(path: path, number: index + 1, text: trimmed)
      guard let invocation = try? Invocation(parsing: trimmed), invocation.id == .source,
        !invocation.arguments.isEmpty
      else {
        lines.append(line)
        continue
      }
      guard depth < Self.depthLimit else {
        problems.append("\(line.place): the files name one another without end")
        continue
      }
      add(Self.expanded(invocation.arguments, besides: path), from: line, depth: depth + 1)
    }
  }

  private static func content(of path: String) throws(InvocationError) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw unreadable(path, errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: sizeLimit + 1)
    var count = 0
    while count < bytes.count {
      let size = bytes.count - count
      let got = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress?.advanced(by: count), size)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw unreadable(path, errno) }
      if got == 0 { break }
      count += got
    }
    guard count <= sizeLimit else {
      throw InvocationError("\(shortened(path)) is too long for a configuration")
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func unreadable(_ path: String, _ number: Int32) -> InvocationError {
    InvocationError("\(shortened(path)) can't be read: \(String(cString: strerror(number)))")
  }

  /// A path as typed in full: `~/` is the home folder, and what is relative lies beside a file.
  private static func expanded(_ path: String, besides file: String? = nil) -> String {
    if path.hasPrefix("~/"), let home = getenv("HOME") {
      return String(cString: home) + path.dropFirst()
    }
    guard !path.hasPrefix("/"), let file, let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  /// The path without links and dots, by which a file is known again.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A path as a reader knows it, `~` for the home folder.
  static func shortened(_ path: String) -> String {
    guard let home = getenv("HOME").map({ String(cString: $0) }), home.count > 1,
      path.hasPrefix(home + "/")
    else { return path }
    return "~" + path.dropFirst(home.count)
  }
}

extension ConfigurationReading.Line {
  /// File and line, `~/.config/reftel/config:3`.
  var place: String { "\(ConfigurationReading.shortened(path)):\(number)" }
}

extension Configuration {
  /// Reads a configuration file over the keys and settings the browser comes with.
  ///
  /// What is wrong in it becomes one of the `problems`; everything else applies.
  ///
  /// - Parameters:
  ///   - path: The file; `~/` stands for the home folder.
  ///   - isOptional: Whether it is well where there is no such file.
  /// - Returns: The configuration.
  public static func load(path: String, isOptional: Bool) -> Configuration {
    var configuration = Configuration.standard
    configuration.path = path
    configuration.problems = configuration.apply(
      ConfigurationReading(path: path, isOptional: isOptional))
    return configuration
  }

  /// Takes over what was read.
  ///
  /// - Returns: What is wrong, a sentence each with file and line.
  mutating func apply(_ reading: ConfigurationReading) -> [String] {
    var problems = reading.problems
    for line in reading.lines {
      do {
        try apply(try Invocation(parsing: line.text))
      } catch {
        problems.append("\(line.place): \(error)")
      }
    }
    return problems
  }

  /// Where the reader's configuration lies: `$XDG_CONFIG_HOME/reftel/config`, by default in `~/.config`.
  public static var userPath: String? {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return (value("XDG_CONFIG_HOME") ?? value("HOME").map { $0 + "/.config" })
      .map { $0 + "/reftel/config" }
  }
}
