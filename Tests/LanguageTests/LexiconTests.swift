import Testing
import Vocabulary
import Yams

@testable import Language

@Suite struct LexiconTests {
  @Test func `the shipped lexicons can be used whole`() {
    #expect(ShippedLexicon.sources.count == ShippedLexicon.files.count)
    #expect(ShippedLexicon.lexicon.problems.map(\.description) == [])
  }

  @Test func `every shipped example is read as it says`() {
    let failures = ShippedLexicon.sources.flatMap { ShippedLexicon.reader.failures(in: $0) }
    #expect(failures.map(\.description) == [])
  }

  @Test(
    arguments: LexiconSection.allCases.filter { ![.common, .marks, .votes].contains($0) })
  func `every shipped group has examples to catch and to leave in each language it has words of`(
    _ section: LexiconSection
  ) {
    let groups = ShippedLexicon.sources.flatMap { $0[section] }
    #expect(!groups.isEmpty)
    // A guard catches nothing.
    for group in groups where group.kind != HeatKind.guarding {
      // What follows from the moment alone has no words, and examples in both.
      let isWordless = section == .situations
      if isWordless || !group.words.en.isEmpty {
        #expect(!group.catches.en.isEmpty && !group.leaves.en.isEmpty, "\(group.kind)")
      }
      if isWordless || !group.words.zh.isEmpty {
        #expect(!group.catches.zh.isEmpty && !group.leaves.zh.isEmpty, "\(group.kind)")
      }
    }
  }

  @Test func `every move and every act but the say-back and the answer has words`() {
    let moves = Set(ShippedLexicon.sources.flatMap(\.moves).map(\.kind))
    #expect(moves.isSuperset(of: CustomerMove.allCases.map(\.rawValue)))
    let acts = Set(ShippedLexicon.sources.flatMap(\.acts).map(\.kind))
    let unread = Set(SpeechAct.allCases.map(\.rawValue)).subtracting(acts)
    #expect(unread == [SpeechAct.paraphrase.rawValue, SpeechAct.answer.rawValue])
    let disclosures = Set(ShippedLexicon.sources.flatMap(\.disclosures).map(\.kind))
    #expect(
      disclosures == Set(Disclosure.allCases.map(\.rawValue)).subtracting(["account_data"]))
  }

  @Test func `a broken entry is named and the rest still works`() throws {
    let source = try ShippedLexicon.source(
      """
      heat:
        - kind: insult
          weight: 30
          words: {en: ["(oaf", lummox]}
      """)
    let lexicon = Lexicon([source])
    #expect(
      lexicon.problems.map(\.description) == [
        "own.yaml: heat, group 1, “(oaf”: “(” is never closed; add “)”."
      ])
    let heat = Reader(lexicon: lexicon).customer("you lummox").heat
    #expect(heat.signals.map(\.kind) == ["insult"])
  }

  @Test(arguments: [
    (
      "heat: [{kind: insult, words: {en: [oaf]}}]",
      "own.yaml: heat, group 1, “insult”: it has no weight; give its points of heat, such as 12."
    ),
    (
      "moods: [{kind: merry, words: {en: [oaf]}}]",
      "own.yaml: moods, group 1, “merry”: it is no kind of moods; use anxious, puzzled."
    ),
    (
      "disclosures: [{kind: secret, words: {en: [oaf]}}]",
      "own.yaml: disclosures, group 1, “secret”: it is no kind of disclosures; use personal_data, "
        + "remedy, liability."
    ),
    (
      "tone: [{kind: blame, words: {en: [oaf]}}]",
      "own.yaml: tone, group 1, “blame”: it does not say why the words hurt; add “why”."
    ),
    (
      "heat: [{kind: a, weight: 1, words: {en: [oaf]}, without: [moon]}]",
      "own.yaml: heat, group 1, “moon”: no group in “marks” has this kind; add one or take the "
        + "name out."
    ),
  ])
  func `what a group lacks is said`(_ yaml: String, _ sentence: String) throws {
    #expect(Lexicon([try ShippedLexicon.source(yaml)]).problems.map(\.description) == [sentence])
  }

  @Test(arguments: [
    (
      "heet: []",
      "“heet” is no part of a lexicon; use heat, moves, moods, demands, acts, disclosures, tone, "
        + "situations, questions, marks, common, wording, votes."
    ),
    ("heat: [{kind: a, words: {fr: [oaf]}}]", "“fr” is no part of a word list; use en, zh."),
    (
      "tone: [{kind: a, words: {}, why: {en: a, zh-Hans: b, zh-Hant: c, de: d}}]",
      "“de” is no part of a text; use en, zh-Hans, zh-Hant."
    ),
  ])
  func `a misspelt key is refused`(_ yaml: String, _ sentence: String) {
    do {
      _ = try ShippedLexicon.source(yaml)
      Issue.record("accepted")
    } catch let DecodingError.dataCorrupted(context) {
      #expect(context.debugDescription == sentence)
    } catch {
      Issue.record(error)
    }
  }

  @Test func `an example that comes out otherwise is named`() throws {
    let source = try ShippedLexicon.source(
      """
      heat:
        - kind: insult
          weight: 30
          words: {en: [oaf]}
          catches: {en: [you oaf, you lummox]}
          leaves: {en: [a loaf, no oaf here]}
      """)
    let failures = Reader(lexicon: Lexicon([source])).failures(in: source)
    #expect(
      failures.map(\.description) == [
        "own.yaml: heat insult: “you lummox” is not caught; widen “words”.",
        "own.yaml: heat insult: “no oaf here” is caught; add it to “unless”.",
      ])
  }

  @Test func `marks in the sentence or the message decide`() throws {
    let source = try ShippedLexicon.source(
      """
      marks: [{kind: time, words: {en: [at noon]}}]
      heat:
        - {kind: here, weight: 1, words: {en: [soon]}, without: [time]}
        - {kind: anywhere, weight: 1, words: {en: [quickly]}, without_in_message: [time]}
        - {kind: beside, weight: 1, words: {en: [then]}, with: [time]}
      """)
    let reader = Reader(lexicon: Lexicon([source]))
    func kinds(_ text: String) -> [String] { reader.customer(text).heat.signals.map(\.kind) }
    #expect(kinds("soon") == ["here"])
    #expect(kinds("soon. at noon") == ["here"])
    #expect(kinds("soon at noon") == [])
    #expect(kinds("quickly") == ["anywhere"])
    #expect(kinds("quickly. at noon") == [])
    #expect(kinds("then") == [])
    #expect(kinds("then at noon") == ["beside"])
    #expect(kinds("then. at noon") == [])
  }

  @Test func `a lexicon without words reads everything as calm and silent`() {
    let reader = Reader(lexicon: .empty)
    #expect(reader.customer("fuck you") == .empty)
    #expect(reader.agent("calm down") == .empty)
  }
}
