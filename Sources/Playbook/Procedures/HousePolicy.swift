package import Vocabulary
import Workflow

/// A policy gate that stands in every house, whatever an organisation lays over it.
///
/// A file that takes one out, or lets it open where it must stay closed, is not used.
struct HousePolicy: Sendable {
  let gate: GateID
  let occasions: Set<Occasion>
  /// When the gate must be closed, whatever else holds.
  let closed: [Closed]

  /// A state of affairs in which a gate must be closed.
  struct Closed: Sendable {
    /// The same in words, after "opens".
    let words: String
    /// Which conditions hold in it; everything the gate should not rest on does.
    let holds: @Sendable (Condition) -> Bool

    init(_ words: String, _ holds: @escaping @Sendable (Condition) -> Bool) {
      self.words = words
      self.holds = holds
    }
  }

  static let all: [HousePolicy] = [
    HousePolicy(
      gate: "authority", occasions: [.offer, .grant, .approve],
      closed: [Closed("outside of authority") { $0 != .withinAuthority }]),
    HousePolicy(
      gate: "public", occasions: [.publicSend],
      closed: [Disclosure.personalData, .remedy, .liability].map { kind in
        Closed("to \(kind.rawValue) in public") { !$0.forbids(kind) }
      }),
    HousePolicy(
      gate: "identity", occasions: [.send],
      closed: [
        Closed("to account_data before an identity check") {
          $0 != .identified && !$0.forbids(.accountData)
        }
      ]),
    HousePolicy(
      gate: "unanswered", occasions: [.close],
      closed: [Closed("while something is unanswered") { $0 != .nothingUnanswered }]),
    HousePolicy(
      gate: "closing_answer", occasions: [.close],
      closed: answered.map { reason in
        Closed("for a close as \(reason.rawValue) that nothing bears out") {
          $0.fits(closing: reason) ?? !$0.isClosingEvidence
        }
      }),
    HousePolicy(
      gate: "sign_off", occasions: [.close],
      closed: [CloseReason.declined, .referred].map { reason in
        Closed("for a close as \(reason.rawValue) that nobody signed off") {
          $0.fits(closing: reason) ?? ($0 != .signedOff)
        }
      }),
    HousePolicy(
      gate: "finding_before_no", occasions: [.close],
      closed: [
        Closed("for a close as declined without a finding") {
          $0.fits(closing: .declined) ?? ($0 != .onFile(.finding))
        }
      ]),
  ]

  /// The close reasons that rest on something the customer said or did, or on the record.
  private static let answered: [CloseReason] = [
    .satisfied, .accepted, .granted, .answered, .noReply, .unreachable, .duplicate,
  ]

  /// What is wrong with `gates`, a sentence each, with the gate it concerns.
  static func faults(in gates: [Gate]) -> [(gate: GateID, sentence: String)] {
    all.compactMap { policy in
      policy.fault(in: gates).map { (policy.gate, "the house " + $0) }
    }
  }

  private func fault(in gates: [Gate]) -> String? {
    guard let found = gates.first(where: { $0.id == gate }) else {
      return "has no policy gate “\(gate)”; put it back."
    }
    if found.strength != .policy {
      return "has the gate “\(gate)” as advice; it must stay policy."
    }
    let missing = occasions.subtracting(found.occasions).map(\.rawValue).sorted()
    if !missing.isEmpty {
      return "has the gate “\(gate)”, but not before \(missing.joined(separator: ", "))."
    }
    if !found.towards.isEmpty {
      return "has the gate “\(gate)” before some steps only; take out “towards”."
    }
    return closed.first { found.condition.holds($0.holds) }.map {
      "has a gate “\(gate)” that opens \($0.words); tighten its “when”."
    }
  }
}

extension Playbook {
  /// Gates that stand in every house, whatever an organisation lays over it.
  package static let standingGates = Set(HousePolicy.all.map(\.gate))
}

extension Condition {
  /// Whether the condition holds where `leaf` says which single conditions do.
  func holds(_ leaf: (Condition) -> Bool) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.holds(leaf) }
    case .any(let parts): parts.contains { $0.holds(leaf) }
    default: leaf(self)
    }
  }

  /// Whether it keeps `kind` from being told.
  fileprivate func forbids(_ kind: Disclosure) -> Bool {
    if case .notDisclosing(let kinds) = self { kinds.contains(kind) } else { false }
  }

  /// Whether a close for `reason` meets it; nil when it asks for no close reason.
  fileprivate func fits(closing reason: CloseReason) -> Bool? {
    if case .closing(let reasons) = self { reasons.contains(reason) } else { nil }
  }

  /// Whether it can bear a close out.
  fileprivate var isClosingEvidence: Bool {
    switch self {
    case .satisfaction, .followUpSettled, .impliedAcceptance, .answered, .granted, .nudges,
      .linked, .signedOff:
      true
    default: false
    }
  }
}
