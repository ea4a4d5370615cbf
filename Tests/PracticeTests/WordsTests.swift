import DeskTesting
import Language
import Playbook
import Practice
import Testing
import Vocabulary
import Workflow

/// What customers say is read the way it is meant, or a case could not go on by it.
@Suite struct WordsTests {
  static let reader = Reader(lexicon: Playbook.shipped.lexicon)
  struct Line: Sendable, CustomTestStringConvertible {
    var scenario: Scenario
    var language: LanguageTag
    var testDescription: String { "\(scenario.id) \(language.rawValue)" }
    var words: ScenarioWords? { scenario.words[language] }
  }
  static let all = Playbook.shipped.scenarios.flatMap { scenario in
    LanguageTag.allCases.map { Line(scenario: scenario, language: $0) }
  }

  private func read(_ words: String, _ language: LanguageTag) -> CustomerReading {
    Self.reader.customer(words, language: language, earlier: [])
  }

  @Test(arguments: all) func `the first words are as hot as the temper`(_ line: Line) throws {
    let words = try #require(line.words)
    let heat = words.opening.map { read($0, line.language).heat.level }.max() ?? .calm
    switch line.scenario.temper {
    case ..<3: #expect(heat == .calm, "\(words.opening)")
    case 7...: #expect(heat >= .angry, "\(words.opening)")
    default: break
    }
  }

  @Test(arguments: all) func `a yes is read as one`(_ line: Line) throws {
    let words = try #require(line.words)
    let yes =
      words.accepts.values.flatMap(\.self) + (words.says[.granted] ?? [])
      + (words.says[.answered] ?? []) + (words.says[.goodbye] ?? [])
    for sentence in yes {
      let reading = read(sentence, line.language)
      #expect(
        !reading.moves.isDisjoint(with: [.acceptance, .thanks])
          && reading.moves.isSubset(of: [.acceptance, .thanks]), "\(sentence) \(reading.moves)")
      #expect(reading.heat.level <= .uneasy, "\(sentence) \(reading.heat.level)")
    }
  }

  @Test(arguments: all) func `what is right is not read as a correction, and what is wrong is`(
    _ line: Line
  ) throws {
    let words = try #require(line.words)
    let common = Playbook.shipped.manners?.words[line.language]
    for sentence in (words.says[.saidBack] ?? []) + (words.says[.view] ?? []) {
      let moves = read(sentence, line.language).moves
      #expect(moves.isDisjoint(with: [.correction, .rejection]), "\(sentence) \(moves)")
    }
    for sentence in words.says[.misunderstood] ?? common?.says[.misunderstood] ?? [] {
      let moves = read(sentence, line.language).moves
      #expect(!moves.isDisjoint(with: [.correction, .rejection]), "\(sentence) \(moves)")
    }
  }

  @Test(arguments: all) func `being heard does not read as new anger`(_ line: Line) throws {
    let words = try #require(line.words)
    for reaction in [Reaction.heard, .apologised, .view, .saidBack] {
      for sentence in words.says[reaction] ?? [] {
        let reading = read(sentence, line.language)
        #expect(reading.heat.level < .angry, "\(sentence) \(reading.heat)")
        #expect(
          reading.moves.isDisjoint(with: [.correction, .rejection, .withdrawal, .danger]),
          "\(sentence) \(reading.moves)")
      }
    }
  }

  @Test(arguments: all) func `the order number is found in the words`(_ line: Line) throws {
    let words = try #require(line.words)
    guard !line.scenario.remedies.isEmpty else { return }
    let sources = line.scenario.channel == .public ? words.says[.promised] ?? [] : words.opening
    for sentence in sources.prefix(1) {
      let found = read(sentence, line.language).proposals.filter { $0.field == .order }
      if words.earlier == nil { #expect(!found.isEmpty, "\(sentence)") }
    }
  }

  @Test(arguments: all) func `nobody names a weekday, which would be wrong on most days`(
    _ line: Line
  ) throws {
    let words = try #require(line.words)
    let days = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "周一", "周二",
      "周三", "周四", "周五", "周六", "周日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期天",
    ]
    let said =
      words.opening + words.says.values.flatMap(\.self) + words.answers.values.flatMap(\.self)
      + words.accepts.values.flatMap(\.self) + [words.example.problem, words.example.demand]
    for sentence in said {
      #expect(!days.contains { sentence.lowercased().contains($0) }, "\(sentence)")
    }
  }
}
