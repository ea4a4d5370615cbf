import Foundation
import Synchronization
package import Vocabulary
package import Workflow

/// How events, snapshots and readings are written in every store: compact JSON with stable keys.
package enum EventCoding {
  /// The text of an event.
  ///
  /// - Parameter event: the event.
  /// - Returns: one JSON object on one line.
  /// - Throws: `EncodingError`; not for any event this program makes.
  package static func text(of event: CaseEvent) throws -> String { try encode(event) }

  /// The event in a text.
  ///
  /// - Parameter text: as written by `text(of:)`, by this program or an older one.
  /// - Returns: the event.
  /// - Throws: `DecodingError` when the text is damaged or from a newer program.
  package static func event(in text: String) throws -> CaseEvent {
    try decode(CaseEvent.self, text)
  }

  /// The text of a snapshot.
  ///
  /// - Parameter snapshot: the case.
  /// - Returns: one JSON object on one line.
  /// - Throws: `EncodingError`; not for any case this program makes.
  package static func text(of snapshot: Case) throws -> String { try encode(snapshot) }

  /// The case in a text, or nil when the text has another shape: snapshots are only a short cut,
  /// so one that cannot be read is passed over and the events are folded.
  package static func snapshot(in text: String) -> Case? { try? decode(Case.self, text) }

  /// The text of what a case wants, or of what a person can; `{}` for nothing in particular.
  package static func text(of wants: CaseWants) throws -> String {
    wants == CaseWants() ? "{}" : try encode(wants)
  }

  package static func text(of aptitude: Aptitude) throws -> String {
    aptitude == Aptitude() ? "{}" : try encode(aptitude)
  }

  /// The text of the matters a case is about; `[]` for none.
  package static func text(of matters: [MatterID]) throws -> String {
    matters.isEmpty ? "[]" : try encode(matters)
  }

  /// The matters as they were written; nil for a text of another shape.
  package static func matters(in text: String) -> [MatterID]? {
    text == "[]" ? [] : try? decode([MatterID].self, text)
  }

  /// What a case wants, or what a person can, as it was written; nil for a text of another shape.
  package static func wants(in text: String) -> CaseWants? {
    text == "{}" ? CaseWants() : try? decode(CaseWants.self, text)
  }

  package static func aptitude(in text: String) -> Aptitude? {
    if text == "{}" { return Aptitude() }
    return aptitudes.withLock { known in
      if let aptitude = known[text] { return aptitude }
      guard let aptitude = try? decode(Aptitude.self, text) else { return nil }
      if known.count >= 1000 { known = [:] }
      known[text] = aptitude
      return aptitude
    }
  }

  /// What was read last: everybody's is looked at whenever somebody takes the next case.
  private static let aptitudes = Mutex<[String: Aptitude]>([:])

  /// The text of a reading.
  ///
  /// - Parameter reading: the reading.
  /// - Returns: one JSON object on one line.
  /// - Throws: `EncodingError`; not for any reading this program makes.
  package static func text(of reading: StoredReading) throws -> String { try encode(reading) }

  /// The reading in a text, or nil when it has another shape: readings can be made anew.
  package static func reading(in text: String) -> StoredReading? {
    try? decode(StoredReading.self, text)
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
