import Vocabulary
package import Workflow

/// What `calmdesk do` answers, on one line.
package enum OutcomeDocument {
  /// The command was carried out.
  ///
  /// - Parameter done: what came of it.
  /// - Returns: one JSON object.
  /// - Throws: `EncodingError`; not for any event this program makes.
  package static func done(_ done: Performed) throws -> JSONValue {
    answer(
      about: done.result, repeated: done.repeated,
      events: try done.events.map { try $0.record.event.document() })
  }

  /// How a case stands, with nothing done to it.
  ///
  /// - Parameter shown: the case.
  /// - Returns: one JSON object with the keys of a command that changed nothing.
  package static func standing(_ shown: Case) -> JSONValue {
    answer(about: shown, repeated: false, events: [])
  }

  private static func answer(
    about shown: Case, repeated: Bool, events: [JSONValue]
  ) -> JSONValue {
    .object([
      "ok": true, "ref": .string(shown.ref.rawValue), "version": .int(Int64(shown.version)),
      "step": .string(shown.step.rawValue), "state": .string(shown.state.rawValue),
      "owner": .optional(shown.owner), "handler": .optional(shown.handler),
      "epoch": .int(Int64(shown.epoch)), "repeated": .bool(repeated), "events": .array(events),
    ])
  }

  /// A gate is closed.
  ///
  /// - Parameters:
  ///   - refusal: which one, and what is missing.
  ///   - why: the same in a sentence.
  /// - Returns: one JSON object.
  package static func refused(_ refusal: Refusal, why: String) -> JSONValue {
    .object([
      "ok": false,
      "refused": .object([
        "gate": .string(refusal.gate.rawValue), "why": .string(why),
        "strength": .string(refusal.strength.rawValue),
        "needs": .array(refusal.needs.map { .string($0.code) }),
        "also": .array(refusal.also.map { .string($0.rawValue) }),
        "override": .optional(refusal.override?.rawValue),
      ]),
    ])
  }

  /// The command could not be read or carried out.
  ///
  /// - Parameters:
  ///   - kind: a stable word for scripts.
  ///   - message: a sentence.
  /// - Returns: one JSON object.
  package static func failed(kind: String, message: String) -> JSONValue {
    .object([
      "ok": false,
      "error": .object(["kind": .string(kind), "message": .string(message)]),
    ])
  }
}
