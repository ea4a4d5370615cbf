#if PostgreSQL
  import Desk
  import Vocabulary

  /// Opens a desk in a database, and makes it where there is none.
  struct DeskMaking {
    let server: DeskServer

    /// What was found in the database.
    private enum Kind {
      case desk
      /// A desk of an older schema that can be brought up to this one.
      case older(Int64)
      case nothing
      /// A desk that was brought here from another server, which counted further.
      case moved
    }

    /// Signs in.
    ///
    /// - Parameter permissions: what each role may do, where the desk is to be made; otherwise nil.
    /// - Returns: the database role that signed in.
    /// - Throws: `StoreError` or `DeskError.stranger`.
    func open(_ permissions: [Role: Set<Permission>]?) throws -> PersonID {
      try server.asking { line in
        let role: PersonID = try line.ask("SELECT session_user").first { try $0.name(0) } ?? ""
        try checkDurability(line)
        switch try kind(on: line, role) {
        case .desk:
          if let permissions { try make(permissions, on: line, role) }
        case let kind:
          guard let permissions else { throw unready(kind) }
          try make(permissions, on: line, role)
        }
        return role
      }
    }

    /// What keeps a desk from being used as it is found.
    private func unready(_ kind: Kind) -> StoreError {
      switch kind {
      case .nothing, .desk: .missing(path: server.name)
      case .older(let schema):
        .failed(
          path: server.name,
          why:
            "it was made by an older CalmDesk (schema \(schema)); its owner brings it up to date "
            + "with “calmdesk desk init”")
      case .moved:
        .failed(
          path: server.name,
          why: "it was brought here from another server, which counted further; its owner makes it "
            + "count on with “calmdesk desk init”")
      }
    }

    /// A setting that is not taken is told by nothing but its value.
    private func checkDurability(_ line: Line) throws {
      let settings =
        try line.ask(
          """
          SELECT current_setting('fsync'), current_setting('synchronous_commit'),
            current_setting('server_encoding')
          """
        ).first { [try $0.text(0), try $0.text(1), try $0.text(2)] } ?? []
      guard settings.prefix(2) == ["on", "on"] else {
        throw StoreError.failed(
          path: server.name, why: "its server does not keep what is written when the power fails")
      }
      guard settings.last == "UTF8" else {
        throw StoreError.failed(
          path: server.name,
          why: "its database does not keep every script; make one with "
            + "“createdb --encoding UTF8 --template template0”")
      }
    }

    private func kind(on line: Line, _ role: PersonID) throws -> Kind {
      let found = try line.ask(
        """
        SELECT has_schema_privilege(n.oid, 'USAGE'), EXISTS (
          SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'desk')
        FROM pg_namespace n WHERE n.nspname = 'calmdesk'
        """
      ).first { (isOpen: try $0.flag(0), hasDesk: try $0.flag(1)) }
      guard let found else { return .nothing }
      guard found.isOpen else { throw DeskError.stranger(role) }
      guard found.hasDesk else { throw foreign }
      let (mark, schema) =
        try line.ask("SELECT mark, schema FROM calmdesk.desk")
        .first { (try $0.text(0), try $0.integer(1)) } ?? ("", 0)
      guard mark == DeskSchema.mark else { throw foreign }
      guard schema <= DeskSchema.version else {
        throw StoreError.newer(
          path: server.name, schema: "\(schema)", known: "\(DeskSchema.version)")
      }
      guard schema == DeskSchema.version else {
        guard DeskSchema.additions[schema] != nil else {
          throw StoreError.corrupt(path: server.name, why: "no CalmDesk had a schema \(schema)")
        }
        return .older(schema)
      }
      let isAhead =
        try line.ask(
          """
          SELECT (sequence >> 20) - (SELECT shift FROM calmdesk.desk)
            >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
          FROM calmdesk.events ORDER BY sequence DESC LIMIT 1
          """
        ).first { try $0.flag(0) } ?? false
      return isAhead ? .moved : .desk
    }

    private var foreign: StoreError {
      .corrupt(path: server.name, why: "its schema “calmdesk” belongs to another program")
    }

    /// Makes the desk, or brings it up to date; one program at a time.
    private func make(
      _ permissions: [Role: Set<Permission>], on line: Line, _ role: PersonID
    ) throws {
      do {
        try line.run("BEGIN")
        try line.run("SELECT pg_advisory_xact_lock(hashtextextended('calmdesk', 0))")
        // Whoever had the turn before may have done it already; then little is left to do.
        switch try kind(on: line, role) {
        case .nothing: try line.run(DeskSchema.all)
        case .older(let schema):
          for step in schema..<max(schema, DeskSchema.version) {
            if let sql = DeskSchema.additions[step] { try line.run(sql) }
          }
          try line.run("UPDATE calmdesk.desk SET schema = \(DeskSchema.version)")
        case .moved:
          try line.run(
            """
            UPDATE calmdesk.desk SET shift = 1 + (SELECT max(sequence) >> 20 FROM calmdesk.events)
            """)
        case .desk: break
        }
        if try isOwner(line) { try put(permissions, on: line) }
        try line.run("COMMIT")
      } catch {
        do { try line.run("ROLLBACK") } catch { line.close() }
        if case LineError.server(LineError.Code.noPrivilege, _) = error {
          throw StoreError.cannotCreate(
            path: server.name, why: "the role “\(role)” may make no schema in this database")
        }
        throw error
      }
    }

    private func isOwner(_ line: Line) throws -> Bool {
      try line.ask(
        """
        SELECT pg_get_userbyid(nspowner) = session_user FROM pg_namespace
        WHERE nspname = 'calmdesk'
        """
      ).first { try $0.flag(0) } ?? false
    }

    private func put(_ permissions: [Role: Set<Permission>], on line: Line) throws {
      try line.run("DELETE FROM calmdesk.permissions")
      for (role, allowed) in permissions {
        for permission in allowed {
          try line.ask(
            "INSERT INTO calmdesk.permissions (role, permission) VALUES ($1, $2)",
            [.text(role.rawValue), .text(permission.rawValue)])
        }
      }
    }
  }
#endif
