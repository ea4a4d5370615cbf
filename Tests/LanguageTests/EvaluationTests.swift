import Testing
import Vocabulary

@testable import Language

@Suite struct EvaluationTests {
  private let resampling = Resampling(times: 50, seed: 1)

  private func heat(_ texts: [JudgedText]) -> HeatEvaluation {
    HeatEvaluation(of: texts, lexicon: ShippedLexicon.lexicon, resampling: resampling)
  }

  @Test func `hot against the rest is an area, with the baselines beside it`() throws {
    let texts = [
      ("You liars, this is ridiculous.", true), ("Thanks, it works now!!!", false),
      ("Third time I have called, nobody answers.", true), ("Where is my order?", false),
    ].map { JudgedText(text: $0, language: .en, judgement: .hot($1)) }
    let evaluation = heat(texts)
    #expect(evaluation.count == 4)
    #expect(evaluation.measure == .areaUnderCurve)
    #expect(evaluation.results.map(\.scorer) == HeatEvaluation.Scorer.allCases)
    #expect(evaluation.results[0].figure == 1)
    // Hot: none, none. Other: three, none.
    #expect(evaluation.results[2].figure == 0.25)
    #expect(evaluation.results[0].heatAhead == nil)
    let ahead = try #require(evaluation.results[2].heatAhead)
    #expect(ahead.low > 0)
    #expect(evaluation.results[2].notBetter == 0)
    #expect(evaluation.table.judged == ["other", "hot"])
    #expect(evaluation.table.counts.map { $0.reduce(0, +) } == [2, 2])
    #expect(evaluation.levels.map(\.level) == [.uneasy, .angry, .explosive])
    #expect(heat(texts) == evaluation)
  }

  @Test func `levels are a rank correlation, and precision and recall of each`() {
    let evaluation = heat([
      JudgedText(text: "谢谢", judgement: .level(.calm)),
      JudgedText(text: "等了三天了，还没有收到", judgement: .level(.uneasy)),
      JudgedText(
        text: "垃圾公司，你们这帮骗子，再不退钱我就打12315！！", judgement: .level(.explosive)),
    ])
    #expect(evaluation.measure == .rankCorrelation)
    #expect(evaluation.results[0].figure == 1)
    #expect(evaluation.levels.first?.detection == Detection(hits: 1))
    #expect(evaluation.levels.last?.detection == Detection(hits: 1))
  }

  @Test func `figures fall into thirds`() {
    let evaluation = heat([
      JudgedText(text: "骗子！", judgement: .figure(-1.5)),
      JudgedText(text: "还没收到", judgement: .figure(0)),
      JudgedText(text: "谢谢", judgement: .figure(1.5)),
    ])
    #expect(evaluation.results[0].figure == -1)
    #expect(evaluation.table.counts.map { $0.reduce(0, +) } == [1, 1, 1])
    #expect(evaluation.levels.isEmpty)
  }

  @Test func `nothing to read is nothing found`() {
    let evaluation = heat([])
    #expect(evaluation.count == 0)
    #expect(evaluation.results.allSatisfy { $0.figure == nil && $0.interval == nil })
  }

  @Test func `tone is counted by sentence and by kind, beside two that know less`() {
    let evaluation = LabelEvaluation(
      of: [
        JudgedText(text: "Please calm down.", language: .en, judgement: .findings(["dismiss"])),
        JudgedText(text: "I have your order here.", language: .en, judgement: .findings([])),
        JudgedText(text: "Thank you.", judgement: .hot(false)),
      ], for: .tone, lexicon: ShippedLexicon.lexicon)
    #expect(evaluation.count == 2)
    #expect(evaluation.all == Detection(hits: 1))
    #expect(evaluation.named == Detection(hits: 1))
    #expect(evaluation.baseline == Detection(hits: 1, falseAlarms: 1))
    #expect(evaluation.kinds["dismiss"] == Detection(hits: 1))
    #expect(evaluation.table.counts == [[1, 0], [0, 1]])
  }

  @Test func `acts are counted one by one, and what was taken for another is in the table`() {
    let evaluation = LabelEvaluation(
      of: [
        JudgedText(
          text: "I'm so sorry about this.", language: .en,
          judgement: .acts(["regret", "responsibility"])),
        JudgedText(text: "I'm so sorry.", language: .en, judgement: .acts(["regret"])),
        JudgedText(text: "Thank you.", language: .en, judgement: .findings([])),
      ], for: .acts, lexicon: ShippedLexicon.lexicon)
    #expect(evaluation.count == 2)
    #expect(evaluation.all == Detection(hits: 2, misses: 1))
    #expect(evaluation.baseline == Detection(hits: 2, misses: 1))
    #expect(evaluation.table.judged == ["regret", "responsibility", "none"])
    #expect(evaluation.table.counts == [[2, 0, 0], [0, 0, 1], [0, 0, 0]])
  }

  @Test func `a text is always of the same part`() {
    let parts = (0..<200).map { JudgedText(text: "text \($0)", judgement: .figure(0)).part }
    #expect(parts == (0..<200).map { JudgedText(text: "text \($0)", judgement: .hot(true)).part })
    #expect((60...140).contains(parts.count { $0 == .tune }))
  }
}
