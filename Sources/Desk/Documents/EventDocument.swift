import Vocabulary
import Workflow

extension StoredEvent {
  /// The event as `calmdesk case REF --events` prints it.
  ///
  /// - Returns: one JSON object.
  /// - Throws: `EncodingError`; not for any event this program makes.
  package func document() throws -> JSONValue {
    .object([
      "sequence": .int(sequence), "version": .int(Int64(record.version)),
      "at": .string(record.at.description), "actor": .string(record.actor.rawValue),
      "command": .string(record.command.rawValue), "event": try record.event.document(),
    ])
  }
}

extension CaseEvent {
  /// The event as documents show it: as it is stored, but with options counted from 1.
  func document() throws -> JSONValue {
    let stored = try JSONValue.of(self)
    // What was seen in a customer is for the moment, and leaves this desk in no document.
    if case .tagged = self, case .object(var members) = stored {
      members["tag"] = nil
      return .object(members)
    }
    guard case .answered(_, _, .some(let option), _) = self, case .object(var members) = stored
    else { return stored }
    members["option"] = .int(Int64(option) + 1)
    return .object(members)
  }
}
