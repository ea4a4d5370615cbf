#if PostgreSQL
  import Desk

  /// The board of a desk in its database, in a table that is not logged.
  ///
  /// A role says what itself is about and nothing of others; to clear away a sitting that still goes
  /// on costs it nothing, since its next word puts it back.
  struct PostgreSQLBoard: PresenceBoard {
    let server: DeskServer

    func put(_ presence: Presence) throws {
      let about = presence.whereabouts
      try server.asking { line in
        _ = try line.ask(
          "SELECT calmdesk.put_sitting($1, $2, $3, $4, $5, $6, $7, $8, $9)",
          [
            .name(presence.sitting), .name(presence.person), .text(presence.place),
            .integer(presence.counter), .name(about.looking), .name(about.typing),
            .text(about.status.rawValue), .time(about.statusSince),
            .text(presence.hasLeft ? "t" : "f"),
          ])
      }
    }

    func all() throws -> [Presence] {
      try server.asking { line in
        try line.ask(
          """
          SELECT sitting, person, place, counter, looking, typing, status, since, has_left
          FROM calmdesk.sittings
          """
        ).all { columns in
          let columns = columns.of("a sitting")
          return Presence(
            sitting: try columns.name(0), person: try columns.name(1),
            place: try columns.text(2), counter: try columns.integer(3),
            whereabouts: Whereabouts(
              looking: try columns.optionalName(4), typing: try columns.optionalName(5),
              status: try columns.word(6), statusSince: try columns.optionalTime(7)),
            hasLeft: try columns.flag(8))
        }.sorted { $0.sitting < $1.sitting }
      }
    }

    func clear(_ presence: Presence) throws {
      try server.asking { line in
        _ = try line.ask(
          "SELECT calmdesk.clear_sitting($1, $2)",
          [.name(presence.sitting), .integer(presence.counter)])
      }
    }
  }
#endif
