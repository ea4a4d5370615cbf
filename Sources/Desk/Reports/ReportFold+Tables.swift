import Vocabulary
import Workflow

/// The figures as tables, with what must not be shown left out (domain F).
extension ReportFold {
  /// The tables of the report that was asked for.
  ///
  /// - Parameter viewer: who will see them.
  /// - Returns: at least one, each with what may be seen of it.
  func tables(for viewer: PersonID) -> [ReportTable] {
    let small = SmallGroups(viewer: viewer)
    var tables: [ReportTable] = []
    let kind = query.kind
    func wants(_ other: ReportKind) -> Bool {
      kind == other || kind == .overview || kind == .mine
    }
    if kind == .launch { return [launch] }
    if kind == .accountability { return [accountability(small)] }
    if wants(.volumes) { tables.append(volumes) }
    if wants(.liability) { tables.append(liability) }
    if query.groups != nil { tables.append(grouped(small)) }
    if wants(.heat) { tables.append(heat) }
    if wants(.resolution) { tables.append(guarded(resolution, whole.people, small)) }
    if wants(.promises) { tables.append(guarded(promises, whole.people, small)) }
    if wants(.clocks) { tables.append(guarded(clockTable, whole.people, small)) }
    if wants(.remedies) { tables.append(remedyTable) }
    if wants(.steps) { tables.append(stepTable) }
    if wants(.overrides) { tables.append(guarded(overrideTable, overriders, small)) }
    if wants(.approvals) { tables.append(guarded(approvalTable, approvers, small)) }
    if wants(.satisfaction) { tables.append(guarded(satisfaction, whole.people, small)) }
    if wants(.followUps) { tables.append(followUps) }
    if wants(.departments) { tables.append(departmentTable(small)) }
    if wants(.prevention) { tables.append(prevention) }
    return tables
  }

  /// A table on how people work, emptied where too few people are behind it.
  private func guarded(
    _ table: ReportTable, _ people: Set<PersonID>, _ small: SmallGroups
  ) -> ReportTable {
    // In one's own figures others stand only where they decided what one asked for.
    guard person == nil, !table.rows.isEmpty, !small.mayShow(people.union(whole.people)) else {
      return table
    }
    var table = table
    table.rows = []
    table.withheld = .table
    return table
  }

  // MARK: - Cases

  private var volumes: ReportTable {
    var rows: [[ReportCell]] = [
      [.term(.measure("opened")), .count(whole.cases), .none],
      [.term(.measure("closed")), .count(whole.closed), .share(whole.closed, of: whole.cases)],
    ]
    let open: [(String, CaseState)] = [
      ("our_turn", .open), ("their_turn", .waiting), ("put_aside", .snoozed),
    ]
    for (measure, state) in open {
      let count = whole.states[state] ?? 0
      rows.append([.term(.measure(measure)), .count(count), .share(count, of: whole.cases)])
    }
    rows.append([
      .term(.measure("hot_at_start")), .count(whole.hot), .share(whole.hot, of: whole.cases),
    ])
    rows.append([
      .term(.measure("grave")), .count(whole.grave), .share(whole.grave, of: whole.cases),
    ])
    return ReportTable(
      "volumes", [.init("what", .key), .init("cases", .count), .init("share", .share)],
      rows: rows)
  }

  /// Heat at the start a row, heat at the end a column.
  private var heat: ReportTable {
    let levels = HeatLevel.allCases
    let rows = levels.filter { heats[$0] != nil }.map { start -> [ReportCell] in
      let ends = heats[start] ?? [:]
      let all = ends.values.reduce(0, +)
      let cooler = ends.filter { $0.key < start }.values.reduce(0, +)
      return [.term(.heat(start)), .count(all)] + levels.map { .count(ends[$0] ?? 0) }
        + [start == .calm ? .none : .share(cooler, of: all)]
    }
    return ReportTable(
      "heat",
      [.init("start", .key), .init("cases", .count)]
        + levels.map { .init("end_\($0.rawValue)", .count) } + [.init("cooled", .share)],
      rows: rows)
  }

  private var remedyTable: ReportTable {
    let sorted = remedies.sorted {
      ($1.value.count, $0.key.remedy, $0.key.currency ?? "")
        < ($0.value.count, $1.key.remedy, $1.key.currency ?? "")
    }
    return ReportTable(
      "remedies", [.init("remedy", .key), .init("times", .count), .init("sum", .money)],
      rows: sorted.map { key, sum in
        [
          .term(.remedy(key.remedy)), .count(sum.count),
          key.currency.map { .money(Money(minor: sum.minor, currency: $0)) } ?? .none,
        ]
      })
  }

  private var stepTable: ReportTable {
    let sorted = steps.sorted {
      ($1.value.stuck, $1.value.standing, $0.key.procedure, $0.key.step)
        < ($0.value.stuck, $0.value.standing, $1.key.procedure, $1.key.step)
    }
    return ReportTable(
      "steps",
      [
        .init("procedure", .key), .init("step", .key), .init("standing", .count),
        .init("stuck", .count), .init("closed", .count),
      ],
      rows: sorted.map { key, tally in
        [
          .term(.procedure(key.procedure)), .term(.step(key.step, of: key.procedure)),
          .count(tally.standing), .count(tally.stuck), .count(tally.closed),
        ]
      })
  }

  // MARK: - How it went

  private var resolution: ReportTable {
    guard whole.cases > 0 else { return ReportTable("resolution", ReportFold.measured) }
    let cases = whole.cases
    let (sourced, bare) = (whole.answered[true] ?? 0, whole.answered[false] ?? 0)
    let (sourcedAgain, bareAgain) = (
      whole.answeredAgain[true] ?? 0, whole.answeredAgain[false] ?? 0
    )
    let rows: [(String, Int, ReportCell)] = [
      (
        "settled_at_once", whole.settledAtOnce,
        .share(whole.settledAtOnce, of: whole.settleable)
      ),
      ("handed_on", whole.handedOn, .share(whole.handedOn, of: cases)),
      ("handovers", whole.handovers, .none),
      ("escalated", whole.escalated, .share(whole.escalated, of: cases)),
      ("came_back", whole.cameBack, .share(whole.cameBack, of: cases)),
      ("same_customer", whole.sameCustomer, .share(whole.sameCustomer, of: cases)),
      ("repeated", whole.repeated, .share(whole.repeated, of: cases)),
      ("sourced", sourced, .share(sourced, of: sourced + bare)),
      ("sourced_again", sourcedAgain, .share(sourcedAgain, of: sourced)),
      ("bare_again", bareAgain, .share(bareAgain, of: bare)),
      ("chased", whole.chased, .share(whole.chased, of: cases)),
      ("chases", whole.chases, .none),
    ]
    return ReportTable(
      "resolution", ReportFold.measured,
      rows: rows.map { [.term(.measure($0.0)), .count($0.1), $0.2] })
  }

  private var promises: ReportTable {
    let tally = whole.promises
    guard tally.all > 0 else { return ReportTable("promises", ReportFold.measured) }
    let rows: [(String, Int, Int)] = [
      ("kept", tally.kept, tally.all), ("kept_late", tally.keptLate, tally.all),
      ("broken", tally.broken, tally.all), ("open", tally.open, tally.all),
      ("overdue", tally.overdue, tally.all),
    ]
    return ReportTable(
      "promises", ReportFold.measured,
      rows: rows.map { [.term(.measure($0.0)), .count($0.1), .share($0.1, of: $0.2)] })
  }

  private static let measured: [ReportColumn] = [
    .init("what", .key), .init("count", .count), .init("share", .share),
  ]

  private var clockTable: ReportTable {
    let rows = ClockName.allCases.compactMap { name -> [ReportCell]? in
      guard let tally = clocksMet[name] else { return nil }
      return [
        .term(.clock(name)), .count(tally.met), .count(tally.missed),
        .share(tally.met, of: tally.met + tally.missed),
      ]
    }
    return ReportTable(
      "clocks",
      [
        .init("clock", .key), .init("met", .count), .init("missed", .count),
        .init("in_time", .share),
      ], rows: rows)
  }

  private var overrideTable: ReportTable {
    let sorted = overrides.sorted {
      ($1.value, $0.key.gate, $0.key.reason ?? "") < ($0.value, $1.key.gate, $1.key.reason ?? "")
    }
    return ReportTable(
      "overrides",
      [
        .init("gate", .key), .init("reason", .key), .init("strength", .key),
        .init("times", .count),
      ],
      rows: sorted.map { key, count in
        [
          .term(.gate(key.gate, of: key.procedure)),
          .term(key.reason.map { .reason($0) } ?? .others), .term(.strength(key.strength)),
          .count(count),
        ]
      })
  }

  private var approvalTable: ReportTable {
    let rows = approvals.sorted { $0.key < $1.key }.map { subject, tally -> [ReportCell] in
      [
        .term(.measure(subject)), .count(tally.approved), .count(tally.denied),
        .count(tally.waiting),
        tally.decided == 0 ? .none : .seconds(tally.seconds / Int64(tally.decided)),
        tally.decided == 0 ? .none : .seconds(tally.longest),
      ]
    }
    return ReportTable(
      "approvals",
      [
        .init("asked_for", .key), .init("approved", .count), .init("denied", .count),
        .init("waiting", .count), .init("mean_time", .seconds), .init("longest_time", .seconds),
      ], rows: rows)
  }

  // MARK: - Side by side

  /// A row a group: the mix of its cases first, then how they went.
  private func grouped(_ small: SmallGroups) -> ReportTable {
    guard let grouping = query.groups else { return ReportTable("groups", []) }
    let keys: [ReportColumn] =
      grouping == .cause
      ? [.init("cause", .key), .init("fault", .key)]
      : [.init(grouping.rawValue, .key)]
    var table = ReportTable(
      "groups",
      keys + [
        .init("cases", .count), .init("hot", .share), .init("grave", .share),
        .init("cooled", .share), .init("settled_at_once", .share), .init("kept", .share),
        .init("repeated", .share),
      ])
    var entries = groups.map { (key: $0.key, tally: $0.value) }
    if grouping == .hour {
      entries.sort { ($0.key.first?.code ?? "") < ($1.key.first?.code ?? "") }
    } else {
      entries.sort {
        let left = $0.key.map { $0.code ?? "\u{10FFFF}" }
        let right = $1.key.map { $0.code ?? "\u{10FFFF}" }
        return $0.tally.cases != $1.tally.cases
          ? $0.tally.cases > $1.tally.cases : left.lexicographicallyPrecedes(right)
      }
    }
    let hidden = person == nil ? small.small(entries.map(\.tally.people)) : []
    var folded = CaseTally()
    for (index, entry) in entries.enumerated() {
      let isHidden = hidden.contains(index)
      if isHidden, grouping.isOfPeople {
        folded.merge(entry.tally)
      } else {
        table.rows.append(row(entry.key.map { .term($0) }, entry.tally, withheld: isHidden))
      }
    }
    if !hidden.isEmpty { table.withheld = grouping.isOfPeople ? .folded : .cells }
    if folded.cases > 0 {
      let isHidden = !small.mayShow(folded.people)
      table.rows.append(row([.term(.others)], folded, withheld: isHidden))
    }
    return table
  }

  private func row(
    _ keys: [ReportCell], _ tally: CaseTally, withheld: Bool
  ) -> [ReportCell] {
    keys + [
      .count(tally.cases), .share(tally.hot, of: tally.cases),
      .share(tally.grave, of: tally.cases), .share(tally.cooled, of: tally.hot),
    ]
      + (withheld
        ? [.withheld, .withheld, .withheld]
        : [
          .share(tally.settledAtOnce, of: tally.settleable),
          .share(tally.promises.kept, of: tally.promises.due),
          .share(tally.repeated, of: tally.cases),
        ])
  }
}

extension CaseTally {
  /// Adds what another group counts.
  mutating func merge(_ other: CaseTally) {
    cases += other.cases
    closed += other.closed
    states.merge(other.states, uniquingKeysWith: +)
    hot += other.hot
    grave += other.grave
    cooled += other.cooled
    settleable += other.settleable
    settledAtOnce += other.settledAtOnce
    handedOn += other.handedOn
    handovers += other.handovers
    escalated += other.escalated
    cameBack += other.cameBack
    sameCustomer += other.sameCustomer
    repeated += other.repeated
    chased += other.chased
    chases += other.chases
    answered.merge(other.answered, uniquingKeysWith: +)
    answeredAgain.merge(other.answeredAgain, uniquingKeysWith: +)
    sorts.merge(other.sorts, uniquingKeysWith: +)
    concerns += other.concerns
    turnedUpheld += other.turnedUpheld
    promises.merge(other.promises)
    people.formUnion(other.people)
  }
}

extension PromiseTally {
  mutating func merge(_ other: PromiseTally) {
    kept += other.kept
    keptLate += other.keptLate
    broken += other.broken
    open += other.open
    overdue += other.overdue
  }
}
