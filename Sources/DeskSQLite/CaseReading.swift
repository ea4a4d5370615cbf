import Desk
import GRDB
import Vocabulary
import Workflow

/// What can be asked of the tables, within a transaction or without.
enum CaseReading {
  /// Where a case lies, how far it has come, and what its columns hold.
  struct Position {
    var id: Int64
    var version: Int
    var state: CaseState
    var values: [StoredValue]
  }

  static func position(of ref: CaseRef, in database: Database) throws -> Position? {
    try Prepared(positionQuestion, in: database).first(.name(ref)) { columns in
      let columns = columns.of("the queue row", ref)
      return Position(
        id: try columns.integer(0), version: try columns.number(1), state: try columns.word(2),
        values: try CaseColumns.values(in: columns, from: 1))
    }
  }

  private static let positionQuestion =
    "SELECT id, \(CaseColumns.kept) FROM cases WHERE ref = ?"

  static func id(of ref: CaseRef, in database: Database) throws -> Int64? {
    try Prepared("SELECT id FROM cases WHERE ref = ?", in: database)
      .first(.name(ref)) { try $0.integer(0) }
  }

  static func record(of ref: CaseRef, id: Int64, in database: Database) throws -> CaseRecord {
    let snapshot =
      try Prepared(
        "SELECT version, snapshot FROM snapshots WHERE case_id = ?", in: database
      ).first(.integer(id)) { columns -> Case? in
        let columns = columns.of("the snapshot", ref)
        let kept = EventCoding.snapshot(in: try columns.text(1))
        return kept?.version == (try columns.number(0)) ? kept : nil
      } ?? nil
    return CaseRecord(
      snapshot: snapshot,
      events: try events(of: ref, id: id, after: snapshot?.version ?? 0, in: database))
  }

  static func events(of ref: CaseRef, id: Int64, after version: Int, in database: Database)
    throws -> [StoredEvent]
  {
    try Prepared(
      """
      SELECT sequence, version, at, actor, command, event FROM events
      WHERE case_id = ? AND version > ? ORDER BY version
      """, in: database
    ).all(.integer(id), .number(version)) { try event(in: $0, of: ref) }
  }

  static func events(causedBy command: CommandID, in database: Database) throws
    -> [StoredEvent]
  {
    try Prepared(
      """
      SELECT sequence, events.version, at, actor, command, event, ref FROM events
      JOIN cases ON cases.id = case_id WHERE command = ? ORDER BY sequence
      """, in: database
    ).all(.name(command)) { try event(in: $0, of: try $0.of("an event").name(6)) }
  }

  static func cases(contact keys: [String], limit: Int, in database: Database) throws
    -> [CaseRef]
  {
    guard limit > 0 else { return [] }
    let question = try Prepared(
      """
      SELECT case_id, ref FROM contacts JOIN cases ON cases.id = case_id
      WHERE key = ? ORDER BY case_id DESC LIMIT ?
      """, in: database)
    var found: [Int64: CaseRef] = [:]
    for key in Set(keys) {
      for (id, ref) in try question.all(
        .text(key), .number(limit), read: { (try $0.integer(0), try $0.name(1) as CaseRef) })
      {
        found[id] = ref
      }
    }
    return found.sorted { $0.key > $1.key }.prefix(limit).map(\.value)
  }

  /// The first of these cases that nobody holds, closed ones aside.
  static func firstFree(among refs: [CaseRef], in database: Database) throws -> CaseRef? {
    let question = try Prepared(
      "SELECT 1 FROM cases WHERE ref = ? AND handler IS NULL AND state <> 'closed'", in: database)
    return try refs.first { ref in try question.first(.name(ref)) { try $0.number(0) } != nil }
  }

  static func people(in database: Database) throws -> [Person] {
    try Prepared("SELECT \(personColumns) FROM people", in: database)
      .all(read: person(in:)).sorted { $0.id < $1.id }
  }

  static func person(_ id: PersonID, in database: Database) throws -> Person? {
    try Prepared("SELECT \(personColumns) FROM people WHERE id = ?", in: database)
      .first(.name(id), read: person(in:))
  }

  private static let personColumns = "id, name, role, active, team, department, aptitude"

  private static func person(in columns: Columns) throws -> Person {
    let columns = columns.of("a person")
    guard let aptitude = EventCoding.aptitude(in: try columns.text(6)) else {
      throw Damage("what a person can cannot be read by this program")
    }
    return Person(
      id: try columns.name(0), name: try columns.text(1), role: try columns.word(2),
      active: try columns.integer(3) != 0, team: try columns.optionalText(4),
      department: try columns.optionalText(5), aptitude: aptitude)
  }

  /// The event in a row of `sequence, version, at, actor, command, event`.
  private static func event(in columns: Columns, of ref: CaseRef) throws -> StoredEvent {
    let columns = columns.of("an event", ref)
    let version = try columns.number(1)
    let text = try columns.text(5)
    let event: CaseEvent
    do {
      event = try EventCoding.event(in: text)
    } catch is DecodingError {
      throw Damage("event \(version) of \(ref) cannot be read by this program")
    }
    return StoredEvent(
      sequence: try columns.integer(0), ref: ref,
      record: RecordedEvent(
        version: version, at: try columns.time(2), actor: try columns.name(3),
        command: try columns.name(4), event: event))
  }
}
