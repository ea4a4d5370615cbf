import Testing
import Vocabulary
import Workflow

/// What no honest program would have written is named, and what one wrote is not.
@Suite struct AuditTests {
  /// A log with something put in, and what is said about it.
  private struct Forgery {
    var story: Story
    var log: [RecordedEvent]

    init(_ story: Story) {
      self.story = story
      log = story.log
    }

    /// Writes events behind the log's last, in one command.
    mutating func write(
      _ events: CaseEvent..., by who: PersonID = "mei", command: CommandID = "forged",
      at: Instant? = nil
    ) {
      for event in events {
        log.append(
          RecordedEvent(
            version: log.count + 1, at: at ?? story.now, actor: who, command: command,
            event: event))
      }
    }

    func findings(by rules: Rules? = nil) -> [AuditFinding] {
      AuditTests.findings(in: log, by: rules ?? story.rules, now: story.now)
    }

    var faults: [AuditFinding.Fault] { findings().filter { !$0.isNote }.map(\.fault) }
    var notes: [AuditFinding.Fault] { findings().filter(\.isNote).map(\.fault) }

    /// The gate of a single refusal.
    var refusal: GateID? {
      guard faults.count == 1, case .refused(let refusal) = faults.first else { return nil }
      return refusal.gate
    }

    /// The gate that today's rules close.
    var note: GateID? {
      guard faults.isEmpty, notes.count == 1, case .ruledOut(let refusal?) = notes.first
      else { return nil }
      return refusal.gate
    }
  }

  static let roles = Dictionary(uniqueKeysWithValues: Colleague.all.map { ($0.id, $0.role) })

  static func findings(
    in log: [RecordedEvent], by rules: Rules, now: Instant
  ) -> [AuditFinding] {
    CaseAudit.findings(
      in: log, by: rules, roles: roles,
      standing: ["unanswered", "closing_answer", "sign_off", "finding_before_no"], now: now)
  }

  private static func words(_ acts: Set<SpeechAct> = []) -> CaseEvent {
    .replied(.init(text: "Words", kind: .text, acts: acts, source: .observed))
  }

  private static func heard(
    _ moves: Set<CustomerMove> = [], heat: HeatLevel = .calm
  ) -> CaseEvent {
    .received(.init(text: "Words", kind: .text, heat: heat, moves: moves))
  }

  @Test func `an honest story has nothing against it`() throws {
    let stories = [try Story.atSolve(), try .atFollowUp(), try .atSolve(on: .phone)]
    for story in stories {
      #expect(Forgery(story).findings() == [])
    }
  }

  // MARK: Who

  @Test func `words of somebody who did not hold the case`() throws {
    var forgery = Forgery(try Story.atSolve())
    forgery.write(Self.words(), by: "tom")
    #expect(forgery.refusal == .holder)
  }

  @Test func `a claim of a case that was held, and a hand-over nobody was asked for`() throws {
    var claim = Forgery(try Story.atSolve())
    claim.write(.claimed(by: "tom"), by: "tom")
    #expect(claim.refusal == .holder)
    var accepted = Forgery(try Story.atSolve())
    accepted.write(.transferAccepted(by: "tom"), by: "tom")
    #expect(accepted.refusal == .premise)
    var named = Forgery(try Story.atSolve())
    named.write(.takenOver(by: "tom", reason: "x"), by: "ana")
    #expect(named.faults == [.differs(wanted: [.takenOver])])
  }

  @Test func `words sent on a claim that had passed`() throws {
    var story = try Story.atSolve()
    try story.act(.takeOver(reason: "a hard one"), by: .ana)
    var forgery = Forgery(story)
    forgery.write(Self.words(), by: "mei")
    #expect(forgery.refusal == .holder)
  }

  @Test func `whoever the complaint is about neither takes it nor closes it`() throws {
    var story = try Story.atSolve()
    try story.act(.complainedAbout("tom", on: true))
    var forgery = Forgery(story)
    forgery.write(.takenOver(by: "tom", reason: "mine"), by: "tom")
    #expect(forgery.refusal == .complainedAbout)
  }

  @Test func `somebody who was never at the desk`() throws {
    var forgery = Forgery(try Story.atSolve())
    forgery.write(.noted(.init(text: "x", kind: .note)), by: "nobody")
    #expect(forgery.faults == [.stranger("nobody")])
    var offered = Forgery(try Story.atSolve())
    offered.write(.transferOffered(to: "nobody"))
    #expect(offered.faults == [.stranger("nobody")])
  }

  @Test(arguments: [CaseEvent.lapsed(from: "mei"), .ignored(from: "mei"), .raised(to: "above")])
  func `only the desk takes a case back or passes it on by itself`(event: CaseEvent) throws {
    var story = try Story.atSolve()
    try story.act(.escalate(to: "Ana", due: story.inHours(2)))
    var forgery = Forgery(story)
    forgery.write(event, by: "ana")
    #expect(forgery.refusal == .role)
  }

  @Test func `the desk takes no call away, and passes no policy gate`() throws {
    var call = Forgery(try Story.atSolve(on: .phone))
    call.write(.lapsed(from: "mei"), by: "desk")
    #expect(call.faults == [.differs(wanted: [])])
    var passed = Forgery(try Story.atSolve())
    passed.write(
      .overridden(gate: "unanswered", strength: .policy, reason: "x", role: .system),
      .vipSet(true), by: "desk")
    let held = AuditFinding.Fault.refused(
      Refusal(gate: .role, needs: [.permission(.override)]))
    #expect(passed.faults.contains(held))
  }

  // MARK: Authority

  @Test func `a yes to one's own request`() throws {
    var story = try Story.atSolve()
    try story.act(.takeOver(reason: "a hard one"), by: .ana)
    try story.act(.requestApproval(.remedy(.refund(900))), by: .ana)
    var forgery = Forgery(story)
    forgery.write(.approved(request: 1, reason: "x"), by: "ana")
    #expect(forgery.refusal == .author)
  }

  @Test func `a second yes to one request`() throws {
    var story = try Story.atSolve()
    try story.act(.requestApproval(.remedy(.refund(900))))
    try story.act(.approve(request: 1, reason: "due"), by: .ana)
    var forgery = Forgery(story)
    forgery.write(.approved(request: 1, reason: "x"), by: "ana")
    #expect(forgery.refusal == .premise)
  }

  @Test func `a yes by a role that may not say it is for people to look at`() throws {
    var story = try Story.atSolve()
    try story.act(.requestApproval(.remedy(.refund(900))))
    var forgery = Forgery(story)
    forgery.write(.approved(request: 1, reason: "x"), by: "tom")
    #expect(forgery.note == .role)
  }

  @Test func `money above the limit is for people to look at, since limits change`() throws {
    var forgery = Forgery(try Story.atSolve())
    let due = forgery.story.inHours(48)
    forgery.write(
      .offered(options: [.refund(900, due: due), .exchange(due: due)], onlyOneBecause: nil))
    #expect(forgery.note == "authority")
    var richer = forgery.story.rules
    richer.authority.limits[.agent]?["refund"] = .unlimited
    #expect(forgery.findings(by: richer) == [])
  }

  @Test func `money that is none`() throws {
    var forgery = Forgery(try Story.atSolve())
    forgery.write(.offered(options: [.refund(-5), .exchange()], onlyOneBecause: nil))
    #expect(forgery.refusal == .complete)
  }

  @Test func `a gate passed without a reason, or by a role that may not`() throws {
    let story = try Story.atSolve()
    let due = story.inHours(48)
    let offer = CaseEvent.offered(
      options: [.refund(900, due: due), .exchange(due: due)], onlyOneBecause: nil)
    var silent = Forgery(story)
    silent.write(
      .overridden(gate: "authority", strength: .policy, reason: " ", role: .supervisor), offer)
    #expect(silent.faults == [.unexplained("authority")])
    var agent = Forgery(story)
    agent.write(
      .overridden(gate: "authority", strength: .policy, reason: "x", role: .agent), offer)
    #expect(agent.faults == [])
    #expect(agent.notes.count == 1)
  }

  // MARK: Ending

  @Test func `a close with the customer's last words unanswered`() throws {
    var story = try Story.atFollowUp()
    try story.hears("And the lid?", [.question])
    var forgery = Forgery(story)
    forgery.write(.closed(reason: .withdrawn, words: "", signedOffBy: nil, review: false))
    #expect(forgery.faults == [.closedThrough(.withdrawn, "unanswered")])
  }

  @Test func `a close that somebody signed off who had not`() throws {
    var story = try Story.atFollowUp()
    try story.readyToClose()
    var forgery = Forgery(story)
    forgery.write(.closed(reason: .accepted, words: "", signedOffBy: "ana", review: false))
    #expect(forgery.faults.contains(.unsigned("ana")))
  }

  @Test func `words after the close`() throws {
    var story = try Story.atFollowUp()
    try story.readyToClose()
    try story.act(.close(.accepted, words: ""))
    #expect(Forgery(story).findings() == [])
    var forgery = Forgery(story)
    forgery.write(Self.words())
    #expect(forgery.refusal == .state)
  }

  // MARK: What follows from what

  @Test func `a yes the customer never gave`() throws {
    var bare = Forgery(try Story.atSolve())
    bare.write(.answered(plan: 1, accepted: true, option: 0, words: "yes"))
    #expect(bare.refusal == .premise)
    var smuggled = Forgery(try Story.atSolve())
    smuggled.write(Self.heard(), .confirmed(.plan, implied: false), by: "desk")
    #expect(smuggled.faults == [.differs(wanted: [.received])])
  }

  @Test func `a flare that was left out`() throws {
    var story = try Story.atSolve()
    try story.tells("One moment.", [.progress])
    var forgery = Forgery(story)
    forgery.write(Self.heard(heat: .explosive), by: "desk")
    #expect(forgery.faults == [.differs(wanted: [.received, .flared])])
  }

  @Test func `words of somebody else taken back`() throws {
    var story = try Story.atSolve()
    try story.tells("One moment.", [.progress])
    let last = story.current.messages.count
    try story.act(.takeOver(reason: "a hard one"), by: .ana)
    var forgery = Forgery(story)
    forgery.write(.retracted(message: last), by: "ana")
    #expect(forgery.refusal == .author)
  }

  @Test func `a step from where the case was not, and to where no way leads`() throws {
    var from = Forgery(try Story.atSolve())
    from.write(.advanced(from: "vent", to: "ask"))
    #expect(from.faults == [.differs(wanted: [.advanced])])
    var to = Forgery(try Story.atSolve())
    to.write(.advanced(from: "solve", to: "follow_up"))
    #expect(to.note != nil)
  }

  @Test func `a promise for yesterday, and one settled that was never made`() throws {
    var past = Forgery(try Story.atSolve())
    past.write(.promised(what: "a call", due: past.story.inHours(-24)))
    #expect(past.refusal == .complete)
    var none = Forgery(try Story.atSolve())
    none.write(.promiseSettled(number: 4, kept: true))
    #expect(none.refusal == .premise)
  }

  @Test func `words that say they were taken over from before`() throws {
    var forgery = Forgery(try Story.atSolve())
    forgery.write(
      .replied(
        .init(text: "x", kind: .text, acts: [.regret], source: .observed, isHistory: true)))
    #expect(forgery.faults == [.differs(wanted: [.replied])])
  }

  // MARK: The log itself

  @Test func `a gap, and a version twice`() throws {
    var gap = Forgery(try Story.atSolve())
    gap.log.remove(at: 4)
    #expect(gap.findings().contains { $0.fault == .gap(after: 4) && $0.version == 6 })
    var twice = Forgery(try Story.atSolve())
    let last = try #require(twice.log.last)
    twice.log.append(last)
    #expect(twice.faults.contains(.gap(after: last.version)))
  }

  @Test func `a command carried out twice, and one of two people`() throws {
    var twice = Forgery(try Story.atSolve())
    let command = try #require(twice.log.first { $0.event.kind == .claimed }?.command)
    twice.write(.noted(.init(text: "x", kind: .note)), command: command)
    #expect(twice.faults == [.repeated(command)])
    var mixed = Forgery(try Story.atSolve())
    mixed.write(.noted(.init(text: "x", kind: .note)))
    mixed.write(.noted(.init(text: "y", kind: .note)), by: "tom")
    #expect(mixed.faults == [.mixed("forged")])
  }

  @Test func `a clock that jumps an hour is none of it, one that is days off is told`() throws {
    var story = try Story.atSolve()
    for seconds in [3_600, -3_600, -3_600, 3_600] as [Int64] {
      story.wait(seconds)
      try story.act(.note(text: "at \(seconds)"))
    }
    #expect(Forgery(story).findings() == [])
    var back = Forgery(story)
    back.write(.noted(.init(text: "x", kind: .note)), at: story.inHours(-72))
    #expect(back.findings().map(\.fault) == [.earlier(seconds: 259_200)])
    var ahead = Forgery(story)
    ahead.write(.noted(.init(text: "x", kind: .note)), at: story.inHours(72))
    #expect(ahead.findings().map(\.fault) == [.ahead(seconds: 259_200)])
    #expect(!ahead.findings().contains { !$0.isNote })
  }
}
