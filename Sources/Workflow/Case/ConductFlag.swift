package import Vocabulary

/// What is proposed about a complaint that is not made in good faith.
package enum ConductKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// It is to get money it has no claim to, or to do harm (S2-2).
  case malicious
  /// It belongs before a court or with a lawyer (S2-25, S2-32).
  case legal
}

/// One thing that speaks for it, and where that stands: a message, a note, a document.
package struct Evidence: Equatable, Hashable, Codable, Sendable {
  package var item: EvidenceID
  /// What bears it out; never empty.
  package var note: String

  package init(item: EvidenceID, note: String) {
    self.item = item
    self.note = note
  }
}

/// A proposal on evidence, what somebody else decided on it, and whether it was lifted since.
package struct ConductFlag: Equatable, Codable, Sendable {
  /// 1 for the first of the case.
  package var number: Int
  package var kind: ConductKind
  package var evidence: [Evidence]
  package var by: PersonID
  package var at: Instant
  package var decision: ApprovalDecision?
  /// Why it was lifted; nil while it stands.
  package var lifted: String?

  package init(number: Int, kind: ConductKind, evidence: [Evidence], by: PersonID, at: Instant) {
    self.number = number
    self.kind = kind
    self.evidence = evidence
    self.by = by
    self.at = at
  }

  /// Whether somebody else confirmed it and nobody has lifted it.
  package var stands: Bool { decision?.approved == true && lifted == nil }
}

extension Case {
  /// What was proposed and nobody has decided, or stands.
  package var openConduct: [ConductFlag] {
    conduct.filter { $0.decision == nil || $0.stands }
  }

  /// The flag of a kind that stands.
  package func standing(_ kind: ConductKind) -> ConductFlag? {
    conduct.last { $0.kind == kind && $0.stands }
  }
}
