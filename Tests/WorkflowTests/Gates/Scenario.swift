import Vocabulary
import Workflow

/// A case told in a few beats, an action on it, and the gate that must hold it.
struct Scenario: Sendable {
  var gate: GateID
  var channel = Channel.chat
  /// The customer has been here before; nil for somebody new.
  var returns: Return?
  var beats: [Beat]
  var trial: Trial

  init(
    _ gate: GateID, on channel: Channel = .chat, returning: Return? = nil, _ beats: [Beat],
    then trial: Trial
  ) {
    self.gate = gate
    self.channel = channel
    returns = returning
    self.beats = beats
    self.trial = trial
  }
}

/// How a customer left the last time.
enum Return: Sendable {
  case withAnotherMatter
  case letDown

  var earlier: EarlierContact {
    let at = Instant(seconds: 1_763_000_000)
    let broken = Commitment(
      number: 1, what: "a call on Monday", due: at, by: "tom", at: at, state: .broken)
    return EarlierContact(
      ref: "C-0", at: at, problem: nil, promise: self == .letDown ? broken : nil, fields: [:],
      unsolved: false)
  }
}

/// One thing that happens in a scenario.
enum Beat: Sendable {
  case hears(Set<CustomerMove> = [], heat: HeatLevel = .calm)
  case tells(Set<SpeechAct>)
  case knows([FieldName])
  case unknown(FieldName)
  case judged(Int)
  case concern
  case identified
  /// Goes to a step along the branches, passing the gates between with a reason.
  case at(StepID)
  case offered(Int)
  case answered(Bool)
  case granted
  case viewed
  case promised(hours: Int64)
  case waits(hours: Int64)
  case escalated
  case followUp(FollowUpOutcome?)
  case surveyed
  /// Found to be justified, on a ground or on none that was named.
  case upheld(CaseKind?)
  case signedOff(CloseReason)
  case asked(for: Choice)
}

/// A remedy in a scenario.
enum Choice: Sendable {
  case exchange, undated
  /// More than any role may give.
  case fortune

  func option(at now: Instant) -> PlanOption {
    let due = now.adding(seconds: 48 * 3600)
    switch self {
    case .exchange: return PlanOption(remedy: "exchange", what: "a new one", due: due)
    case .undated: return PlanOption(remedy: "exchange", what: "a new one")
    case .fortune:
      return PlanOption(
        remedy: "refund", what: "a fortune",
        amount: Money(minor: 900_000_000, currency: "CNY"), due: due)
    }
  }
}

/// The action a gate stands before.
enum Trial: Sendable {
  case advance(to: StepID)
  case skip(to: StepID)
  case offer([Choice])
  case grant(Choice)
  case approve
  case close(CloseReason)
  case send(Set<Disclosure>)

  func attempt(on story: Story) -> Attempt {
    switch self {
    case .advance(let step): Attempt(command: .advance(to: step))
    case .skip(let step): Attempt(command: .skip(to: step, reason: "only a question"))
    case .offer(let choices):
      Attempt(
        command: .offer(
          options: choices.map { $0.option(at: story.now) }, onlyOneBecause: nil))
    case .grant(let choice):
      Attempt(
        command: .grant(
          choice.option(at: story.now), draft: Draft(text: "You get a new one by Thursday.")))
    case .approve: Attempt(command: .approve(request: nil, reason: "fine"), by: .ana)
    case .close(let reason): Attempt(command: .close(reason, words: ""))
    case .send(let away):
      Attempt(
        command: .send(Draft(text: "What I can tell you.")),
        agent: .read([.progress], giving: away))
    }
  }
}

extension Scenario {
  /// The case after its beats.
  ///
  /// - Parameter rules: what it is decided by.
  /// - Returns: the case as the trial finds it.
  /// - Throws: a refusal of a beat, or when no branch leads to a step.
  func story(by rules: Rules) throws -> Story {
    var story = try Story(rules, on: channel, earlier: returns?.earlier)
    for beat in beats { try story.play(beat) }
    return story
  }

  /// What holds the trial.
  ///
  /// - Parameter rules: what it is decided by.
  /// - Returns: the refusal; nil when it passes.
  /// - Throws: a refusal of a beat.
  func refusal(by rules: Rules) throws -> Refusal? {
    let story = try story(by: rules)
    return story.refusal(of: trial.attempt(on: story))
  }
}

extension Story {
  fileprivate mutating func play(_ beat: Beat) throws {
    switch beat {
    case .hears(let moves, let heat): try hears("Words of a customer.", moves, heat: heat)
    case .tells(let acts): try tells("Words of an agent.", acts)
    case .knows(let fields): for field in fields { try fills([field: "known"]) }
    case .unknown(let field): try act(.set(field, value: nil, reason: "not told"))
    case .judged(let severity): try act(.classify(Classification(severity: severity)))
    case .concern: try act(.classify(Classification(class: .concern)))
    case .upheld(let ground): try act(.classify(Classification(class: .upheld, kind: ground)))
    case .identified: try act(.identify(how: "number on file"))
    case .at(let step): if !walk(to: step) { throw ScenarioError.noWay(to: step) }
    case .offered(let count):
      let option = Choice.exchange.option(at: now)
      try act(
        .offer(options: Array(repeating: option, count: count), onlyOneBecause: nil),
        override: .digit(1))
    case .answered(let accepted):
      try act(.answer(accepted: accepted, option: 0, words: "So be it", plan: nil))
    case .granted:
      try act(
        .grant(Choice.exchange.option(at: now), draft: Draft(text: "By Thursday.")),
        override: .digit(1))
    case .viewed: try act(.askView(words: "A new one"))
    case .promised(let hours): try act(.promise(what: "a call", due: inHours(hours)))
    case .waits(let hours): wait(hours * 3600)
    case .escalated: try act(.escalate(to: "Ana", due: inHours(2)))
    case .followUp(let outcome?): try act(.followUpDone(outcome: outcome))
    case .followUp(nil): try act(.arrangeFollowUp(due: nil, channel: nil))
    case .surveyed: try act(.survey(score: 4, words: "Fine"))
    case .signedOff(let reason):
      try act(.requestApproval(.close(reason)))
      try act(.approve(request: nil, reason: "agreed"), by: .ana)
    case .asked(let choice): try act(.requestApproval(.remedy(choice.option(at: now))))
    }
  }
}

enum ScenarioError: Error { case noWay(to: StepID) }
