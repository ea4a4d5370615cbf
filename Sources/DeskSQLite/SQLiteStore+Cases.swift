package import Desk
import GRDB
package import Vocabulary

extension SQLiteStore {
  package func record(of ref: CaseRef) throws -> CaseRecord? {
    try askingAtOnce { database in
      guard let id = try CaseReading.id(of: ref, in: database) else { return nil }
      return try CaseReading.record(of: ref, id: id, in: database)
    }
  }

  package func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
    try askingAtOnce { database in
      guard let id = try CaseReading.id(of: ref, in: database) else { return [] }
      return try CaseReading.events(of: ref, id: id, after: version, in: database)
    }
  }

  package func readings(of ref: CaseRef, last limit: Int) throws -> [StoredReading] {
    try asking { database in
      try Prepared(
        """
        SELECT reading FROM readings JOIN cases ON cases.id = case_id
        WHERE ref = ? ORDER BY message DESC LIMIT ?
        """, in: database
      ).all(.name(ref), .integer(Int64(max(0, limit)))) {
        try $0.of("a reading", ref).text(0)
      }
    }.reversed().compactMap(EventCoding.reading(in:))
  }

  package func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
    try askingAtOnce { try CaseReading.cases(contact: keys, limit: limit, in: $0) }
  }

  /// Walks in short reads, so cases opened meanwhile are met too.
  package func eachCase(_ body: (CaseRef) throws -> Void) throws {
    var last: Int64 = 0
    while true {
      let page = try asking { database in
        try Prepared("SELECT id, ref FROM cases WHERE id > ? ORDER BY id LIMIT 1000", in: database)
          .all(.integer(last)) { (try $0.integer(0), try $0.name(1) as CaseRef) }
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

  package func person(_ id: PersonID) throws -> Person? {
    try asking { try CaseReading.person(id, in: $0) }
  }

  package func keep(draft text: String, of author: PersonID, for ref: CaseRef) throws {
    try writing { database in
      if text.isEmpty {
        try Prepared("DELETE FROM drafts WHERE author = ? AND ref = ?", in: database)
          .run(.name(author), .name(ref))
      } else {
        try Prepared("REPLACE INTO drafts (author, ref, draft) VALUES (?, ?, ?)", in: database)
          .run(.name(author), .name(ref), .text(text))
      }
    }
  }

  package func drafts(of author: PersonID) throws -> [CaseRef: String] {
    let drafts = try asking { database in
      try Prepared("SELECT ref, draft FROM drafts WHERE author = ?", in: database)
        .all(.name(author)) { (try $0.name(0) as CaseRef, try $0.text(1)) }
    }
    return Dictionary(drafts) { $1 }
  }
}
