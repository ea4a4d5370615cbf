#if PostgreSQL
  package import Desk
  package import Vocabulary
  import Workflow

  extension PostgreSQLStore {
    package func crowds(since start: Instant, ofAtLeast least: Int) throws -> [MatterCount] {
      try server.asking { line in
        try line.ask(
          """
          SELECT m, count(*), min(received_at), (array_agg(ref ORDER BY received_at, ref))[1]
          FROM calmdesk.cases CROSS JOIN LATERAL json_array_elements_text(matters::json) AS m
          WHERE matters <> '[]' AND received_at >= $1
          GROUP BY m HAVING count(*) >= $2 ORDER BY m COLLATE "C"
          """, [.time(start), .number(max(1, least))]
        ).all { columns in
          let columns = columns.of("a count of similar cases")
          return MatterCount(
            matter: try columns.name(0), cases: try columns.number(1), since: try columns.time(2),
            first: try columns.name(3))
        }
      }
    }

    package func announced(since start: Instant, limit: Int) throws -> [CaseRef] {
      try server.asking { line in
        try line.ask(
          """
          SELECT ref FROM calmdesk.cases
          WHERE announced_at IS NOT NULL AND announced_at >= $1
          ORDER BY announced_at DESC, ref DESC LIMIT $2
          """, [.time(start), .number(max(0, limit))]
        ).all { try $0.name(0) }
      }
    }

    package func figures(since span: Int64) throws -> DeskFigures {
      try server.asking { line in
        let groups = try line.ask(
          """
          SELECT state, procedure, step, heat, count(*), min(waiting_since)
          FROM calmdesk.cases WHERE state <> 'closed' GROUP BY state, procedure, step, heat
          """
        ).all { columns in
          let columns = columns.of("a count of cases")
          return (
            CaseGroup(
              state: try columns.word(0), procedure: try columns.name(1),
              step: try columns.name(2), heat: try columns.word(3)),
            Load(cases: try columns.number(4), oldest: try columns.optionalTime(5))
          )
        }
        let holders = try line.ask(
          """
          SELECT handler, count(*), min(waiting_since) FROM calmdesk.cases
          WHERE handler IS NOT NULL AND state <> 'closed' GROUP BY handler
          """
        ).all { columns in
          let columns = columns.of("a count of cases")
          return (
            try columns.name(0) as PersonID,
            Load(cases: try columns.number(1), oldest: try columns.optionalTime(2))
          )
        }
        let pace = try line.ask(
          """
          SELECT span, sum(change)::bigint, sum(answered)::bigint, sum(closed)::bigint
          FROM calmdesk.pace WHERE span >= $1 GROUP BY span ORDER BY span
          """, [.integer(span)]
        ).all { columns in
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
#endif
