import TestSupport
import Testing

@Suite struct IdleTests {
  @Test func `an idle browser never wakes up`() throws {
    let reftel = try ReftelTerminal()
    let process = try reftel.process()
    // The last key is drawn, so that the program has nothing to do from here on.
    try reftel.terminal.press("j")
    try reftel.terminal.wait(for: "\n>2004-10-06")
    var before = try ProcessStatus(process)
    try reftel.terminal.wait("the program to sleep") { _ in
      let now = try ProcessStatus(process)
      defer { before = now }
      return now.state == "S" && now.sleeps == before.sleeps && now.ticks == before.ticks
    }
    // A few hundred looks at the screen, which the program knows nothing of, take over a second.
    for _ in 0..<300 { _ = try reftel.terminal.screen() }
    let after = try ProcessStatus(process)
    #expect(after.ticks == before.ticks)
    #expect(after.sleeps == before.sleeps)
  }
}
