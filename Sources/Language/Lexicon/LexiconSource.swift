/// One lexicon file, decoded: groups of words by what they are used for.
///
/// Sections may be spread over files as an organisation likes; every section may be missing.
package struct LexiconSource: Equatable, Codable, Sendable {
  /// The file, for messages; not part of the document.
  package var name = ""
  /// Signals that raise or lower heat; kinds are free, `guard` only takes words away from others.
  package var heat: [LexiconGroup] = []
  /// Kinds are those of `CustomerMove`, `rhetorical` for questions that want no answer and `matter`
  /// for what went wrong.
  package var moves: [LexiconGroup] = []
  /// Kinds `anxious` and `puzzled`.
  package var moods: [LexiconGroup] = []
  /// Kind `demand`: clauses that say what the customer asks for.
  package var demands: [LexiconGroup] = []
  /// Kinds are those of `SpeechAct`, and `check` for the question that ends a say-back.
  package var acts: [LexiconGroup] = []
  /// Kinds are those of `Disclosure`, `account_data` left out.
  package var disclosures: [LexiconGroup] = []
  /// Kinds are free: `blame`, `overpromise` and the like.
  package var tone: [LexiconGroup] = []
  /// Kinds are those of `Situation`: why what is said at the wrong moment hurts. They have no words.
  package var situations: [LexiconGroup] = []
  /// Kinds are those of `QuestionKind`: what a question asks for.
  package var questions: [LexiconGroup] = []
  /// Kinds are the names other groups use in `with`, `without` and `without_in_message`.
  package var marks: [LexiconGroup] = []
  /// Kind `stop`: words that are never somebody's own words in a say-back.
  package var common: [LexiconGroup] = []
  /// Small hints of heat that have no name each.
  package var wording: WordingSource?
  /// Small hints of what agents' words do and of what may hurt in them.
  package var votes: [LabelHints] = []

  /// An empty file.
  package init(name: String = "") { self.name = name }

  package init(from decoder: any Decoder) throws {
    try StrictKeys.check(decoder, CodingKeys.self, in: "a lexicon")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func groups(_ key: CodingKeys) throws -> [LexiconGroup] {
      try container.decodeIfPresent([LexiconGroup].self, forKey: key) ?? []
    }
    heat = try groups(.heat)
    moves = try groups(.moves)
    moods = try groups(.moods)
    demands = try groups(.demands)
    acts = try groups(.acts)
    disclosures = try groups(.disclosures)
    tone = try groups(.tone)
    situations = try groups(.situations)
    questions = try groups(.questions)
    marks = try groups(.marks)
    common = try groups(.common)
    wording = try container.decodeIfPresent(WordingSource.self, forKey: .wording)
    votes = try container.decodeIfPresent([LabelHints].self, forKey: .votes) ?? []
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case heat, moves, moods, demands, acts, disclosures, tone, situations, questions, marks, common
    case wording, votes
  }

  /// The groups of a section.
  package subscript(section: LexiconSection) -> [LexiconGroup] {
    switch section {
    case .heat: heat
    case .moves: moves
    case .moods: moods
    case .demands: demands
    case .acts: acts
    case .disclosures: disclosures
    case .tone: tone
    case .situations: situations
    case .questions: questions
    case .marks: marks
    case .common: common
    // Hints are no groups of words.
    case .votes: []
    }
  }
}

/// What a group of words is used for.
package enum LexiconSection: String, CaseIterable, Codable, Hashable, Sendable {
  case heat, moves, moods, demands, acts, disclosures, tone, situations, questions, marks, common
  case votes

  /// Its place among all, from 0.
  var place: Int { LexiconSection.allCases.firstIndex(of: self) ?? 0 }
}
