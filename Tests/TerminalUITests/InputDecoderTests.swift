import TerminalUI
import Testing

@Suite struct InputDecoderTests {
  /// Events as text: keys in their notation, the others in a short form.
  private func shown(_ events: [TerminalEvent]) -> String {
    events.map { event in
      switch event {
      case .key(let key): key.description
      case .mouse(let mouse):
        "\(mouse.kind) \(mouse.button) \(mouse.position.column),\(mouse.position.row)"
          + (mouse.modifiers.isEmpty ? "" : " +\(mouse.modifiers.rawValue)")
      case .paste(let text): "paste(\(text))"
      default: "\(event)"
      }
    }.joined(separator: " ")
  }

  private func decode(_ bytes: [UInt8], keys: [KeySequence] = []) -> String {
    var decoder = InputDecoder(keys: keys)
    let events = decoder.feed(bytes)
    return shown(events + (decoder.waiting == nil ? [] : decoder.flush()))
  }

  /// Input, and the events that it means however it is split.
  static let sequences: [(String, String)] = [
    ("abc", "a b c"), (" é日🙂", "<Space> é 日 🙂"), ("\r\n\t", "<Enter> <Enter> <Tab>"),
    ("\u{7F}\u{08}\u{0C}\u{1A}", "<BS> <BS> <C-l> <C-z>"), ("\u{00}\u{1C}", "<C-Space> <C-\\>"),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", "<Up> <Down> <Right> <Left>"),
    ("\u{1B}OA\u{1B}OH\u{1B}OF\u{1B}OP", "<Up> <Home> <End> <F1>"),
    (
      "\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      "<Home> <End> <Home> <End> <Home> <End>"
    ),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", "<Ins> <Del> <PgUp> <PgDn>"),
    ("\u{1B}[15~\u{1B}[17~\u{1B}[24~\u{1B}[[A", "<F5> <F6> <F12> <F1>"),
    ("\u{1B}[1;3D\u{1B}[1;5C\u{1B}[3;2~\u{1B}[1;7A", "<A-Left> <C-Right> <S-Del> <C-A-Up>"),
    ("\u{1B}[Z", "<S-Tab>"), ("\u{1B}x\u{1B}é\u{1B}\u{7F}\u{1B}\r", "<A-x> <A-é> <A-BS> <A-Enter>"),
    ("\u{1B}\u{1B}[A", "<A-Up>"), ("\u{1B}\u{1B}x", "<Esc> <A-x>"),
    ("\u{1B}[a\u{1B}Oa\u{1B}[3$\u{1B}[3^\u{1B}[3@", "<S-Up> <C-Up> <S-Del> <C-Del> <C-S-Del>"),
    ("\u{1B}[120;5u\u{1B}[27;3;97~\u{1B}[9;2u", "<C-x> <A-a> <S-Tab>"),
    ("\u{1B}OM\u{1B}Ok\u{1B}O5C", "<Enter> + <C-Right>"),
    ("\u{1B}[<0;10;5M\u{1B}[<0;10;5m", "press left 9,4 release left 9,4"),
    ("\u{1B}[<32;300;5M\u{1B}[<2;1;1M", "drag left 299,4 press right 0,0"),
    ("\u{1B}[<64;3;4M\u{1B}[<81;3;4M", "wheelUp none 2,3 wheelDown none 2,3 +4"),
    ("\u{1B}[<35;3;4Ma", "a"), ("\u{1B}[M !!a", "press left 0,0 a"),
    ("\u{1B}[200~a\u{1B}[Ab\n\u{1B}[201~c", "paste(a\u{1B}[Ab\n) c"),
    ("\u{1B}[200~\u{1B}[20\u{1B}\u{1B}[201~", "paste(\u{1B}[20\u{1B})"),
    // Unknown, and swallowed whole: nothing of it may run as a command.
    ("\u{1B}[99;99xa", "a"), ("\u{1B}[?1;2ca", "a"), ("\u{1B}[Ia\u{1B}[O", "a"),
    ("\u{1B}[201~a", "a"), ("\u{1B}Oqa", "1 a"), ("\u{1B}O!a", "a"), ("\u{1B}[5 qa", "a"),
    ("\u{1B}]11;rgb:00/00/00\u{07}a", "a"), ("\u{1B}]52;c;abc\u{1B}\\a", "a"),
    ("\u{1B}P1$r0m\u{1B}\\a", "a"), ("\u{1B}_Gi=1;OK\u{1B}\\a", "a"), ("\u{1B}[[Za", "a"),
    ("\u{1B}[12\u{1B}[A", "<Up>"), ("\u{1B}[1;\ra", "<Enter> a"), ("\u{1B}[<0;1Ma", "a"),
    ("\u{1B}[<9999999999999999999;1;1Ma", "a"), ("\u{1B}[57441ua", "a"), ("\u{9B}Aa", "A a"),
  ]

  @Test(arguments: sequences)
  func `input becomes events`(input: String, events: String) {
    #expect(decode(Array(input.utf8)) == events)
  }

  @Test(arguments: sequences)
  func `input may come in pieces`(input: String, events: String) {
    let bytes = Array(input.utf8)
    for split in bytes.indices {
      var decoder = InputDecoder()
      let first = decoder.feed(bytes[..<split])
      let second = decoder.feed(bytes[split...])
      #expect(shown(first + second) == events, "split at \(split)")
    }
    var decoder = InputDecoder()
    let one = bytes.flatMap { decoder.feed([$0]) }
    #expect(shown(one) == events)
  }

  @Test(
    arguments: [
      ("\u{1B}", "<Esc>"), ("\u{1B}\u{1B}", "<Esc> <Esc>"), ("\u{1B}[", "<A-[>"),
      ("\u{1B}O", "<A-O>"), ("\u{1B}]", "<A-]>"), ("\u{1B}[1;", ""), ("\u{1B}[<0;1", ""),
      ("\u{1B}]0;a", ""), ("\u{1B}[200~abc", "paste(abc)"),
    ])
  func `what stays open means something when time is over`(input: String, events: String) {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array(input.utf8)).isEmpty)
    #expect(decoder.waiting != nil)
    #expect(shown(decoder.flush()) == events)
    #expect(decoder.waiting == nil)
    #expect(shown(decoder.feed([0x61])) == "a")
  }

  @Test func `bytes that are no text are swallowed`() {
    #expect(decode([0xFF, 0x61, 0xC3, 0x62, 0x80, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0x63]) == "a b c")
  }

  @Test func `the terminal's own sequences come first`() {
    let keys = [
      KeySequence(bytes: [0x1B, 0x41], key: Key(.up)),
      KeySequence(bytes: Array("\u{1B}[25~".utf8), key: Key(.function(9))),
    ]
    #expect(decode(Array("\u{1B}A\u{1B}[25~\u{1B}[26~".utf8), keys: keys) == "<Up> <F9> <F14>")
  }

  @Test func `a megabyte is pasted whole`() {
    let text = String(repeating: "MORE FROM ITALY ¶\n", count: 60_000)
    var decoder = InputDecoder()
    let events = decoder.feed(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8))
    #expect(events == [.paste(text)])
  }

  @Test func `any bytes at all end in a state that goes on`() {
    var state: UInt64 = 11
    let alphabet = Array("\u{1B}\u{1B}[[O<;0123~MmAPu$?]\\\u{07}a ".utf8) + [0xC3, 0xFF]
    for _ in 0..<2_000 {
      let bytes = (0..<16).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      var decoder = InputDecoder()
      _ = decoder.feed(bytes)
      if decoder.waiting != nil { _ = decoder.flush() }
      #expect(shown(decoder.feed([0x71])) == "q")
    }
  }

  @Test func `a list of events is cut to what matters`() {
    func drag(_ column: Int) -> TerminalEvent {
      .mouse(
        MouseEvent(kind: .drag, button: .left, position: Point(column: column, row: 0)))
    }
    func resize(_ columns: Int) -> TerminalEvent { .resize(Size(columns: columns, rows: 1)) }
    let events = [.wake, drag(1), drag(2), resize(1), drag(3), .key(Key("a")), .wake, resize(2)]
    #expect(
      events.coalesced() == [.wake, drag(3), .key(Key("a")), resize(2)])
  }
}
