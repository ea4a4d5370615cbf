import Desk
import Vocabulary
import Workflow

/// The columns of table `cases` that make up a queue row.
enum CaseColumns {
  /// In the order `row(in:)` reads them.
  static let all = """
    ref, version, state, rank, due, handler, snoozed_until, owner, customer, channel, language, \
    procedure, step, heat, heat_score, waiting_since, unread, clock, clock_at, danger, \
    excerpt, hand, warn_at, raises_at, lane, wants, idle_at
    """

  /// Sets everything but `ref`; the score only where there is one. The values are
  /// `values(of:)`, then the row's id.
  static let update = """
    UPDATE cases SET version = ?, state = ?, rank = ?, due = ?, handler = ?, snoozed_until = ?, \
    lane = ?, owner = ?, customer = ?, channel = ?, language = ?, procedure = ?, step = ?, heat = ?, \
    heat_score = ifnull(?, heat_score), waiting_since = ?, unread = ?, clock = ?, clock_at = ?, \
    danger = ?, excerpt = ?, hand = ?, warn_at = ?, raises_at = ?, wants = ?, idle_at = ? \
    WHERE id = ?
    """

  /// As `update`, for a row whose place in every index stays the same: `placeless(_:)`, then the
  /// row's id.
  static let updateInPlace = """
    UPDATE cases SET version = ?, owner = ?, customer = ?, channel = ?, language = ?, \
    procedure = ?, step = ?, heat = ?, heat_score = ifnull(?, heat_score), waiting_since = ?, \
    unread = ?, clock = ?, clock_at = ?, danger = ?, excerpt = ?, hand = ?, \
    warn_at = ?, raises_at = ?, wants = ?, idle_at = ? \
    WHERE id = ?
    """

  /// Adds a case; the values are `values(of:)`, then the reference and the outside id.
  static let insert = """
    INSERT INTO cases (version, state, rank, due, handler, snoozed_until, lane, owner, customer, \
    channel, language, procedure, step, heat, heat_score, waiting_since, unread, clock, \
    clock_at, danger, excerpt, hand, warn_at, raises_at, wants, idle_at, ref, external) \
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Where a row stands in the indexes.
  struct Place: Equatable {
    var state: CaseState
    var rank: Int
    var due: Instant
    var handler: PersonID?
    var snoozedUntil: Instant?
    var lane: Int

    init(_ row: QueueRow) {
      state = row.state
      rank = row.key.rank
      due = row.key.due
      handler = row.handler
      snoozedUntil = row.snoozedUntil
      lane = row.key.lane
    }

    /// Reads `state, rank, due, handler, snoozed_until` from column `first` on, and the lane from one of
    /// its own.
    init(_ columns: Columns, from first: Int32, lane column: Int32) throws {
      state = try columns.word(first)
      rank = try columns.number(first + 1)
      due = try columns.time(first + 2)
      handler = try columns.optionalName(first + 3)
      snoozedUntil = try columns.optionalTime(first + 4)
      lane = try columns.number(column)
    }
  }

  static func values(of row: QueueRow) throws -> [StoredValue] {
    [
      .number(row.version), .text(row.state.rawValue), .number(row.key.rank),
      .time(row.key.due), .name(row.handler), .time(row.snoozedUntil), .number(row.key.lane),
    ] + (try rest(of: row))
  }

  static func placeless(_ row: QueueRow) throws -> [StoredValue] {
    [.number(row.version)] + (try rest(of: row))
  }

  private static func rest(of row: QueueRow) throws -> [StoredValue] {
    [
      .name(row.owner), .text(row.customer), .text(row.channel.rawValue),
      .text(row.language.rawValue), .name(row.procedure), .name(row.step),
      .text(row.heat.rawValue), .number(row.heatScore), .time(row.waitingSince),
      .number(row.unread), .optional(row.clock?.name.rawValue), .time(row.clock?.at),
      .optional(row.danger?.rawValue), .text(row.excerpt), .number(row.hand ? 1 : 0),
      .time(row.clock?.warnAt), .time(row.raisesAt), .text(try EventCoding.text(of: row.wants)),
      .time(row.idleAt),
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
    let place = try Place(columns, from: 2, lane: 24)
    guard let wants = EventCoding.wants(in: try columns.text(25)) else {
      throw Damage("what case \(ref) wants cannot be read by this program")
    }
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
      raisesAt: try columns.optionalTime(23), idleAt: try columns.optionalTime(26), wants: wants,
      excerpt: try columns.text(20),
      version: try columns.number(1),
      key: QueueKey(rank: place.rank, lane: place.lane, due: place.due, ref: ref))
  }
}
