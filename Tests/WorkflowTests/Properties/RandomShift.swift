import Vocabulary
import Workflow

/// What several people might try on one case, in any order, with any reading.
struct RandomShift {
  var random: SeededGenerator
  private let remedies: [RemedyID]
  private let steps: [StepID]

  init(_ rules: Rules, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    remedies = rules.authority.remedies.keys.sorted()
    steps = (rules.procedure.steps + rules.procedure.sideSteps).map(\.id)
  }

  /// A case to try it on.
  mutating func story(_ rules: Rules) throws -> Story {
    let earlier = EarlierContact(
      ref: "C-0", at: Instant(seconds: 1_763_000_000), problem: "Lid missing", promise: nil,
      fields: [:], unsolved: random.chance(50))
    return try Story(
      rules, on: random.any(Channel.self, or: .chat), earlier: random.chance(20) ? earlier : nil,
      claimed: random.chance(80))
  }

  /// How much time passes before the next attempt, in seconds.
  mutating func pause() -> Int64 { random.pick([0, 0, 5, 60, 7_200, 90_000, 300_000], or: 0) }

  /// Something somebody tries.
  mutating func attempt(on story: Story) -> Attempt {
    let command = command(on: story)
    var attempt = Attempt(command: command)
    attempt.by = story.holder ?? .mei
    if case .receive = command { attempt.by = .desk }
    if case .approve = command { attempt.by = .ana }
    if random.chance(20) { attempt.by = random.pick(Colleague.all, or: .mei) }
    switch random.number(0...9) {
    case 0...2: attempt.override = .digit(random.pick([0, 1, 2, 3, 9, -4, .min, .max], or: 1))
    case 3: attempt.override = .words(random.pick(["it is due", " ", ""], or: ""))
    default: break
    }
    if random.chance(15) {
      attempt.epoch = random.chance(50) ? story.current.epoch : random.number(-1...4)
    }
    attempt.customer = .read(
      random.some(CustomerMove.self), heat: random.any(HeatLevel.self, or: .calm))
    attempt.agent = .read(
      random.some(SpeechAct.self).union(random.chance(40) ? [.progress] : []),
      giving: random.chance(15) ? random.some(Disclosure.self) : [],
      unresolved: random.chance(4) ? ["due"] : [],
      findings: random.chance(5) ? [.held("blame")] : [])
    attempt.burning = random.chance(5)
    attempt.sampled = random.chance(20)
    return attempt
  }

  /// The words of a command; the numbers and names in it may stand for nothing.
  private mutating func command(on story: Story) -> CaseCommand {
    switch random.number(0...99) {
    case 0..<15: .receive(text: "Words of a customer", spoken: random.chance(20))
    case 15..<29:
      story.current.channel == .phone && random.chance(80)
        ? .say(draft(on: story)) : .send(draft(on: story))
    case 29..<36: .advance(to: random.chance(60) ? nil : random.pick(steps, or: "vent"))
    case 36..<39: .back(to: random.chance(50) ? nil : random.pick(steps, or: "vent"))
    case 39: .skip(to: random.pick(steps, or: "vent"), reason: "a question only")
    case 40..<46: .offer(options: options(on: story), onlyOneBecause: random.chance(60) ? "x" : nil)
    case 46..<52:
      .answer(
        accepted: random.chance(60), option: random.pick([nil, 0, 0, 1, -1, 7], or: nil),
        words: "Yes or no", plan: random.chance(70) ? nil : random.number(0...3))
    case 52..<56: .grant(option(on: story), draft: random.chance(70) ? draft(on: story) : nil)
    case 56..<65: .close(random.any(CloseReason.self, or: .accepted), words: "")
    default: holdingOrRecord(on: story)
    }
  }

  private mutating func holdingOrRecord(on story: Story) -> CaseCommand {
    switch random.number(0...34) {
    case 0...2: .set(field(), value: random.chance(80) ? "a value" : nil, reason: "not told")
    case 3:
      .set(
        random.pick([.price, .lossAmount], or: .price),
        value: random.pick(["CNY 90", "400", "1200", "much"], or: "90"), reason: nil)
    case 4, 5: .confirm(random.any(Confirmable.self, or: .problem))
    case 6, 7: .classify(classification())
    case 8: .claim
    case 9: .release
    case 10: .transfer(to: random.pick(Colleague.all, or: .tom).id)
    case 11: .accept
    case 12: .takeOver(reason: "mine")
    case 13: .escalate(to: "Ana", due: story.inHours(Int64(random.number(-1...9))))
    case 14: .requestApproval(subject(on: story))
    case 15, 16: .approve(request: random.chance(70) ? nil : random.number(0...4), reason: "x")
    case 17: .deny(request: random.chance(70) ? nil : random.number(0...4), reason: "x")
    case 18: .promise(what: "a call", due: story.inHours(Int64(random.number(0...30))))
    case 19: .settlePromise(number: random.chance(70) ? nil : 2, kept: random.chance(60))
    case 20 where random.chance(40): .withdrawPromise(number: nil, reason: "misfiled")
    case 20, 21: .followUpDone(outcome: random.any(FollowUpOutcome.self, or: .fixed))
    case 22: .arrangeFollowUp(due: nil, channel: nil)
    case 23: .survey(score: random.number(0...6), words: "")
    case 24: .snooze(until: story.inHours(Int64(random.number(-1...9))))
    case 25: .wake
    case 26: .link("C-9")
    case 27: .attest(random.any(SpeechAct.self, or: .regret))
    case 28, 29: correction(on: story)
    case 30: .retract(message: message(on: story))
    case 31: random.chance(50) ? .danger(.fire) : .dangerOver
    case 32: .reopen(reason: "again")
    case 33: .identify(how: "asked")
    default: random.chance(50) ? .askView(words: "a new one") : .note(text: "noted")
    }
  }

  private mutating func correction(on story: Story) -> CaseCommand {
    .correct(
      message: message(on: story), acts: random.chance(60) ? random.some(SpeechAct.self) : nil,
      heat: random.chance(60) ? random.any(HeatLevel.self, or: .calm) : nil)
  }

  private mutating func message(on story: Story) -> Int {
    random.chance(10)
      ? random.pick([.min, .max, 0, -1], or: 0)
      : max(1, story.current.messages.count - random.number(0...2))
  }

  private mutating func draft(on story: Story) -> Draft {
    Draft(
      text: "Words of an agent",
      promises: random.chance(10) ? [DraftPromise(what: "a call", due: story.inHours(5))] : [])
  }

  private mutating func options(on story: Story) -> [PlanOption] {
    (0..<random.number(0...2)).map { _ in option(on: story) }
  }

  private mutating func option(on story: Story) -> PlanOption {
    let amount =
      random.chance(70)
      ? Money(
        minor: random.pick([-1, 0, 500, 2_000, 15_000, 90_000, .max], or: 500),
        currency: random.pick(["CNY", "CNY", "USD", "EUR"], or: "CNY")) : nil
    return PlanOption(
      remedy: random.chance(5) ? "moon" : random.pick(remedies, or: "refund"), what: "what it is",
      amount: amount, due: random.chance(80) ? story.inHours(Int64(random.number(0...60))) : nil)
  }

  private mutating func subject(on story: Story) -> ApprovalSubject {
    random.chance(50)
      ? .remedy(option(on: story)) : .close(random.any(CloseReason.self, or: .declined))
  }

  private mutating func field() -> FieldName {
    random.pick([.problem, .demand, .order, .customer, .phone, .finding], or: .problem)
  }

  private mutating func classification() -> Classification {
    Classification(
      class: random.chance(50) ? .upheld : nil,
      fault: random.chance(40) ? random.any(Fault.self, or: .ours) : nil,
      severity: random.chance(70) ? random.number(0...5) : nil,
      inService: random.chance(30) ? random.chance(50) : nil)
  }
}
