import Foundation
import Vocabulary
import Workflow

/// Goes over cases once and counts; what it keeps grows with what is told apart, not with the
/// number of cases.
struct ReportFold: Sendable {
  let query: ReportQuery
  let now: Instant
  let clocks: ClockRules
  /// Whose figures these are; nil for the desk's.
  let person: PersonID?
  let people: [PersonID: Person]
  private let calendar: Calendar

  private(set) var whole = CaseTally()
  private(set) var groups: [[ReportTerm]: CaseTally] = [:]
  /// Cases by heat at the start, then by heat at the end.
  private(set) var heats: [HeatLevel: [HeatLevel: Int]] = [:]
  private(set) var remedies: [RemedyKey: RemedySum] = [:]
  private(set) var steps: [StepKey: StepTally] = [:]
  private(set) var overrides: [OverrideKey: Int] = [:]
  private(set) var overriders: Set<PersonID> = []
  /// Requests for a remedy, and for a close.
  private(set) var approvals: [String: ApprovalTally] = [:]
  private(set) var approvers: Set<PersonID> = []
  private(set) var clocksMet: [ClockName: ClockTally] = [:]
  /// What was answered to each question; under nil the whole of it.
  private(set) var scores: [SurveyItem?: ScoreTally] = [:]
  private(set) var outcomes: [FollowUpOutcome: Int] = [:]
  private(set) var causes: [CauseKey: CauseTally] = [:]
  private(set) var departments: [String: DepartmentTally] = [:]
  /// Grave cases by what was found, where something was.
  private(set) var accounts: [AccountKey: AccountTally] = [:]
  /// Whether names are struck out of the words that stand in a report.
  private let hidesPersons: Bool

  init(
    _ query: ReportQuery, people: [Person], clocks: ClockRules, person: PersonID?,
    hidesPersons: Bool, now: Instant
  ) {
    self.hidesPersons = hidesPersons
    self.query = query
    self.now = now
    self.clocks = clocks
    self.person = person
    self.people = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = query.timeZone
    self.calendar = calendar
  }

  /// What a remedy is summed up by.
  struct RemedyKey: Hashable, Sendable {
    var remedy: RemedyID
    var currency: String?
  }

  struct RemedySum: Sendable {
    var count = 0
    var minor: Int64 = 0
  }

  struct StepKey: Hashable, Sendable {
    var procedure: ProcedureID
    var step: StepID
  }

  struct StepTally: Sendable {
    var standing = 0
    /// Four messages of the customer and no step further, or our turn and nothing done for a day.
    var stuck = 0
    var closed = 0
  }

  struct OverrideKey: Hashable, Sendable {
    var gate: GateID
    var procedure: ProcedureID
    var strength: GateStrength
    /// Nil for those beyond what is told apart.
    var reason: String?
  }

  /// Gates and reasons told apart at most; reasons for passing policy are free words.
  private static let mostOverrides = 400
  /// Groups told apart at most: teams and departments are free words.
  private static let mostGroups = 1000

  /// Counts a case, if it is one that was asked for.
  mutating func add(_ counted: Case) {
    guard query.counts(openedAt: counted.openedAt) else { return }
    if let person, counted.owner != person, !counted.holders.contains(person) { return }
    whole.add(counted, of: person, clocks: clocks, now: now)
    for group in keys(of: counted) {
      let isNew = groups[group] == nil
      let key = isNew && groups.count >= ReportFold.mostGroups ? [ReportTerm.others] : group
      groups[key, default: CaseTally()].add(counted, of: person, clocks: clocks, now: now)
    }
    heats[counted.heatAtStart ?? .calm, default: [:]][counted.heat, default: 0] += 1
    for option in counted.settledOptions {
      var sum = remedies[RemedyKey(option)] ?? RemedySum()
      sum.count += 1
      sum.minor = sum.minor.addingReportingOverflow(option.amount?.minor ?? 0).partialValue
      remedies[RemedyKey(option)] = sum
    }
    addStep(of: counted)
    addOverrides(of: counted)
    addApprovals(of: counted)
    addClocks(of: counted)
    addAftermath(of: counted)
    if query.kind == .accountability { addAccount(of: counted) }
  }

  private mutating func addAccount(of counted: Case) {
    guard counted.isGraveAndFailed else { return }
    let isVerified =
      counted.fields[.finding]?.value != nil
      && (counted.classification.fault == .ours || counted.classification.fault == .shared)
    // Only departments the desk knows: what else is written there may be somebody's name.
    let known = Set(people.values.compactMap(\.department))
    let named = counted.fields[.department]?.value.flatMap { known.contains($0) ? $0 : nil }
    let key =
      isVerified
      ? AccountKey(cause: counted.classification.cause, department: named, isVerified: true)
      : AccountKey(cause: nil, department: nil, isVerified: false)
    accounts[key, default: AccountTally()].add(counted)
  }

  /// What came after the close, and what is to be learned from it.
  private mutating func addAftermath(of counted: Case) {
    if let survey = counted.survey {
      scores[nil, default: ScoreTally()].add(survey.score)
      for (item, score) in survey.ratings { scores[item, default: ScoreTally()].add(score) }
    }
    for look in counted.followUps {
      if let outcome = look.outcome { outcomes[outcome, default: 0] += 1 }
    }
    let key = CauseKey(cause: counted.classification.cause, fault: counted.classification.fault)
    var tally = causes[key] ?? CauseTally()
    tally.cases += 1
    if !counted.settledOptions.isEmpty { tally.madeGood += 1 }
    if !counted.improvements.isEmpty {
      let mask = PersonalMask(isOn: hidesPersons, of: counted, people: Array(people.values))
      for note in counted.improvements where person.map({ note.by == $0 }) ?? true {
        let words = [note.cause, note.proposal].filter { !$0.isEmpty }.map(mask.words)
        tally.add(words.joined(separator: ": "))
      }
    }
    causes[key] = tally
    for task in counted.tasks where person.map({ task.by == $0 }) ?? true {
      let isNew = departments[task.department] == nil
      let name = isNew && departments.count >= ReportFold.mostGroups ? "…" : task.department
      departments[name, default: DepartmentTally()]
        .add(task, score: counted.survey?.score, now: now)
    }
  }

  private mutating func addStep(of counted: Case) {
    let key = StepKey(procedure: counted.procedure, step: counted.step)
    var tally = steps[key] ?? StepTally()
    if counted.state == .closed {
      tally.closed += 1
    } else {
      tally.standing += 1
      let isTalkedOut = counted.customerTurns - counted.turnsAtStep >= 4
      let isLeft = counted.state == .open && now.seconds(since: counted.touchedAt) >= 86_400
      if isTalkedOut || isLeft { tally.stuck += 1 }
    }
    steps[key] = tally
  }

  private mutating func addOverrides(of counted: Case) {
    for passed in counted.overrides where person.map({ passed.by == $0 }) ?? true {
      var key = OverrideKey(
        gate: passed.gate, procedure: counted.procedure, strength: passed.strength,
        reason: passed.reason)
      if overrides[key] == nil, overrides.count >= ReportFold.mostOverrides { key.reason = nil }
      overrides[key, default: 0] += 1
      overriders.insert(passed.by)
    }
  }

  private mutating func addApprovals(of counted: Case) {
    for request in counted.approvals where person.map({ request.by == $0 }) ?? true {
      let subject =
        switch request.subject {
        case .remedy: "remedy"
        case .close: "close"
        }
      approvals[subject, default: ApprovalTally()].add(request)
      approvers.insert(request.by)
      if let decision = request.decision { approvers.insert(decision.by) }
    }
  }

  // MARK: - Groups

  /// What a case is counted under.
  private func keys(of counted: Case) -> [[ReportTerm]] {
    switch query.groups {
    case nil: []
    case .cause:
      [[.cause(counted.classification.cause), .fault(counted.classification.fault)]]
    case .step: [[.step(counted.step, of: counted.procedure)]]
    case .team: [[.team(owner(of: counted)?.team)]]
    case .department: [[.department(owner(of: counted)?.department)]]
    case .remedy:
      counted.settledOptions.isEmpty
        ? [[.remedy(nil)]]
        : Set(counted.settledOptions.map(\.remedy)).map { [.remedy($0)] }
    case .hour: [[.hour(calendar.component(.hour, from: counted.openedAt.date))]]
    case .channel: [[.channel(counted.channel)]]
    case .language: [[.language(counted.language)]]
    }
  }

  /// Who answers for a case, as far as they are known here.
  private func owner(of counted: Case) -> Person? {
    (counted.owner ?? counted.holders.last).flatMap { people[$0] }
  }

  // MARK: - Clocks

  private mutating func addClocks(of counted: Case) {
    addReplies(of: counted)
    for promise in counted.commitments where person.map({ promise.by == $0 }) ?? true {
      switch promise.state {
      case .broken: note(.promise, isMet: false)
      case .kept: if let at = promise.settledAt { note(.promise, isMet: at <= promise.due) }
      case .open: if promise.due < now { note(.promise, isMet: false) }
      }
    }
    // Whose look back it was does not stand in the record.
    guard person == nil else { return }
    for look in counted.followUps {
      if let done = look.doneAt {
        note(.followUp, isMet: done <= look.due)
      } else if look.due < now {
        note(.followUp, isMet: false)
      }
    }
  }

  /// How long customers waited for the first word after theirs, where words are written: what is
  /// said on the phone is noted later than it was said.
  private mutating func addReplies(of counted: Case) {
    guard counted.channel != .phone else { return }
    var waiting: (since: Instant, heat: HeatLevel)?
    for message in counted.messages where !message.retracted {
      if message.from == .customer {
        let heat = max(message.heat ?? .calm, waiting?.heat ?? .calm)
        waiting = (waiting?.since ?? max(message.at, counted.openedAt), heat)
      } else if message.reachesCustomer, let asked = waiting {
        waiting = nil
        guard !message.isHistory, person.map({ message.by == $0 }) ?? true else { continue }
        note(.respond, isMet: message.at <= due(asked.since, counted, asked.heat))
      }
    }
    // Nobody has answered yet, and the time is over.
    if person == nil, let asked = waiting, counted.state == .open,
      now > due(asked.since, counted, asked.heat)
    {
      note(.respond, isMet: false)
    }
  }

  private func due(_ since: Instant, _ counted: Case, _ heat: HeatLevel) -> Instant {
    clocks.respond(on: counted.channel, at: heat).end(
      from: since, in: clocks.calendar(on: counted.channel, in: counted.language))
  }

  private mutating func note(_ clock: ClockName, isMet: Bool) {
    clocksMet[clock, default: ClockTally()].add(isMet: isMet)
  }
}

extension ReportFold.RemedyKey {
  init(_ option: PlanOption) {
    self.init(remedy: option.remedy, currency: option.amount?.currency)
  }
}
