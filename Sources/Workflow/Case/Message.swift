package import Vocabulary

/// One thing written or said in a case.
package struct Message: Equatable, Codable, Sendable {
  /// 1 for the first message of the case.
  package var number: Int
  package var at: Instant
  package var from: Author
  package var kind: MessageKind
  /// Who wrote it, on our side; of what the customer said on the phone, who noted it.
  package var by: PersonID?
  package var text: String
  /// How hot the customer was, as the decision of that moment took it.
  package var heat: HeatLevel?
  /// What our words do.
  package var acts: Set<SpeechAct>
  /// What the customer's words do.
  package var moves: Set<CustomerMove>
  /// Where the acts come from.
  package var source: ReadingSource
  /// The phrases it was made from.
  package var phrases: [PhraseID]
  /// What it rests on (S4-9).
  package var sources: [SourceID]
  /// Taken back before the customer could answer; of words on the phone, noted by mistake.
  package var retracted: Bool
  /// The whole world can read it.
  package var isPublic: Bool
  /// From before the case came to this desk: answers the customer, meets no gate.
  package var isHistory: Bool
  /// Reminded a customer who had fallen silent (domain E5).
  package var isNudge: Bool

  package init(
    number: Int, at: Instant, from: Author, kind: MessageKind, by: PersonID? = nil,
    text: String, heat: HeatLevel? = nil, acts: Set<SpeechAct> = [],
    moves: Set<CustomerMove> = [], source: ReadingSource = .observed,
    phrases: [PhraseID] = [], sources: [SourceID] = [], retracted: Bool = false,
    isPublic: Bool = false,
    isHistory: Bool = false, isNudge: Bool = false
  ) {
    self.number = number
    self.at = at
    self.from = from
    self.kind = kind
    self.by = by
    self.text = text
    self.heat = heat
    self.acts = acts
    self.moves = moves
    self.source = source
    self.phrases = phrases
    self.sources = sources
    self.retracted = retracted
    self.isPublic = isPublic
    self.isHistory = isHistory
    self.isNudge = isNudge
  }

  /// Said by the customer, and not noted by mistake.
  package var isFromCustomer: Bool { from == .customer && !retracted }

  /// Said to the customer, by us, and not taken back.
  package var reachesCustomer: Bool {
    from == .agent && (kind == .text || kind == .spoken) && !retracted
  }

  /// Said to the customer at this desk: only such words meet gates.
  package var meetsGates: Bool { reachesCustomer && !isHistory }

  /// Whether its writer may take it back at all: what they sent, or noted of a call.
  package var canBeTakenBack: Bool {
    !retracted && !isHistory
      && (kind == .spoken || kind == .text && from == .agent)
  }
}

/// Whose words.
package enum Author: String, CaseIterable, Codable, Hashable, Sendable {
  case customer, agent
}

/// What sort of words.
package enum MessageKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// Written, for the other side to read.
  case text
  /// Said on the phone.
  case spoken
  /// Kept among ourselves.
  case note
  /// From a supervisor to the agent.
  case whisper
}

/// Where a reading comes from.
package enum ReadingSource: String, CaseIterable, Codable, Hashable, Sendable {
  /// Read from the words.
  case observed
  /// Carried by the phrases it was made from.
  case phrase
  /// Set right by a person.
  case corrected
}
