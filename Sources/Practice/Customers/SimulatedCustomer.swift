package import Playbook
package import Vocabulary
import Workflow

/// A customer made up for practice: a state, and what it says to what it meets with.
///
/// Pure: time comes in as ``Encounter/silence``, chance as a generator.
package struct SimulatedCustomer: Equatable, Sendable {
  package let scenario: Scenario
  package let words: ScenarioWords
  private let manners: MannersWords
  private let changes: [Reaction: Int]

  /// 0 (calm) to 10 (about to leave).
  package private(set) var temper: Int
  /// They said yes, or have their answer.
  package private(set) var isSettled = false
  /// They have gone and say nothing more.
  package private(set) var hasLeft = false
  /// What they took.
  package private(set) var taken: RemedyID?
  /// How often nobody answered them since we last spoke.
  private var silences = 0
  /// How often each thing was done to them.
  private var met: [Reaction: Int] = [:]
  /// Which wordings were used, by what they answer.
  private var used: [String: [Int]] = [:]
  /// Something good is on the table that they were too upset to take.
  private var pending: RemedyID?
  private var saidGoodbye = false

  /// The customer of a scenario; nil when it or the manners have no words in that language.
  ///
  /// - Parameters:
  ///   - scenario: who they are.
  ///   - language: what they speak.
  ///   - manners: what every customer does.
  package init?(_ scenario: Scenario, in language: LanguageTag, manners: CustomerManners) {
    guard let words = scenario.words[language], let common = manners.words[language] else {
      return nil
    }
    self.scenario = scenario
    self.words = words
    self.manners = common
    changes = manners.changes
    temper = scenario.temper
  }

  /// Takes in what was met with.
  ///
  /// - Parameters:
  ///   - encounter: what we did, or that we did nothing.
  ///   - generator: chance, for the choice of words and how long they take.
  /// - Returns: what they say to it; nil when nothing.
  package mutating func react(
    to encounter: Encounter, using generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    guard !hasLeft else { return nil }
    switch encounter {
    case .silence: return bearSilence(&generator)
    case .turn(let turn):
      silences = 0
      return answer(turn, &generator)
    }
  }

  // MARK: - Silence

  private mutating func bearSilence(_ generator: inout some RandomNumberGenerator) -> CustomerTurn?
  {
    guard !isSettled else { return nil }
    silences += 1
    feel(.ignored)
    if silences > 3, temper >= Scenario.hot { return say(leaving(), &generator) }
    guard silences <= 3 else { return nil }
    return say(.ignored, &generator)
  }

  private mutating func leaving() -> Reaction {
    hasLeft = true
    return .leaves
  }

  // MARK: - Words

  private mutating func answer(
    _ turn: AgentTurn, _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    let felt = feelings(of: turn)
    let wasBoiling = temper >= Scenario.hottest - 1
    for reaction in felt { feel(reaction) }
    if let hurt = Reaction.hurts.first(where: felt.contains) {
      if wasBoiling, temper >= Scenario.hottest {
        let count = met[.boils, default: 0] + 1
        met[.boils] = count
        return say(count > 1 ? leaving() : .boils, &generator)
      }
      return say(hurt, &generator)
    }
    if isSettled { return answerWhenSettled(turn, felt, &generator) }
    if let granted = turn.granted {
      return settle(by: granted.remedy, as: .granted, &generator)
    }
    if scenario.remedies.isEmpty, isAnswered(by: turn) {
      isSettled = true
      return say(.answered, &generator)
    }
    if !turn.offered.isEmpty { return weigh(turn, &generator) }
    if let pending, temper < Scenario.hot { return settle(by: pending, as: nil, &generator) }
    return speak(to: turn, felt, &generator)
  }

  /// What goes on inside, whatever is said.
  private func feelings(of turn: AgentTurn) -> [Reaction] {
    var felt: [Reaction] = []
    let findings = turn.findings
    if !findings.isDisjoint(with: ["blame", "doubt", "insult", "threat"]) { felt.append(.blamed) }
    if findings.contains("dismiss") {
      let said = turn.words.lowercased()
      let isCalming = manners.calming.contains { said.contains($0.lowercased()) }
      felt.append(isCalming ? .toldToCalm : .dismissed)
    }
    if findings.contains("argue") { felt.append(.argued) }
    if findings.contains("buck") { felt.append(.passedBack) }
    if findings.contains("overpromise") { felt.append(.brushedOff) }
    let acts = turn.acts
    if acts.contains(.refusal) { felt.append(.refused) }
    if !acts.isDisjoint(with: [.acknowledgement, .empathy]) { felt.append(.heard) }
    if !acts.isDisjoint(with: [.regret, .responsibility]) { felt.append(.apologised) }
    if !acts.isDisjoint(with: [.paraphrase, .readBack]) {
      felt.append(isUnderstood(by: turn) ? .saidBack : .misunderstood)
    }
    if acts.contains(.askView) { felt.append(.view) }
    if acts.contains(.handUp) { felt.append(.handedUp) }
    if acts.contains(.promise), turn.granted == nil { felt.append(.promised) }
    return felt
  }

  private mutating func feel(_ reaction: Reaction) {
    let count = met[reaction, default: 0] + 1
    met[reaction] = count
    let change = changes[reaction] ?? 0
    // Being soothed over and over soothes no more (domain C.1): the third time is one too many.
    guard change > 0 || count <= 2 else { return }
    temper = min(Scenario.hottest, max(0, temper + change))
  }

  /// Whether the words hold something of the matter itself.
  private func isUnderstood(by turn: AgentTurn) -> Bool {
    let said = turn.words.lowercased()
    return words.facts.contains { said.contains($0.lowercased()) }
  }

  private func isAnswered(by turn: AgentTurn) -> Bool {
    isUnderstood(by: turn) && turn.acts.isDisjoint(with: [.paraphrase, .readBack])
  }

  // MARK: - Offers

  private mutating func weigh(
    _ turn: AgentTurn, _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    let good = scenario.remedies.first { remedy in
      turn.offered.contains { $0.remedy == remedy && $0.due != nil }
    }
    guard let good else {
      let isUndated = turn.offered.contains { scenario.remedies.contains($0.remedy) }
      if !isUndated { feel(.notThat) }
      return say(isUndated ? .asksWhen : .notThat, &generator)
    }
    guard temper < Scenario.hot else {
      pending = good
      return say(.notYet, &generator)
    }
    guard !scenario.fallsSilent else {
      hasLeft = true
      return nil
    }
    return settle(by: good, as: nil, &generator)
  }

  /// Takes something: says so in words of its own, and thanks.
  private mutating func settle(
    by remedy: RemedyID, as reaction: Reaction?, _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    isSettled = true
    taken = remedy
    pending = nil
    temper = min(temper, 2)
    if let reaction, words.says[reaction] != nil { return say(reaction, &generator) }
    guard let lines = words.accepts[remedy] ?? words.accepts.values.first else {
      return say(.goodbye, &generator)
    }
    return say(lines, as: "accepts.\(remedy)", &generator)
  }

  // MARK: - Everything else

  private mutating func speak(
    to turn: AgentTurn, _ felt: [Reaction], _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    if turn.acts.contains(.followUp) { return say(.followedUp, &generator) }
    // A problem said wrong is put right before anything is answered.
    if felt.contains(.misunderstood), turn.acts.contains(.paraphrase) {
      return say(.misunderstood, &generator)
    }
    let isSayingBack = felt.contains(.saidBack)
    if turn.acts.contains(.askView) {
      let view = say(.view, &generator)
      return isSayingBack ? join(say(.saidBack, &generator), view) : view
    }
    if isSayingBack { return say(.saidBack, &generator) }
    if turn.acts.contains(.question) { return say(to: topic(of: turn), &generator) }
    let order: [Reaction] = [.handedUp, .apologised, .promised, .heard]
    if let reaction = order.first(where: felt.contains) { return say(reaction, &generator) }
    if turn.acts.contains(.explanation) { return say(.explained, &generator) }
    if !scenario.remedies.isEmpty, let asked = topicAlone(of: turn) {
      return say(to: asked, &generator)
    }
    return say(.puzzled, &generator)
  }

  private mutating func answerWhenSettled(
    _ turn: AgentTurn, _ felt: [Reaction], _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    if turn.acts.contains(.followUp) { return say(.followedUp, &generator) }
    if turn.acts.contains(.question), !turn.acts.contains(.closing) {
      return say(to: topic(of: turn), &generator)
    }
    guard !saidGoodbye else { return nil }
    saidGoodbye = true
    return say(.goodbye, &generator)
  }

  /// What is asked for, by the words.
  private func topic(of turn: AgentTurn) -> QuestionTopic { topicAlone(of: turn) ?? .other }

  private func topicAlone(of turn: AgentTurn) -> QuestionTopic? {
    let said = turn.words.lowercased()
    return QuestionTopic.allCases.first { topic in
      manners.topics[topic]?.contains { said.contains($0.lowercased()) } == true
    }
  }

  // MARK: - Saying

  private mutating func say(
    _ reaction: Reaction, _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    let own = words.says[reaction] ?? []
    return say(
      own.isEmpty ? manners.says[reaction] ?? [] : own, as: reaction.rawValue, &generator)
  }

  private mutating func say(
    to topic: QuestionTopic, _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    let own = words.answers[topic] ?? []
    return say(
      own.isEmpty ? manners.answers[topic] ?? [] : own, as: "answers.\(topic.rawValue)", &generator)
  }

  /// One of the lines, in no order: none twice before all were said, and never the same twice
  /// running where there is another.
  private mutating func say(
    _ lines: [String], as key: String, _ generator: inout some RandomNumberGenerator
  ) -> CustomerTurn? {
    guard !lines.isEmpty else { return nil }
    var spent = used[key] ?? []
    if spent.count >= lines.count { spent = spent.suffix(lines.count > 1 ? 1 : 0) }
    let fresh = lines.indices.filter { !spent.contains($0) }
    let chosen = fresh.randomElement(using: &generator) ?? 0
    used[key] = spent + [chosen]
    let line = lines[chosen]
    // Reading and typing: two seconds at least, six at most.
    let typing = min(2.5, Double(line.utf8.count) / 45)
    let pause = Double.random(in: 0...1.5, using: &generator)
    return CustomerTurn(words: line, after: 2 + typing + pause)
  }

  private func join(_ first: CustomerTurn?, _ second: CustomerTurn?) -> CustomerTurn? {
    guard let first, let second else { return first ?? second }
    let blank = first.words.last?.isASCII == true ? " " : ""
    return CustomerTurn(
      words: first.words + blank + second.words, after: min(6, max(first.after, second.after)))
  }
}
