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
    /// Whether the server knows of the turn.
    private(set) var isBegun = false
    /// What has been asked for but not sent yet: it goes along with the next question.
    private var waiting: [Question] = []
    /// The number of this transaction on the server, once it has written something.
    private(set) var number: Int64?
    /// The first event that was added, by which the turn is known again.
    private(set) var trace: Trace?

    struct Trace: Sendable {
      var ref: CaseRef
      var version: Int
      var command: CommandID
    }
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
      try noting {
        try send()
        return try CaseReading.record(of: ref, on: line)
      }
    }

    func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
      try noting {
        try send()
        return try CaseReading.events(of: ref, after: version, on: line)
      }
    }

    func events(causedBy command: CommandID) throws -> [StoredEvent] {
      try ask(
        """
        SELECT sequence, version, at, actor, command, event, ref FROM calmdesk.caused_by($1)
        """, [.name(command)]
      ).all { try CaseReading.event(in: $0, of: try $0.of("an event").name(6)) }
        .sorted { $0.sequence < $1.sequence }
    }

    func ref(external: String) throws -> CaseRef? {
      try ask("SELECT calmdesk.of_external($1)", [.text(external)])
        .first { try $0.optionalName(0) } ?? nil
    }

    func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
      guard limit > 0, !keys.isEmpty else { return [] }
      return try CaseReading.newest(
        limit, in: try ask("SELECT id, ref FROM calmdesk.of_contacts($1)", [.texts(keys)]))
    }

    func firstFree(among refs: [CaseRef]) throws -> CaseRef? {
      try ask(
        "SELECT held, version, epoch, turn FROM calmdesk.hold_free($1)",
        [.texts(refs.map(\.rawValue))]
      ).first { columns in
        let columns = columns.of("a free case")
        let ref: CaseRef = try columns.name(0)
        positions[ref] = Position(
          version: try columns.number(1), epoch: try columns.integer(2))
        number = try columns.integer(3)
        return ref
      }
    }

    /// Whoever counts for the same person waits first, and then sees what the other has taken.
    func liveConversations(of person: PersonID, on channel: Channel) throws -> Int {
      waiting.append(
        Question(
          sql: "SELECT pg_advisory_xact_lock(hashtextextended('holder ' || $1, 0))",
          values: [.name(person)]))
      return try ask(
        """
        SELECT count(*) FROM calmdesk.cases
        WHERE rank < \(QueueKey.atRest) AND "left"(handler, 64) = "left"($1, 64) AND handler = $1
          AND channel = $2
          AND (state = 'open' OR state = 'waiting' AND channel IN ('chat', 'phone'))
        """, [.name(person), .text(channel.rawValue)]
      ).first { try $0.number(0) } ?? 0
    }

    func nextNumber() throws -> Int {
      let next = try ask("SELECT number, turn FROM calmdesk.next_number()")
        .first { (try $0.number(0), try $0.integer(1)) }
      guard let next else { throw Damage("the counter of cases is gone") }
      number = next.1
      return next.0
    }

    func people() throws -> [Person] {
      try ask(
        "SELECT id, name, role, active, team, department, aptitude FROM calmdesk.hold_people()"
      )
      .all(CaseReading.person(in:)).sorted { $0.id < $1.id }
    }

    func put(_ person: Person) throws {
      number = try ask(
        "SELECT calmdesk.put_person($1, $2, $3, $4, $5, $6, $7)",
        [
          .name(person.id), .text(person.name), .text(person.role.rawValue),
          .text(person.active ? "t" : "f"), .optional(person.team), .optional(person.department),
          .text(try EventCoding.text(of: person.aptitude)),
        ]
      ).first { try $0.integer(0) }
    }

    // MARK: Appending

    func append(_ appending: Appending) throws {
      let old = try position(of: appending.ref)
      try appending.check(against: old?.version ?? 0, path: server.name)
      if trace == nil, let first = appending.events.first {
        trace = Trace(ref: appending.ref, version: first.version, command: first.command)
      }
      if let external = appending.external, let other = try ref(external: external) {
        throw StoreError.failed(
          path: server.name, why: "the outside id “\(external)” is that of case \(other)")
      }
      let question = Question(
        sql: Self.appendQuestion, values: try Self.values(of: appending, epoch: old?.epoch ?? 0))
      if number == nil {
        number = try ask(question.sql, question.values).first { try $0.integer(0) }
      } else {
        // Its answer is only the number that is known already.
        waiting.append(question)
      }
      positions[appending.ref] = nil
    }

    private static let appendQuestion =
      "SELECT calmdesk.append(" + (1...44).map { "$\($0)" }.joined(separator: ", ") + ")"

    /// In the order of the function's parameters.
    private static func values(of appending: Appending, epoch: Int64) throws -> [StoredValue] {
      let texts = try appending.texts ?? Appending.Texts(appending)
      var values: [StoredValue] = [
        .name(appending.ref), .number(appending.from), .integer(epoch),
      ]
      values += CaseColumns.values(of: appending.row, texts)
      values += [
        .optional(appending.external),
        .numbers(appending.events.map(\.at.milliseconds)),
        .texts(appending.events.map(\.actor.rawValue)),
        .texts(appending.events.map(\.command.rawValue)),
        .texts(texts.events), .optional(texts.snapshot),
      ]
      // The last one of each message is the one that counts, and one statement takes only one.
      let readings = Dictionary(
        zip(appending.readings.map(\.message), texts.readings)
      ) { $1 }
      values += [
        .numbers(readings.keys.map(Int64.init)), .texts(Array(readings.values)),
        .texts(appending.contacts),
      ]
      return values
    }

    private func position(of ref: CaseRef) throws -> Position? {
      if !isOver, let known = positions[ref] { return known }
      let position = try ask("SELECT version, epoch, turn FROM calmdesk.hold($1)", [.name(ref)])
        .first { columns in
          let columns = columns.of("the queue row", ref)
          number = try columns.integer(2)
          return Position(version: try columns.number(0), epoch: try columns.integer(1))
        }
      positions[ref] = .some(position)
      return position
    }

    // MARK: Asking

    private func ask(_ sql: String, _ values: [StoredValue] = []) throws -> Answer {
      try noting { try send(Question(sql: sql, values: values)) }
    }

    /// Ends the turn and keeps what was done in it.
    ///
    /// - Throws: `LineError`.
    func commit() throws(LineError) {
      if isBegun { _ = try send(Question(sql: "COMMIT")) }
    }

    /// Sends what waits, and a question with it.
    ///
    /// - Returns: the answer to the question.
    /// - Throws: `LineError`.
    @discardableResult
    private func send(_ question: Question? = nil) throws(LineError) -> Answer {
      if !isBegun {
        isBegun = true
        waiting.append(Question(sql: "BEGIN"))
      }
      let questions = waiting + (question.map { [$0] } ?? [])
      waiting = []
      guard !questions.isEmpty else { return .empty }
      return try line.ask(questions).last ?? .empty
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
