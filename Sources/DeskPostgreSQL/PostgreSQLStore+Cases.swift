#if PostgreSQL
  package import Desk
  package import Vocabulary

  extension PostgreSQLStore {
    package func record(of ref: CaseRef) throws -> CaseRecord? {
      try server.asking { try CaseReading.record(of: ref, on: $0) }
    }

    package func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
      try server.asking { try CaseReading.events(of: ref, after: version, on: $0) }
    }

    package func readings(of ref: CaseRef, last limit: Int) throws -> [StoredReading] {
      try server.asking { line in
        try line.ask(
          """
          SELECT r.reading FROM calmdesk.cases c JOIN calmdesk.readings r ON r.case_id = c.id
          WHERE c.ref = $1 ORDER BY r.message DESC LIMIT $2
          """, [.name(ref), .number(max(0, limit))]
        ).all { try $0.of("a reading", ref).text(0) }
      }.reversed().compactMap(EventCoding.reading(in:))
    }

    package func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
      guard limit > 0, !keys.isEmpty else { return [] }
      return try server.asking { line in
        let answer = try line.ask(
          """
          SELECT c.id, c.ref FROM unnest($1::text[]) k
          JOIN calmdesk.contacts o
            ON hashtextextended(o.key, 0) = hashtextextended(k, 0) AND o.key = k
          JOIN calmdesk.cases c ON c.id = o.case_id
          """, [.texts(keys)])
        return try CaseReading.newest(limit, in: answer)
      }
    }

    /// Walks in short reads, so cases opened meanwhile are met too.
    package func eachCase(_ body: (CaseRef) throws -> Void) throws {
      var last: Int64 = 0
      while true {
        let page = try server.asking { [last] line in
          try line.ask(
            "SELECT id, ref FROM calmdesk.cases WHERE id > $1 ORDER BY id LIMIT 1000",
            [.integer(last)]
          ).all { (try $0.integer(0), try $0.name(1) as CaseRef) }
        }
        for (id, ref) in page {
          try body(ref)
          last = id
        }
        if page.isEmpty { return }
      }
    }

    package func people() throws -> [Person] {
      try server.asking { line in
        try line.ask(
          "SELECT id, name, role, active, team, department, aptitude FROM calmdesk.people"
        )
        .all(CaseReading.person(in:))
      }.sorted { $0.id < $1.id }
    }

    package func person(_ id: PersonID) throws -> Person? {
      try server.asking { line in
        try line.ask(
          """
          SELECT id, name, role, active, team, department, aptitude FROM calmdesk.people
            WHERE id = $1
          """, [.name(id)]
        )
        .first(CaseReading.person(in:))
      }
    }

    package func keep(draft text: String, of author: PersonID, for ref: CaseRef) throws {
      try server.asking { line in
        _ = try line.ask(
          "SELECT calmdesk.keep_draft($1, $2, $3)", [.name(author), .name(ref), .text(text)])
      }
    }

    package func drafts(of author: PersonID) throws -> [CaseRef: String] {
      let drafts = try server.asking { line in
        try line.ask("SELECT ref, draft FROM calmdesk.drafts_of($1)", [.name(author)])
          .all { (try $0.name(0) as CaseRef, try $0.text(1)) }
      }
      return Dictionary(drafts) { $1 }
    }
  }
#endif
