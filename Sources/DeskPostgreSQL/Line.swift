#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import Synchronization

  /// A statement with `$1` and on, and a value for each.
  struct Question: Sendable {
    var sql: String
    var values: [StoredValue] = []
  }

  /// One connection to the server.
  ///
  /// Every wait has an end: a server that was paused, or a line that was cut without a word, is a
  /// lost line after a while. Statements are prepared when they are first used.
  final class Line: Sendable {
    private struct State {
      /// nil when the line is lost.
      var connection: OpaquePointer?
      /// The names of prepared statements.
      var names: [String: String] = [:]
    }

    private let state: Mutex<State>
    /// How long an answer may take.
    private let patience: Duration

    /// Connects.
    ///
    /// - Parameters:
    ///   - address: of the desk.
    ///   - patience: how long this, and each answer later, may take.
    /// - Throws: `LineError.lost`.
    init(to address: DeskAddress, patience: Duration) throws(LineError) {
      self.patience = patience
      state = Mutex(State())
      let url = address.url
      try state.withLock { state throws(LineError) in
        guard let connection = Self.start(url) else {
          throw .lost(why: "there is no memory for a connection")
        }
        do throws(LineError) {
          try Self.connect(connection, by: .now + patience)
        } catch {
          PQfinish(connection)
          throw error
        }
        state.connection = connection
      }
    }

    deinit { close() }

    /// Ends the connection.
    func close() {
      state.withLock { state in
        if let connection = state.connection { PQfinish(connection) }
        state.connection = nil
      }
    }

    /// Whether nobody has noticed that the line is lost.
    var isOpen: Bool { state.withLock { $0.connection != nil } }

    // MARK: Asking

    /// Asks one question.
    ///
    /// - Parameters:
    ///   - sql: one statement with `$1` and on.
    ///   - values: one for each.
    /// - Returns: the answer.
    /// - Throws: `LineError`.
    @discardableResult
    func ask(_ sql: String, _ values: [StoredValue] = []) throws(LineError) -> Answer {
      try working { connection, state, deadline throws(LineError) in
        let name = try Self.name(of: sql, connection, &state, by: deadline)
        let sent = Self.withWire(values) { wire in
          PQsendQueryPrepared(connection, name, Int32(wire.count), wire, nil, nil, 0)
        }
        return try Self.answer(connection, sent: sent, by: deadline)
      }
    }

    /// Asks several questions in one go, without waiting for the answers in between; the first that
    /// is refused ends the others.
    ///
    /// - Parameter questions: in order.
    /// - Returns: an answer for each.
    /// - Throws: `LineError`.
    func ask(_ questions: [Question]) throws(LineError) -> [Answer] {
      if let only = questions.first, questions.count == 1 {
        return [try ask(only.sql, only.values)]
      }
      return try working { connection, state, deadline throws(LineError) in
        var names: [String] = []
        for question in questions {
          names.append(try Self.name(of: question.sql, connection, &state, by: deadline))
        }
        guard PQenterPipelineMode(connection) == 1 else { throw Self.loss(connection) }
        for (name, question) in zip(names, questions) {
          let sent = Self.withWire(question.values) { wire in
            PQsendQueryPrepared(connection, name, Int32(wire.count), wire, nil, nil, 0)
          }
          guard sent == 1 else { throw Self.loss(connection) }
        }
        guard PQpipelineSync(connection) == 1 else { throw Self.loss(connection) }
        try Self.flush(connection, by: deadline)
        var answers: [Answer] = []
        var failure: LineError?
        for _ in questions {
          do throws(LineError) {
            answers.append(try Self.answer(connection, by: deadline))
          } catch {
            if case .lost = error { throw error }
            failure = failure ?? error
          }
        }
        // The mark that stands behind them all.
        _ = try Self.answer(connection, by: deadline, untilNone: false)
        guard PQexitPipelineMode(connection) == 1 else { throw Self.loss(connection) }
        if let failure { throw failure }
        return answers
      }
    }

    /// Runs statements without values, several where there are semicolons.
    ///
    /// - Parameter sql: the statements.
    /// - Returns: the answer to the last one.
    /// - Throws: `LineError`.
    @discardableResult
    func run(_ sql: String) throws(LineError) -> Answer {
      try working { connection, _, deadline throws(LineError) in
        try Self.answer(connection, sent: PQsendQuery(connection, sql), by: deadline)
      }
    }

    /// What others have said with NOTIFY since the last call; waits for nothing.
    ///
    /// - Returns: their words.
    /// - Throws: `LineError.lost`.
    func heard() throws(LineError) -> [String] {
      try working { connection, _, _ throws(LineError) in
        guard PQconsumeInput(connection) == 1 else { throw Self.loss(connection) }
        var words: [String] = []
        while let notice = PQnotifies(connection) {
          if let extra = notice.pointee.extra { words.append(String(cString: extra)) }
          PQfreemem(notice)
        }
        return words
      }
    }

    /// Waits until something comes in, at most so long.
    func listen(atMost time: Duration) {
      let descriptor = state.withLock { state in state.connection.map { PQsocket($0) } } ?? -1
      let (seconds, attoseconds) = time.components
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(
        &waited, descriptor < 0 ? 0 : 1,
        Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }

    /// Works with the connection; one that turns out to be lost is let go.
    private func working<Result: Sendable>(
      _ body: (OpaquePointer, inout State, ContinuousClock.Instant) throws(LineError) -> Result
    ) throws(LineError) -> Result {
      let deadline = ContinuousClock.now + patience
      return try state.withLock { state throws(LineError) in
        guard let connection = state.connection else { throw .lost(why: "the line is closed") }
        do throws(LineError) {
          return try body(connection, &state, deadline)
        } catch {
          if case .lost = error {
            PQfinish(connection)
            state.connection = nil
          }
          throw error
        }
      }
    }

    private static func name(
      of sql: String, _ connection: OpaquePointer, _ state: inout State,
      by deadline: ContinuousClock.Instant
    ) throws(LineError) -> String {
      if let known = state.names[sql] { return known }
      let name = "calmdesk_\(state.names.count)_\(sql.prefix { $0.isLetter })"
      _ = try answer(
        connection, sent: PQsendPrepare(connection, name, sql, 0, nil), by: deadline)
      state.names[sql] = name
      return name
    }

    // MARK: The protocol

    private static func start(_ url: String) -> OpaquePointer? {
      // What stands before the address may be said otherwise in it. A line that was cut without a
      // word is found out within seconds.
      let keywords = [
        "tcp_user_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", "dbname",
        "application_name", "client_encoding", "connect_timeout",
      ]
      let values = ["5000", "5", "2", "2", url, "calmdesk", "UTF8", "10"]
      return withTexts(keywords) { keywords in
        withTexts(values) { values in PQconnectStartParams(keywords, values, 1) }
      }
    }

    private static func connect(
      _ connection: OpaquePointer, by deadline: ContinuousClock.Instant
    ) throws(LineError) {
      guard PQstatus(connection) != CONNECTION_BAD else { throw loss(connection) }
      // What libpq says of its own accord would go over the screen.
      PQsetNoticeProcessor(connection, { _, _ in }, nil)
      var isReading = false
      while true {
        try wait(connection, reading: isReading, writing: !isReading, by: deadline)
        switch PQconnectPoll(connection) {
        case PGRES_POLLING_READING: isReading = true
        case PGRES_POLLING_WRITING: isReading = false
        case PGRES_POLLING_OK:
          PQsetnonblocking(connection, 1)
          return
        default: throw loss(connection)
        }
      }
    }

    /// Sends what is to be sent and takes in the whole answer; of several the last, or the first
    /// that is an error.
    private static func answer(
      _ connection: OpaquePointer, sent: Int32, by deadline: ContinuousClock.Instant
    ) throws(LineError) -> Answer {
      guard sent == 1 else { throw loss(connection) }
      try flush(connection, by: deadline)
      return try answer(connection, by: deadline)
    }

    private static func flush(
      _ connection: OpaquePointer, by deadline: ContinuousClock.Instant
    ) throws(LineError) {
      while true {
        let left = PQflush(connection)
        if left == 0 { break }
        guard left == 1 else { throw loss(connection) }
        try wait(connection, reading: true, writing: true, by: deadline)
        guard PQconsumeInput(connection) == 1 else { throw loss(connection) }
      }
    }

    /// Takes in one answer whole. Its end is told by there being no more, but for the mark behind
    /// several questions, which ends by itself.
    private static func answer(
      _ connection: OpaquePointer, by deadline: ContinuousClock.Instant, untilNone: Bool = true
    ) throws(LineError) -> Answer {
      var answer = Answer.empty
      var failure: LineError?
      while true {
        while PQisBusy(connection) == 1 {
          try wait(connection, reading: true, writing: false, by: deadline)
          guard PQconsumeInput(connection) == 1 else { throw loss(connection) }
        }
        guard let result = PQgetResult(connection) else { break }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: answer = .empty
        case PGRES_TUPLES_OK: answer = read(result)
        case PGRES_PIPELINE_SYNC, PGRES_PIPELINE_ABORTED: break
        default:
          // Without a code it is libpq that speaks, of a line that broke.
          failure = failure ?? refusal(result) ?? loss(connection)
        }
        if !untilNone { break }
      }
      if PQstatus(connection) == CONNECTION_BAD { throw loss(connection) }
      if let failure { throw failure }
      return answer
    }

    private static func read(_ result: OpaquePointer) -> Answer {
      let width = PQnfields(result)
      let rows = PQntuples(result)
      var cells: [String?] = []
      cells.reserveCapacity(Int(width) * Int(rows))
      for row in 0..<max(0, rows) {
        for column in 0..<max(0, width) {
          guard PQgetisnull(result, row, column) == 0, let text = PQgetvalue(result, row, column)
          else {
            cells.append(nil)
            continue
          }
          let count = Int(PQgetlength(result, row, column))
          cells.append(
            text.withMemoryRebound(to: UInt8.self, capacity: count) {
              String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
            })
        }
      }
      return Answer(width: Int(width), cells: cells)
    }

    /// The letters by which libpq asks for the parts of an error.
    private static let codeField = Int32(UInt8(ascii: "C"))
    private static let wordsField = Int32(UInt8(ascii: "M"))

    private static func refusal(_ result: OpaquePointer) -> LineError? {
      guard let code = PQresultErrorField(result, codeField) else { return nil }
      let text = String(cString: code)
      let words = PQresultErrorField(result, wordsField).map { String(cString: $0) } ?? text
      // The server shuts down, or has thrown this line out.
      if text.hasPrefix("57P") || text.hasPrefix("08") { return .lost(why: inOneLine(words)) }
      return .server(code: text, words: inOneLine(words))
    }

    private static func loss(_ connection: OpaquePointer) -> LineError {
      let words = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
      let line = inOneLine(words)
      return .lost(why: line.isEmpty ? "the connection broke" : line)
    }

    /// libpq's words as part of a sentence.
    private static func inOneLine(_ words: String) -> String {
      words.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func wait(
      _ connection: OpaquePointer, reading: Bool, writing: Bool,
      by deadline: ContinuousClock.Instant
    ) throws(LineError) {
      let events = (reading ? POLLIN : 0) | (writing ? POLLOUT : 0)
      while true {
        var descriptor = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
        guard descriptor.fd >= 0 else { throw loss(connection) }
        let left = (deadline - ContinuousClock.now).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0 else { throw .lost(why: "the server does not answer") }
        let ready = poll(&descriptor, 1, Int32(clamping: milliseconds))
        if ready > 0 { return }
        if ready < 0, errno != EINTR { throw .lost(why: String(cString: strerror(errno))) }
      }
    }

    // MARK: Texts for C

    private static func withWire(
      _ values: [StoredValue], _ body: ([UnsafePointer<CChar>?]) -> Int32
    ) -> Int32 {
      let copies = values.map { value in value.wire.map { strdup($0) } ?? nil }
      defer { for copy in copies { free(copy) } }
      return body(copies.map { UnsafePointer($0) })
    }

    private static func withTexts<Result>(
      _ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
      let copies = texts.map { strdup($0) }
      defer { for copy in copies { free(copy) } }
      return body(copies.map { UnsafePointer($0) } + [nil])
    }
  }
#endif
