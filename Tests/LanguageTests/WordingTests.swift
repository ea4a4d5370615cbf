import Testing
import Vocabulary
import Yams

@testable import Language

@Suite struct WordingTests {
  private static let source = WordingSource(
    most: 10, hints: ["4": "dreadful not_good 太差 坑", "-3": "good lovely 好"])
  private let wording = Wording([source])

  private func vote(_ text: String) -> Wording.Vote {
    let folded = Folding.fold(text)
    return wording.vote(on: folded, TextOutline(folded))
  }

  @Test(arguments: [
    ("dreadful", 4.0), ("Dreadful, dreadful!", 4), ("lovely", -3), ("not good", 1), ("good", -3),
    ("not, good", -3), ("dreadfully", 0), ("太差", 4), ("太 差", 0), ("坑", 4), ("", 0),
    ("“dreadful”", 0),
  ])
  func `hints add up, each once, and pairs must touch`(_ text: String, _ sum: Double) {
    let points = vote(text).points
    // The sum is bent so that it never passes `most`.
    #expect(abs(points) <= abs(sum))
    #expect(points.sign == sum.sign || sum == 0)
    #expect(abs(points - sum) < 0.2 * max(1, abs(sum)))
  }

  @Test func `pairs alike in their second character are kept apart`() {
    let characters = (0..<400).compactMap { Unicode.Scalar(0x4E00 + $0).map(String.init) }
    let pairs = Wording([
      WordingSource(most: 1000, hints: ["3": characters.map { $0 + "了" }.joined(separator: " ")])
    ])
    #expect(pairs.count == 400)
    for character in (1000..<1400).compactMap({ Unicode.Scalar(0x4E00 + $0).map(String.init) }) {
      let unknown = Folding.fold(character + "了")
      #expect(pairs.vote(on: unknown, TextOutline(unknown)).hints.isEmpty)
    }
  }

  @Test func `a vote never passes its bound`() {
    let many = Wording([WordingSource(most: 10, hints: ["9": "a b c d e f"])])
    let folded = Folding.fold("a b, c d, e f")
    #expect(many.vote(on: folded, TextOutline(folded)).points <= 10)
    #expect(many.vote(on: folded, TextOutline(folded)).points > 9.9)
  }

  @Test func `its points are shared out among the words behind it`() {
    let text = "太差了，坑"
    let folded = Folding.fold(text)
    let vote = vote(text)
    let signals = vote.signals(in: folded)
    #expect(signals.map { text.words(at: $0.span) } == ["太差", "坑"])
    #expect(abs(signals.reduce(0) { $0 + $1.weight } - vote.points) < 1e-9)
    #expect(Set(signals.map(\.kind)) == ["wording"])
  }

  @Test func `the plain lexicon does without`() {
    let text = "what a dreadful, disappointing, cheap thing"
    let plain = Reader(lexicon: ShippedLexicon.lexicon, readsWording: false).customer(text)
    #expect(plain.heat.signals.allSatisfy { $0.kind != "wording" })
    #expect(ShippedLexicon.reader.customer(text).heat.signals.contains { $0.kind == "wording" })
  }

  @Test func `the shipped hints can be used whole`() throws {
    let shipped = try #require(ShippedLexicon.sources.compactMap(\.wording).first)
    let hints = shipped.hints.values.flatMap { $0.split(separator: " ") }
    #expect(Set(hints).count == hints.count)
    #expect(Wording([shipped]).count == hints.count)
    #expect(hints.count > 5_000)
  }

  @Test func `points that are no number are refused`() {
    #expect(throws: DecodingError.self) {
      try ShippedLexicon.source("wording: {most: 10, hints: {much: dreadful}}")
    }
  }

  @Test func `scores rise with the sum and stay between 0 and 100`() {
    let sums = stride(from: -300.0, through: 400, by: 0.5).map { Reader.score(of: $0) }
    #expect(sums == sums.sorted())
    #expect(sums.first == 0)
    #expect(sums.last == 100)
    for score in [18.0, 44, 88] {
      #expect(Reader.score(of: score / Reader.steepness) == Int(score))
    }
    #expect(Reader.score(of: .nan) == 0)
    #expect(Reader.score(of: .infinity) == 100)
    #expect(Reader.score(of: -.infinity) == 0)
  }
}
