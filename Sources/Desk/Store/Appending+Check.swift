import Vocabulary
import Workflow

extension Appending {
  /// Holds the appending against the case it is for; every store asks this before it writes.
  ///
  /// - Parameters:
  ///   - current: the version the case has now, 0 when there is none.
  ///   - path: the desk, for the sentence.
  /// - Throws: `StoreError.conflict` when the case has moved on, `StoreError.failed` when the
  ///   parts do not belong together.
  package func check(against current: Int, path: String) throws(StoreError) {
    guard from == current else { throw .conflict(ref: ref, at: current) }
    if let fault { throw .failed(path: path, why: "what was to be added to \(ref) \(fault)") }
  }

  /// What is wrong with the parts, nil when they belong together.
  private var fault: String? {
    guard let last = events.last else { return "holds no event" }
    var expected = from
    for record in events {
      expected += 1
      if record.version != expected {
        return "counts version \(record.version) where \(expected) comes next"
      }
    }
    if row.ref != ref || row.key.ref != ref { return "has the queue row of another case" }
    if row.version != last.version {
      return "has a queue row of version \(row.version) with events up to \(last.version)"
    }
    if let snapshot, snapshot.ref != ref || snapshot.version != last.version {
      return "has a snapshot of \(snapshot.ref) at version \(snapshot.version)"
    }
    if external != nil, from != 0 { return "names an outside id, but is not its first event" }
    return nil
  }
}
