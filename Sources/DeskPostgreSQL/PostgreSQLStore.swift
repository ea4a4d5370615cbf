#if PostgreSQL
  package import Desk
  import Foundation
  package import Vocabulary

  /// A desk in a PostgreSQL database, shared by the programs of many hosts.
  ///
  /// Writers of different cases work at the same time; those of one case wait for each other, in
  /// the server's line for its row. What was written survives the loss of power on the server. A
  /// lost line is opened again, at ever longer intervals; meanwhile every call fails at once and
  /// says since when.
  package final class PostgreSQLStore: DeskStore {
    /// How errors name the desk: its address without the password.
    package var path: String { server.name }
    /// The database role that signed in: who the person is.
    package let role: PersonID
    /// When the server was first found not to answer; nil while it does.
    package var lostSince: Instant? { server.lostSince }

    package let presence: any PresenceBoard

    let server: DeskServer
    let watch: ChangeWatch
    /// How often a turn that had to give way is begun anew.
    private static let mostTurns = 10

    /// Opens a desk, or makes one.
    ///
    /// - Parameters:
    ///   - url: `postgresql://…`.
    ///   - permissions: makes the desk where there is none, with what each role may do, and says
    ///     that anew where there is one; nil opens what is there.
    ///   - patience: how long to wait for other writers, and for the server.
    /// - Returns: the open desk.
    /// - Throws: `StoreError`, or `DeskError.stranger` when the role is not on the desk.
    package static func open(
      url: String, creating permissions: [Role: Set<Permission>]? = nil,
      patience: Duration = .seconds(10)
    ) throws -> PostgreSQLStore {
      let server = DeskServer(try DeskAddress(url), patience: patience)
      let role = try DeskMaking(server: server).open(permissions)
      return PostgreSQLStore(server, role)
    }

    private init(_ server: DeskServer, _ role: PersonID) {
      self.server = server
      self.role = role
      presence = PostgreSQLBoard(server: server)
      watch = ChangeWatch(server)
    }

    // MARK: Writing

    package func readied(_ appending: Appending) throws -> Appending { try appending.writtenOut() }

    package func write<Result: Sendable>(
      _ body: (any DeskTransaction) throws -> Result
    ) throws -> Result {
      let deadline = ContinuousClock.now + server.patience
      var turns = 0
      while true {
        turns += 1
        do {
          let result = try turn(body)
          watch.tell()
          return result
        } catch let error as LineError {
          if case .lost = error { server.drop() }
          guard error.isWorthAnotherTurn, turns < Self.mostTurns, .now < deadline else {
            throw server.told(error)
          }
        } catch let damage as Damage {
          throw StoreError.corrupt(path: path, why: damage.what)
        }
      }
    }

    /// Runs the body once.
    ///
    /// - Throws: `LineError` when nothing was kept, or what the body threw.
    private func turn<Result: Sendable>(
      _ body: (any DeskTransaction) throws -> Result
    ) throws -> Result {
      let line = try server.take()
      defer { server.give(back: line) }
      let transaction = PostgreSQLTransaction(line, server)
      defer { transaction.end() }
      let result: Result
      do {
        result = try body(transaction)
        if let failure = transaction.failure { throw failure }
      } catch {
        rollBack(transaction, line)
        throw error
      }
      do {
        try transaction.commit()
      } catch LineError.lost(let why) {
        guard let number = transaction.number else { throw LineError.lost(why: why) }
        try find(out: number, transaction.trace, why)
      } catch {
        rollBack(transaction, line)
        throw error
      }
      return result
    }

    private func rollBack(_ transaction: PostgreSQLTransaction, _ line: Line) {
      guard transaction.isBegun else { return }
      do { try line.ask("ROLLBACK") } catch { line.close() }
    }

    /// Asks on a new line what became of a transaction whose end nobody told.
    ///
    /// A server that crashed gives a number it had not written down to somebody else, whose end says
    /// nothing of ours: so what we wrote must be there as well. A turn that left no trace is begun
    /// anew; doing it twice changes nothing.
    ///
    /// - Throws: `LineError.lost` when it was not kept, `StoreError.uncertain` when that cannot be
    ///   known now.
    private func find(
      out number: Int64, _ trace: PostgreSQLTransaction.Trace?, _ why: String
    ) throws {
      let deadline = ContinuousClock.now + server.patience
      server.drop()
      while ContinuousClock.now < deadline {
        do {
          let state = try server.asking { line in
            try line.ask("SELECT pg_xact_status($1::text::xid8)", [.text("\(number)")])
              .first { try $0.optionalText(0) } ?? nil
          }
          switch state {
          case "committed":
            guard let trace, try isKept(trace) else { throw LineError.lost(why: why) }
            return
          case "aborted": throw LineError.lost(why: why)
          case "in progress": break
          default: throw StoreError.uncertain(path: path)
          }
        } catch StoreError.unreachable {
          // The server may be starting again.
        }
        usleep(20_000)
      }
      throw StoreError.uncertain(path: path)
    }

    /// Whether the first event that a turn added is there.
    private func isKept(_ trace: PostgreSQLTransaction.Trace) throws -> Bool {
      try server.asking { line in
        try line.ask(
          """
          SELECT e.version FROM calmdesk.cases c JOIN calmdesk.events e ON e.case_id = c.id
            WHERE c.ref = $1 AND e.version = $2 AND e.command = $3
          """, [.name(trace.ref), .number(trace.version), .name(trace.command)]
        ).first { try $0.number(0) } != nil
      }
    }
  }

  extension LineError {
    /// Whether the turn left nothing behind and may be begun anew.
    fileprivate var isWorthAnotherTurn: Bool {
      if case .lost = self { return true }
      return givesWay
    }
  }
#endif
