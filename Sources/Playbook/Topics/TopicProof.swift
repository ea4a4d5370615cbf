package import Vocabulary
package import Workflow

/// What a case shows by itself, where no words of the customer's would tell it.
package enum TopicProof: Equatable, Sendable {
  /// The customer has waited so many seconds for our first word.
  case firstWait(atLeast: Int64)
  /// We have said nothing for so many seconds, and the customer wrote since.
  case silence(atLeast: Int64)
  /// The customer has said nothing for so many seconds since our last word.
  case quiet(atLeast: Int64)
  /// The customer has said a word or two at most, and the problem is not on file.
  case littleSaid
  /// Somebody else on our side spoke last, and the handler has not spoken yet.
  case takenOver
  /// The customer was here before, and we have not spoken since they came back.
  case returned
  /// The customer has just put us right.
  case corrected
  /// The customer turned an offer down.
  case turnedDown

  /// The names in files.
  enum Term: String, CaseIterable {
    case firstWait = "first_wait"
    case silence, quiet, returned, corrected
    case littleSaid = "little_said"
    case takenOver = "taken_over"
    case turnedDown = "turned_down"

    /// Whether it wants a length of time.
    var isMeasured: Bool { [.firstWait, .silence, .quiet].contains(self) }
  }

  /// Bytes that “Hello?” or “anyone there” take, in any language; more tells of something.
  private static let little = 18

  /// Whether a case proves it now.
  package func holds(in current: Case, now: Instant) -> Bool {
    let ours = current.messages.last { $0.reachesCustomer }
    switch self {
    case .firstWait(let least):
      guard ours == nil, let first = current.messages.first(where: { $0.isFromCustomer })
      else { return false }
      return now.seconds(since: first.at) >= least
    case .silence(let least):
      guard let ours, let asked = current.lastCustomerMessage, asked.number > ours.number
      else { return false }
      return now.seconds(since: ours.at) >= least
    case .quiet(let least):
      guard let ours, (current.lastCustomerMessage?.number ?? 0) < ours.number else { return false }
      return now.seconds(since: ours.at) >= least
    case .littleSaid:
      let said = current.messages.lazy.filter { $0.isFromCustomer }
      return current.fields[.problem] == nil
        && said.reduce(0) { $0 + $1.text.utf8.count } <= TopicProof.little
    case .takenOver: return ours.map { $0.by != current.handler } ?? false
    case .returned:
      return (current.returns > 0 || current.earlier != nil) && !current.hasSpokenSinceReturn
    case .corrected:
      guard let ours, let said = current.lastCustomerMessage else { return false }
      return said.number > ours.number && said.moves.contains(.correction)
    case .turnedDown:
      if current.plans.contains(where: { $0.answer?.accepted == false }) { return true }
      return current.plan != nil
        && current.lastCustomerMessage?.moves.contains(.rejection) == true
    }
  }
}
