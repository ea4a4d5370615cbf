import Console
import DeskTesting
import Testing

@Suite struct SharedStartsTests {
  @Test func `it is as much as any pair has in common, whatever the order`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let texts = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            ["a", "é", "e\u{301}", "退", "😤", "b"].randomElement(using: &random) ?? "a"
          }.joined())
      }
      let expected = texts.indices.map { one in
        texts.indices.filter { $0 != one }.map { other in
          zip(texts[one].prefix(4), texts[other]).prefix { $0 == $1 }.count
        }.max() ?? 0
      }
      #expect(texts.sharedStarts(within: 4) == expected, "\(texts)")
    }
  }
}
