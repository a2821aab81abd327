import Foundation

/// What the system says about a process.
struct ProcessStatus {
  /// Running, sleeping, stopped or dead, by the system's letter.
  let state: Character
  /// Clock ticks of processor time it has had, its threads included.
  let ticks: Int
  /// How often its main thread went to sleep.
  let sleeps: Int

  /// Reads the status of a process; throws when there is none.
  init(_ process: pid_t) throws {
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // The name before may hold anything but ends with the last bracket.
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    state = fields[1].first ?? "?"
    ticks = (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0)
    let status = try String(
      contentsOfFile: "/proc/\(process)/task/\(process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
    sleeps = Int(line?.split(separator: "\t").last ?? "") ?? 0
  }
}
