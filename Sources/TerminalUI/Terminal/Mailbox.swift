internal import Synchronization

/// A queue from any thread to the event loop.
///
/// Workers post; the loop drains when it wakes. What is posted keeps its order, and each message is
/// drained once.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// Creates a mailbox that calls a closure after each post, on the thread that posts.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Adds a message and wakes the loop.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Takes out all messages, the oldest first.
  public func drain() -> [Message] {
    messages.withLock { waiting in
      let all = waiting
      waiting = []
      return all
    }
  }
}
