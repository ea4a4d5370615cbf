import Desk
import GRDB
import Vocabulary
import Workflow

/// What can be asked of the tables, within a transaction or without.
enum CaseReading {
  /// Where a case lies and how far it has come.
  struct Position {
    var id: Int64
    var version: Int
    var place: CaseColumns.Place
  }

  static func position(of ref: CaseRef, in database: Database) throws -> Position? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT id, version, state, rank, due, handler, snoozed_until FROM cases WHERE ref = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [StoredText(ref.rawValue)]) else {
      return nil
    }
    let columns = ColumnReader(row, of: "a row", ref)
    return Position(
      id: try columns.integer(0), version: try columns.number(1),
      place: try CaseColumns.Place(row, from: 2))
  }

  static func record(of ref: CaseRef, id: Int64, in database: Database) throws -> CaseRecord {
    let statement = try database.cachedStatement(
      sql: "SELECT version, snapshot FROM snapshots WHERE case_id = ?")
    var snapshot: Case?
    if let row = try Row.fetchOne(statement, arguments: [id]) {
      let columns = ColumnReader(row, of: "the snapshot", ref)
      let kept = EventCoding.snapshot(in: try columns.text(1))
      if kept?.version == (try columns.number(0)) { snapshot = kept }
    }
    return CaseRecord(
      snapshot: snapshot,
      events: try events(of: ref, id: id, after: snapshot?.version ?? 0, in: database))
  }

  static func events(of ref: CaseRef, id: Int64, after version: Int, in database: Database)
    throws -> [StoredEvent]
  {
    let statement = try database.cachedStatement(
      sql: """
        SELECT sequence, version, at, actor, command, event FROM events
        WHERE case_id = ? AND version > ? ORDER BY version
        """)
    let rows = try Row.fetchCursor(statement, arguments: [id, version])
    var events: [StoredEvent] = []
    while let row = try rows.next() { events.append(try event(in: row, of: ref)) }
    return events
  }

  static func events(causedBy command: CommandID, in database: Database) throws
    -> [StoredEvent]
  {
    let statement = try database.cachedStatement(
      sql: """
        SELECT sequence, events.version, at, actor, command, event, ref FROM events
        JOIN cases ON cases.id = case_id WHERE command = ? ORDER BY sequence
        """)
    let rows = try Row.fetchCursor(statement, arguments: [StoredText(command.rawValue)])
    var events: [StoredEvent] = []
    while let row = try rows.next() {
      let ref = CaseRef(try ColumnReader(row, of: "an event").text(6))
      events.append(try event(in: row, of: ref))
    }
    return events
  }

  static func cases(contact keys: [String], limit: Int, in database: Database) throws
    -> [CaseRef]
  {
    guard limit > 0 else { return [] }
    let statement = try database.cachedStatement(
      sql: """
        SELECT case_id, ref FROM contacts JOIN cases ON cases.id = case_id
        WHERE key = ? ORDER BY case_id DESC LIMIT ?
        """)
    var found: [Int64: CaseRef] = [:]
    for key in Set(keys) {
      let rows = try Row.fetchCursor(statement, arguments: [StoredText(key), limit])
      while let row = try rows.next() {
        let columns = ColumnReader(row, of: "a contact")
        found[try columns.integer(0)] = CaseRef(try columns.text(1))
      }
    }
    return found.sorted { $0.key > $1.key }.prefix(limit).map(\.value)
  }

  static func people(in database: Database) throws -> [Person] {
    let statement = try database.cachedStatement(
      sql: "SELECT id, name, role, active FROM people")
    let rows = try Row.fetchCursor(statement)
    var people: [Person] = []
    while let row = try rows.next() {
      let columns = ColumnReader(row, of: "a person")
      people.append(
        Person(
          id: PersonID(try columns.text(0)), name: try columns.text(1),
          role: try columns.word(2, Role.self), active: try columns.integer(3) != 0))
    }
    return people.sorted { $0.id < $1.id }
  }

  /// The event in a row of `sequence, version, at, actor, command, event`.
  private static func event(in row: Row, of ref: CaseRef) throws -> StoredEvent {
    let columns = ColumnReader(row, of: "an event", ref)
    let version = try columns.number(1)
    let event: CaseEvent
    do {
      event = try EventCoding.event(in: try columns.text(5))
    } catch is DecodingError {
      throw Damage("event \(version) of \(ref) cannot be read by this program")
    }
    return StoredEvent(
      sequence: try columns.integer(0), ref: ref,
      record: RecordedEvent(
        version: version, at: Instant(milliseconds: try columns.integer(2)),
        actor: PersonID(try columns.text(3)), command: CommandID(try columns.text(4)),
        event: event))
  }
}
