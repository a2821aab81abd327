import CableSources
import Dispatch
import Glibc
import Synchronization

/// Stops long work on Ctrl-C and the signals that end programs, so that it can finish what it is writing.
///
/// A second signal ends the program at once.
final class Interruption {
  /// What the work asks whether it is to stop.
  var reading: SourceProgress { receiver.reading }
  private let receiver = Receiver()
  private var sources: [any DispatchSourceSignal] = []

  private final class Receiver: Sendable {
    let reading = SourceProgress()
    let signal = Mutex<Int32?>(nil)

    func receive(_ number: Int32) {
      let isFirst = signal.withLock { signal in
        defer { signal = signal ?? number }
        return signal == nil
      }
      guard isFirst else { _exit(128 + number) }
      reading.cancel()
    }
  }

  /// Begins to catch the signals.
  init() {
    for number in Self.numbers {
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [receiver] in receiver.receive(number) }
      source.resume()
      sources.append(source)
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.numbers { Glibc.signal(number, SIG_DFL) }
  }

  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// The signal that came; nil where none did.
  var signal: Int32? { receiver.signal.withLock { $0 } }
}
