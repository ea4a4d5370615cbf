package import Vocabulary

/// A behaviour seen in one case that asks for words of its own (S3-23…31).
package enum BehaviourTag: String, CaseIterable, Codable, Hashable, Sendable {
  case arguer, undecided, talker, critic, reserved, offensive
  case unusualRequest = "unusual_request"
  case quickTempered = "quick_tempered"
  case notFitNow = "not_fit_now"

  /// The tag as a case carries it.
  package var id: TagID { TagID(rawValue) }
}
