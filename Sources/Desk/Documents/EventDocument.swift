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
      "command": .string(record.command.rawValue), "event": try .of(record.event),
    ])
  }
}
