package import Vocabulary
import Workflow

extension QueueRow {
  /// The row as `calmdesk queue --json` prints it.
  ///
  /// - Parameter now: to count the waiting from.
  /// - Returns: one JSON object.
  package func document(now: Instant) -> JSONValue {
    .object([
      "ref": .string(ref.rawValue), "customer": .string(customer),
      "channel": .string(channel.rawValue), "lang": .string(language.rawValue),
      "state": .string(state.rawValue), "procedure": .string(procedure.rawValue),
      "step": .string(step.rawValue),
      "heat": .object([
        "score": .int(Int64(heatScore ?? 0)), "level": .string(heat.rawValue),
      ]),
      "owner": .optional(owner), "handler": .optional(handler),
      "waiting_seconds": waitingSince.map { .int(max(0, now.seconds(since: $0))) } ?? .null,
      "unread": .int(Int64(unread)),
      "next_clock": clock.map {
        .object(["name": .string($0.name.rawValue), "at": .string($0.at.description)])
      } ?? .null,
      "vip": .bool(wants.isVIP), "skill": .optional(wants.skill),
      "least_role": .optional(wants.leastRole?.rawValue),
      "kept_for": .optional(wants.prefers), "kept_until": .optional(wants.prefersUntil),
      "goes_back_at": .optional(idleAt),
      "warn_at": .optional(clock?.warnAt?.description),
      "broken": .bool(clock?.standing(at: now) == .broken),
      "danger": .optional(danger?.rawValue), "hand": .bool(hand),
      "approval_due": .optional(approvalDue?.description), "threat": .bool(threat),
      "consult_due": .optional(consultDue?.description),
      "asked": .array(wants.asked.map(\.document)),
      "matters": .array((matters ?? []).map { .string($0.rawValue) }),
      "excerpt": .string(excerpt),
    ])
  }
}
