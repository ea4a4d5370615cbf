import Desk
import GRDB
import Vocabulary
import Workflow

/// One turn at writing to a desk in SQLite.
final class SQLiteTransaction: DeskTransaction {
  private let database: Database
  private let file: DeskFile
  /// Cases looked up in this turn; nobody else can change them meanwhile.
  private var positions: [CaseRef: CaseReading.Position] = [:]
  private var isOver = false

  init(_ database: Database, _ file: DeskFile) {
    self.database = database
    self.file = file
  }

  /// Ends the turn: from here on every call is refused.
  func end() { isOver = true }

  func version(of ref: CaseRef) throws -> Int? { try position(of: ref)?.version }

  func record(of ref: CaseRef) throws -> CaseRecord? {
    guard let position = try position(of: ref) else { return nil }
    return try CaseReading.record(of: ref, id: position.id, in: database)
  }

  func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
    guard let position = try position(of: ref) else { return [] }
    return try CaseReading.events(of: ref, id: position.id, after: version, in: database)
  }

  func events(causedBy command: CommandID) throws -> [StoredEvent] {
    try CaseReading.events(causedBy: command, in: ours())
  }

  func ref(external: String) throws -> CaseRef? {
    let statement = try ours().cachedStatement(sql: "SELECT ref FROM cases WHERE external = ?")
    return try Row.fetchOne(statement, arguments: [StoredText(external)]).map { row in
      CaseRef(try ColumnReader(row, of: "a row").text(0))
    }
  }

  func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
    try CaseReading.cases(contact: keys, limit: limit, in: ours())
  }

  func nextNumber() throws -> Int {
    let statement = try ours().cachedStatement(
      sql: "UPDATE numbers SET next_case = next_case + 1 RETURNING next_case")
    guard let row = try Row.fetchOne(statement) else {
      throw Damage("the counter of cases is gone")
    }
    return try ColumnReader(row, of: "the counter of cases").number(0) - 1
  }

  func people() throws -> [Person] { try CaseReading.people(in: ours()) }

  func put(_ person: Person) throws {
    let statement = try ours().cachedStatement(
      sql: """
        INSERT INTO people (id, name, role, active) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
          active = excluded.active
        """)
    try statement.execute(arguments: [
      StoredText(person.id.rawValue), StoredText(person.name), person.role.rawValue,
      person.active,
    ])
  }

  // MARK: Appending

  func append(_ appending: Appending) throws {
    let old = try position(of: appending.ref)
    try appending.check(against: old?.version ?? 0, path: file.name)
    if let external = appending.external, let other = try ref(external: external) {
      throw StoreError.failed(
        path: file.name, why: "the outside id “\(external)” is that of case \(other)")
    }
    let id = try keep(appending.row, over: old, external: appending.external)
    try keep(appending.events, of: id)
    try keepBeside(appending, id)
    positions[appending.ref] = CaseReading.Position(
      id: id, version: appending.row.version, place: CaseColumns.Place(appending.row))
  }

  /// Writes the queue row.
  ///
  /// - Returns: the id of the case.
  private func keep(
    _ row: QueueRow, over old: CaseReading.Position?, external: String?
  ) throws -> Int64 {
    guard let old else {
      let statement = try database.cachedStatement(sql: CaseColumns.insert)
      let arguments: [(any DatabaseValueConvertible)?] =
        CaseColumns.arguments(of: row)
        + [StoredText(row.ref.rawValue), external.map(StoredText.init)]
      try statement.execute(arguments: StatementArguments(arguments))
      return database.lastInsertedRowID
    }
    let staysInPlace = old.place == CaseColumns.Place(row)
    let statement = try database.cachedStatement(
      sql: staysInPlace ? CaseColumns.updateInPlace : CaseColumns.update)
    let columns =
      staysInPlace ? CaseColumns.placeless(row) : CaseColumns.arguments(of: row)
    try statement.execute(arguments: StatementArguments(columns + [old.id]))
    return old.id
  }

  private func keep(_ records: [RecordedEvent], of id: Int64) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO events (case_id, version, at, actor, command, event)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for record in records {
      try statement.execute(arguments: [
        id, record.version, record.at.milliseconds, StoredText(record.actor.rawValue),
        StoredText(record.command.rawValue), StoredText(EventCoding.text(of: record.event)),
      ])
    }
  }

  /// Writes the snapshot, the readings and the contact keys.
  private func keepBeside(_ appending: Appending, _ id: Int64) throws {
    if let snapshot = appending.snapshot {
      let statement = try database.cachedStatement(
        sql: "REPLACE INTO snapshots (case_id, version, snapshot) VALUES (?, ?, ?)")
      try statement.execute(arguments: [
        id, snapshot.version, StoredText(EventCoding.text(of: snapshot)),
      ])
    }
    if !appending.readings.isEmpty {
      let statement = try database.cachedStatement(
        sql: "REPLACE INTO readings (case_id, message, reading) VALUES (?, ?, ?)")
      for reading in appending.readings {
        try statement.execute(arguments: [
          id, reading.message, StoredText(EventCoding.text(of: reading)),
        ])
      }
    }
    if !appending.contacts.isEmpty {
      let statement = try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO contacts (key, case_id) VALUES (?, ?)")
      for key in appending.contacts {
        try statement.execute(arguments: [StoredText(key), id])
      }
    }
  }

  private func position(of ref: CaseRef) throws -> CaseReading.Position? {
    let database = try ours()
    if let known = positions[ref] { return known }
    let position = try CaseReading.position(of: ref, in: database)
    positions[ref] = position
    return position
  }

  /// The connection, as long as the turn lasts.
  private func ours() throws -> Database {
    guard !isOver else {
      throw StoreError.failed(
        path: file.name, why: "a transaction was used after it had ended")
    }
    return database
  }
}
