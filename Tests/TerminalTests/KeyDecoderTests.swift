import Screen
import ScreenTesting
import Terminal
import Testing

@Suite struct KeyDecoderTests {
  private static let esc = "\u{1B}"

  /// What a terminal sends, and the keys it means.
  private static let spoken: [(String, [Key])] = [
    ("a", [.character("a")]),
    ("A 1", [.character("A"), .character(" "), .character("1")]),
    ("你好", [.character("你"), .character("好")]),
    ("e\u{301}x", [.character("e\u{301}"), .character("x")]),
    ("👨‍👩‍👧", [.character("👨‍👩‍👧")]),
    ("\r", [.enter]), ("\n", [.control("j")]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.control("h")]), ("\u{0}", [.control(" ")]), ("\u{12}", [.control("r")]),
    ("\u{1C}\u{1D}\u{1E}\u{1F}", [.control("\\"), .control("]"), .control("^"), .control("_")]),
    ("\(esc)[A", [.up]), ("\(esc)OA", [.up]), ("\(esc)[1;5D", [.controlled(.left)]),
    ("\(esc)[1;2A", [.shift(.up)]), ("\(esc)[1;3C", [.alt(.right)]),
    ("\(esc)[1;8B", [.alt(.controlled(.shift(.down)))]),
    ("\(esc)[H", [.home]), ("\(esc)[4~", [.end]), ("\(esc)[5~", [.pageUp]),
    ("\(esc)[3;5~", [.controlled(.delete)]), ("\(esc)[Z", [.backTab]),
    ("\(esc)OP", [.function(1)]), ("\(esc)[15~", [.function(5)]), ("\(esc)[24~", [.function(12)]),
    ("\(esc)[1;2P", [.shift(.function(1))]), ("\(esc)[[A", [.function(1)]),
    ("\(esc)[27;5;13~", [.controlled(.enter)]), ("\(esc)[13;2u", [.shift(.enter)]),
    ("\(esc)[114;5u", [.control("r")]), ("\(esc)[97;3u", [.alt(.character("a"))]),
    ("\(esc)x", [.alt(.character("x"))]), ("\(esc)中", [.alt(.character("中"))]),
    ("\(esc)\r", [.alt(.enter)]), ("\(esc)\u{7F}", [.alt(.backspace)]),
    ("\(esc)\u{12}", [.alt(.control("r"))]), ("\(esc)\(esc)[A", [.alt(.up)]),
    ("\(esc)[200~one\r\ntwo\rthree\(esc)[201~x", [.paste("one\ntwo\nthree"), .character("x")]),
    ("\(esc)[200~\(esc)[31mred\u{7}\tok\(esc)[201~", [.paste("[31mred\tok")]),
    ("\(esc)[200~\(esc)[201~", [.paste("")]),
    // Nobody asked for these.
    ("\(esc)[?62;22cx", [.character("x")]), ("\(esc)[99;99;99;99Wx", [.character("x")]),
    ("\(esc)[<0;3;4;5Mx", [.character("x")]), ("\(esc)[<0;0;4Mx", [.character("x")]),
    ("\(esc)[<0;-3;4Mx", [.character("x")]), ("\(esc)[<999999;3;4Mx", [.character("x")]),
    ("\(esc)]11;rgb:0/0/0\(esc)\\x", [.character("x")]),
    ("\(esc)]11;rgb:0/0/0\u{7}x", [.character("x")]), ("\(esc)P1$r0m\(esc)\\x", [.character("x")]),
    ("\(esc)[-9223372036854775808;1Ax", [.character("x")]),
    ("\(esc)[1;99999999999999999999Ax", [.character("x")]),
    ("\u{85}x", [.character("x")]),
  ]

  @Test(arguments: spoken)
  func `bytes mean keys, however they are cut into pieces`(_ bytes: String, _ keys: [Key]) {
    var whole = KeyDecoder()
    #expect(whole.keys(bytes.utf8) == keys)
    #expect(!whole.isPending)
    // A grapheme of several scalars is one key only when it comes in one piece.
    guard bytes.unicodeScalars.allSatisfy({ $0.value < 0x300 || $0.value > 0x36F }),
      !bytes.contains("👨‍👩‍👧")
    else { return }
    var dribbling = KeyDecoder()
    #expect(bytes.utf8.flatMap { dribbling.keys([$0]) } == keys)
    #expect(!dribbling.isPending)
  }

  @Test(arguments: [
    ("\(esc)", [Key.escape]), ("\(esc)\(esc)", [.escape, .escape]),
    ("\(esc)[", [.alt(.character("["))]), ("\(esc)O", [.alt(.character("O"))]),
    ("\(esc)]", [.alt(.character("]"))]), ("\(esc)[1;", []),
    ("\(esc)[200~never ended", [.paste("never ended")]),
  ])
  func `what is pending is decided when nothing more comes`(_ bytes: String, _ keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(bytes.utf8) == [])
    #expect(decoder.isPending)
    #expect(decoder.flush() == keys.map(Input.key))
    #expect(!decoder.isPending)
    #expect(decoder.keys("x".utf8) == [.character("x")])
  }

  /// What a terminal says about its mouse and its window.
  private static let reported: [(String, [Input])] = [
    ("\(esc)[<0;3;4M\(esc)[<0;3;4m", [.pointer(Pointer(.press, at: .init(column: 2, row: 3)))]),
    ("\(esc)[<64;1;1M", [.pointer(Pointer(.wheelUp, at: .zero))]),
    ("\(esc)[<81;300;80M", [.pointer(Pointer(.wheelDown, at: .init(column: 299, row: 79)))]),
    // Shift with the button, then other buttons and movements, which mean nothing.
    ("\(esc)[<4;1;1M", [.pointer(Pointer(.press, at: .zero))]),
    ("\(esc)[<2;1;1M\(esc)[<32;1;1M\(esc)[<66;1;1Mx", [.key(.character("x"))]),
    // The old kind: button, column and row as bytes.
    ("\(esc)[M !!\(esc)[M#!!x", [.pointer(Pointer(.press, at: .zero)), .key(.character("x"))]),
    ("\(esc)[Ma*\"", [.pointer(Pointer(.wheelDown, at: .init(column: 9, row: 1)))]),
    ("\(esc)[I\(esc)[Ox", [.focus(true), .focus(false), .key(.character("x"))]),
  ]

  @Test(arguments: reported)
  func `mouse and window are told, however the bytes are cut`(_ bytes: String, _ inputs: [Input]) {
    var whole = KeyDecoder()
    #expect(whole.decode(bytes.utf8) == inputs)
    var dribbling = KeyDecoder()
    #expect(bytes.utf8.flatMap { dribbling.decode([$0]) } == inputs)
    #expect(!dribbling.isPending)
  }

  @Test func `half a report of the mouse types nothing`() {
    for half in ["\u{1B}[M", "\u{1B}[M !", "\u{1B}[<0;3", "\u{1B}[<0;3;4"] {
      var decoder = KeyDecoder()
      #expect(decoder.decode(half.utf8) == [])
      #expect(decoder.isPending)
      #expect(decoder.flush() == [])
      #expect(decoder.keys("x".utf8) == [.character("x")])
    }
  }

  @Test func `half a character waits for its other half and is dropped without it`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys([0x61, 0xE4, 0xBD]) == [.character("a")])
    #expect(decoder.isPending)
    #expect(decoder.keys([0xA0]) == [.character("你")])
    #expect(decoder.keys([0xE4]) == [])
    #expect(decoder.flush() == [])
    #expect(decoder.keys([0xFF, 0xC0, 0x62, 0x80]) == [.character("b")])
  }

  @Test func `the terminal's own description is believed`() {
    let table = KeyDecoder.Table(
      sequences: [
        Array("\u{1B}[25;9^".utf8): .function(40), Array("\u{1B}?p".utf8): .up,
        Array("\u{1B}?pq".utf8): .down, Array("no escape".utf8): .left,
      ],
      backspaceIsControlH: true)
    var decoder = KeyDecoder(table: table)
    #expect(decoder.keys("\u{8}".utf8) == [.backspace])
    #expect(decoder.keys("\u{1B}[25;9^".utf8) == [.function(40)])
    #expect(decoder.keys("\u{1B}?pq".utf8) == [.down])
    #expect(decoder.keys("\u{1B}?px".utf8) == [.up, .character("x")])
    #expect(decoder.keys("no escape".utf8).count == 9)
  }

  @Test func `a paste is cut at its limit and its end is still found`() {
    var decoder = KeyDecoder(pasteLimit: 7)
    let keys = decoder.keys("\u{1B}[200~你好吗你好吗\u{1B}[201~x".utf8)
    #expect(keys == [.paste("你好"), .character("x")])
    #expect(decoder.lastPasteWasCut)
    #expect(decoder.keys("\u{1B}[200~ok\u{1B}[201~".utf8) == [.paste("ok")])
    #expect(!decoder.lastPasteWasCut)
  }

  @Test func `a large paste arrives whole`() {
    var decoder = KeyDecoder()
    let text = String(repeating: "您好，我的订单 1234 还没有到。\n", count: 20_000)
    var keys = decoder.keys("\u{1B}[200~".utf8)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 16_384) {
      keys += decoder.keys(bytes[start..<min(start + 16_384, bytes.count)])
    }
    keys += decoder.keys("\u{1B}[201~".utf8)
    #expect(keys == [.paste(text)])
  }

  @Test func `no bytes make the decoder fail or type a control character`() {
    var random = SeededGenerator(seed: 5)
    let alphabet: [UInt8] =
      Array("\u{1B}\u{1B}\u{1B}[[[OO]P?;0123456789~ABCMZmu\\\u{7}<-:".utf8)
      + [0xE4, 0xBD, 0xA0, 0xFF]
    var decoder = KeyDecoder(pasteLimit: 64)
    for round in 0..<50_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Bool.random(using: &random)
          ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      var keys = decoder.keys(bytes)
      if round % 3 == 0 {
        keys += decoder.lastKeys()
        #expect(!decoder.isPending)
      }
      for key in keys {
        guard case .character(let character) = key else { continue }
        #expect(
          character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      }
    }
  }
}

extension KeyDecoder {
  /// The keys among what was decoded.
  fileprivate mutating func keys(_ bytes: some Sequence<UInt8>) -> [Key] {
    decode(bytes).compactMap(\.key)
  }

  /// The keys among what was pending.
  fileprivate mutating func lastKeys() -> [Key] { flush().compactMap(\.key) }
}

extension Input {
  fileprivate var key: Key? {
    if case .key(let key) = self { key } else { nil }
  }
}
