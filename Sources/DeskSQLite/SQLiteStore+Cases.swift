package import Desk
import GRDB
package import Vocabulary

extension SQLiteStore {
  package func record(of ref: CaseRef) throws -> CaseRecord? {
    try askingAtOnce { database in
      guard let position = try CaseReading.position(of: ref, in: database) else { return nil }
      return try CaseReading.record(of: ref, id: position.id, in: database)
    }
  }

  package func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
    try askingAtOnce { database in
      guard let position = try CaseReading.position(of: ref, in: database) else { return [] }
      return try CaseReading.events(of: ref, id: position.id, after: version, in: database)
    }
  }

  package func readings(of ref: CaseRef) throws -> [StoredReading] {
    try asking { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT reading FROM readings JOIN cases ON cases.id = case_id
          WHERE ref = ? ORDER BY message
          """)
      let rows = try Row.fetchCursor(statement, arguments: [StoredText(ref.rawValue)])
      var readings: [StoredReading] = []
      while let row = try rows.next() {
        let text = try ColumnReader(row, of: "a reading", ref).text(0)
        if let reading = EventCoding.reading(in: text) { readings.append(reading) }
      }
      return readings
    }
  }

  package func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
    try askingAtOnce { try CaseReading.cases(contact: keys, limit: limit, in: $0) }
  }

  /// Walks in short reads, so cases opened meanwhile are met too.
  package func eachCase(_ body: (CaseRef) throws -> Void) throws {
    var last: Int64 = 0
    while true {
      let page = try asking { database in
        let statement = try database.cachedStatement(
          sql: "SELECT id, ref FROM cases WHERE id > ? ORDER BY id LIMIT 1000")
        let rows = try Row.fetchCursor(statement, arguments: [last])
        var page: [(id: Int64, ref: CaseRef)] = []
        while let row = try rows.next() {
          let columns = ColumnReader(row, of: "a row")
          page.append((try columns.integer(0), CaseRef(try columns.text(1))))
        }
        return page
      }
      for (id, ref) in page {
        try body(ref)
        last = id
      }
      if page.isEmpty { return }
    }
  }

  package func people() throws -> [Person] {
    try asking { try CaseReading.people(in: $0) }
  }

  package func keep(draft text: String, of author: PersonID, for ref: CaseRef) throws {
    let key = [StoredText(author.rawValue), StoredText(ref.rawValue)]
    try writing { database in
      if text.isEmpty {
        let statement = try database.cachedStatement(
          sql: "DELETE FROM drafts WHERE author = ? AND ref = ?")
        try statement.execute(arguments: StatementArguments(key))
      } else {
        let statement = try database.cachedStatement(
          sql: "REPLACE INTO drafts (author, ref, draft) VALUES (?, ?, ?)")
        try statement.execute(arguments: StatementArguments(key + [StoredText(text)]))
      }
    }
  }

  package func drafts(of author: PersonID) throws -> [CaseRef: String] {
    try asking { database in
      let statement = try database.cachedStatement(
        sql: "SELECT ref, draft FROM drafts WHERE author = ?")
      let rows = try Row.fetchCursor(statement, arguments: [StoredText(author.rawValue)])
      var drafts: [CaseRef: String] = [:]
      while let row = try rows.next() {
        let columns = ColumnReader(row, of: "a draft")
        drafts[CaseRef(try columns.text(0))] = try columns.text(1)
      }
      return drafts
    }
  }
}
