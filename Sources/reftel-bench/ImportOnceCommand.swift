import ArgumentParser
import CableArchive
import Foundation
import Glibc

/// Imports a path in a process of its own, whose memory is then that of the import.
struct ImportOnceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a path; print the seconds of each phase and the peak of memory.",
    shouldDisplay: false)

  @Argument(help: "The path.")
  var path: String

  @Argument(help: "The archive.")
  var archive: String

  @Flag(inversion: .prefixedNo, help: "Whether the index is merged at the end.")
  var merge = true

  /// What is printed.
  struct Outcome: Codable {
    var reading = 0.0
    var resolving = 0.0
    var counting = 0.0
    var merging = 0.0
    /// Of all threads, whatever else the machine was doing.
    var processorSeconds = 0.0
    var peakKilobytes = 0

    /// The seconds of all phases.
    var seconds: Double { reading + resolving + counting + merging }
  }

  func run() throws {
    let archive = try Archive.open(path: archive, createsIfAbsent: true)
    var outcome = Outcome()
    var phase = CableImport.Progress.Phase.reading
    var start = ContinuousClock.now
    func end(_ next: CableImport.Progress.Phase) {
      let seconds = (ContinuousClock.now - start).milliseconds / 1_000
      switch phase {
      case .reading: outcome.reading += seconds
      case .resolving: outcome.resolving += seconds
      case .counting: outcome.counting += seconds
      case .merging: outcome.merging += seconds
      }
      phase = next
      start = .now
    }
    _ = try CableImport(paths: [path], archive: archive, mergesIndex: merge).run { progress in
      if progress.phase != phase { end(progress.phase) }
    }
    end(.reading)
    try archive.close()
    outcome.processorSeconds = Double(clock()) / Double(CLOCKS_PER_SEC)
    // Not getrusage: its peak includes that of the process this one was started from.
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    outcome.peakKilobytes = Int(peak.filter(\.isNumber)) ?? 0
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }
}
