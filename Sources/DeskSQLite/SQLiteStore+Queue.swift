package import Desk
import GRDB
package import Vocabulary
package import Workflow

extension SQLiteStore {
  package func queue(_ page: QueuePage) throws -> [QueueRow] {
    let question = QueueQuestion(page)
    let rows = try asking { database in
      let statement = try database.cachedStatement(sql: question.sql)
      return try Self.rows(statement, question.arguments)
    }
    return question.isUpward ? rows.reversed() : rows
  }

  package func row(of ref: CaseRef) throws -> QueueRow? {
    try asking { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(CaseColumns.all) FROM cases WHERE ref = ?")
      return try Self.rows(statement, [StoredText(ref.rawValue)]).first
    }
  }

  package func counts() throws -> [CaseState: Int] {
    try asking { database in
      let statement = try database.cachedStatement(sql: "SELECT state, cases FROM counts")
      let rows = try Row.fetchCursor(statement)
      var counts = Dictionary(uniqueKeysWithValues: CaseState.allCases.map { ($0, 0) })
      while let row = try rows.next() {
        let columns = ColumnReader(row, of: "a count")
        counts[try columns.word(0, CaseState.self)] = try columns.number(1)
      }
      return counts
    }
  }

  package func snoozed(until now: Instant, limit: Int) throws -> [CaseRef] {
    try asking { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT ref FROM cases INDEXED BY snoozed_cases
          WHERE state = 'snoozed' AND snoozed_until <= ? ORDER BY snoozed_until, ref LIMIT ?
          """)
      let rows = try Row.fetchCursor(statement, arguments: [now.milliseconds, max(0, limit)])
      var refs: [CaseRef] = []
      while let row = try rows.next() {
        refs.append(CaseRef(try ColumnReader(row, of: "a row").text(0)))
      }
      return refs
    }
  }

  package func feed(after sequence: Int64, limit: Int) throws -> [FeedEntry] {
    try asking { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT sequence, ref, events.version FROM events
          CROSS JOIN cases ON cases.id = case_id
          WHERE sequence > ? ORDER BY sequence LIMIT ?
          """)
      let rows = try Row.fetchCursor(statement, arguments: [sequence, max(0, limit)])
      var entries: [FeedEntry] = []
      while let row = try rows.next() {
        let columns = ColumnReader(row, of: "an event")
        entries.append(
          FeedEntry(
            sequence: try columns.integer(0), ref: CaseRef(try columns.text(1)),
            version: try columns.number(2)))
      }
      return entries
    }
  }

  package func lastSequence() throws -> Int64 {
    try asking { database in
      let statement = try database.cachedStatement(sql: "SELECT max(sequence) FROM events")
      guard let row = try Row.fetchOne(statement) else { return 0 }
      return try ColumnReader(row, of: "the log").optionalInteger(0) ?? 0
    }
  }

  package func changeMark() throws -> Int64 {
    try watching { database in
      let statement = try database.cachedStatement(sql: "PRAGMA data_version")
      guard let row = try Row.fetchOne(statement) else { return 0 }
      return try ColumnReader(row, of: "the mark of changes").integer(0)
    }
  }

  private static func rows(_ statement: Statement, _ arguments: StatementArguments) throws
    -> [QueueRow]
  {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var found: [QueueRow] = []
    while let row = try rows.next() { found.append(try CaseColumns.row(in: row)) }
    return found
  }
}

/// A page of the queue as a question to the tables. The index is named, so that no planner ever
/// reads the whole queue for a page of it.
private struct QueueQuestion {
  var sql: String
  var arguments: StatementArguments
  /// Whether the answer comes with the least urgent first.
  var isUpward: Bool

  init(_ page: QueuePage) {
    var values: [(any DatabaseValueConvertible)?] = []
    let (index, filter) =
      switch page.filter {
      case .everything: ("open_cases", "state <> 'closed'")
      case .free, .heldBy: ("handled_cases", "state <> 'closed' AND handler IS ?")
      case .closed: ("closed_cases", "state = 'closed'")
      }
    switch page.filter {
    case .free: values.append(nil)
    case .heldBy(let person): values.append(StoredText(person.rawValue))
    case .everything, .closed: break
    }
    let (key, comparison): (QueueKey?, String) =
      switch page.start {
      case .first, .last: (nil, "")
      case .after(let key): (key, ">")
      case .before(let key): (key, "<")
      case .from(let key): (key, ">=")
      }
    var condition = filter
    if let key {
      condition += " AND (rank, due, ref) \(comparison) (?, ?, ?)"
      values += [key.rank, key.due.milliseconds, StoredText(key.ref.rawValue)]
    }
    isUpward =
      switch page.start {
      case .last, .before: true
      case .first, .after, .from: false
      }
    let order = isUpward ? "rank DESC, due DESC, ref DESC" : "rank, due, ref"
    values.append(page.limit)
    sql = """
      SELECT \(CaseColumns.all) FROM cases INDEXED BY \(index) WHERE \(condition)
      ORDER BY \(order) LIMIT ?
      """
    arguments = StatementArguments(values)
  }
}
