import Desk
import Vocabulary
import Workflow

/// The columns of table `cases` that make up a queue row.
enum CaseColumns {
  /// In the order `row(in:)` reads them.
  static let all = """
    ref, version, state, rank, due, handler, snoozed_until, owner, customer, channel, language, \
    procedure, step, heat, heat_score, waiting_since, unread, clock, clock_at, danger, \
    excerpt, hand, warn_at, raises_at, approval_at, threat
    """

  /// Sets everything but `ref`; the score only where there is one. The values are
  /// `values(of:)`, then the row's id.
  static let update = """
    UPDATE cases SET version = ?, state = ?, rank = ?, due = ?, handler = ?, snoozed_until = ?, \
    owner = ?, customer = ?, channel = ?, language = ?, procedure = ?, step = ?, heat = ?, \
    heat_score = ifnull(?, heat_score), waiting_since = ?, unread = ?, clock = ?, clock_at = ?, \
    danger = ?, excerpt = ?, hand = ?, warn_at = ?, raises_at = ?, \
    approval_at = ?, threat = ? WHERE id = ?
    """

  /// As `update`, for a row whose place in every index stays the same: `placeless(_:)`, then the
  /// row's id.
  static let updateInPlace = """
    UPDATE cases SET version = ?, owner = ?, customer = ?, channel = ?, language = ?, \
    procedure = ?, step = ?, heat = ?, heat_score = ifnull(?, heat_score), waiting_since = ?, \
    unread = ?, clock = ?, clock_at = ?, danger = ?, excerpt = ?, hand = ?, warn_at = ?, \
    raises_at = ?, approval_at = ?, threat = ? WHERE id = ?
    """

  /// Adds a case; the values are `values(of:)`, then the reference and the outside id.
  static let insert = """
    INSERT INTO cases (version, state, rank, due, handler, snoozed_until, owner, customer, \
    channel, language, procedure, step, heat, heat_score, waiting_since, unread, clock, \
    clock_at, danger, excerpt, hand, warn_at, raises_at, approval_at, threat, ref, external) \
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Where a row stands in the indexes.
  struct Place: Equatable {
    var state: CaseState
    var rank: Int
    var due: Instant
    var handler: PersonID?
    var snoozedUntil: Instant?

    init(_ row: QueueRow) {
      state = row.state
      rank = row.key.rank
      due = row.key.due
      handler = row.handler
      snoozedUntil = row.snoozedUntil
    }

    /// Reads `state, rank, due, handler, snoozed_until` from column `first` on.
    init(_ columns: Columns, from first: Int32) throws {
      state = try columns.word(first)
      rank = try columns.number(first + 1)
      due = try columns.time(first + 2)
      handler = try columns.optionalName(first + 3)
      snoozedUntil = try columns.optionalTime(first + 4)
    }
  }

  static func values(of row: QueueRow) -> [StoredValue] {
    [
      .number(row.version), .text(row.state.rawValue), .number(row.key.rank),
      .time(row.key.due), .name(row.handler), .time(row.snoozedUntil),
    ] + rest(of: row)
  }

  static func placeless(_ row: QueueRow) -> [StoredValue] {
    [.number(row.version)] + rest(of: row)
  }

  private static func rest(of row: QueueRow) -> [StoredValue] {
    [
      .name(row.owner), .text(row.customer), .text(row.channel.rawValue),
      .text(row.language.rawValue), .name(row.procedure), .name(row.step),
      .text(row.heat.rawValue), .number(row.heatScore), .time(row.waitingSince),
      .number(row.unread), .optional(row.clock?.name.rawValue), .time(row.clock?.at),
      .optional(row.danger?.rawValue), .text(row.excerpt), .number(row.hand ? 1 : 0),
      .time(row.clock?.warnAt), .time(row.raisesAt), .time(row.approvalDue),
      .number(row.threat ? 1 : 0),
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
    let place = try Place(columns, from: 2)
    var clock: CaseClock?
    if let name: ClockName = try columns.optionalWord(17) {
      clock = CaseClock(
        name: name, at: try columns.time(18), warnAt: try columns.optionalTime(22))
    }
    return QueueRow(
      ref: ref, customer: try columns.text(8), channel: try columns.word(9),
      language: try columns.word(10), state: place.state, procedure: try columns.name(11),
      step: try columns.name(12), heat: try columns.word(13),
      heatScore: try columns.optionalNumber(14), owner: try columns.optionalName(7),
      handler: place.handler, waitingSince: try columns.optionalTime(15),
      unread: try columns.number(16), clock: clock, danger: try columns.optionalWord(19),
      snoozedUntil: place.snoozedUntil, hand: try columns.number(21) != 0,
      raisesAt: try columns.optionalTime(23), approvalDue: try columns.optionalTime(24),
      threat: try columns.number(25) != 0,
      excerpt: try columns.text(20),
      version: try columns.number(1),
      key: QueueKey(rank: place.rank, due: place.due, ref: ref))
  }
}
