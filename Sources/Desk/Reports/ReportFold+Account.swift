import Vocabulary
import Workflow

/// What the house answers for: how complaints were sorted, what went gravely wrong, and what to look
/// at before something new comes out.
extension ReportFold {
  /// Concerns and upheld complaints with their grounds, and how many concerns turned out to be
  /// justified (S0-1, S0-4).
  var liability: ReportTable {
    let cases = whole.cases
    func count(_ class: CaseClass?, _ kinds: [CaseKind?]) -> Int {
      kinds.reduce(0) { $0 + (whole.sorts[SortKey(class: `class`, kind: $1)] ?? 0) }
    }
    let every: [CaseKind?] = CaseKind.allCases + [nil]
    let upheld = count(.upheld, every)
    let breach = count(.upheld, [.breach])
    let harm = count(.upheld, [.harm])
    let rows: [(String, Int, Int)] = [
      ("concerns", count(.concern, every), cases), ("upheld", upheld, cases),
      ("breach", breach, upheld), ("harm", harm, upheld),
      ("ground_open", upheld - breach - harm, upheld), ("not_sorted", count(nil, every), cases),
      ("turned_upheld", whole.turnedUpheld, whole.concerns),
    ]
    return ReportTable(
      "liability", [.init("what", .key), .init("count", .count), .init("share", .share)],
      rows: cases == 0
        ? [] : rows.map { [.term(.measure($0.0)), .count($0.1), .share($0.1, of: $0.2)] })
  }

  /// Past causes with the measures against them, to be ticked before a launch (S2-36).
  var launch: ReportTable {
    let table = prevention
    let columns = [
      ReportColumn("checked", .key), .init("cause", .key), .init("fault", .key),
      .init("measure", .key), .init("cases", .count), .init("made_good", .share),
    ]
    return ReportTable("launch", columns, rows: table.rows.map { [.none] + $0 })
  }

  /// Grave cases that many had, that went up or that were mishandled, by the cause that was found and
  /// the department it lies with; those not looked into yet in one row. No person stands in it, and
  /// departments of fewer than five people only together (S2-41).
  func accountability(_ small: SmallGroups) -> ReportTable {
    var table = ReportTable(
      "accountability",
      [
        .init("cause", .key), .init("department", .key), .init("cases", .count),
        .init("grave_mass", .count), .init("grave_up", .count), .init("mishandled", .count),
        .init("with_measure", .count),
      ])
    var members: [String: Set<PersonID>] = [:]
    for person in people.values where person.active {
      if let unit = person.department { members[unit, default: []].insert(person.id) }
    }
    var folded = AccountTally()
    var open = AccountTally()
    let sorted = accounts.sorted {
      let left = ($0.key.cause?.rawValue ?? "~", $0.key.department ?? "~")
      let right = ($1.key.cause?.rawValue ?? "~", $1.key.department ?? "~")
      return $0.value.cases != $1.value.cases ? $0.value.cases > $1.value.cases : left < right
    }
    for (key, tally) in sorted {
      if !key.isVerified {
        open.merge(tally)
      } else if let unit = key.department, (members[unit]?.count ?? 0) < SmallGroups.fewest {
        folded.merge(tally)
      } else {
        table.rows.append(row(.cause(key.cause), .department(key.department), tally))
      }
    }
    if folded.cases > 0 {
      table.withheld = .folded
      table.rows.append(row(.others, .others, folded))
    }
    if open.cases > 0 {
      table.rows.append([.term(.measure("not_verified")), .none] + open.cells)
    }
    return table
  }

  private func row(_ cause: ReportTerm, _ unit: ReportTerm, _ tally: AccountTally) -> [ReportCell] {
    // What is put together is one group.
    [.term(cause), cause == .others ? .none : .term(unit)] + tally.cells
  }
}

/// What grave cases are counted under.
struct AccountKey: Hashable, Sendable {
  var cause: CaseCause?
  var department: String?
  /// Something was found out, and the fault is ours at least in part.
  var isVerified: Bool
}

/// Grave cases of one cause and department.
struct AccountTally: Sendable {
  var cases = 0
  /// Many had them at once.
  var mass = 0
  /// They went up.
  var escalated = 0
  /// They came back, a promise was broken, or a concern was not taken for what it was.
  var mishandled = 0
  /// Something was proposed against it.
  var withMeasure = 0

  mutating func add(_ counted: Case) {
    cases += 1
    if counted.isOfMany { mass += 1 }
    if counted.escalation != nil { escalated += 1 }
    if counted.isMishandled { mishandled += 1 }
    if !counted.improvements.isEmpty { withMeasure += 1 }
  }

  mutating func merge(_ other: AccountTally) {
    cases += other.cases
    mass += other.mass
    escalated += other.escalated
    mishandled += other.mishandled
    withMeasure += other.withMeasure
  }

  fileprivate var cells: [ReportCell] {
    [
      .count(cases), .count(mass), .count(escalated), .count(mishandled), .count(withMeasure),
    ]
  }
}

extension Case {
  /// Whether it did grave harm, and was one of many, went up or was mishandled.
  var isGraveAndFailed: Bool {
    (classification.severity ?? 0) >= 3 && (isOfMany || escalation != nil || isMishandled)
  }

  fileprivate var isOfMany: Bool {
    !announcements.isEmpty || classification.content == .incident
  }

  fileprivate var isMishandled: Bool {
    returns > 0 || brokePromise || commitments.contains { $0.state == .broken }
      || (upheldAfterConcernAt != nil && classification.class == .upheld)
  }
}
