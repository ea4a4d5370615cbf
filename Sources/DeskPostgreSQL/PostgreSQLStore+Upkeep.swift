#if PostgreSQL
  import Desk
  package import Vocabulary

  extension PostgreSQLStore {
    package func readings(before time: Instant) throws -> Int {
      try server.asking { line in
        try line.ask("SELECT count(*) FROM calmdesk.readings WHERE at < $1", [.time(time)])
          .first { try $0.number(0) } ?? 0
      }
    }

    /// Told again when the line broke: what is gone is not there a second time.
    package func purge(readingsBefore time: Instant, limit: Int) throws -> Int {
      try server.asking { line in
        try line.ask(
          "SELECT calmdesk.purge_readings($1, $2)", [.time(time), .number(max(0, limit))]
        ).first { try $0.number(0) } ?? 0
      }
    }

    /// As of one moment, since the questions belong together. Costs a read of everything.
    package func faults() throws -> [String] {
      try server.asking { line in
        // The planner may do here what it must not do for a page of the queue.
        try line.run(
          """
          BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL enable_seqscan = on; \
          SET LOCAL enable_sort = on; SET LOCAL enable_hashjoin = on; \
          SET LOCAL enable_mergejoin = on
          """)
        do {
          let faults = try Self.questions.flatMap { question, sentence in
            try line.run(question).all { try $0.text(0) }
              .map { sentence.replacing("%", with: $0) }
          }
          try line.run("COMMIT")
          return faults
        } catch {
          line.close()
          throw error
        }
      }
    }

    /// Questions whose answers are faults, with the sentence for one; `%` is the answer.
    private static let questions = [
      (
        """
        SELECT c.ref FROM calmdesk.cases c LEFT JOIN
          (SELECT case_id, count(*) AS n, min(version) AS low, max(version) AS high
           FROM calmdesk.events GROUP BY case_id) e ON e.case_id = c.id
        WHERE n IS DISTINCT FROM c.version OR low IS DISTINCT FROM 1
          OR high IS DISTINCT FROM c.version LIMIT 10
        """,
        "Case % does not have the events that its version counts."
      ),
      (
        """
        SELECT e.sequence::text FROM calmdesk.events e
        LEFT JOIN calmdesk.cases c ON c.id = e.case_id WHERE c.id IS NULL LIMIT 10
        """,
        "Entry % of the log belongs to no case."
      ),
      (
        """
        SELECT c.ref FROM calmdesk.snapshots s JOIN calmdesk.cases c ON c.id = s.case_id
        WHERE s.version > c.version LIMIT 10
        """,
        "The snapshot of case % is newer than its events."
      ),
      (
        """
        SELECT coalesce(c.state, n.state) FROM
          (SELECT state, sum(cases) AS n FROM calmdesk.counts GROUP BY state) n
        FULL JOIN (SELECT state, count(*) AS n FROM calmdesk.cases GROUP BY state) c USING (state)
        WHERE coalesce(n.n, 0) <> coalesce(c.n, 0) LIMIT 10
        """,
        "The count of cases in state “%” is wrong."
      ),
    ]
  }
#endif
