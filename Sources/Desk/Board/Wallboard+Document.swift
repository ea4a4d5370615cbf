import Vocabulary
import Workflow

extension Wallboard {
  /// The board as `calmdesk board --json` prints it; times are RFC 3339, lengths in seconds.
  package var document: JSONValue {
    .object([
      "at": .string(at.description),
      "waiting": .object(document(of: waiting)),
      "states": .object(
        states.reduce(into: [:]) { $0[$1.key.rawValue] = .int(Int64($1.value)) }),
      "heat": .object(heat.reduce(into: [:]) { $0[$1.key.rawValue] = .int(Int64($1.value)) }),
      "steps": .array(
        steps.map { step in
          .object(
            document(of: step.load).merging([
              "procedure": .string(step.procedure.rawValue), "step": .string(step.step.rawValue),
            ]) { $1 })
        }),
      "people": .array(
        people.map { person in
          .object(
            document(of: person.load).merging([
              "person": .string(person.id.rawValue), "name": .string(person.name),
              "status": .string(person.status.rawValue),
              "since": .optional(person.since?.description),
            ]) { $1 })
        }),
      "teams": .array(
        teams.map { team in
          .object(
            document(of: team.load).merging([
              "team": .optional(team.team), "people": .int(Int64(team.people)),
            ]) { $1 })
        }),
      "away": .array(
        away.map { one in
          .object([
            "person": .string(one.absence.person.rawValue), "name": .string(one.absence.name),
            "until": .string(one.absence.until.description),
            "deputy": .optional(one.absence.deputy?.rawValue), "cases": .int(Int64(one.cases)),
          ])
        }),
      "breaches": .array(breaches.map { $0.document(now: at) }),
      "dangers": .array(dangers.map { $0.document(now: at) }),
      "hands": .array(hands.map { $0.document(now: at) }),
      "sessions": .array(sessions.map { $0.document(now: at) }),
      "crowds": .array(
        crowds.map { crowd in
          .object([
            "matter": .string(crowd.matter.rawValue), "cases": .int(Int64(crowd.cases)),
            "since": .string(crowd.since.description), "first": .string(crowd.first.rawValue),
            "seen": .bool(!crowd.isUnseen), "answer": .optional(crowd.answer?.words),
            "next": .optional(crowd.answer?.next?.description),
          ])
        }),
      "course": .array(
        course.map { point in
          .object([
            "at": .string(point.at.description), "waiting": .int(Int64(point.waiting)),
            "answered": .int(Int64(point.answered)), "closed": .int(Int64(point.closed)),
          ])
        }),
    ])
  }

  private func document(of load: Load) -> [String: JSONValue] {
    [
      "cases": .int(Int64(load.cases)),
      "longest_wait_seconds": load.oldest.map { .int(max(0, at.seconds(since: $0))) } ?? .null,
    ]
  }
}
