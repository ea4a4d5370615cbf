import Vocabulary
import Workflow

/// Looks over the shoulder of a shift and says what should not have passed.
///
/// Written from the domain alone (E and the policy gates of the design): it keeps books of its own
/// from the facts and never asks the engine how a gate stands.
struct Watcher {
  private let authority: Authority
  private let clocks: ClockRules
  private let channel: Channel

  private var lines: [Line] = []
  private var holder: PersonID?
  private var isClosed = false
  private var isInDanger = false
  /// The customer answered the plan at hand, one way or the other.
  private var hasAnswer = false
  /// The time of the attempt at hand.
  private var lastNow: Instant?
  private var identified = false
  private var severity: Int?
  private var hasFinding = false
  private var hasOrder = false
  private var fault: Fault?
  private var loss: Money?
  private var isLinked = false
  private var plans: [PlanBook] = []
  private var granted = false
  private var saysYes = false
  private var surveyed = false
  private var fixed = false
  /// Lines before this one accept nothing any more.
  private var acceptsFrom = 0
  private var tries: [Instant] = []
  private var requests: [(subject: ApprovalSubject, voided: Bool)] = []
  private var approved: [PlanOption] = []
  private var signed: Set<CloseReason> = []

  private struct Line {
    var isOurs: Bool
    var reaches: Bool
    var isHistory: Bool
    var at: Instant
    var acts: Set<SpeechAct>
    var moves: Set<CustomerMove>
    var heat: HeatLevel
    var retracted = false
    /// The customer's, and not noted by mistake.
    var isTheirs: Bool { !isOurs && !retracted }
    var isTry = false
  }

  private struct PlanBook {
    var options: [PlanOption]
    var taken: PlanOption?
    var line: Int?
  }

  private init(_ story: Story) {
    authority = story.rules.authority
    clocks = story.rules.clocks
    channel = story.current.channel
  }

  /// What should not have passed in a whole story, a sentence each; none when all is well.
  static func faults(in story: Story) -> [String] {
    var watcher = Watcher(story)
    return story.journal.enumerated().flatMap { index, entry in
      watcher.watch(entry.attempt, entry.events, at: entry.at).map { "entry \(index): \($0)" }
    }
  }

  private mutating func watch(
    _ attempt: Attempt, _ events: [CaseEvent], at now: Instant
  ) -> [String] {
    lastNow = now
    var faults: [String] = []
    var passed: Set<GateID> = []
    for case .overridden(let gate, .policy, let reason, let role) in events {
      passed.insert(gate)
      let fine = isInDanger && gate == "tone" && reason == "danger" || gaveReason(attempt)
      if !fine || role != attempt.by.role { faults.append("\(gate) passed by \(attempt.by.role)") }
    }
    for event in events {
      faults += check(event, attempt, passed, at: now)
      note(event, attempt, at: now)
    }
    return faults
  }

  /// Only a supervisor passes policy, and only with a reason in words.
  private func gaveReason(_ attempt: Attempt) -> Bool {
    guard case .words(let words) = attempt.override else { return false }
    return attempt.by.role == .supervisor && words.contains { !$0.isWhitespace }
  }

  // MARK: - What must hold

  private func check(
    _ event: CaseEvent, _ attempt: Attempt, _ passed: Set<GateID>, at now: Instant
  ) -> [String] {
    let isHolder = attempt.by.id == holder || attempt.by.role == .system
    switch event {
    case .replied(let said): return checkWords(said, attempt, passed) + (isHolder ? [] : ["spoke"])
    case .offered(let options, _):
      return checkLimits(options, attempt, passed) + (isHolder ? [] : ["offered"])
    case .granted(let option):
      let isKnown = identified || hasOrder || passed.contains("identity_for_grant")
      return checkLimits([option], attempt, passed) + (isHolder ? [] : ["granted"])
        + (isKnown ? [] : ["granted to nobody known, for no order on file"])
    case .answered(_, true, _, _) where channel != .phone:
      let heard = lines.lastIndex { $0.isTheirs } ?? -1
      let offered = lines.firstIndex { $0.isOurs && $0.acts.contains(.offer) } ?? .max
      let told = min(plans.last?.line ?? 0, offered)
      return heard >= told ? [] : ["an answer nobody gave"]
    case .closed(let reason, _, let signer, _):
      guard isHolder else { return ["closed by somebody who does not hold it"] }
      return isClosed ? ["closed twice"] : checkClose(reason, signer, attempt, passed)
    case .approved(let number, _):
      guard attempt.by.role == .supervisor else { return ["approved by \(attempt.by.role)"] }
      return requests.indices.contains(number - 1) ? [] : ["approved what nobody asked for"]
    default: return []
    }
  }

  private func checkWords(
    _ said: CaseEvent.Replied, _ attempt: Attempt, _ passed: Set<GateID>
  ) -> [String] {
    let ours = lines.lastIndex { $0.isOurs && $0.reaches && !$0.isHistory && !$0.retracted }
    let heard = lines.lastIndex { $0.isTheirs } ?? -1
    // Of a customer's words only the first are public, unless somebody says otherwise.
    let usual = ours.map { heard > $0 && lines.count { $0.isTheirs } == 1 } ?? true
    let isPublic = channel == .public && attempt.command.isInPublic ?? usual
    var faults: [String] = []
    if said.isPublic != isPublic { faults.append("public is \(said.isPublic), not \(isPublic)") }
    if case .say = attempt.command { return faults }
    let secrets: Set<Disclosure> = [.personalData, .remedy, .liability]
    if isPublic, !attempt.agent.disclosures.isDisjoint(with: secrets), !passed.contains("public") {
      faults.append("told in public")
    }
    if isPublic, case .grant = attempt.command, !passed.contains("public") {
      faults.append("granted in public")
    }
    if attempt.agent.disclosures.contains(.accountData), !identified,
      !passed.contains("identity")
    {
      faults.append("told somebody unknown")
    }
    if !attempt.agent.unresolved.isEmpty { faults.append("an open variable was sent") }
    return faults
  }

  private func checkLimits(
    _ options: [PlanOption], _ attempt: Attempt, _ passed: Set<GateID>
  ) -> [String] {
    guard !passed.contains("authority") else { return [] }
    return options.filter { option in
      guard let terms = authority.remedies[option.remedy] else { return true }
      if let amount = option.amount, amount.minor <= 0 { return true }
      if terms.statutory { return false }
      if isFixed(option) { return false }
      let whole = plans.compactMap(\.taken)
        .filter {
          $0.remedy == option.remedy && $0.amount?.currency == option.amount?.currency
            && $0.guarantee == nil
        }
        .reduce(Double(option.amount?.minor ?? 0)) { $0 + Double($1.amount?.minor ?? 0) }
      let limit = authority.limits[attempt.by.role]?[option.remedy]
      if limit == .unlimited { return false }
      if let amount = option.amount, whole <= most(limit, terms, attempt, amount.currency) {
        return false
      }
      return !approved.contains { yes in
        guard yes.remedy == option.remedy else { return false }
        guard let amount = option.amount else { return true }
        return yes.amount?.currency == amount.currency && whole <= Double(yes.amount?.minor ?? 0)
      }
    }.map { "\($0.remedy) beyond the limit of \(attempt.by.role)" }
  }

  /// Fixed in advance, and not given yet.
  private func isFixed(_ option: PlanOption) -> Bool {
    guard let id = option.guarantee,
      let fixed = authority.guarantees.first(where: { $0.id == id }),
      fixed.remedy == option.remedy, let amount = option.amount
    else { return false }
    return fixed.amounts[amount.currency] == amount.minor
      && !plans.contains { $0.taken?.guarantee == id }
  }

  /// How far a role may go, in hundredths; 0 where it may not at all.
  private func most(
    _ limit: Limit?, _ terms: RemedyTerms, _ attempt: Attempt, _ currency: String
  ) -> Double {
    var most = 0.0
    if case .upTo(let amounts) = limit, let base = amounts[currency].map(Double.init) {
      let share: Int64 =
        !hasFinding
        ? 100
        : fault == .ours
          ? authority.factors.ours
          : fault == .shared ? authority.factors.shared : 100
      let lost = loss.flatMap { $0.currency == currency ? Double($0.minor) : nil } ?? 0
      most =
        base * Double(share) / 100
        + min(lost * Double(authority.factors.loss), base * Double(authority.factors.most)) / 100
    }
    let mayWork: Set<Role> = [.agent, .senior, .supervisor, .trainer, .system]
    if terms.takesAmount, mayWork.contains(attempt.by.role) {
      most = max(most, Double(authority.smallSums[currency] ?? 0))
    }
    return most
  }

  private func checkClose(
    _ reason: CloseReason, _ signer: PersonID?, _ attempt: Attempt, _ passed: Set<GateID>
  ) -> [String] {
    var faults: [String] = []
    if !waiting.isEmpty, !passed.contains("unanswered") { faults.append("closed unanswered") }
    if !bearsOut(reason), !passed.contains("closing_answer") {
      faults.append("closed as \(reason) without its ground")
    }
    let grave = (severity ?? 0) >= 3 || reason == .declined || reason == .referred
    if grave, !passed.contains("sign_off") {
      let bySupervisor = attempt.by.role == .supervisor
      if !signed.contains(reason), !bySupervisor { faults.append("closed without a sign-off") }
      if signer == nil { faults.append("closed with no name to the sign-off") }
    }
    if reason == .declined, !hasFinding, !passed.contains("finding_before_no") {
      faults.append("declined without a finding")
    }
    return faults
  }

  /// The customer's answer, an implied one, or the reason that stands for it.
  private func bearsOut(_ reason: CloseReason) -> Bool {
    switch reason {
    case .satisfied: surveyed || fixed || goesOnContent
    case .accepted: saysYes
    case .granted: granted && saysYes
    case .answered: goesOnContent || hasAnswer || datedTries >= 1
    case .noReply, .unreachable: datedTries >= 2
    case .duplicate: isLinked
    case .withdrawn, .misdirected, .declined, .referred: true
    }
  }

  private var goesOnContent: Bool {
    guard let index = lines.lastIndex(where: { $0.isTheirs }), index >= acceptsFrom,
      waiting.isEmpty
    else { return false }
    let moves = lines[index].moves
    return (moves.contains(.thanks) || moves.contains(.acceptance))
      && moves.subtracting([.thanks, .acceptance, .question]).isEmpty
  }

  private var datedTries: Int {
    var counted: [Instant] = []
    for at in tries
    where counted.last.map({ at.seconds(since: $0) >= clocks.nudge(on: channel) }) ?? true {
      counted.append(at)
    }
    return counted.count
  }

  /// Lines of the customer that wait for a reply (S1-41).
  private var waiting: [Int] {
    var waiting: [Int] = []
    var spoken = false
    for (index, line) in lines.enumerated() {
      if line.isTheirs {
        let content = !line.moves.isEmpty && line.moves.isSubset(of: [.thanks, .acceptance])
        if !spoken || line.heat >= .angry || !content || line.moves.contains(.question) {
          waiting.append(index)
        }
      } else if line.reaches, !line.retracted {
        spoken = true
        let soothes: Set<SpeechAct> = [
          .greeting, .acknowledgement, .regret, .responsibility, .empathy, .thanks,
        ]
        let onlySoothes = !line.acts.isEmpty && line.acts.isSubset(of: soothes)
        waiting = onlySoothes ? waiting.filter { lines[$0].moves.contains(.question) } : []
      }
    }
    return waiting
  }

  // MARK: - The books

  private mutating func note(_ event: CaseEvent, _ attempt: Attempt, at now: Instant) {
    switch event {
    case .received(let heard):
      lines.append(
        Line(
          isOurs: false, reaches: false, isHistory: heard.isHistory, at: now, acts: [],
          moves: heard.moves, heat: heard.heat))
      tries = []
    case .replied(let said):
      let silence = lines.last { $0.isTheirs || ($0.reaches && !$0.retracted) }?.at
      let spoke = lines.contains { $0.isOurs && $0.reaches && !$0.retracted }
      let isTry =
        spoke && waiting.isEmpty
        && silence.map { now.seconds(since: $0) >= clocks.nudge(on: channel) } ?? false
      lines.append(
        Line(
          isOurs: true, reaches: true, isHistory: said.isHistory, at: now, acts: said.acts,
          moves: [], heat: .calm, isTry: isTry))
      if isTry { tries.append(now) }
    case .noted, .viewGiven:
      lines.append(
        Line(
          isOurs: true, reaches: false, isHistory: false, at: now, acts: [], moves: [],
          heat: .calm))
    case .retracted(let number): takeBack(number - 1)
    case .corrected(let number, let acts, let heat):
      guard lines.indices.contains(number - 1) else { return }
      lines[number - 1].acts = acts ?? lines[number - 1].acts
      lines[number - 1].heat = heat ?? lines[number - 1].heat
    case .claimed(let person), .transferAccepted(let person), .takenOver(let person, _):
      holder = person
    case .released, .lapsed: holder = nil
    case .identified: identified = true
    case .fieldSet(.finding, let value, _): hasFinding = value != nil
    case .fieldSet(.order, let value, _): hasOrder = value != nil
    case .fieldSet(.lossAmount, let value, _):
      loss = value.flatMap { Money($0, currency: "CNY") }
    case .classified(let parts):
      severity = parts.severity ?? severity
      fault = parts.fault ?? fault
    case .linked: isLinked = true
    case .dangerRaised: isInDanger = true
    case .dangerEnded: isInDanger = false
    default: noteSettling(event)
    }
  }

  private mutating func takeBack(_ index: Int) {
    guard lines.indices.contains(index) else { return }
    lines[index].retracted = true
    if lines[index].isTry, let last = tries.lastIndex(of: lines[index].at) {
      tries.remove(at: last)
    }
    if plans.last?.line == index, granted {
      plans[plans.count - 1].taken = nil
      granted = false
      saysYes = false
      hasAnswer = false
    }
  }

  private mutating func noteSettling(_ event: CaseEvent) {
    switch event {
    case .offered(let options, _):
      plans.append(PlanBook(options: options, line: lines.count))
      saysYes = false
      hasAnswer = false
    case .granted(let option):
      plans.append(PlanBook(options: [option], taken: option, line: lines.count - 1))
      granted = true
      saysYes = true
      hasAnswer = true
    case .answered(_, let accepted, let option, _):
      saysYes = accepted
      hasAnswer = true
      if let last = plans.indices.last {
        let options = plans[last].options
        plans[last].taken =
          accepted ? option.flatMap { options.indices.contains($0) ? options[$0] : nil } : nil
      }
    case .disputed(.plan): saysYes = false
    case .surveyed(let score, _, _): surveyed = score >= 3
    case .followUpDone(let outcome):
      fixed = outcome == .fixed
      if outcome == .unreachable, let at = lastNow { tries.append(at) }
      if outcome == .notFixed || outcome == .newProblem {
        granted = false
        saysYes = false
        hasAnswer = false
        if let last = plans.indices.last { plans[last].taken = nil }
        startOver()
      }
    case .approvalRequested(let subject, _): requests.append((subject, false))
    case .approved(let number, _):
      guard requests.indices.contains(number - 1) else { return }
      switch requests[number - 1].subject {
      case .remedy(let option): approved.append(option)
      case .close(let reason): if !requests[number - 1].voided { signed.insert(reason) }
      }
    case .denied(let number, _):
      guard requests.indices.contains(number - 1) else { return }
      if case .close(let reason) = requests[number - 1].subject { signed.remove(reason) }
    case .closed:
      isClosed = true
      isInDanger = false
    case .reopened:
      isClosed = false
      fixed = false
      startOver()
    default: break
    }
  }

  /// The case came back: what the customer said and what was signed before counts no more.
  private mutating func startOver() {
    surveyed = false
    acceptsFrom = lines.count
    signed = []
    for index in requests.indices { requests[index].voided = true }
  }
}

extension CaseCommand {
  /// Where the words in it stand, as their writer chose.
  fileprivate var isInPublic: Bool? {
    switch self {
    case .send(let draft), .say(let draft), .grant(_, .some(let draft)): draft.isPublic
    default: nil
    }
  }
}
