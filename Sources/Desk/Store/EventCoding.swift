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
    text == "[]" ? [] : matters.value(in: text)
  }

  /// What a case wants, or what a person can, as it was written; nil for a text of another shape.
  package static func wants(in text: String) -> CaseWants? {
    text == "{}" ? CaseWants() : wants.value(in: text)
  }

  package static func aptitude(in text: String) -> Aptitude? {
    text == "{}" ? Aptitude() : aptitudes.value(in: text)
  }

  // Every console reads some dozen rows after every change on the floor, and whoever takes the next
  // case looks at everybody: the same few texts again and again.
  private static let matters = ReadTexts<[MatterID]>()
  private static let wants = ReadTexts<CaseWants>()
  private static let aptitudes = ReadTexts<Aptitude>()

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

  fileprivate static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

/// What short texts say that were read lately, so that none is taken apart twice.
private final class ReadTexts<Value: Decodable & Sendable>: Sendable {
  private static var most: Int { 1000 }
  private let known = Mutex<[String: Value]>([:])

  /// What a text says; nil for one of another shape.
  func value(in text: String) -> Value? {
    if let value = known.withLock({ $0[text] }) { return value }
    guard let value = try? EventCoding.decode(Value.self, text) else { return nil }
    known.withLock { known in
      if known.count >= Self.most { known = [:] }
      known[text] = value
    }
    return value
  }
}
