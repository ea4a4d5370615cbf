import ScreenTesting
import Terminal
import Testing

@Suite struct OutsideSequenceTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("订单", "6K6i5Y2V"),
    ("\u{1B}]52;c;?\u{7}", "G101MjtjOz8H"),
  ])
  func `what is copied goes out in base 64`(_ text: String, _ payload: String) {
    #expect(OutsideSequence.copy(text) == "\u{1B}]52;c;\(payload)\u{7}")
  }

  @Test func `what is too long for a clipboard is not copied by half`() {
    let most = String(repeating: "x", count: OutsideSequence.copyLimit)
    #expect(OutsideSequence.copy(most) != nil)
    #expect(OutsideSequence.copy(most + "x") == nil)
  }

  @Test(arguments: NoticeWay.allCases)
  func `nothing in a notice ends it early or is more than a line`(_ way: NoticeWay) {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...300, using: &random) {
        let number =
          Bool.random(using: &random)
          ? UInt32.random(in: 0..<0x100, using: &random)
          : UInt32.random(in: 0..<0x3000, using: &random)
        if let scalar = Unicode.Scalar(number) { text.unicodeScalars.append(scalar) }
      }
      let sent = OutsideSequence.notice(text, way: way)
      #expect(sent.hasPrefix("\u{1B}]") && sent.hasSuffix("\u{7}"))
      let payload = sent.unicodeScalars.dropFirst().dropLast()
      #expect(payload.allSatisfy { $0.properties.generalCategory != .control })
      #expect(sent.unicodeScalars.count { $0 == ";" } == 3 || way == .osc9)
      #expect(sent.count < 400)
    }
  }

  @Test func `tmux hands on what is wrapped for it`() {
    #expect(
      OutsideSequence.notice("Ms Reed wrote", way: .osc9, throughTmux: true)
        == "\u{1B}Ptmux;\u{1B}\u{1B}]9;CalmDesk: Ms Reed wrote\u{7}\u{1B}\\")
  }
}
