import Synchronization
import TerminalUI
import Testing

@Suite struct MailboxTests {
  @Test func `messages are drained once and in order`() {
    let mailbox = Mailbox<Int> {}
    for number in 1...3 { mailbox.post(number) }
    #expect(mailbox.drain() == [1, 2, 3])
    #expect(mailbox.drain().isEmpty)
  }

  @Test func `every post wakes, and none is lost among threads`() async {
    let wakes = Mutex(0)
    let mailbox = Mailbox<Int> { wakes.withLock { $0 += 1 } }
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask { for number in 0..<100 { mailbox.post(worker * 100 + number) } }
      }
    }
    #expect(mailbox.drain().sorted() == Array(0..<800))
    #expect(wakes.withLock { $0 } == 800)
  }
}
