import Vocabulary
import Workflow

/// Doing what a refusal asks for.
extension Story {
  /// The colleague who holds the case, if anybody does.
  var holder: Colleague? { current.handler.flatMap { id in Colleague.all.first { $0.id == id } } }

  /// Carries out what `need` asks for, in the words of the refusal of `attempt`.
  ///
  /// - Parameters:
  ///   - need: what is missing.
  ///   - attempt: what was refused for it.
  /// - Returns: the attempt to make again, changed where the need is about the attempt itself; nil
  ///   where the need cannot be met by doing something, or doing it was refused in turn.
  mutating func meet(_ need: Need, for attempt: Attempt) -> Attempt? {
    do {
      if let again = try change(attempt, for: need) { return again }
      return try act(on: need, for: attempt) ? attempt : nil
    } catch {
      return nil
    }
  }

  // MARK: - By another attempt

  private mutating func change(_ attempt: Attempt, for need: Need) throws(Refusal) -> Attempt? {
    var again = attempt
    switch need {
    case .date:
      guard let command = attempt.command.dated(inHours(24)) else { return nil }
      again.command = command
    case .options:
      guard case .offer(let options, _) = attempt.command, !options.isEmpty else { return nil }
      again.command = .offer(options: options, onlyOneBecause: "it is the one that helps")
    case .without(let kind):
      // A grant tells of a remedy whatever its words.
      if kind == .remedy, case .grant = attempt.command { return nil }
      guard attempt.agent.disclosures.contains(kind) else { return nil }
      again.agent.disclosures.remove(kind)
    case .variable:
      again.agent.unresolved = []
    case .rewording:
      again.agent.findings = []
    case .planAtHand(let number):
      guard case .answer(let accepted, let option, let words, _) = attempt.command else {
        return nil
      }
      again.command = .answer(accepted: accepted, option: option, words: words, plan: number)
    case .heldBy(let person) where person == attempt.by.id && attempt.epoch != nil:
      again.epoch = nil
    case .heldBy(let person)
    where attempt.command.isRetraction
      && (attempt.by == holder || attempt.by.role == .system):
      guard let author = Colleague.all.first(where: { $0.id == person }) else { return nil }
      again.by = author
    case .permission(let permission):
      guard
        let other = Colleague.all.first(where: { rules.authority.allows($0.role, permission) })
      else { return nil }
      again.by = other
    default: return nil
    }
    return again
  }

  // MARK: - By doing something first

  private mutating func act(on need: Need, for attempt: Attempt) throws(Refusal) -> Bool {
    switch need {
    case .oneOf(let ways):
      for way in ways {
        var copy = self
        if try copy.act(on: way, for: attempt) {
          self = copy
          return true
        }
      }
      return false
    case .allOf(let parts):
      guard let first = parts.first else { return false }
      return try act(on: first, for: attempt)
    case .claim: return try takeIntoHand(by: attempt.by)
    case .heldBy:
      guard let holder, holder != attempt.by else { return false }
      try act(.release, by: holder)
      return try takeIntoHand(by: attempt.by)
    case .state(let states):
      guard states.contains(.open), current.state == .closed else { return false }
      try act(.reopen(reason: "it is not over"), by: .ana)
      return true
    case .customerMessage, .turns, .customerQuestion, .heat, .confirmation, .acceptance:
      return try hear(for: need)
    default:
      guard try ensureHolder() else { return false }
      return try work(on: need, for: attempt)
    }
  }

  private mutating func takeIntoHand(by who: Colleague) throws(Refusal) -> Bool {
    if current.handler == who.id { return false }
    if let holder { try act(.release, by: holder) }
    try act(.claim, by: who)
    return true
  }

  /// Somebody holds the case afterwards.
  private mutating func ensureHolder() throws(Refusal) -> Bool {
    guard current.state != .closed else { return false }
    if current.handler == nil { try act(.claim, by: .mei) }
    return holder != nil
  }

  /// What the customer does.
  private mutating func hear(for need: Need) throws(Refusal) -> Bool {
    switch need {
    case .customerMessage: try hears("It still does not work.")
    case .turns(let count): for _ in 0..<min(count, 10) { try hears("And there is more.") }
    case .customerQuestion: try hears("When will it come?", [.question])
    case .heat: try hears("All right.", [.acceptance])
    case .confirmation(let what):
      guard case .asked = current.confirmations[what] else { return false }
      try hears("Yes, and please hurry.")
    case .acceptance:
      if !current.unanswered.isEmpty {
        guard try ensureHolder() else { return false }
        try speak("Here is how far it is.", [.progress])
      }
      try hears("Thank you, that is fine.", [.thanks])
    default: return false
    }
    return true
  }

  /// What the holder of the case does.
  private mutating func work(on need: Need, for attempt: Attempt) throws(Refusal) -> Bool {
    guard let holder else { return false }
    switch need {
    case .act(let acts):
      guard let act = acts.first(where: { $0 != .responsibility }) ?? acts.first else {
        return false
      }
      try speak("What this calls for.", [act])
    case .field(let name): try act(.set(name, value: "known now", reason: nil), by: holder)
    case .noField(let name): try act(.set(name, value: nil, reason: "no more"), by: holder)
    case .plan, .answer: return try settle(need)
    case .view: try act(.askView(words: "A new one would do"), by: holder)
    case .approval(let remedy, _): return try getApproval(of: remedy, for: attempt)
    case .identity: try act(.identify(how: "asked"), by: holder)
    case .reply: try speak("Here is how far it is.", [.progress])
    case .followUp: try act(.arrangeFollowUp(due: nil, channel: nil), by: holder)
    case .followUpSettled: try act(.followUpDone(outcome: .fixed), by: holder)
    case .promise(let number): try act(.settlePromise(number: number, kept: true), by: holder)
    case .satisfaction: try act(.survey(score: 4, words: "Fine"), by: holder)
    case .signOff:
      guard case .close(let reason, _) = attempt.command else { return false }
      try act(.requestApproval(.close(reason)), by: holder)
      guard let request = current.approvals.last?.number else { return false }
      try act(.approve(request: request, reason: "agreed"), by: .ana)
    case .severity(let most): try act(.classify(Classification(severity: max(1, most))), by: holder)
    case .classification(let classes):
      guard let first = classes.first else { return false }
      try act(.classify(Classification(class: first)), by: holder)
    case .upheldGround: try act(.classify(Classification(kind: .harm)), by: holder)
    case .hearAgain: try speak("I see why you are cross.", [.empathy])
    case .nudges:
      if !current.unanswered.isEmpty { try speak("Here is how far it is.", [.progress]) }
      if current.lastWordAt == nil { try speak("Hello, are you there?", [.greeting]) }
      wait(rules.clocks.nudge(on: current.channel))
      try speak("Are you still there?", [.question])
    case .escalation: try act(.escalate(to: "Ana", due: inHours(4)), by: holder)
    case .link: try act(.link("C-9"), by: holder)
    case .faultOurs: try act(.classify(Classification(fault: .ours)), by: holder)
    default: return false
    }
    return true
  }

  private mutating func speak(_ text: String, _ acts: Set<SpeechAct>) throws(Refusal) {
    guard let holder else { return }
    let draft = Draft(text: text)
    if acts.contains(.responsibility) {
      try act(.classify(Classification(fault: .ours)), by: holder)
    }
    try act(
      current.channel == .phone ? .say(draft) : .send(draft), by: holder, agent: .read(acts))
  }

  /// A plan on the table, and the customer's answer to it.
  private mutating func settle(_ need: Need) throws(Refusal) -> Bool {
    guard let holder else { return false }
    if current.plan == nil {
      let easy = PlanOption(remedy: "exchange", what: "a new one", due: inHours(48))
      try act(
        .offer(options: [easy], onlyOneBecause: "it is the one that helps"), by: holder,
        override: .digit(1))
      try speak("Here is what I can do.", [.offer])
    }
    guard case .answer(let kind) = need else { return true }
    try hears("I have thought about it.")
    try act(
      .answer(
        accepted: kind == .accepted, option: 0, words: "So be it", plan: current.plan?.number),
      by: holder)
    return true
  }

  /// A supervisor's yes to the remedy that was refused.
  private mutating func getApproval(
    of remedy: RemedyID, for attempt: Attempt
  ) throws(Refusal) -> Bool {
    guard let holder else { return false }
    let wanted = attempt.command.options.filter { $0.remedy == remedy }
    for option in wanted {
      try act(.requestApproval(.remedy(whole(option))), by: holder)
      guard let request = current.approvals.last?.number else { return false }
      try act(
        .approve(request: request, reason: "granted"), by: .ana, override: .words("worth it"))
    }
    return !wanted.isEmpty
  }

  /// The option with all the customer has had of the same remedy.
  private func whole(_ option: PlanOption) -> PlanOption {
    var whole = option
    for taken in current.plans.compactMap(\.taken)
    where taken.remedy == option.remedy && taken.amount?.currency == option.amount?.currency {
      let (sum, overflow) = (whole.amount?.minor ?? 0)
        .addingReportingOverflow(taken.amount?.minor ?? 0)
      whole.amount?.minor = overflow ? .max : sum
    }
    return whole
  }
}

extension CaseCommand {
  fileprivate var isRetraction: Bool { if case .retract = self { true } else { false } }

  /// The options a command brings.
  var options: [PlanOption] {
    switch self {
    case .offer(let options, _): options
    case .grant(let option, _): [option]
    default: []
    }
  }

  /// The same with every option due at `due`; nil where nothing has a date.
  func dated(_ due: Instant) -> CaseCommand? {
    func dated(_ option: PlanOption) -> PlanOption {
      var dated = option
      dated.due = due
      return dated
    }
    return switch self {
    case .offer(let options, let why):
      .offer(options: options.map(dated), onlyOneBecause: why)
    case .grant(let option, let draft): .grant(dated(option), draft: draft)
    default: nil
    }
  }
}
