/// The way from the bytes of a terminal to events; a value, so that tests need no terminal.
///
/// Bytes may come in pieces of any size. A sequence that nobody knows is swallowed whole, lest its
/// letters run as commands. Whether an Escape is a key or the start of a sequence only time can
/// tell: when `waiting` is not nil and nothing came for that long, the caller says so by `flush()`.
///
///     var decoder = InputDecoder()
///     decoder.feed([0x1B])              // nothing yet
///     decoder.feed([0x5B, 0x41])        // the key <Up>
package struct InputDecoder: Sendable {
  /// What the decoder has seen the start of.
  package enum Waiting: Sendable {
    /// An Escape that may be the key.
    case escape
    /// A sequence or a character of several bytes.
    case sequence
    /// Pasted text.
    case paste
  }

  /// Pasted bytes that are kept; what is beyond is dropped.
  static let maximumPaste = 16 << 20
  /// Bytes after which something is no sequence any more.
  private static let maximumSequence = 256
  /// Ends pasted text.
  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private let keys: [KeySequence]
  private var pending: [UInt8] = []
  private var pasted: [UInt8]?
  /// Bytes of `pasteEnd` that the pasted text ends with so far.
  private var endMatched = 0

  /// Creates a decoder that knows xterm's sequences, and those of a certain terminal.
  package init(keys: [KeySequence] = []) {
    self.keys = keys
  }

  /// What is needed to make sense of the bytes so far, nil when nothing is open.
  package var waiting: Waiting? {
    if pasted != nil { return .paste }
    if pending.isEmpty { return nil }
    return pending.allSatisfy { $0 == 0x1B } ? .escape : .sequence
  }

  /// Takes bytes and returns the events that are complete with them.
  ///
  /// - Complexity: O(n) in the bytes.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for byte in bytes {
      if pasted != nil {
        if let text = paste(byte) { events.append(.paste(text)) }
      } else {
        pending.append(byte)
        decode(into: &events)
      }
    }
    return events
  }

  /// Says that no more bytes came in time, and returns what the open ones mean then.
  package mutating func flush() -> [TerminalEvent] {
    if let text = pasted {
      pasted = nil
      endMatched = 0
      return [.paste(String(decoding: text, as: UTF8.self))]
    }
    let open = pending
    pending = []
    switch open.count {
    case 1 where open[0] == 0x1B: return [.key(Key(.escape))]
    case 2 where open == [0x1B, 0x1B]: return [.key(Key(.escape)), .key(Key(.escape))]
    case 2 where open[0] == 0x1B && (0x20..<0x7F).contains(open[1]):
      return [.key(Key(.character(Character(Unicode.Scalar(open[1]))), modifiers: .alt))]
    default: return []
    }
  }

  /// Takes a byte of pasted text; the text when it is complete.
  private mutating func paste(_ byte: UInt8) -> String? {
    if (pasted?.count ?? 0) < Self.maximumPaste { pasted?.append(byte) }
    if byte == Self.pasteEnd[endMatched] {
      endMatched += 1
    } else {
      endMatched = byte == Self.pasteEnd[0] ? 1 : 0
    }
    guard endMatched == Self.pasteEnd.count, var text = pasted else { return nil }
    // Past the limit, the end was not kept.
    if text.suffix(endMatched).elementsEqual(Self.pasteEnd) { text.removeLast(endMatched) }
    pasted = nil
    endMatched = 0
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func decode(into events: inout [TerminalEvent]) {
    while !pending.isEmpty, pasted == nil {
      switch InputSequence.first(of: pending[...], keys: keys) {
      case .incomplete:
        if pending.count > Self.maximumSequence { pending = [] }
        return
      case .key(let key, let length):
        events.append(.key(key))
        pending.removeFirst(length)
      case .mouse(let event, let length):
        events.append(.mouse(event))
        pending.removeFirst(length)
      case .pasteStart(let length):
        pasted = []
        pending.removeFirst(length)
      case .unknown(let length):
        pending.removeFirst(length)
      }
    }
  }
}
