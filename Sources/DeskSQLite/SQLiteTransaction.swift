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
    try Prepared("SELECT ref FROM cases WHERE external = ?", in: ours())
      .first(.text(external)) { try $0.name(0) }
  }

  func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
    try CaseReading.cases(contact: keys, limit: limit, in: ours())
  }

  func nextNumber() throws -> Int {
    let statement = try Prepared(
      "UPDATE numbers SET next_case = next_case + 1 RETURNING next_case", in: ours())
    guard let next = try statement.first(read: { try $0.number(0) }) else {
      throw Damage("the counter of cases is gone")
    }
    return next - 1
  }

  /// Nobody else writes meanwhile.
  func liveConversations(of person: PersonID, on channel: Channel) throws -> Int {
    try Prepared(
      """
      SELECT count(*) FROM cases INDEXED BY handled_cases
      WHERE rank < \(QueueKey.atRest) AND handler IS ? AND channel = ? AND (state = 'open' OR state = 'waiting' AND channel IN ('chat', 'phone'))
      """, in: ours()
    ).first(.name(person), .text(channel.rawValue)) { try $0.number(0) } ?? 0
  }

  func firstFree(among refs: [CaseRef]) throws -> CaseRef? {
    try CaseReading.firstFree(among: refs, in: ours())
  }

  func people() throws -> [Person] { try CaseReading.people(in: ours()) }

  func put(_ person: Person) throws {
    try Prepared(
      """
      INSERT INTO people (id, name, role, active, team, department, aptitude)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
        active = excluded.active, team = excluded.team, department = excluded.department,
        aptitude = excluded.aptitude
      """, in: ours()
    ).run(
      .name(person.id), .text(person.name), .text(person.role.rawValue),
      .integer(person.active ? 1 : 0), .optional(person.team), .optional(person.department),
      .text(try EventCoding.text(of: person.aptitude)))
  }

  // MARK: Appending

  func append(_ appending: Appending) throws {
    let old = try position(of: appending.ref)
    try appending.check(against: old?.version ?? 0, path: file.name)
    if let external = appending.external, let other = try ref(external: external) {
      throw StoreError.failed(
        path: file.name, why: "the outside id “\(external)” is that of case \(other)")
    }
    let texts = try appending.texts ?? Appending.Texts(appending)
    let position = try keep(appending, texts, over: old)
    try keep(appending.events, texts, of: position.id)
    if let pace = appending.pace(from: old?.state) { try keep(pace) }
    try keepBeside(appending, texts, position.id)
    positions[appending.ref] = position
  }

  /// Writes the queue row, as far as it differs from what is there.
  ///
  /// - Returns: where the case lies now.
  private func keep(
    _ appending: Appending, _ texts: Appending.Texts, over old: CaseReading.Position?
  ) throws -> CaseReading.Position {
    let row = appending.row
    let values = CaseColumns.values(of: row, texts)
    guard var position = old else {
      try Prepared(CaseColumns.insert, in: database)
        .run(values + [.name(row.ref), .optional(appending.external)])
      return CaseReading.Position(
        id: database.lastInsertedRowID, version: row.version, state: row.state, values: values)
    }
    let changes = CaseColumns.changes(from: position.values, to: values)
    if !changes.isEmpty {
      try Prepared(CaseColumns.update(changes), in: database)
        .run(changes.map { values[$0] } + [.integer(position.id)])
    }
    position.version = row.version
    position.state = row.state
    for place in changes { position.values[place] = values[place] }
    return position
  }

  private func keep(_ records: [RecordedEvent], _ texts: Appending.Texts, of id: Int64) throws {
    let statement = try Prepared(
      """
      INSERT INTO events (case_id, version, at, actor, command, event)
      VALUES (?, ?, ?, ?, ?, ?)
      """, in: database)
    for (record, text) in zip(records, texts.events) {
      try statement.run(
        .integer(id), .number(record.version), .time(record.at), .name(record.actor),
        .name(record.command), .text(text))
    }
  }

  private func keep(_ pace: DeskPace) throws {
    try Prepared(
      """
      INSERT INTO pace (span, change, answered, closed) VALUES (?, ?, ?, ?)
      ON CONFLICT (span) DO UPDATE SET change = change + excluded.change,
      answered = answered + excluded.answered, closed = closed + excluded.closed
      """, in: database
    ).run(
      .integer(pace.span), .number(pace.change), .number(pace.answered), .number(pace.closed))
  }

  private func keep(_ offer: OfferChange, of id: Int64) throws {
    switch offer {
    case .made(let person):
      try Prepared("REPLACE INTO offers (case_id, person) VALUES (?, ?)", in: database)
        .run(.integer(id), .name(person))
    case .ended:
      try Prepared("DELETE FROM offers WHERE case_id = ?", in: database).run(.integer(id))
    }
  }

  /// Writes the offer, the snapshot, the readings and the contact keys.
  private func keepBeside(
    _ appending: Appending, _ texts: Appending.Texts, _ id: Int64
  ) throws {
    if let offer = appending.offer { try keep(offer, of: id) }
    if let snapshot = appending.snapshot, let text = texts.snapshot {
      try Prepared(
        "REPLACE INTO snapshots (case_id, version, snapshot) VALUES (?, ?, ?)", in: database
      ).run(
        .integer(id), .number(snapshot.version), .text(text))
    }
    if let made = appending.events.last?.at, !appending.readings.isEmpty {
      let statement = try Prepared(
        "REPLACE INTO readings (case_id, message, reading, at) VALUES (?, ?, ?, ?)", in: database)
      for (reading, text) in zip(appending.readings, texts.readings) {
        try statement.run(
          .integer(id), .number(reading.message), .text(text), .time(made))
      }
    }
    if !appending.contacts.isEmpty {
      let statement = try Prepared(
        "INSERT OR IGNORE INTO contacts (key, case_id) VALUES (?, ?)", in: database)
      for key in appending.contacts { try statement.run(.text(key), .integer(id)) }
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
