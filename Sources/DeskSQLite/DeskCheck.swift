import Desk
import GRDB

/// Looks through a whole desk for what should not be. Costs a read of everything.
struct DeskCheck {
  let database: Database
  let path: String

  /// - Returns: one sentence a fault; none when the desk is sound.
  /// - Throws: `DatabaseError` when the file cannot be read at all.
  func faults() throws -> [String] {
    let file = try words("PRAGMA integrity_check(10)").filter { $0 != "ok" }
    guard file.isEmpty else {
      return file.map { "The file \(path) is damaged: \($0)." }
    }
    return try Self.questions.flatMap { question, sentence in
      try words(question).map { sentence.replacing("%", with: $0) }
    }
  }

  private func words(_ question: String) throws -> [String] {
    try Prepared(question, in: database).all { try $0.text(0) }
  }

  /// Questions whose answers are faults, with the sentence for one; `%` is the answer.
  private static let questions = [
    (
      """
      SELECT ref FROM cases LEFT JOIN
        (SELECT case_id, count(*) AS n, min(version) AS low, max(version) AS high
         FROM events GROUP BY case_id) ON case_id = cases.id
      WHERE n IS NOT cases.version OR low IS NOT 1 OR high IS NOT cases.version LIMIT 10
      """,
      "Case % does not have the events that its version counts."
    ),
    (
      """
      SELECT '' || (sequence) FROM
        (SELECT sequence, lag(sequence, 1, 0) OVER (ORDER BY sequence) AS previous FROM events)
      WHERE sequence <> previous + 1 LIMIT 10
      """,
      "Something is missing from the log before entry %."
    ),
    (
      """
      SELECT '' || sequence FROM events LEFT JOIN cases ON cases.id = case_id
      WHERE cases.id IS NULL LIMIT 10
      """,
      "Entry % of the log belongs to no case."
    ),
    (
      """
      SELECT ref FROM snapshots JOIN cases ON cases.id = case_id
      WHERE snapshots.version > cases.version LIMIT 10
      """,
      "The snapshot of case % is newer than its events."
    ),
    (
      """
      SELECT state FROM (SELECT state, count(*) AS n FROM cases GROUP BY state)
      LEFT JOIN counts USING (state) WHERE n IS NOT counts.cases LIMIT 10
      """,
      "The count of cases in state “%” is wrong."
    ),
  ]
}
