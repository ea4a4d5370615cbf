import Testing
import Vocabulary

@testable import Language

@Suite struct WordPatternTests {
  /// Whether `entry` is found in `text`, and where.
  private func find(_ entry: String, in text: String) throws -> [String] {
    let matcher = PatternMatcher([try WordPattern(entry)])
    let folded = Folding.fold(text)
    return matcher.scan(folded, TextOutline(folded)).hits.map {
      text.words(at: folded.span($0.range))
    }
  }

  @Test(arguments: [
    ("垃圾", "你們這些垃圾公司", "垃圾"),
    ("you people", "You PEOPLE again", "You PEOPLE"),
    ("refund~", "I was refunded", "refunded"),
    ("(找|叫)(你们|您|)(经理|主管)", "叫你們主管來", "叫你們主管"),
    ("(找|叫)(你们|您|)(经理|主管)", "叫主管來", "叫主管"),
    ("再不…(投诉|曝光)", "再不处理我就投诉了", "再不处理我就投诉"),
    ("打了#(次|遍)", "打了三次", "打了三次"),
    ("打了#(次|遍)", "打了 12 遍", "打了 12 遍"),
    ("# (hours|days)", "waited 3 hours", "3 hours"),
    ("# (hours|days)", "waited 3hours", "3hours"),
    ("# (hours|days)", "waited several days", "several days"),
    ("^no$", "No. I meant it", "No"),
    ("^好的$", "好的 谢谢", "好的"),
    ("apologi(se|ze)", "We apologise", "apologise"),
    ("we('ve| have) seen", "We've seen it", "We've seen"),
    ("we('ve| have) seen", "we have seen it", "we have seen"),
    ("if (it's |)(not |)fixed", "if fixed", "if fixed"),
    ("if (it's |)(not |)fixed", "If it’s not fixed", "If it’s not fixed"),
    ("can", "i can.", "can"),
  ])
  func `an entry finds its words`(_ entry: String, _ text: String, _ found: String) throws {
    #expect(try find(entry, in: text).contains(found))
  }

  @Test(arguments: [
    ("ass", "a class act"),
    ("sue", "a tissue, an issue, sued"),
    ("refund~", "prerefund"),
    ("再不…投诉", "再不处理。我要投诉"),
    ("打了#次", "打了很次"),
    ("^no$", "no way"),
    ("^no$", "I said no"),
    ("^好的$", "好的服务"),
    ("you…late", "you are " + String(repeating: "very ", count: 20) + "late"),
    ("can", "I can't"),
    ("sb", "the SB16 card"),
    ("apologi(se|ze)", "apologised"),
    ("# (hours|days)", "3 o'hours"),
  ])
  func `an entry leaves other words alone`(_ entry: String, _ text: String) throws {
    #expect(try find(entry, in: text) == [])
  }

  @Test(arguments: [
    ("", WordPatternError.empty, "it is empty; write at least one word"),
    ("  ", .empty, "it is empty; write at least one word"),
    ("^$", .empty, "it is empty; write at least one word"),
    ("(a|b", .unclosed, "“(” is never closed; add “)”"),
    ("a)", .unopened, "“)” or “|” stands outside parentheses; put “(” before it"),
    ("a|b", .unopened, "“)” or “|” stands outside parentheses; put “(” before it"),
    ("a…b…c…d…e", .tooManyGaps, "it has more than three “…”; split it into two entries"),
    ("…a", .gapAtEdge, "“…” stands at an edge; put words on both sides of it"),
    ("a…", .gapAtEdge, "“…” stands at an edge; put words on both sides of it"),
    ("(a|)", .allOptional, "all of it is optional; give it at least one word"),
    (
      "a^b", .stray, "“^”, “$” or “~” stands in the middle; it may only stand at an edge"
    ),
    (
      "(a…b|c)", .insideGroup,
      "“…” or “#” stands inside parentheses; move it out or split the entry"
    ),
    (
      "(\(Array(repeating: "x", count: 300).joined(separator: "|")))", .tooManyAlternatives,
      "the alternatives in one pair of parentheses amount to more than 256 texts; split the entry"
    ),
  ])
  func `a broken entry says what is wrong with it`(
    _ entry: String, _ error: WordPatternError, _ sentence: String
  ) {
    #expect(throws: error) { try WordPattern(entry) }
    #expect(error.description == sentence)
  }

  @Test func `entries that begin alike are told apart`() throws {
    let entries = ["you…late", "^you…late", "you…rude", "you (lot|people)", "you"]
    let matcher = PatternMatcher(try entries.map { try WordPattern($0) })
    func found(_ text: String) -> Set<Int> {
      let folded = Folding.fold(text)
      return Set(matcher.scan(folded, TextOutline(folded)).hits.map(\.pattern))
    }
    #expect(found("now you are late") == [0, 4])
    #expect(found("you are late and rude") == [0, 1, 2, 4])
    #expect(found("you people") == [3, 4])
    // What stood in another sentence is no beginning.
    #expect(found("you. late, rude, people") == [4])
    #expect(found("you? now you lot") == [3, 4])
  }

  @Test(arguments: [false, true])
  func `a word that may be its own optional one is found once, wherever it is kept`(
    _ isTurned: Bool
  ) throws {
    // The others decide which element gets which number.
    let others = ["我(久|)好", "久…我", "他等…久", "很(久|)久", "好(久|)很", "久…等"]
    let entries = isTurned ? Array(others.reversed()) : others
    for place in 0...entries.count {
      var all = entries
      all.insert("等(久|)久", at: place)
      let matcher = PatternMatcher(try all.map { try WordPattern($0) })
      for (text, expected) in [("等久", [0..<2]), ("等久久", [0..<2, 0..<3])] {
        let folded = Folding.fold(text)
        let hits = matcher.scan(folded, TextOutline(folded)).hits.filter { $0.pattern == place }
        #expect(hits.map(\.range) == expected, "\(text) among \(all)")
      }
    }
  }

  @Test func `what stands between the parts is not part of the hit`() throws {
    let matcher = PatternMatcher([try WordPattern("if…court")])
    let folded = Folding.fold("if you people wait, court")
    let hit = try #require(matcher.scan(folded, TextOutline(folded)).hits.first)
    #expect(hit.length == 7)
    #expect(hit.range == 0..<25)
  }

  @Test func `plain words are found wherever a plain search finds them`() throws {
    var random = SeededGenerator(seed: 3)
    let letters = Array("你们又不好")
    for _ in 0..<200 {
      func word(_ length: ClosedRange<Int>) -> String {
        String(
          (0..<Int.random(in: length, using: &random)).compactMap { _ in
            letters.randomElement(using: &random)
          })
      }
      let words = (0..<6).map { _ in word(1...3) }
      let text = word(0...30)
      let matcher = PatternMatcher(try words.map { try WordPattern($0) })
      let folded = Folding.fold(text)
      let found = Set(
        matcher.scan(folded, TextOutline(folded)).hits.map { "\($0.pattern)@\($0.range)" })
      var expected: Set<String> = []
      let scalars = Array(text.unicodeScalars)
      for (index, word) in words.enumerated() {
        let part = Array(word.unicodeScalars)
        for start in scalars.indices where scalars[start...].starts(with: part) {
          expected.insert("\(index)@\(start..<start + part.count)")
        }
      }
      #expect(found == expected, "\(words) in \(text)")
    }
  }

  @Test func `parts that touch are found wherever one of their texts stands`() throws {
    var random = SeededGenerator(seed: 7)
    let letters = Array("你们又不好")
    func word(_ length: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: length, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
    }
    for _ in 0..<300 {
      var entries: [String] = []
      var texts: [[String]] = []
      while entries.count < 12 {
        let parts = (0..<Int.random(in: 2...5, using: &random)).map { _ in
          (0..<Int.random(in: 1...2, using: &random)).map { _ in word(1...2) }
            + (Bool.random(using: &random) ? [""] : [])
        }
        guard parts.contains(where: { !$0.contains("") }) else { continue }
        entries.append(parts.map { "(\($0.joined(separator: "|")))" }.joined())
        texts.append(
          parts.reduce([""]) { all, part in all.flatMap { text in part.map { text + $0 } } })
      }
      let matcher = PatternMatcher(try entries.map { try WordPattern($0) })
      let text = word(5...20)
      let folded = Folding.fold(text)
      let found = Set(matcher.scan(folded, TextOutline(folded)).hits.map(\.pattern))
      let expected = Set(
        texts.indices.filter { index in texts[index].contains { text.contains($0) } })
      #expect(found == expected, "\(entries) in \(text)")
    }
  }
}
