import Desk
import GRDB
import Vocabulary
import Workflow

/// The columns of table `cases` that make up a queue row.
enum CaseColumns {
  /// In the order `row(in:)` reads them.
  static let all = """
    ref, version, state, rank, due, handler, snoozed_until, owner, customer, channel, language, \
    procedure, step, heat, heat_score, waiting_since, unread, clock, clock_at, danger, excerpt
    """

  /// Sets everything but `ref`; the score only where there is one. The arguments are
  /// `arguments(of:)`, then the row's id.
  static let update = """
    UPDATE cases SET version = ?, state = ?, rank = ?, due = ?, handler = ?, snoozed_until = ?, \
    owner = ?, customer = ?, channel = ?, language = ?, procedure = ?, step = ?, heat = ?, \
    heat_score = ifnull(?, heat_score), waiting_since = ?, unread = ?, clock = ?, clock_at = ?, \
    danger = ?, excerpt = ? WHERE id = ?
    """

  /// As `update`, for a row whose place in every index stays the same: `placeless(_:)`, then the
  /// row's id.
  static let updateInPlace = """
    UPDATE cases SET version = ?, owner = ?, customer = ?, channel = ?, language = ?, \
    procedure = ?, step = ?, heat = ?, heat_score = ifnull(?, heat_score), waiting_since = ?, \
    unread = ?, clock = ?, clock_at = ?, danger = ?, excerpt = ? WHERE id = ?
    """

  /// Adds a case; the arguments are `arguments(of:)`, then the reference and the outside id.
  static let insert = """
    INSERT INTO cases (version, state, rank, due, handler, snoozed_until, owner, customer, \
    channel, language, procedure, step, heat, heat_score, waiting_since, unread, clock, \
    clock_at, danger, excerpt, ref, external) \
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Where a row stands in the indexes.
  struct Place: Equatable {
    var state: String
    var rank: Int64
    var due: Int64
    var handler: String?
    var snoozedUntil: Int64?

    init(_ row: QueueRow) {
      state = row.state.rawValue
      rank = Int64(row.key.rank)
      due = row.key.due.milliseconds
      handler = row.handler?.rawValue
      snoozedUntil = row.snoozedUntil?.milliseconds
    }

    /// Reads `state, rank, due, handler, snoozed_until` from column `first` on.
    init(_ row: Row, from first: Int) throws {
      let columns = ColumnReader(row, of: "a queue row")
      state = try columns.text(first)
      rank = try columns.integer(first + 1)
      due = try columns.integer(first + 2)
      handler = try columns.optionalText(first + 3)
      snoozedUntil = try columns.optionalInteger(first + 4)
    }

    var arguments: [(any DatabaseValueConvertible)?] {
      [state, rank, due, handler.map(StoredText.init), snoozedUntil]
    }
  }

  static func arguments(of row: QueueRow) -> [(any DatabaseValueConvertible)?] {
    [row.version] + Place(row).arguments + rest(of: row)
  }

  static func placeless(_ row: QueueRow) -> [(any DatabaseValueConvertible)?] {
    [row.version] + rest(of: row)
  }

  private static func rest(of row: QueueRow) -> [(any DatabaseValueConvertible)?] {
    [
      row.owner.map { StoredText($0.rawValue) }, StoredText(row.customer), row.channel.rawValue,
      row.language.rawValue, StoredText(row.procedure.rawValue),
      StoredText(row.step.rawValue), row.heat.rawValue, row.heatScore,
      row.waitingSince?.milliseconds, row.unread, row.clock?.name.rawValue,
      row.clock?.at.milliseconds, row.danger?.rawValue, StoredText(row.excerpt),
    ]
  }

  /// The queue row in a row of `all`.
  ///
  /// - Parameter row: as SQLite hands it over.
  /// - Returns: the row.
  /// - Throws: `Damage` when a column holds what no CalmDesk of this schema has written.
  static func row(in row: Row) throws -> QueueRow {
    let ref = CaseRef(try ColumnReader(row, of: "a queue row").text(0))
    let columns = ColumnReader(row, of: "the queue row", ref)
    let clock: CaseClock? =
      if let name = try columns.optionalWord(17, ClockName.self),
        let at = try columns.optionalInteger(18)
      {
        CaseClock(name: name, at: Instant(milliseconds: at))
      } else {
        nil
      }
    return QueueRow(
      ref: ref, customer: try columns.text(8), channel: try columns.word(9, Channel.self),
      language: try columns.word(10, LanguageTag.self),
      state: try columns.word(2, CaseState.self), procedure: ProcedureID(try columns.text(11)),
      step: StepID(try columns.text(12)), heat: try columns.word(13, HeatLevel.self),
      heatScore: try columns.optionalInteger(14).map(Int.init(clamping:)),
      owner: try columns.optionalText(7).map(PersonID.init(_:)),
      handler: try columns.optionalText(5).map(PersonID.init(_:)),
      waitingSince: try columns.optionalInteger(15).map(Instant.init(milliseconds:)),
      unread: try columns.number(16), clock: clock,
      danger: try columns.optionalWord(19, DangerKind.self),
      snoozedUntil: try columns.optionalInteger(6).map(Instant.init(milliseconds:)),
      excerpt: try columns.text(20), version: try columns.number(1),
      key: QueueKey(
        rank: try columns.number(3), due: Instant(milliseconds: try columns.integer(4)),
        ref: ref))
  }
}
