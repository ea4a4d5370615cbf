package import Desk
import GRDB
package import Vocabulary
package import Workflow

extension SQLiteStore {
  package func queue(_ page: QueuePage) throws -> [QueueRow] {
    let question = QueueQuestion(page)
    let rows = try asking { database in
      try Prepared(question.sql, in: database).all(question.values, read: CaseColumns.row(in:))
    }
    return question.isUpward ? rows.reversed() : rows
  }

  package func offers(to person: PersonID, limit: Int) throws -> [QueueRow] {
    try asking { database in
      try Prepared(
        """
        SELECT \(CaseColumns.all) FROM offers CROSS JOIN cases ON cases.id = case_id
        WHERE person = ? AND state <> 'closed' ORDER BY rank, lane, due, ref LIMIT ?
        """, in: database
      ).all(.name(person), .number(max(0, limit)), read: CaseColumns.row(in:))
    }
  }

  package func row(of ref: CaseRef) throws -> QueueRow? {
    try asking { database in
      try Prepared("SELECT \(CaseColumns.all) FROM cases WHERE ref = ?", in: database)
        .first(.name(ref), read: CaseColumns.row(in:))
    }
  }

  package func counts() throws -> [CaseState: Int] {
    let counted = try asking { database in
      try Prepared("SELECT state, cases FROM counts", in: database)
        .all { (try $0.of("a count").word(0) as CaseState, try $0.number(1)) }
    }
    return Dictionary(CaseState.allCases.map { ($0, 0) } + counted) { $1 }
  }

  package func asleep(until now: Instant, limit: Int) throws -> [CaseRef] {
    let questions = [
      """
      SELECT ref FROM cases INDEXED BY snoozed_cases
      WHERE state = 'snoozed' AND snoozed_until <= ? ORDER BY snoozed_until, ref LIMIT ?
      """,
      """
      SELECT ref FROM cases INDEXED BY open_cases
      WHERE rank < \(QueueKey.atRest) AND rank = \(QueueKey.danger) AND \(QueueQuestion.lanes) AND due <= ?
        AND state = 'waiting' ORDER BY due, ref LIMIT ?
      """,
      """
      SELECT ref FROM cases INDEXED BY open_cases
      WHERE rank < \(QueueKey.atRest) AND rank = \(QueueKey.theirs) AND \(QueueQuestion.lanes) AND due <= ?
        ORDER BY due, ref LIMIT ?
      """,
      """
      SELECT ref FROM cases INDEXED BY closed_cases
      WHERE rank = \(QueueKey.atRest) AND \(QueueQuestion.lanes) AND due <= ? ORDER BY due, ref LIMIT ?
      """,
      """
      SELECT ref FROM cases INDEXED BY raised_matters
      WHERE raises_at IS NOT NULL AND raises_at <= ? ORDER BY raises_at, ref LIMIT ?
      """,
      """
      SELECT ref FROM cases INDEXED BY idle_cases
      WHERE idle_at IS NOT NULL AND idle_at <= ? ORDER BY idle_at, ref LIMIT ?
      """,
    ]
    return try asking { database in
      try questions.reduce(into: [CaseRef]()) { found, sql in
        let room = max(0, limit - found.count)
        found += try Prepared(sql, in: database)
          .all(.time(now), .number(room)) { try $0.name(0) }
      }
    }
  }

  package func feed(after sequence: Int64, limit: Int) throws -> [FeedEntry] {
    try asking { database in
      try Prepared(
        """
        SELECT sequence, ref, events.version FROM events
        CROSS JOIN cases ON cases.id = case_id
        WHERE sequence > ? ORDER BY sequence LIMIT ?
        """, in: database
      ).all(.integer(sequence), .number(max(0, limit))) { columns in
        let columns = columns.of("an event")
        return FeedEntry(
          sequence: try columns.integer(0), ref: try columns.name(1),
          version: try columns.number(2))
      }
    }
  }

  package func lastSequence() throws -> Int64 {
    try asking { database in
      try Prepared("SELECT max(sequence) FROM events", in: database)
        .first { try $0.optionalInteger(0) ?? 0 } ?? 0
    }
  }

  package func changeMark() throws -> Int64 {
    try watching { database in
      try Prepared("PRAGMA data_version", in: database).first { try $0.integer(0) } ?? 0
    }
  }
}

/// A page of the queue as a question to the tables. The index is named, so that no planner ever
/// reads the whole queue for a page of it.
private struct QueueQuestion {
  var sql: String
  var values: [StoredValue] = []
  /// Whether the answer comes with the least urgent first.
  var isUpward: Bool

  /// Every lane, named one by one, so that what is due is looked up within each.
  static let lanes = "lane IN (\(QueueKey.vipLane), \(QueueKey.usualLane))"

  init(_ page: QueuePage) {
    let (index, filter) =
      switch page.filter {
      case .everything: ("open_cases", "rank < \(QueueKey.atRest)")
      case .free, .heldBy: ("handled_cases", "rank < \(QueueKey.atRest) AND handler IS ?")
      case .ownedBy: ("owned_cases", "rank < \(QueueKey.atRest) AND owner = ?")
      case .closed: ("closed_cases", "rank = \(QueueKey.atRest)")
      case .handsRaised: ("raised_hands", "hand = 1 AND state <> 'closed'")
      case .requests: ("waiting_requests", "approval_at IS NOT NULL AND state <> 'closed'")
      case .consultations:
        ("consulted_cases", "consult_at IS NOT NULL AND state <> 'closed'")
      case .threats: ("unseen_threats", "threat = 1 AND state <> 'closed'")
      }
    switch page.filter {
    case .free: values.append(.nothing)
    case .heldBy(let person), .ownedBy(let person): values.append(.name(person))
    case .everything, .closed, .handsRaised, .requests, .threats, .consultations: break
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
      condition += " AND (rank, lane, due, ref) \(comparison) (?, ?, ?, ?)"
      values += [
        .number(key.rank), .number(key.lane), .time(key.due), .name(key.ref),
      ]
    }
    isUpward =
      switch page.start {
      case .last, .before: true
      case .first, .after, .from: false
      }
    let order = isUpward ? "rank DESC, lane DESC, due DESC, ref DESC" : "rank, lane, due, ref"
    values.append(.number(page.limit))
    sql = """
      SELECT \(CaseColumns.all) FROM cases INDEXED BY \(index) WHERE \(condition)
      ORDER BY \(order) LIMIT ?
      """
  }
}
