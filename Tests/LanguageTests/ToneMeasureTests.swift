import Testing
import Vocabulary

@testable import Language

/// How the tone guard does on a fixed set of sentences. They were written before it was measured on
/// them and gaps were closed afterwards, so the figures say what it keeps, not what it will find in
/// words nobody has seen. A sentence counts as found when anything is found in it.
@Suite struct ToneMeasureTests {
  private let reader = ShippedLexicon.reader

  @Test(arguments: LanguageTag.allCases)
  func `most of what hurts is found, and good sentences are left alone`(
    _ language: LanguageTag
  ) throws {
    let sentences = try #require(AgentSentence.all[language])
    let good = sentences.filter { $0.kind == nil }
    #expect(sentences.count >= 60)
    #expect(abs(good.count * 2 - sentences.count) <= 6)
    var found = 0
    var missed: [String] = []
    var alarms: [String] = []
    for sentence in sentences {
      let findings = reader.agent(sentence.text, language: language).findings
      switch (sentence.kind, findings.isEmpty) {
      case (nil, true): break
      case (nil, false): alarms.append("\(findings.map(\.kind)) \(sentence.text)")
      case (_, true): missed.append(sentence.text)
      case (_, false): found += 1
      }
    }
    let recall = Double(found) / Double(found + missed.count)
    let precision = Double(found) / Double(max(1, found + alarms.count))
    #expect(recall >= 0.90, "missed: \(missed)")
    #expect(precision >= 0.92, "false alarms: \(alarms)")
  }

  @Test(arguments: LanguageTag.allCases)
  func `every kind stands among the sentences`(_ language: LanguageTag) {
    let kinds = Set((AgentSentence.all[language] ?? []).compactMap(\.kind))
    #expect(
      kinds == [
        "argue", "blame", "buck", "command", "dismiss", "doubt", "excuse", "insult", "jargon",
        "liability", "overpromise", "refuse", "threat",
      ])
  }

  @Test func `every group of the guard says why and proves itself`() {
    for group in ShippedLexicon.sources.flatMap(\.tone) {
      #expect(group.why != nil)
      #expect(!group.catches.all.isEmpty && !group.leaves.all.isEmpty, "\(group.kind)")
    }
  }
}
