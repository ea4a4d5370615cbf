package import Vocabulary

/// A remedy or a close that somebody else must say yes to (S1-6).
package struct ApprovalRequest: Equatable, Codable, Sendable {
  /// 1 for the first request of the case.
  package var number: Int
  package var subject: ApprovalSubject
  package var by: PersonID
  package var at: Instant
  /// Why it is asked for; nil where nobody said.
  package var why: String?
  package var decision: ApprovalDecision?

  package init(
    number: Int, subject: ApprovalSubject, by: PersonID, at: Instant, why: String? = nil,
    decision: ApprovalDecision? = nil
  ) {
    self.why = why
    self.number = number
    self.subject = subject
    self.by = by
    self.at = at
    self.decision = decision
  }
}

/// What is asked for.
package enum ApprovalSubject: Equatable, Sendable {
  case remedy(PlanOption)
  case close(CloseReason)
}

extension ApprovalSubject: Codable {
  private enum Key: String, CodingKey {
    case remedy, close
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    if let option = try box.decodeIfPresent(PlanOption.self, forKey: .remedy) {
      self = .remedy(option)
    } else {
      self = .close(try box.decode(CloseReason.self, forKey: .close))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .remedy(let option): try box.encode(option, forKey: .remedy)
    case .close(let reason): try box.encode(reason, forKey: .close)
    }
  }
}

/// Yes or no, from whom, and why.
package struct ApprovalDecision: Equatable, Codable, Sendable {
  package var approved: Bool
  package var by: PersonID
  package var reason: String
  package var at: Instant

  package init(approved: Bool, by: PersonID, reason: String, at: Instant) {
    self.approved = approved
    self.by = by
    self.reason = reason
    self.at = at
  }
}
