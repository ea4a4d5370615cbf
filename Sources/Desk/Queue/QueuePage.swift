package import Vocabulary
import Workflow

/// Which part of the queue is asked for.
package struct QueuePage: Equatable, Sendable {
  /// Where the page starts.
  package enum Start: Equatable, Sendable {
    /// At the most urgent case.
    case first
    /// At the least urgent case, going up.
    case last
    /// Behind this place.
    case after(QueueKey)
    /// Before this place, the nearest ones.
    case before(QueueKey)
    /// At this place or the first one behind it.
    case from(QueueKey)
  }

  package var start: Start
  /// At most this many rows; at least 1.
  package var limit: Int
  package var filter: QueueFilter

  package init(start: Start = .first, limit: Int, filter: QueueFilter = .everything) {
    self.start = start
    self.limit = max(1, limit)
    self.filter = filter
  }
}

/// Whose cases are asked for. Closed cases are in none but `closed`, unless something of them has
/// fallen due: then they are in the others and not in `closed`.
package enum QueueFilter: Equatable, Sendable {
  /// Every case that is not closed and at rest.
  case everything
  /// Cases nobody holds.
  case free
  /// Cases this person holds.
  case heldBy(PersonID)
  /// Cases this person owns, whoever holds them.
  case ownedBy(PersonID)
  case closed
  /// Cases whose holder asks for help.
  case handsRaised
  /// Cases on which a request waits for a yes or no.
  case requests
  /// Cases whose customer threatens to turn to a regulator, a court or the press, unseen by anybody
  /// above.
  case threats
  /// Cases on which colleagues are asked for their view, and those that call for a joint session.
  case consultations
}

extension QueueFilter {
  /// Whether a row is of this part of the queue.
  package func includes(_ row: QueueRow) -> Bool {
    switch self {
    case .everything: row.key.rank < QueueKey.atRest
    case .free: row.key.rank < QueueKey.atRest && row.handler == nil
    case .heldBy(let person): row.key.rank < QueueKey.atRest && row.handler == person
    case .ownedBy(let person): row.key.rank < QueueKey.atRest && row.owner == person
    case .closed: row.key.rank == QueueKey.atRest
    case .handsRaised: row.state != .closed && row.hand
    case .requests: row.state != .closed && row.approvalDue != nil
    case .threats: row.state != .closed && row.threat
    case .consultations: row.state != .closed && row.consultDue != nil
    }
  }
}
