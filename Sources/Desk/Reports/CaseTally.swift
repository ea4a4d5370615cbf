import Vocabulary
import Workflow

/// What is counted of the cases of one group.
struct CaseTally: Sendable {
  var cases = 0
  var closed = 0
  /// By state, those that are not closed among them.
  var states: [CaseState: Int] = [:]

  // The mix of cases, beside which everything else is read (domain F).
  /// Whose first message was angry or hotter.
  var hot = 0
  /// Of severity 3 or 4.
  var grave = 0

  /// Hot ones that are cooler now.
  var cooled = 0
  /// Closed ones that something was to be settled in.
  var settleable = 0
  /// Settled by the one who took it, with nobody above asked and without coming back.
  var settledAtOnce = 0
  /// That went through more than one person's hands.
  var handedOn = 0
  /// Times a case went from one person's hands into another's.
  var handovers = 0
  /// That were handed up.
  var escalated = 0
  /// That came back after a close or a failed look back.
  var cameBack = 0
  /// Opened by a customer who had been here within the returning time.
  var sameCustomer = 0
  /// Either of the two.
  var repeated = 0
  /// Whose customers had to chase us (S2-30).
  var chased = 0
  /// How often they had to, in all.
  var chases = 0

  /// In which something was answered, by whether an answer says what it rests on (S4-9).
  var answered: [Bool: Int] = [:]
  /// Of these, the ones that came back.
  var answeredAgain: [Bool: Int] = [:]

  // How complaints were sorted (S0-1, S0-4).
  /// By class and kind; nothing where nobody has said.
  var sorts: [SortKey: Int] = [:]
  /// On record as a concern at some time.
  var concerns = 0
  /// Of these, found to be justified after all.
  var turnedUpheld = 0
  var promises = PromiseTally()

  /// Whoever held one of them.
  var people: Set<PersonID> = []

  /// Closed with nothing to settle.
  private static let void: Set<CloseReason> = [.withdrawn, .duplicate, .misdirected]
  private static let settled: Set<CloseReason> = [.satisfied, .accepted, .granted, .answered]

  /// Counts a case.
  ///
  /// - Parameters:
  ///   - counted: the case.
  ///   - person: the only one whose promises count; nil for everybody's.
  ///   - clocks: how soon an answer was due.
  ///   - now: what is overdue is so at this time.
  mutating func add(_ counted: Case, of person: PersonID?, clocks: ClockRules, now: Instant) {
    cases += 1
    states[counted.state, default: 0] += 1
    if counted.isHot {
      hot += 1
      if counted.heat < counted.heatAtStart ?? .calm { cooled += 1 }
    }
    if counted.classification.severity ?? 0 >= 3 { grave += 1 }
    if let closing = counted.closed {
      closed += 1
      if !CaseTally.void.contains(closing.reason) {
        settleable += 1
        if CaseTally.settled.contains(closing.reason), counted.handovers == 0,
          counted.returns == 0, counted.escalation == nil
        {
          settledAtOnce += 1
        }
      }
    }
    if counted.handovers > 0 { handedOn += 1 }
    handovers += counted.handovers
    if counted.escalation != nil { escalated += 1 }
    if counted.returns > 0 { cameBack += 1 }
    if counted.earlier != nil { sameCustomer += 1 }
    if counted.returns > 0 || counted.earlier != nil { repeated += 1 }
    let chases = counted.chases(by: clocks)
    if chases > 0 { chased += 1 }
    self.chases += chases
    let answers = counted.messages.filter(\.meetsGates)
    if !answers.isEmpty {
      let isSourced = answers.contains { !$0.sources.isEmpty }
      answered[isSourced, default: 0] += 1
      if counted.returns > 0 { answeredAgain[isSourced, default: 0] += 1 }
    }
    let sorted = counted.classification
    sorts[SortKey(class: sorted.class, kind: sorted.kind), default: 0] += 1
    if counted.wasConcern { concerns += 1 }
    if counted.upheldAfterConcernAt != nil, sorted.class == .upheld { turnedUpheld += 1 }
    for promise in counted.commitments where person.map({ promise.by == $0 }) ?? true {
      promises.add(promise, now: now)
    }
    people.formUnion(counted.holders)
  }
}

extension Case {
  /// Whether the customer came angry or hotter.
  var isHot: Bool { heatAtStart ?? .calm >= .angry }
}

/// Promises, by how they ended.
struct PromiseTally: Sendable {
  var kept = 0
  /// Those of the kept ones that were kept after their time.
  var keptLate = 0
  var broken = 0
  var open = 0
  /// Those of the open ones whose time has passed.
  var overdue = 0

  var all: Int { kept + broken + open }
  /// Those that have ended, and those that should have.
  var due: Int { kept + broken + overdue }

  mutating func add(_ promise: Commitment, now: Instant) {
    switch promise.state {
    case .kept:
      kept += 1
      if let settled = promise.settledAt, settled > promise.due { keptLate += 1 }
    case .broken: broken += 1
    case .open:
      open += 1
      if promise.due < now { overdue += 1 }
    }
  }
}

/// What was done in time and what was not.
struct ClockTally: Sendable {
  var met = 0
  var missed = 0

  mutating func add(isMet: Bool) { if isMet { met += 1 } else { missed += 1 } }
}

/// Requests for a yes from somebody else.
struct ApprovalTally: Sendable {
  var approved = 0
  var denied = 0
  var waiting = 0
  var seconds: Int64 = 0
  var longest: Int64 = 0

  var decided: Int { approved + denied }

  mutating func add(_ request: ApprovalRequest) {
    guard let decision = request.decision else {
      waiting += 1
      return
    }
    if decision.approved { approved += 1 } else { denied += 1 }
    let taken = max(0, decision.at.seconds(since: request.at))
    seconds = seconds.addingReportingOverflow(taken).partialValue
    longest = max(longest, taken)
  }
}

/// Scores from 1 to 5.
struct ScoreTally: Sendable {
  var sum = 0
  var count = 0

  mutating func add(_ score: Int) {
    guard (1...5).contains(score) else { return }
    sum += score
    count += 1
  }
}

/// How a complaint is sorted.
struct SortKey: Hashable, Sendable {
  var `class`: CaseClass?
  var kind: CaseKind?
}

/// What cases of one cause have in common.
struct CauseKey: Hashable, Sendable {
  var cause: CaseCause?
  var fault: Fault?
}

/// Cases of one cause, and what was proposed against it.
struct CauseTally: Sendable {
  var cases = 0
  /// Those in which something was granted or accepted.
  var madeGood = 0
  /// The last notes, each once.
  var notes: [String] = []

  /// Notes kept at most.
  private static let mostNotes = 5

  mutating func add(_ note: String) {
    notes.removeAll { $0 == note }
    notes.append(note)
    if notes.count > CauseTally.mostNotes { notes.removeFirst() }
  }
}

/// What a department was asked to carry out.
struct DepartmentTally: Sendable {
  var tasks = 0
  var inTime = 0
  var late = 0
  var open = 0
  /// Those of the open ones whose time has passed.
  var overdue = 0
  /// What the customers of these cases said of the whole.
  var scores = ScoreTally()

  mutating func add(_ task: FulfilmentTask, score: Int?, now: Instant) {
    tasks += 1
    if let done = task.doneAt {
      if done <= task.due { inTime += 1 } else { late += 1 }
    } else {
      open += 1
      if task.due < now { overdue += 1 }
    }
    if let score { scores.add(score) }
  }

  mutating func merge(_ other: DepartmentTally) {
    tasks += other.tasks
    inTime += other.inTime
    late += other.late
    open += other.open
    overdue += other.overdue
    scores.sum += other.scores.sum
    scores.count += other.scores.count
  }
}
