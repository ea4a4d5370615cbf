import Screen
import ScreenTesting
import Testing

@Suite struct ScrubberTests {
  @Test func `several lines keep LF alone`() {
    #expect(
      Scrubber.lines("one\r\ntwo\rthree\u{85}four\u{2029}five\u{B}six\tseven")
        == "one\ntwo\nthree\nfour\nfive\nsix seven")
    #expect(Scrubber.lines("\u{1B}]52;c;ZXZpbA==\u{07}\nok") == "␛]52;c;ZXZpbA==␇\nok")
  }

  @Test func `plain text passes as it is`() {
    for text in ["", "Where is my parcel?", "我的包裹在哪里？", "我的包裹，為什麼還沒到！"] {
      #expect(Scrubber.line(text) == text)
      #expect(Scrubber.lines(text) == text)
    }
  }

  @Test func `scrubbing twice changes nothing more`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let text = NastyText.make(length: 20, using: &random)
      let line = Scrubber.line(text)
      #expect(Scrubber.line(line) == line, "\(text.debugDescription)")
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
      let lines = Scrubber.lines(text)
      #expect(Scrubber.lines(lines) == lines, "\(text.debugDescription)")
    }
  }
}
