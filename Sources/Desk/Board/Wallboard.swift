package import Vocabulary
package import Workflow

/// The whole floor at one moment, for a wall or a supervisor's screen.
///
/// Facts about the work: nobody is ranked, people stand in the order of the alphabet, and only those
/// who are there (domain F).
package struct Wallboard: Equatable, Sendable {
  /// When it was so.
  package var at: Instant
  /// Cases that are our turn.
  package var waiting: Load
  /// Cases that are not closed, by whose turn it is.
  package var states: [CaseState: Int]
  /// Cases that are not closed, by heat.
  package var heat: [HeatLevel: Int]
  /// Where cases stand that are not closed, the fullest step first.
  package var steps: [StepLoad]
  /// Everybody who is there.
  package var people: [PersonLoad]
  /// Those who are there by team, without the teams of too few.
  package var teams: [TeamLoad]
  /// Who is on leave, the first back first.
  package var away: [AwayLoad]
  /// What breaks next, or has broken, the most urgent first; at most ``mostCases``.
  package var breaches: [QueueRow]
  /// Cases where people are in danger, or where words tell of it.
  package var dangers: [QueueRow]
  /// Cases whose holder asks for help.
  package var hands: [QueueRow]
  /// Cases that call for a joint session, or of which one is to be ended.
  package var sessions: [QueueRow]
  /// What many write about just now, the matter of most cases first.
  package var crowds: [Crowd]
  /// The last ``hours``, five minutes each, the oldest first.
  package var course: [CoursePoint]

  /// Cases in each of its lists at most.
  package static let mostCases = 60
  /// How far back its course goes.
  package static let hours = 8
  /// Points of its course.
  package static let points = hours * 12

  /// - Parameters:
  ///   - figures: what the store counted.
  ///   - lists: the cases that are named.
  ///   - present: who sits at the desk and is heard of; people may be there twice.
  ///   - people: who may sign in.
  ///   - viewer: who looks.
  ///   - now: when.
  package init(
    _ figures: DeskFigures, lists: WallboardLists, present: [Presence], people: [Person],
    viewer: PersonID, now: Instant
  ) {
    at = now
    waiting = Load()
    states = CaseState.allCases.reduce(into: [:]) { if $1 != .closed { $0[$1] = 0 } }
    heat = HeatLevel.allCases.reduce(into: [:]) { $0[$1] = 0 }
    var places: [StepPlace: Load] = [:]
    for (group, load) in figures.groups {
      if group.state == .open { waiting.add(load) }
      states[group.state, default: 0] += load.cases
      heat[group.heat, default: 0] += load.cases
      places[StepPlace(procedure: group.procedure, step: group.step), default: Load()].add(load)
    }
    steps = places.map { StepLoad(procedure: $0.procedure, step: $0.step, load: $1) }
      .sorted { ($1.load.cases, $0.procedure, $0.step) < ($0.load.cases, $1.procedure, $1.step) }
    self.people = Wallboard.load(of: present, people, figures.holders)
    teams = Wallboard.teams(of: self.people, people, viewer: viewer)
    away = lists.away
    breaches = lists.breaches
    dangers = lists.dangers
    hands = lists.hands
    sessions = lists.sessions
    crowds = lists.crowds
    course = Wallboard.course(figures.pace, waiting: waiting.cases, now: now)
  }

  private struct StepPlace: Hashable {
    var procedure: ProcedureID
    var step: StepID
  }

  private static func load(
    of present: [Presence], _ people: [Person], _ holders: [PersonID: Load]
  ) -> [PersonLoad] {
    let names = people.reduce(into: [:]) { $0[$1.id] = $1.name }
    let sittings = Dictionary(grouping: present.filter { !$0.hasLeft }, by: \.person)
    return sittings.map { id, sittings in
      // Whoever takes cases at one of their consoles takes cases.
      let about = (sittings.first { $0.whereabouts.status.takesCases } ?? sittings[0]).whereabouts
      return PersonLoad(
        id: id, name: names[id] ?? id.rawValue, status: about.status, since: about.statusSince,
        load: holders[id] ?? Load())
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private static func teams(
    of there: [PersonLoad], _ people: [Person], viewer: PersonID
  ) -> [TeamLoad] {
    let teams = people.reduce(into: [PersonID: String]()) { $0[$1.id] = $1.team }
    let groups = Dictionary(grouping: there) { teams[$0.id] }
      .sorted { ($0.key == nil ? 1 : 0, $0.key ?? "") < ($1.key == nil ? 1 : 0, $1.key ?? "") }
    guard groups.contains(where: { $0.key != nil }) else { return [] }
    let small = SmallGroups(viewer: viewer).small(groups.map { Set($0.value.map(\.id)) })
    return groups.enumerated().filter { !small.contains($0.offset) }.map { _, group in
      TeamLoad(
        team: group.key, people: group.value.count,
        load: group.value.reduce(into: Load()) { $0.add($1.load) })
    }
  }

  /// From how many wait now, back: what came in later is taken away again.
  private static func course(_ pace: [DeskPace], waiting: Int, now: Instant) -> [CoursePoint] {
    let last = DeskPace.span(of: now)
    let known = pace.reduce(into: [Int64: DeskPace]()) {
      $0[$1.span, default: DeskPace(span: $1.span)].add($1)
    }
    var standing = waiting - pace.filter { $0.span > last }.reduce(0) { $0 + $1.change }
    var points: [CoursePoint] = []
    for span in (0..<Int64(Wallboard.points)).map({ last - $0 }) {
      let here = known[span]
      points.append(
        CoursePoint(
          at: Instant(milliseconds: span * DeskPace.milliseconds), waiting: max(0, standing),
          answered: here?.answered ?? 0, closed: here?.closed ?? 0))
      standing -= here?.change ?? 0
    }
    return points.reversed()
  }
}

/// The cases a wallboard names.
package struct WallboardLists: Equatable, Sendable {
  package var breaches: [QueueRow]
  package var dangers: [QueueRow]
  package var hands: [QueueRow]
  package var sessions: [QueueRow]
  package var crowds: [Crowd]
  package var away: [AwayLoad]

  package init(
    breaches: [QueueRow] = [], dangers: [QueueRow] = [], hands: [QueueRow] = [],
    sessions: [QueueRow] = [], crowds: [Crowd] = [], away: [AwayLoad] = []
  ) {
    self.breaches = breaches
    self.dangers = dangers
    self.hands = hands
    self.sessions = sessions
    self.crowds = crowds
    self.away = away
  }
}

/// How many cases stand at a step.
package struct StepLoad: Equatable, Sendable {
  package var procedure: ProcedureID
  package var step: StepID
  package var load: Load
}

/// What somebody who is there is on.
package struct PersonLoad: Equatable, Sendable {
  package var id: PersonID
  package var name: String
  package var status: AgentStatus
  /// Since when; nil since the console was opened.
  package var since: Instant?
  /// Conversations they hold.
  package var load: Load
}

/// Somebody on leave, and what of theirs wants a deputy.
package struct AwayLoad: Equatable, Sendable {
  package var absence: Deputies.Absence
  /// Cases of theirs that nobody works on.
  package var cases: Int
}

/// What a team's people who are there are on, together.
package struct TeamLoad: Equatable, Sendable {
  /// As the organisation calls it; nil for those in none.
  package var team: String?
  package var people: Int
  package var load: Load
}

/// Five minutes of the course.
package struct CoursePoint: Equatable, Sendable {
  /// When they began.
  package var at: Instant
  /// Cases that were our turn at their end.
  package var waiting: Int
  /// Messages to customers in them.
  package var answered: Int
  /// Cases closed in them.
  package var closed: Int
}
