import Language
import Playbook
import Testing
import Vocabulary
import Workflow

/// The tone guard leaves alone what the playbook itself tells people to say.
struct QuietPhraseTests {
  private func shipped() throws -> Playbook { try #require(ShippedPlaybook.found) }

  @Test(arguments: LanguageTag.allCases)
  func `no shipped phrase is nagged, whatever stands in its blanks`(_ language: LanguageTag) throws
  {
    let playbook = try shipped()
    let reader = Reader(lexicon: playbook.lexicon)
    let samples = PhraseSamples.values[language] ?? [:]
    for phrase in playbook.phrases(in: language) {
      for turn in 0..<3 {
        let values = samples.mapValues { $0.indices.contains(turn) ? $0[turn] : $0[0] }
        let words = phrase.filled(values)
        let findings = reader.agent(words, language: language).findings
        #expect(findings.isEmpty, "\(phrase.id): \(findings.map(\.kind)) in “\(words)”")
      }
    }
  }

  @Test(arguments: LanguageTag.allCases)
  func `no rewrite is nagged itself`(_ language: LanguageTag) throws {
    let playbook = try shipped()
    let reader = Reader(lexicon: playbook.lexicon)
    for (kind, rewrite) in playbook.lexicon.rewrites(in: language) {
      let findings = reader.agent(rewrite, language: language).findings
      #expect(findings.isEmpty, "\(kind): \(findings.map(\.kind)) in “\(rewrite)”")
      let names = Reader.unresolvedVariables(in: rewrite)
      #expect(names.allSatisfy { PhraseSamples.values[language]?[$0] != nil }, "\(rewrite)")
    }
  }

  @Test(arguments: LanguageTag.allCases)
  func `what a step tells the agent to do is not nagged`(_ language: LanguageTag) throws {
    let playbook = try shipped()
    // A vote knows messages to customers; what is said to an agent is an order, and meant to be.
    let reader = Reader(lexicon: playbook.lexicon, readsVotes: false)
    for id in playbook.procedureIDs {
      let procedure = try #require(playbook.procedure(id))
      for step in procedure.steps + procedure.sideSteps {
        for line in step.words[language]?.todo ?? [] {
          let findings = reader.agent(line, language: language).findings
          #expect(findings.isEmpty, "\(step.id): \(findings.map(\.kind)) in “\(line)”")
        }
      }
    }
  }
}
