import Foundation
import Playbook
import Testing
import Vocabulary
import Workflow

/// The content as it is shipped.
struct ShippedPlaybookTests {
  private func shipped() throws -> Playbook { try #require(ShippedPlaybook.found) }

  @Test func `nothing is wrong with it`() throws {
    #expect(PlaybookCheck.run(try shipped()) == [])
  }

  @Test(arguments: LanguageTag.allCases)
  func `every clock has words for its running`(language: LanguageTag) throws {
    let texts = try shipped().locale(language)
    let missing = ClockName.allCases.filter { !texts.has("screen.running.\($0.rawValue)") }
    #expect(missing == [])
  }

  @Test func `nothing in it betrays a translation`() throws {
    #expect(PlaybookCheck.warnings(try shipped()) == [])
  }

  @Test func `the seven procedures are there, each ready to decide by`() throws {
    let playbook = try shipped()
    #expect(
      playbook.procedureIDs == [
        "six_steps", "good_faith_five", "listen_apologise_satisfy_thank", "online_standard",
        "phone_four", "quick_four", "register_seven",
      ])
    for id in playbook.procedureIDs { #expect(playbook.rules(for: id) != nil, "\(id)") }
  }

  @Test(arguments: LanguageTag.allCases, [0, 1, 2])
  func `a filled phrase leaves no brace and keeps what was put in`(
    language: LanguageTag, turn: Int
  ) throws {
    let samples = try #require(PhraseSamples.values[language])
    let phrases = try shipped().phrases(in: language)
    #expect(phrases.count >= 180)
    #expect(Set(phrases.flatMap(\.variables)).subtracting(samples.keys) == [])
    for phrase in phrases {
      let values = samples.filter { phrase.variables.contains($0.key) }.mapValues { $0[turn] }
      #expect(values.count == phrase.variables.count, "\(phrase.id)")
      let filled = phrase.filled(values)
      #expect(!filled.contains { "{}｛｝".contains($0) }, "\(phrase.id): \(filled)")
      for value in values.values { #expect(filled.contains(value), "\(phrase.id): \(filled)") }
      #expect(Placeholders.names(in: phrase.text).count == phrase.variables.count)
      for slip in Self.slips[language] ?? [] {
        #expect(filled.firstMatch(of: try Regex(slip)) == nil, "\(phrase.id): \(filled)")
      }
    }
  }

  /// What a value must never make of a phrase: a small letter that opens a sentence, a mark after
  /// a mark, a blank beside Chinese marks, a word twice.
  private static let slips: [LanguageTag: [String]] = [
    .en: [
      #"(^|[.?!] |\n)[a-z]"#, #"[,.;:?!][,.;:?!]"#, "  ", #" [,.;:?!]"#,
      #"\b(by|on|the|a|to|that|for|because|until|at) (by|on|the the|until|because)\b"#,
    ],
    .zhHans: ["[，。；：？！、][，。；：？！、]", "[，。；：？！] ", "  ", "前前", "把把", "您您"],
    .zhHant: ["[，。；：？！、][，。；：？！、]", "[，。；：？！] ", "  ", "前前", "把把", "您您"],
  ]

  @Test func `the three languages have the same phrases`() throws {
    let playbook = try shipped()
    let english = playbook.phrases(in: .en).map(\.id)
    for language in LanguageTag.allCases {
      #expect(playbook.phrases(in: language).map(\.id) == english)
    }
  }

  @Test func `every gate and step of every procedure has a name in each language`() throws {
    let playbook = try shipped()
    for id in playbook.procedureIDs {
      let procedure = try #require(playbook.procedure(id))
      for language in LanguageTag.allCases {
        let wording = playbook.wording(language, for: id)
        #expect(wording.name(of: id) != id.rawValue)
        for step in procedure.steps + procedure.sideSteps {
          #expect(wording.name(of: step.id) != step.id.rawValue, "\(id) \(step.id)")
          for gate in step.gates { #expect(wording.name(of: gate.id) != gate.id.rawValue) }
        }
      }
    }
  }

  @Test func `what a remedy says to the customer holds its amount`() throws {
    let playbook = try shipped()
    for remedy in playbook.remedies {
      for language in LanguageTag.allCases {
        let money = Money(minor: 4500, currency: playbook.currency(for: language))
        let amount = remedy.takesAmount ? money : nil
        let text = remedy.wording(in: language, amount: amount)
        #expect(!text.contains("{"), "\(remedy.id)")
        #expect(text.contains("45") == remedy.takesAmount, "\(remedy.id): \(text)")
      }
    }
  }
}
