import ArgumentParser
import CableArchive
import CableSources

/// Checks that an archive is whole, and puts right what can be.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that an archive is whole: database, texts, index, references.",
    discussion:
      "Every text is read and compared with what was stored and with what is in the index.")

  @Argument(help: "The archive; your own where this is left out.", completion: .file())
  var archive: String?

  @Flag(
    help:
      "Write the index, the references and the TAGS anew from the stored texts if they are wrong.")
  var repair = false

  func run() throws {
    let path = archive ?? ArchiveOptions.home
    let archive = try ArchiveOpening.open(path, isReadOnly: !repair)
    defer { try? archive.close() }
    var line = ProgressLine(totalBytes: 0)
    let output = Output()
    var findings = try archive.check { line.say("Checking \(Int($0 * 100))% …") }
    line.clear()
    for finding in findings {
      output.line("\(finding.kind.rawValue.padded(to: 10)) \(finding.sentence)")
    }
    if repair, findings.contains(where: \.isRepairable) {
      try archive.rebuildIndex { line.say("Writing the index anew \(Int($0 * 100))% …") }
      line.clear()
      let left = try archive.check { line.say("Checking again \(Int($0 * 100))% …") }
      line.clear()
      output.line("Repaired: \(findings.count - left.count) of \(findings.count) findings.")
      findings = left
    }
    if findings.isEmpty {
      output.line("\(path) is in order: \(try archive.totals.cables) cables.")
      return
    }
    output.line(advice(for: findings))
    output.flush()
    throw ExitStatus.failed
  }

  private func advice(for findings: [CheckFinding]) -> String {
    findings.allSatisfy(\.isRepairable)
      ? "What is wrong can be derived anew: reftel check --repair"
      : "What was stored is damaged. Import the collection into a new archive, or take a copy of this one."
  }
}
