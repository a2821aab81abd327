import ArgumentParser
import CableArchive
import CableBrowser
import TerminalUI

/// Presses anything at any size and looks at every frame.
struct RandomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "random",
    abstract: "Press random keys at random sizes, and check that every frame is whole.")

  @Option(help: "How many things are done.")
  var steps = 100_000

  @Option(help: "The seed; the same seed does the same things.")
  var seed: UInt64 = 1

  @Argument(help: "Files and folders of cables, or an archive.", completion: .file())
  var paths: [String]

  func run() throws {
    var reader = RandomReader(seed: seed)
    let size = Size(columns: 80, rows: 24)
    // Keys at random would save files under any name.
    func open() throws -> HeadlessBrowser {
      let browser = try HeadlessBrowser(try CableCollection(paths, home: ""), size: size)
      browser.writesFiles = false
      return browser
    }
    var browser = try open()
    var restarts = 0
    var trail: [String] = []
    let start = ContinuousClock.now
    for step in 1...max(1, steps) {
      try reader.act(on: browser)
      trail = trail.suffix(30) + [reader.step]
      if browser.hasQuit {
        browser = try open()
        restarts += 1
      }
      let screen = browser.screen
      let isCursorOutside = browser.cursor.map { !screen.bounds.contains($0) } ?? false
      if let defect = isCursorOutside ? "the cursor is outside" : screen.defect {
        print("step \(step): \(defect)\nafter \(trail.joined(separator: " "))")
        throw ExitCode.failure
      }
    }
    let seconds = (ContinuousClock.now - start) / Duration.seconds(1)
    print("\(steps) steps from seed \(seed), \(restarts) restarts, every frame whole")
    print("\(Int(Double(steps) / seconds)) steps a second")
  }
}
