import ArgumentParser
import CableArchive
import CableSources
import Foundation

/// Takes files and folders into an archive.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Take files and folders of cables into an archive, which opens at once and is searched fast.",
    discussion: """
      Run it again at any time: files that are as they were are passed over, changed ones become further versions, and
      an import that was stopped goes on where it was. Ctrl-C stops; nothing that was written is lost.

        reftel import cables/                  into your own archive, which reftel opens by itself
        reftel import --archive my.reftel a.csv.gz
      """)

  @Argument(help: "Files and folders of cables; - is standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The archive; made where there is none.", valueName: "file"),
    completion: .file())
  var archive: String?

  @Option(
    help: ArgumentHelp("Write what was done and what was refused as JSON.", valueName: "file"),
    completion: .file())
  var report: String?

  @Flag(help: "Leave the index as it is written; searches are slower until the next import.")
  var noMerge = false

  @Flag(help: .hidden)
  var news = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name files or folders of cables to import.") }
  }

  func run() throws {
    let writer = news ? ImportNewsWriter() : nil
    let file = archive ?? ArchiveOptions.home
    try checkPaths(against: file)
    let archive = try ArchiveOpening.open(
      file, createsIfAbsent: true, upgrading: writer.map { writer in { writer.showUpgrade($0) } })
    let interruption = Interruption()
    let work = CableImport(
      paths: paths, archive: archive, reading: interruption.reading, mergesIndex: !noMerge)
    let display: any ImportAudience = writer ?? ImportDisplay()
    display.begin(totalBytes: work.estimatedBytes(), reading: interruption.reading)
    let result: ImportReport
    do {
      result = try work.run { display.show($0) }
    } catch {
      display.end()
      let kept = "What was written before is in the archive; the same command goes on from there."
      Output.complain("reftel: \(error)\(Self.isLost(error) ? "" : " " + kept)")
      throw ExitStatus.failed
    }
    display.end()
    try archive.close()
    if let report { try write(result, to: report) }
    if let writer {
      writer.end(result)
      return
    }
    let output = Output()
    for line in result.lines(archive: file) { output.line(line) }
    if result.ending == .complete, result.cablesInArchive > 0 {
      output.line()
      output.line("Open it with: reftel" + (self.archive.map { " \($0)" } ?? ""))
    }
    output.flush()
    if let signal = interruption.signal {
      Output.complain("reftel: stopped. The same command goes on from here.")
      Glibc.exit(128 + signal)
    }
    if !result.refused.isEmpty || result.cablesInArchive == 0 { throw ExitStatus.failed }
  }

  /// Whether the archive itself has gone.
  private static func isLost(_ error: any Error) -> Bool {
    (error as? ArchiveError)?.reason == .missing
  }

  /// Refuses what is certainly a slip, before an archive is made for nothing.
  private func checkPaths(against file: String) throws {
    let absent = paths.filter { $0 != "-" && access($0, F_OK) != 0 }
    if absent.count == paths.count {
      for path in absent { Output.complain("reftel: \(path) does not exist.") }
      throw ExitStatus.failed
    }
    if let source = paths.first(where: { CableCollection.isArchive($0) }) {
      Output.complain(
        "reftel: \(source) is an archive itself. To take its cables over: "
          + "reftel export --in \(source) | reftel import --archive \(file) -")
      throw ExitStatus.usage
    }
    // Folders are made for the reader's own archive only; another one's folder is there, or misspelt.
    guard let archive, archive != ArchiveOptions.home else { return }
    let folder = URL(filePath: archive).deletingLastPathComponent().path
    if access(folder, F_OK) != 0 {
      Output.complain(
        "reftel: the folder \(folder) does not exist; make it, or name another archive.")
      throw ExitStatus.failed
    }
  }

  private func write(_ result: ImportReport, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try PrivateFile.write([UInt8](try encoder.encode(result)) + [0x0A], to: path, overwrites: true)
  }
}

extension ImportReport {
  /// The report as lines of text.
  func lines(archive: String) -> [String] {
    var lines: [String] = []
    func field(_ name: String, _ value: String) { lines.append(name.padded(to: 18) + value) }
    field("Archive", archive)
    field("Cables", "\(cables) new, \(cablesInArchive) in the archive")
    field("Further versions", "\(versions)")
    field("Exact copies", "\(copies)")
    var parts = ["\(files.read) read"]
    if files.changed > 0 { parts.append("\(files.changed) of them changed") }
    if files.incomplete > 0 { parts.append("\(files.incomplete) not to the end") }
    if files.continued > 0 { parts.append("\(files.continued) continued") }
    if files.unchanged > 0 { parts.append("\(files.unchanged) unchanged") }
    if files.removed > 0 { parts.append("\(files.removed) gone, their cables kept") }
    field("Files", parts.joined(separator: ", "))
    if ending == .stopped { field("Stopped", "not everything was read; the same command goes on") }
    field("Absent cables", "\(absentCables)")
    func list(_ name: String, _ report: WarningReport) {
      guard !report.isEmpty else { return }
      field(name, report.sorted.map { "\($0.count) \($0.kind)" }.joined(separator: ", "))
    }
    list("Warnings", warnings)
    list("Refused", refusedByKind)
    return lines
  }
}
