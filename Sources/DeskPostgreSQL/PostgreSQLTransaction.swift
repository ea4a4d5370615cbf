#if PostgreSQL
  import Desk
  import Vocabulary
  import Workflow

  /// One turn at writing to a desk on a server.
  ///
  /// What is asked for is kept as it is until the turn ends: a case by its row, a command, an
  /// outside id and a customer by a lock of the server on their names.
  final class PostgreSQLTransaction: DeskTransaction {
    private struct Position {
      var version: Int
      var epoch: Int64
    }

    private let line: Line
    private let server: DeskServer
    /// Cases kept in this turn; nobody else can change them meanwhile. nil where there is none.
    private var positions: [CaseRef: Position?] = [:]
    private var isOver = false
    /// The number of this transaction on the server, once it has written something.
    private(set) var number: Int64?
    /// What went wrong first: the server then keeps nothing of the turn, whoever caught it.
    private(set) var failure: LineError?

    init(_ line: Line, _ server: DeskServer) {
      self.line = line
      self.server = server
    }

    /// Ends the turn: from here on every call is refused.
    func end() { isOver = true }

    func version(of ref: CaseRef) throws -> Int? { try position(of: ref)?.version }

    func record(of ref: CaseRef) throws -> CaseRecord? {
      try noting { try CaseReading.record(of: ref, on: line) }
    }

    func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
      try noting { try CaseReading.events(of: ref, after: version, on: line) }
    }

    func events(causedBy command: CommandID) throws -> [StoredEvent] {
      try ask(
        """
        SELECT sequence, version, at, actor, command, event, ref FROM calmdesk.caused_by($1)
        """, [.name(command)]
      ).all { try CaseReading.event(in: $0, of: try $0.of("an event").name(6)) }
    }

    func ref(external: String) throws -> CaseRef? {
      try ask("SELECT calmdesk.of_external($1)", [.text(external)])
        .first { try $0.optionalName(0) } ?? nil
    }

    func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
      guard limit > 0, !keys.isEmpty else { return [] }
      return try ask(
        "SELECT * FROM calmdesk.of_contacts($1, $2)", [.texts(keys), .number(limit)]
      ).all { try $0.name(0) }
    }

    func nextNumber() throws -> Int {
      guard let next = try ask("SELECT calmdesk.next_number()").first({ try $0.number(0) })
      else { throw Damage("the counter of cases is gone") }
      return next
    }

    func people() throws -> [Person] {
      try ask("SELECT id, name, role, active FROM calmdesk.hold_people()")
        .all(CaseReading.person(in:)).sorted { $0.id < $1.id }
    }

    func put(_ person: Person) throws {
      number = try ask(
        "SELECT calmdesk.put_person($1, $2, $3, $4)",
        [
          .name(person.id), .text(person.name), .text(person.role.rawValue),
          .text(person.active ? "t" : "f"),
        ]
      ).first { try $0.integer(0) }
    }

    // MARK: Appending

    func append(_ appending: Appending) throws {
      let old = try position(of: appending.ref)
      try appending.check(against: old?.version ?? 0, path: server.name)
      if let external = appending.external, let other = try ref(external: external) {
        throw StoreError.failed(
          path: server.name, why: "the outside id “\(external)” is that of case \(other)")
      }
      number = try ask(Self.appendQuestion, try Self.values(of: appending, epoch: old?.epoch ?? 0))
        .first { try $0.integer(0) }
      positions[appending.ref] = nil
    }

    private static let appendQuestion =
      "SELECT calmdesk.append(" + (1...33).map { "$\($0)" }.joined(separator: ", ") + ")"

    /// In the order of the function's parameters.
    private static func values(of appending: Appending, epoch: Int64) throws -> [StoredValue] {
      var values: [StoredValue] = [
        .name(appending.ref), .number(appending.from), .integer(epoch),
      ]
      values += CaseColumns.values(of: appending.row)
      values += [
        .optional(appending.external),
        .numbers(appending.events.map(\.at.milliseconds)),
        .texts(appending.events.map(\.actor.rawValue)),
        .texts(appending.events.map(\.command.rawValue)),
        .texts(try appending.events.map { try EventCoding.text(of: $0.event) }),
        .optional(try appending.snapshot.map { try EventCoding.text(of: $0) }),
      ]
      // The last one of each message is the one that counts, and one statement takes only one.
      let readings = Dictionary(appending.readings.map { ($0.message, $0) }) { $1 }.values
      values += [
        .numbers(readings.map { Int64($0.message) }),
        .texts(try readings.map { try EventCoding.text(of: $0) }),
        .texts(appending.contacts),
      ]
      return values
    }

    private func position(of ref: CaseRef) throws -> Position? {
      if !isOver, let known = positions[ref] { return known }
      let position = try ask("SELECT version, epoch FROM calmdesk.hold($1)", [.name(ref)])
        .first { columns in
          let columns = columns.of("the queue row", ref)
          return Position(version: try columns.number(0), epoch: try columns.integer(1))
        }
      positions[ref] = .some(position)
      return position
    }

    // MARK: Asking

    private func ask(_ sql: String, _ values: [StoredValue] = []) throws -> Answer {
      try noting { try line.ask(sql, values) }
    }

    /// Asks as long as the turn lasts, and keeps in mind what went wrong.
    private func noting<Result>(_ body: () throws -> Result) throws -> Result {
      guard !isOver else {
        throw StoreError.failed(
          path: server.name, why: "a transaction was used after it had ended")
      }
      do {
        return try body()
      } catch let error as LineError {
        failure = failure ?? error
        throw failure ?? error
      }
    }
  }
#endif
