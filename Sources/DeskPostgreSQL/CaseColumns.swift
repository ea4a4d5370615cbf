#if PostgreSQL
  import Desk
  import Vocabulary
  import Workflow

  /// The columns of table `cases` that make up a queue row.
  enum CaseColumns {
    /// In the order `row(in:)` reads them.
    static let all = """
      ref, version, state, rank, due, handler, snoozed_until, owner, customer, channel, language, \
      procedure, step, heat, heat_score, waiting_since, unread, clock, clock_at, danger, \
      excerpt, hand, warn_at, raises_at, lane, wants, idle_at, approval_at, threat, consult_at, \
      received_at, matters, announced_at
      """

    /// How many there are.
    static let count = names.count

    private static let names = all.split(separator: ", ")

    /// The same of a table that goes by another name in the question.
    static func all(of table: String) -> String {
      names.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// In the order that the function `append` takes them, from `p_version` to `p_announced_at`.
    static func values(of row: QueueRow, _ texts: Appending.Texts) -> [StoredValue] {
      [
        .number(row.version), .text(row.state.rawValue), .number(row.key.rank),
        .time(row.key.due), .name(row.handler), .time(row.snoozedUntil), .name(row.owner),
        .text(row.customer), .text(row.channel.rawValue), .text(row.language.rawValue),
        .name(row.procedure), .name(row.step), .text(row.heat.rawValue),
        .number(row.heatScore), .time(row.waitingSince), .number(row.unread),
        .optional(row.clock?.name.rawValue), .time(row.clock?.at),
        .optional(row.danger?.rawValue), .text(row.excerpt), .text(row.hand ? "t" : "f"),
        .time(row.clock?.warnAt), .time(row.raisesAt), .number(row.key.lane),
        .text(texts.wants), .time(row.idleAt), .time(row.approvalDue),
        .text(row.threat ? "t" : "f"), .time(row.consultDue), .time(row.receivedAt),
        .optional(texts.matters), .time(row.announcedAt),
      ]
    }

    /// The queue row in a row of `all`.
    ///
    /// - Parameter columns: of the row.
    /// - Returns: the row.
    /// - Throws: `Damage` when a column holds what no CalmDesk of this schema has written.
    static func row(in columns: Columns) throws -> QueueRow {
      let ref: CaseRef = try columns.of("a queue row").name(0)
      let columns = columns.of("the queue row", ref)
      guard let wants = EventCoding.wants(in: try columns.text(25)) else {
        throw Damage("what case \(ref) wants cannot be read by this program")
      }
      guard let matters = EventCoding.matters(in: try columns.text(31)) else {
        throw Damage("what case \(ref) is about cannot be read by this program")
      }
      var clock: CaseClock?
      if let name: ClockName = try columns.optionalWord(17) {
        clock = CaseClock(
          name: name, at: try columns.time(18), warnAt: try columns.optionalTime(22))
      }
      return QueueRow(
        ref: ref, customer: try columns.text(8), channel: try columns.word(9),
        language: try columns.word(10), state: try columns.word(2),
        procedure: try columns.name(11), step: try columns.name(12),
        heat: try columns.word(13), heatScore: try columns.optionalNumber(14),
        owner: try columns.optionalName(7), handler: try columns.optionalName(5),
        waitingSince: try columns.optionalTime(15), unread: try columns.number(16),
        clock: clock, danger: try columns.optionalWord(19),
        snoozedUntil: try columns.optionalTime(6), hand: try columns.flag(21),
        raisesAt: try columns.optionalTime(23), approvalDue: try columns.optionalTime(27),
        threat: try columns.flag(28), consultDue: try columns.optionalTime(29),
        receivedAt: try columns.time(30), matters: matters,
        announcedAt: try columns.optionalTime(32), idleAt: try columns.optionalTime(26),
        wants: wants,
        excerpt: try columns.text(20), version: try columns.number(1),
        key: QueueKey(
          rank: try columns.number(3), lane: try columns.number(24), due: try columns.time(4),
          ref: ref))
    }
  }
#endif
