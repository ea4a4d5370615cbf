import Vocabulary
import Workflow

/// What came after the close, and what is to be learned from it, as tables.
extension ReportFold {
  var satisfaction: ReportTable {
    let items: [SurveyItem?] = [nil] + SurveyItem.allCases
    let rows = items.compactMap { item -> [ReportCell]? in
      guard let tally = scores[item], tally.count > 0 else { return nil }
      return [.term(.survey(item)), .count(tally.count), .score(sum: tally.sum, of: tally.count)]
    }
    return ReportTable(
      "satisfaction",
      [.init("asked", .key), .init("answers", .count), .init("mean", .score)], rows: rows)
  }

  var followUps: ReportTable {
    let all = outcomes.values.reduce(0, +)
    let rows = FollowUpOutcome.allCases.compactMap { outcome -> [ReportCell]? in
      guard let count = outcomes[outcome] else { return nil }
      return [.term(.outcome(outcome)), .count(count), .share(count, of: all)]
    }
    return ReportTable(
      "follow_ups", [.init("found", .key), .init("count", .count), .init("share", .share)],
      rows: rows)
  }

  /// The causes there are most of first, a row for each note against it.
  var prevention: ReportTable {
    let sorted = causes.sorted {
      let left = ($0.key.cause?.rawValue ?? "~", $0.key.fault?.rawValue ?? "~")
      let right = ($1.key.cause?.rawValue ?? "~", $1.key.fault?.rawValue ?? "~")
      return $0.value.cases != $1.value.cases ? $0.value.cases > $1.value.cases : left < right
    }
    return ReportTable(
      "prevention",
      [
        .init("cause", .key), .init("fault", .key), .init("proposal", .key),
        .init("cases", .count), .init("made_good", .share),
      ],
      rows: sorted.flatMap { key, tally -> [[ReportCell]] in
        let notes: [ReportCell] =
          tally.notes.isEmpty ? [.none] : tally.notes.map { .term(.words($0)) }
        return notes.map { note in
          [
            .term(.cause(key.cause)), .term(.fault(key.fault)), note, .count(tally.cases),
            .share(tally.madeGood, of: tally.cases),
          ]
        }
      })
  }

  /// Departments by name; those known to be of fewer than five people only together.
  func departmentTable(_ small: SmallGroups) -> ReportTable {
    var table = ReportTable(
      "departments",
      [
        .init("department", .key), .init("tasks", .count), .init("in_time", .share),
        .init("late", .count), .init("open", .count), .init("overdue", .count),
        .init("satisfaction", .score),
      ])
    var members: [String: Set<PersonID>] = [:]
    for person in people.values where person.active {
      if let unit = person.department { members[unit, default: []].insert(person.id) }
    }
    var folded = DepartmentTally()
    var behind: Set<PersonID> = []
    for (name, tally) in departments.sorted(by: { $0.key < $1.key }) {
      let people = members[name] ?? []
      if person == nil, !people.isEmpty, !small.mayShow(people) {
        folded.merge(tally)
        behind.formUnion(people)
      } else {
        table.rows.append(row(.department(name), tally))
      }
    }
    guard folded.tasks > 0 else { return table }
    table.withheld = .folded
    table.rows.append(
      small.mayShow(behind)
        ? row(.others, folded)
        : [.term(.others), .count(folded.tasks)] + Array(repeating: .withheld, count: 5))
    return table
  }

  private func row(_ name: ReportTerm, _ tally: DepartmentTally) -> [ReportCell] {
    [
      .term(name), .count(tally.tasks), .share(tally.inTime, of: tally.tasks - tally.open),
      .count(tally.late), .count(tally.open), .count(tally.overdue),
      .score(sum: tally.scores.sum, of: tally.scores.count),
    ]
  }
}
