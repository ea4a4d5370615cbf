import Vocabulary
import Workflow

/// One case as it goes: commands in, facts kept in order, a clock that moves when told.
struct Story {
  var rules: Rules
  var now: Instant
  /// Every fact so far.
  private(set) var log: [RecordedEvent] = []
  private(set) var current: Case
  /// Every attempt that passed, with what came of it.
  private(set) var journal: [Entry] = []
  private var commands = 0

  /// A case just opened, and claimed by Mei unless `claimed` is false.
  init(
    _ rules: Rules = .sixSteps, on channel: Channel = .chat, customer: Customer = Customer(),
    turns: [OpeningTurn] = [], earlier: EarlierContact? = nil, claimed: Bool = true,
    at now: Instant = Instant(seconds: 1_763_766_000)
  ) throws {
    self.rules = rules
    self.now = now
    let opening = Opening(
      ref: "C-1", channel: channel, language: .en, customer: customer, turns: turns,
      earlier: earlier)
    let facts = try decide(
      CommandEnvelope(id: "open", command: .open(opening)), on: nil, by: rules,
      in: DecisionContext(actor: "desk", role: .system, now: now))
    let records = facts.enumerated().map { index, event in
      RecordedEvent(version: index + 1, at: now, actor: "desk", command: "open", event: event)
    }
    guard let opened = Case(replaying: records) else { throw StoryError.opensNothing }
    log = records
    current = opened
    if claimed { try act(.claim) }
  }

  /// Carries a command out, or throws what holds it.
  @discardableResult
  mutating func act(
    _ command: CaseCommand, by who: Colleague = .mei, override: OverrideReason? = nil,
    epoch: Int? = nil, customer: CustomerReading = .empty, agent: AgentReading = .empty,
    burning: Bool = false, sampled: Bool = false
  ) throws(Refusal) -> [CaseEvent] {
    let attempt = Attempt(
      command: command, by: who, override: override, epoch: epoch, customer: customer,
      agent: agent, burning: burning, sampled: sampled)
    return try act(attempt)
  }

  /// Carries an attempt out, or throws what holds it.
  @discardableResult
  mutating func act(_ attempt: Attempt) throws(Refusal) -> [CaseEvent] {
    let events = try outcome(of: attempt)
    journal.append(Entry(attempt: attempt, events: events, at: now))
    commands += 1
    for event in events {
      let record = RecordedEvent(
        version: current.version + 1, at: now, actor: attempt.by.id,
        command: CommandID("c\(commands)"), event: event)
      current.apply(record)
      log.append(record)
    }
    return events
  }

  /// What would follow from an attempt; nothing changes.
  func outcome(of attempt: Attempt) throws(Refusal) -> [CaseEvent] {
    try decide(
      CommandEnvelope(
        id: CommandID("c\(commands + 1)"), command: attempt.command, epoch: attempt.epoch,
        override: attempt.override),
      on: current, by: rules, in: attempt.context(at: now))
  }

  /// What holds an attempt, or nil when it would pass.
  func refusal(of attempt: Attempt) -> Refusal? {
    do {
      _ = try outcome(of: attempt)
      return nil
    } catch { return error }
  }

  /// What holds a command, or nil when it would pass.
  func refusal(
    of command: CaseCommand, by who: Colleague = .mei, override: OverrideReason? = nil,
    epoch: Int? = nil, agent: AgentReading = .empty
  ) -> Refusal? {
    refusal(
      of: Attempt(command: command, by: who, override: override, epoch: epoch, agent: agent))
  }

  /// Lets time pass.
  mutating func wait(_ seconds: Int64) { now = now.adding(seconds: seconds) }
}

/// An attempt that passed.
struct Entry: Sendable {
  var attempt: Attempt
  var events: [CaseEvent]
  var at: Instant
}

enum StoryError: Error { case opensNothing }

/// A command with everything it is decided by.
struct Attempt: Sendable {
  var command: CaseCommand
  var by: Colleague = .mei
  var override: OverrideReason?
  var epoch: Int?
  var customer: CustomerReading = .empty
  var agent: AgentReading = .empty
  var burning = false
  var sampled = false

  func context(at now: Instant) -> DecisionContext {
    DecisionContext(
      actor: by.id, role: by.role, now: now, customerReading: customer, agentReading: agent,
      burningElsewhere: burning, sampled: sampled)
  }
}

// MARK: - What people do, in a word

extension Story {
  /// The customer writes, or says, something.
  @discardableResult
  mutating func hears(
    _ text: String, _ moves: Set<CustomerMove> = [], heat: HeatLevel = .calm
  ) throws(Refusal) -> [CaseEvent] {
    try act(
      .receive(text: text, spoken: current.channel == .phone), by: .desk,
      customer: .read(moves, heat: heat))
  }

  /// Mei writes something that does `acts`, with the promises it makes.
  @discardableResult
  mutating func writes(
    _ text: String, _ acts: Set<SpeechAct>, giving away: Set<Disclosure> = [],
    promising promises: [DraftPromise] = []
  ) throws(Refusal) -> [CaseEvent] {
    try act(
      .send(Draft(text: text, promises: promises)), agent: .read(acts, giving: away))
  }

  /// Fills fields of the register.
  mutating func fills(_ fields: [FieldName: String]) throws(Refusal) {
    for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try act(.set(field, value: value, reason: nil))
    }
  }

  /// How the gate `id` stands before `occasion`.
  func gate(_ id: GateID, before occasion: Occasion = .leave, closing: CloseReason? = nil)
    -> GateStatus?
  {
    current.gates(
      before: occasion, by: rules, about: Subject(role: .agent, closing: closing), now: now
    ).first { $0.gate.id == id }
  }
}

extension CustomerReading {
  /// A reading of moves and heat alone.
  static func read(_ moves: Set<CustomerMove> = [], heat: HeatLevel = .calm) -> CustomerReading {
    CustomerReading(
      heat: Heat(score: heat.rank * 30, level: heat, mood: .dissatisfied, signals: []),
      moves: moves, proposals: [])
  }
}

extension AgentReading {
  /// A reading of acts and of what the words give away.
  static func read(
    _ acts: Set<SpeechAct>, giving away: Set<Disclosure> = [], unresolved: [String] = [],
    findings: [ToneFinding] = []
  ) -> AgentReading {
    AgentReading(acts: acts, disclosures: away, unresolved: unresolved, findings: findings)
  }
}

extension PlanOption {
  /// Money back.
  static func refund(_ yuan: Int64, due: Instant? = nil) -> PlanOption {
    PlanOption(
      remedy: "refund", what: "your \(yuan) yuan back",
      amount: Money(minor: yuan * 100, currency: "CNY"), due: due)
  }

  static func exchange(due: Instant? = nil) -> PlanOption {
    PlanOption(remedy: "exchange", what: "a new kettle for the old one", due: due)
  }
}

extension Story {
  /// A time `hours` from now.
  func inHours(_ hours: Int64) -> Instant { now.adding(seconds: hours * 3600) }
}
