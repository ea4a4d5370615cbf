import Desk
import GRDBSQLite
import Vocabulary
import Workflow

/// Writes what a desk's commands write with nothing around it: SQLite's own C interface, prepared
/// statements, texts made beforehand, the same tables, rows, bytes and settings. The measure for
/// the durable commands a second of a desk.
///
/// It writes into a file that `SQLiteStore` has made and that nobody else has open.
final class BareLoop {
  /// The rows of one command: its events and readings, the pace, and the queue row as it then stands.
  struct Command {
    /// Events and readings in the form the tables hold them.
    var events: [String]
    var readings: [String]
    var wants: String
    var appending: Appending
    var pace: DeskPace?

    /// Makes the texts of a command.
    ///
    /// - Parameters:
    ///   - appending: to a case that is there, without snapshot, offer and contact keys.
    ///   - state: of the case before it.
    /// - Throws: `EncodingError`.
    init(_ appending: Appending, from state: CaseState?) throws {
      self.appending = appending
      events = try appending.events.map { try EventCoding.text(of: $0.event) }
      readings = try appending.readings.map { try EventCoding.text(of: $0) }
      wants = try EventCoding.text(of: appending.row.wants)
      pace = appending.pace(from: state)
    }
  }

  /// What SQLite answered instead of “done”.
  struct Failure: Error, CustomStringConvertible {
    var code: Int32
    var description: String { "SQLite answered \(code) to the bare loop." }
  }

  private static let steps = [
    "BEGIN IMMEDIATE", "SELECT id FROM cases WHERE ref = ?",
    """
    UPDATE cases SET version = ?, state = ?, rank = ?, due = ?, handler = ?, snoozed_until = ?,
    owner = ?, customer = ?, channel = ?, language = ?, procedure = ?, step = ?, heat = ?,
    heat_score = ifnull(?, heat_score), waiting_since = ?, unread = ?, clock = ?, clock_at = ?,
    danger = ?, excerpt = ?, lane = ?, hand = ?, warn_at = ?, raises_at = ?, wants = ?, idle_at = ?,
    approval_at = ?, threat = ? WHERE id = ?
    """,
    "INSERT INTO events (case_id, version, at, actor, command, event) VALUES (?, ?, ?, ?, ?, ?)",
    "COMMIT",
    "REPLACE INTO readings (case_id, message, reading, at) VALUES (?, ?, ?, ?)",
    """
    INSERT INTO pace (span, change, answered, closed) VALUES (?, ?, ?, ?)
    ON CONFLICT (span) DO UPDATE SET change = change + excluded.change,
    answered = answered + excluded.answered, closed = closed + excluded.closed
    """,
  ]

  private var connection: OpaquePointer?
  private var statements: [OpaquePointer?] = []

  /// Opens the file with the settings of a desk.
  ///
  /// - Parameter path: a desk.
  /// - Throws: `Failure`.
  init(path: String) throws {
    try expect(SQLITE_OK, sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil))
    for setting in ["journal_mode = WAL", "synchronous = FULL"] {
      try expect(SQLITE_OK, sqlite3_exec(connection, "PRAGMA \(setting)", nil, nil, nil))
    }
    for step in Self.steps {
      var statement: OpaquePointer?
      try expect(SQLITE_OK, sqlite3_prepare_v2(connection, step, -1, &statement, nil))
      statements.append(statement)
    }
  }

  deinit {
    for statement in statements { sqlite3_finalize(statement) }
    sqlite3_close_v2(connection)
  }

  /// Writes the rows of one command and waits until the disk has them.
  ///
  /// - Parameter command: its case must be there.
  /// - Throws: `Failure`.
  func write(_ command: Command) throws {
    try run(0)
    let id = try caseID(command.appending.ref)
    try update(command.appending.row, wants: command.wants, id)
    for (record, event) in zip(command.appending.events, command.events) {
      bind(id, 3, 1)
      bind(Int64(record.version), 3, 2)
      bind(record.at.milliseconds, 3, 3)
      bind(record.actor.rawValue, 3, 4)
      bind(record.command.rawValue, 3, 5)
      bind(event, 3, 6)
      try run(3)
    }
    if let pace = command.pace {
      bind(pace.span, 6, 1)
      bind(Int64(pace.change), 6, 2)
      bind(Int64(pace.answered), 6, 3)
      bind(Int64(pace.closed), 6, 4)
      try run(6)
    }
    for (reading, text) in zip(command.appending.readings, command.readings) {
      bind(id, 5, 1)
      bind(Int64(reading.message), 5, 2)
      bind(text, 5, 3)
      bind(command.appending.events.last?.at.milliseconds ?? 0, 5, 4)
      try run(5)
    }
    try run(4)
  }

  private func caseID(_ ref: CaseRef) throws -> Int64 {
    bind(ref.rawValue, 1, 1)
    try expect(SQLITE_ROW, sqlite3_step(statements[1]))
    let id = sqlite3_column_int64(statements[1], 0)
    sqlite3_reset(statements[1])
    return id
  }

  private func update(_ row: QueueRow, wants: String, _ id: Int64) throws {
    bind(Int64(row.version), 2, 1)
    bind(row.state.rawValue, 2, 2)
    bind(Int64(row.key.rank), 2, 3)
    bind(row.key.due.milliseconds, 2, 4)
    bind(row.handler?.rawValue, 2, 5)
    bind(row.snoozedUntil?.milliseconds, 2, 6)
    bind(row.owner?.rawValue, 2, 7)
    bind(row.customer, 2, 8)
    bind(row.channel.rawValue, 2, 9)
    bind(row.language.rawValue, 2, 10)
    bind(row.procedure.rawValue, 2, 11)
    bind(row.step.rawValue, 2, 12)
    bind(row.heat.rawValue, 2, 13)
    bind(row.heatScore.map(Int64.init), 2, 14)
    bind(row.waitingSince?.milliseconds, 2, 15)
    bind(Int64(row.unread), 2, 16)
    bind(row.clock?.name.rawValue, 2, 17)
    bind(row.clock?.at.milliseconds, 2, 18)
    bind(row.danger?.rawValue, 2, 19)
    bind(row.excerpt, 2, 20)
    bind(Int64(row.key.lane), 2, 21)
    bind(row.hand ? 1 : 0, 2, 22)
    bind(row.clock?.warnAt?.milliseconds, 2, 23)
    bind(row.raisesAt?.milliseconds, 2, 24)
    bind(wants, 2, 25)
    bind(row.idleAt?.milliseconds, 2, 26)
    bind(row.approvalDue?.milliseconds, 2, 27)
    bind(row.threat ? 1 : 0, 2, 28)
    bind(id, 2, 29)
    try run(2)
  }

  private func run(_ step: Int) throws {
    let code = sqlite3_step(statements[step])
    sqlite3_reset(statements[step])
    try expect(SQLITE_DONE, code)
  }

  private func bind(_ number: Int64?, _ step: Int, _ index: Int32) {
    if let number {
      sqlite3_bind_int64(statements[step], index, number)
    } else {
      sqlite3_bind_null(statements[step], index)
    }
  }

  private func bind(_ text: String?, _ step: Int, _ index: Int32) {
    if let text {
      // SQLite takes a copy.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statements[step], index, text, Int32(clamping: text.utf8.count), copied)
    } else {
      sqlite3_bind_null(statements[step], index)
    }
  }

  private func expect(_ wanted: Int32, _ code: Int32) throws {
    guard code == wanted else { throw Failure(code: code) }
  }
}
