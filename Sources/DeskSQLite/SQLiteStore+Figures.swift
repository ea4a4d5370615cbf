package import Desk
package import Vocabulary
import Workflow

extension SQLiteStore {
  package func crowds(since start: Instant, ofAtLeast least: Int) throws -> [MatterCount] {
    try asking { database in
      // Of a group without an aggregate of its own, `ref` is that of the row with the least time.
      try Prepared(
        """
        SELECT value, count(*), min(received_at), ref
        FROM cases INDEXED BY cases_by_matter CROSS JOIN json_each(matters)
        WHERE matters <> '[]' AND received_at >= ? GROUP BY value HAVING count(*) >= ?
        ORDER BY value
        """, in: database
      ).all(.time(start), .number(max(1, least))) { columns in
        let columns = columns.of("a count of similar cases")
        return MatterCount(
          matter: try columns.name(0), cases: try columns.number(1), since: try columns.time(2),
          first: try columns.name(3))
      }
    }
  }

  package func announced(since start: Instant, limit: Int) throws -> [CaseRef] {
    try asking { database in
      try Prepared(
        """
        SELECT ref FROM cases INDEXED BY announced_cases
        WHERE announced_at IS NOT NULL AND announced_at >= ?
        ORDER BY announced_at DESC, ref DESC LIMIT ?
        """, in: database
      ).all(.time(start), .number(max(0, limit))) { try $0.name(0) }
    }
  }

  package func figures(since span: Int64) throws -> DeskFigures {
    try askingAtOnce { database in
      let groups = try Prepared(
        """
        SELECT state, procedure, step, heat, count(*), min(waiting_since)
        FROM cases INDEXED BY cases_by_step WHERE state <> 'closed'
        GROUP BY state, procedure, step, heat
        """, in: database
      ).all { columns in
        let columns = columns.of("a count of cases")
        return (
          CaseGroup(
            state: try columns.word(0), procedure: try columns.name(1), step: try columns.name(2),
            heat: try columns.word(3)),
          Load(cases: try columns.number(4), oldest: try columns.optionalTime(5))
        )
      }
      let holders = try Prepared(
        """
        SELECT handler, count(*), min(waiting_since) FROM cases INDEXED BY cases_by_holder
        WHERE handler IS NOT NULL AND state <> 'closed' GROUP BY handler
        """, in: database
      ).all { columns in
        let columns = columns.of("a count of cases")
        return (
          try columns.name(0) as PersonID,
          Load(cases: try columns.number(1), oldest: try columns.optionalTime(2))
        )
      }
      let pace = try Prepared(
        "SELECT span, change, answered, closed FROM pace WHERE span >= ? ORDER BY span",
        in: database
      ).all(.integer(span)) { columns in
        let columns = columns.of("the pace of five minutes")
        return DeskPace(
          span: try columns.integer(0), change: try columns.number(1),
          answered: try columns.number(2), closed: try columns.number(3))
      }
      return DeskFigures(
        groups: Dictionary(groups) { $1 }, holders: Dictionary(holders) { $1 }, pace: pace)
    }
  }
}
