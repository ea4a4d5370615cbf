package import Vocabulary
package import Workflow

/// The cases that are not closed, counted, and the pace of the last hours: what a wallboard is made
/// of, and all of it a store can answer without going over the cases.
package struct DeskFigures: Equatable, Sendable {
  /// By whose turn it is, where they stand and how hot they are.
  package var groups: [CaseGroup: Load]
  /// By who holds them; cases nobody holds are in none.
  package var holders: [PersonID: Load]
  /// What happened, the oldest first; spans in which nothing did are left out.
  package var pace: [DeskPace]

  package init(
    groups: [CaseGroup: Load] = [:], holders: [PersonID: Load] = [:], pace: [DeskPace] = []
  ) {
    self.groups = groups
    self.holders = holders
    self.pace = pace
  }

  /// Counts one more case; a closed one is left out.
  package mutating func count(_ row: QueueRow) {
    guard row.state != .closed else { return }
    let one = Load(cases: 1, oldest: row.waitingSince)
    let group = CaseGroup(
      state: row.state, procedure: row.procedure, step: row.step, heat: row.heat)
    groups[group, default: Load()].add(one)
    if let handler = row.handler { holders[handler, default: Load()].add(one) }
  }
}

/// Cases that are alike for whoever looks at all of them.
package struct CaseGroup: Hashable, Sendable {
  package var state: CaseState
  package var procedure: ProcedureID
  package var step: StepID
  package var heat: HeatLevel

  package init(state: CaseState, procedure: ProcedureID, step: StepID, heat: HeatLevel) {
    self.state = state
    self.procedure = procedure
    self.step = step
    self.heat = heat
  }
}

/// So many cases, and how long the customer waits who has waited longest.
package struct Load: Equatable, Sendable {
  package var cases: Int
  /// When the oldest message came that is still unanswered; nil while nobody waits.
  package var oldest: Instant?

  package init(cases: Int = 0, oldest: Instant? = nil) {
    self.cases = cases
    self.oldest = oldest
  }

  /// Takes other cases in.
  package mutating func add(_ other: Load) {
    cases += other.cases
    oldest = [oldest, other.oldest].compactMap(\.self).min()
  }
}

/// What happened at the desk in five minutes. Of the desk alone: nobody's name stands at it.
package struct DeskPace: Equatable, Sendable {
  /// How long a span is, in milliseconds.
  package static let milliseconds: Int64 = 300_000

  /// Which span, counted from 1970.
  package var span: Int64
  /// How many more cases were our turn at its end than at its beginning; may be negative.
  package var change: Int
  /// Messages to customers.
  package var answered: Int
  /// Cases that were closed.
  package var closed: Int

  package init(span: Int64, change: Int = 0, answered: Int = 0, closed: Int = 0) {
    self.span = span
    self.change = change
    self.answered = answered
    self.closed = closed
  }

  /// The span that a point in time lies in.
  package static func span(of instant: Instant) -> Int64 { instant.milliseconds / milliseconds }

  /// Takes in what else happened in the same span.
  package mutating func add(_ other: DeskPace) {
    change += other.change
    answered += other.answered
    closed += other.closed
  }
}

extension Appending {
  /// What these events add to the pace.
  ///
  /// - Parameter old: whose turn it was before; nil for a new case.
  /// - Returns: nil where they add nothing.
  package func pace(from old: CaseState?) -> DeskPace? {
    guard let last = events.last else { return nil }
    let pace = DeskPace(
      span: DeskPace.span(of: last.at),
      change: (row.state == .open ? 1 : 0) - (old == .open ? 1 : 0),
      answered: events.count { $0.event.isAnswerNow },
      closed: events.count { $0.event.kind == .closed })
    return pace == DeskPace(span: pace.span) ? nil : pace
  }
}

extension CaseEvent {
  /// Whether it is a message to the customer, and none that was sent before the case came here.
  fileprivate var isAnswerNow: Bool {
    if case .replied(let replied) = self { !replied.isHistory } else { false }
  }
}
