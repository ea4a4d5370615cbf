package import Vocabulary
import Workflow

/// What new events of a case do to an offer that somebody take it over.
package enum OfferChange: Equatable, Sendable {
  case made(to: PersonID)
  /// It was taken, turned down, or is worth nothing since the case changed hands.
  case ended
}

extension Appending {
  /// What becomes of an offer of the case; nil when these events leave it as it is.
  package var offer: OfferChange? {
    for record in events.reversed() {
      switch record.event {
      case .transferOffered(let person): return .made(to: person)
      case .transferAccepted, .transferDeclined, .transferLapsed, .claimed, .released, .takenOver,
        .lapsed, .ignored, .complainedAbout(_, on: true):
        return .ended
      default: continue
      }
    }
    return nil
  }
}
