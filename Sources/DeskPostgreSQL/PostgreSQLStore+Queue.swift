#if PostgreSQL
  package import Desk
  package import Vocabulary
  package import Workflow

  extension PostgreSQLStore {
    package func queue(_ page: QueuePage) throws -> [QueueRow] {
      let question = QueueQuestion(page)
      return try server.asking { line in
        try question.rows(in: try line.ask(question.sql, question.values))
      }
    }

    package func offers(to person: PersonID, limit: Int) throws -> [QueueRow] {
      let question = Self.offers(to: person, limit)
      return try server.asking { line in
        try line.ask(question.sql, question.values).all(CaseColumns.row(in:))
      }
    }

    package func glance(_ look: QueueLook) throws -> QueueGlance {
      let question = GlanceQuestion(look)
      return try server.asking { try question.glance(in: try $0.ask(question.all)) }
    }

    /// In one go: every console of the floor asks it after every change.
    package func news(
      after sequence: Int64, limit: Int, for person: PersonID
    ) throws -> DeskNews {
      let questions = [
        Self.feedQuestion(
          after: sequence, limit,
          with: """
            \(CaseColumns.all(of: "c")), \
            coalesce(c.offered_to = $3 AND c.state <> 'closed', false)
            """, [.name(person)]),
        Question(sql: Self.countsQuestion),
      ]
      let (found, rows, offered, counts) = try server.asking { line in
        let answers = try line.ask(questions)
        var rows: [CaseRef: QueueRow] = [:]
        var offered: Set<CaseRef> = []
        let found = try Self.feed(in: answers[0]) { columns, ref in
          guard rows[ref] == nil else { return }
          let first = Self.feedColumns
          rows[ref] = try CaseColumns.row(in: columns.after(first))
          if try columns.flag(first + CaseColumns.count) { offered.insert(ref) }
        }
        return (found, Array(rows.values), offered, try Self.counts(in: answers[1]))
      }
      watch.note(readAll: found.isAll)
      return DeskNews(feed: found.entries, rows: rows, offered: offered, counts: counts)
    }

    fileprivate static func offers(
      to person: PersonID, _ limit: Int, after known: Int = 0, marked mark: Int = 0
    ) -> Question {
      let (whose, most) = ("$\(known + 1)", "$\(known + 2)")
      return Question(
        sql: """
          SELECT \(CaseColumns.all), \(mark) FROM calmdesk.cases
          WHERE "left"(offered_to, 64) = "left"(\(whose), 64) AND offered_to = \(whose)
            AND state <> 'closed'
          ORDER BY rank, lane, due, ref LIMIT \(most)
          """, values: [.name(person), .number(max(0, limit))])
    }

    fileprivate static let countsQuestion =
      "SELECT state, sum(cases)::bigint FROM calmdesk.counts GROUP BY state"

    fileprivate static func counts(in answer: Answer) throws -> [CaseState: Int] {
      let counted = try answer.all {
        (try $0.of("a count").word(0) as CaseState, try $0.number(1))
      }
      return Dictionary(CaseState.allCases.map { ($0, 0) } + counted) { $1 }
    }

    package func row(of ref: CaseRef) throws -> QueueRow? {
      try server.asking { line in
        try line.ask("SELECT \(CaseColumns.all) FROM calmdesk.cases WHERE ref = $1", [.name(ref)])
          .first(CaseColumns.row(in:))
      }
    }

    package func counts() throws -> [CaseState: Int] {
      try server.asking { try Self.counts(in: try $0.ask(Self.countsQuestion)) }
    }

    /// In one go, since every console of the floor asks it again and again.
    package func asleep(until now: Instant, limit: Int) throws -> [CaseRef] {
      let questions = [
        """
        SELECT ref FROM calmdesk.cases
        WHERE state = 'snoozed' AND snoozed_until <= $1 ORDER BY snoozed_until, ref LIMIT $2
        """,
        """
        SELECT ref FROM calmdesk.cases
        WHERE rank < \(QueueKey.atRest) AND rank = \(QueueKey.danger) AND \(QueueQuestion.lanes) AND due <= $1
          AND state = 'waiting' ORDER BY due, ref LIMIT $2
        """,
        """
        SELECT ref FROM calmdesk.cases
        WHERE rank < \(QueueKey.atRest) AND rank = \(QueueKey.theirs) AND \(QueueQuestion.lanes) AND due <= $1
        ORDER BY due, ref LIMIT $2
        """,
        """
        SELECT ref FROM calmdesk.cases
        WHERE rank = \(QueueKey.atRest) AND \(QueueQuestion.lanes) AND due <= $1 ORDER BY due, ref LIMIT $2
        """,
        """
        SELECT ref FROM calmdesk.cases
        WHERE raises_at IS NOT NULL AND raises_at <= $1 ORDER BY raises_at, ref LIMIT $2
        """,
        """
        SELECT ref FROM calmdesk.cases
        WHERE idle_at IS NOT NULL AND idle_at <= $1 ORDER BY idle_at, ref LIMIT $2
        """,
      ]
      return try server.asking { line in
        let values: [StoredValue] = [.time(now), .number(max(0, limit))]
        let answers = try line.ask(questions.map { Question(sql: $0, values: values) })
        return try Array(answers.flatMap { try $0.all { try $0.name(0) } }.prefix(max(0, limit)))
      }
    }

    package func feed(after sequence: Int64, limit: Int) throws -> [FeedEntry] {
      let question = Self.feedQuestion(after: sequence, limit)
      let found = try server.asking { line in
        try Self.feed(in: try line.ask(question.sql, question.values))
      }
      watch.note(readAll: found.isAll)
      return found.entries
    }

    /// What else is asked of each event `e` and its case `c` stands in `columns`, with values for `$3`
    /// and on.
    private static func feedQuestion(
      after sequence: Int64, _ limit: Int, with columns: String? = nil, _ values: [StoredValue] = []
    ) -> Question {
      Question(
        sql: """
          SELECT e.sequence, c.ref, e.version, e.sequence < \(DeskSchema.horizon)\
          \(columns.map { ", \($0)" } ?? "")
          FROM calmdesk.events e JOIN calmdesk.cases c ON c.id = e.case_id
          WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2
          """, values: [.integer(sequence), .number(max(0, limit))] + values)
    }

    /// How many columns of a feed stand before what else was asked for.
    private static let feedColumns = 4

    /// Below the oldest transaction still at work, so that nothing ever comes in behind what was
    /// read; what stands above it is looked for again soon.
    private static func feed(
      in answer: Answer, _ also: (Columns, CaseRef) throws -> Void = { _, _ in }
    ) throws -> (entries: [FeedEntry], isAll: Bool) {
      var entries: [FeedEntry] = []
      var isAll = true
      _ = try answer.all { columns in
        let columns = columns.of("an event")
        guard isAll, try columns.flag(3) else {
          isAll = false
          return
        }
        let ref: CaseRef = try columns.name(1)
        entries.append(
          FeedEntry(
            sequence: try columns.integer(0), ref: ref, version: try columns.number(2)))
        try also(columns, ref)
      }
      return (entries, isAll)
    }

    package func lastSequence() throws -> Int64 {
      try server.asking { try ChangeWatch.lastSequence(on: $0) }
    }

    package func changeMark() throws -> Int64 { try watch.mark() }

    package func awaitChange(atMost time: Duration) { watch.listen(atMost: time) }
  }

  /// A glance at the queue as questions to the tables.
  ///
  /// One statement for all rows, since what a statement costs is mostly not what it finds.
  private struct GlanceQuestion {
    let all: [Question]
    private let pages: Int

    init(_ look: QueueLook) {
      var values: [StoredValue] = []
      var lists: [String] = []
      for page in look.pages {
        let question = QueueQuestion(page, after: values.count, marked: lists.count)
        values += question.values
        lists.append(question.sql)
      }
      let offered = PostgreSQLStore.offers(
        to: look.person, look.limit, after: values.count, marked: lists.count)
      let rows = (lists + [offered.sql]).map { "(\($0))" }.joined(separator: " UNION ALL ")
      all = [
        Question(sql: rows, values: values + offered.values),
        Question(sql: PostgreSQLStore.countsQuestion),
      ]
      pages = look.pages.count
    }

    func glance(in answers: [Answer]) throws -> QueueGlance {
      var rows = [[QueueRow]](repeating: [], count: pages + 1)
      _ = try answers[0].all { columns in
        let list = try columns.of("a queue row").number(CaseColumns.count)
        guard rows.indices.contains(list) else { throw Damage("a queue row is of no list") }
        rows[list].append(try CaseColumns.row(in: columns))
      }
      // A union keeps no order.
      rows = rows.map { $0.sorted { $0.key < $1.key } }
      return QueueGlance(
        pages: rows.dropLast(), offers: rows[pages],
        counts: try PostgreSQLStore.counts(in: answers[1]))
    }
  }

  /// A page of the queue as a question to the tables.
  private struct QueueQuestion {
    var sql: String
    var values: [StoredValue] = []
    /// Whether the answer comes with the least urgent first.
    var isUpward: Bool

    /// The rows of an answer, in queue order.
    func rows(in answer: Answer) throws -> [QueueRow] {
      let rows = try answer.all(CaseColumns.row(in:))
      return isUpward ? rows.reversed() : rows
    }

    /// Every lane, named one by one, so that what is due is looked up within each.
    static let lanes = "lane IN (\(QueueKey.vipLane), \(QueueKey.usualLane))"

    /// - Parameters:
    ///   - page: what is asked for.
    ///   - known: values that stand before its own.
    ///   - mark: stands behind the columns of each row.
    init(_ page: QueuePage, after known: Int = 0, marked mark: Int = 0) {
      let whose = "$\(known + 1)"
      var condition =
        switch page.filter {
        case .everything: "rank < \(QueueKey.atRest)"
        case .free: "rank < \(QueueKey.atRest) AND \"left\"(handler, 64) IS NULL"
        case .heldBy:
          "rank < \(QueueKey.atRest) AND \"left\"(handler, 64) = \"left\"(\(whose), 64) AND handler = \(whose)"
        case .ownedBy:
          "rank < \(QueueKey.atRest) AND \"left\"(owner, 64) = \"left\"(\(whose), 64) AND owner = \(whose)"
        case .closed: "rank = \(QueueKey.atRest)"
        case .handsRaised: "hand AND state <> 'closed'"
        case .requests: "approval_at IS NOT NULL AND state <> 'closed'"
        case .consultations: "consult_at IS NOT NULL AND state <> 'closed'"
        case .threats: "threat AND state <> 'closed'"
        }
      switch page.filter {
      case .heldBy(let person), .ownedBy(let person): values.append(.name(person))
      default: break
      }
      let (key, comparison): (QueueKey?, String) =
        switch page.start {
        case .first, .last: (nil, "")
        case .after(let key): (key, ">")
        case .before(let key): (key, "<")
        case .from(let key): (key, ">=")
        }
      if let key {
        let first = known + values.count + 1
        let places = (first...first + 3).map { "$\($0)" }.joined(separator: ", ")
        condition += " AND (rank, lane, due, ref) \(comparison) (\(places))"
        values += [
          .number(key.rank), .number(key.lane), .time(key.due), .name(key.ref),
        ]
      }
      isUpward =
        switch page.start {
        case .last, .before: true
        case .first, .after, .from: false
        }
      let order = isUpward ? "rank DESC, lane DESC, due DESC, ref DESC" : "rank, lane, due, ref"
      values.append(.number(page.limit))
      sql = """
        SELECT \(CaseColumns.all), \(mark) FROM calmdesk.cases WHERE \(condition)
        ORDER BY \(order) LIMIT $\(known + values.count)
        """
    }
  }
#endif
