package import Vocabulary

/// A fact about a case. Never changed and never removed once stored.
package enum CaseEvent: Equatable, Sendable {
  case opened(Opened)
  case received(Received)
  case replied(Replied)
  case noted(Noted)
  case retracted(message: Int)
  case claimed(by: PersonID)
  case released(by: PersonID)
  case transferOffered(to: PersonID)
  case transferAccepted(by: PersonID)
  /// Whoever was asked to take the case over will not; it stays where it is.
  case transferDeclined(by: PersonID)
  /// Nobody answered an offer in its time; the case stays where it is.
  case transferLapsed(to: PersonID)
  case takenOver(by: PersonID, reason: String)
  /// The consoles of the holder had all gone silent, so the case went back to the queue.
  case lapsed(from: PersonID)
  /// Somebody who may step in looked on while the case was in another's hands (domain F).
  case watched(by: PersonID)
  /// Whoever took the case had left it untouched for too long, so it went back to the queue.
  case ignored(from: PersonID)
  /// The complaint is about this person, who never gets the case; `on` false takes it back.
  case complainedAbout(PersonID, on: Bool)
  /// The customer goes through the VIP lane from here on, or no longer.
  case vipSet(Bool)
  case escalated(to: String, due: Instant)
  /// Nobody above answered in their time: the next rung has it.
  case raised(to: String)
  case handRaised(words: String)
  case handLowered
  /// The customer is answered in another language from here on.
  case languageSet(LanguageTag)
  case identified(how: String)
  case fieldSet(FieldName, value: String?, reason: String?)
  case attested(SpeechAct)
  /// What we said in a message rests on this (S4-9).
  case cited(message: Int, source: SourceID)
  case corrected(message: Int, acts: Set<SpeechAct>?, heat: HeatLevel?)
  case confirmed(Confirmable, implied: Bool)
  case disputed(Confirmable)
  case advanced(from: StepID, to: StepID)
  case wentBack(from: StepID, to: StepID)
  case skipped(from: StepID, to: StepID, reason: String)
  case offered(options: [PlanOption], onlyOneBecause: String?)
  case answered(plan: Int, accepted: Bool, option: Int?, words: String)
  case viewAsked(words: String)
  case granted(PlanOption)
  /// `why` is empty where nobody said.
  case approvalRequested(ApprovalSubject, why: String = "")
  case approved(request: Int, reason: String)
  case denied(request: Int, reason: String)
  case promised(what: String, due: Instant)
  case promiseSettled(number: Int, kept: Bool)
  case promiseWithdrawn(number: Int, reason: String)
  case snoozed(until: Instant)
  case woken
  case followUpArranged(due: Instant, channel: Channel)
  case followUpDone(outcome: FollowUpOutcome)
  /// `score` is the whole of it; `ratings` is there where the five questions were asked (S2-43).
  case surveyed(score: Int, words: String, ratings: [SurveyItem: Int] = [:])
  /// What went wrong, and what should be done so that it does not happen again (S1-40).
  case improvementNoted(cause: String, proposal: String)
  /// A department is to carry something out (S1-20); a promise to the customer may rest on it.
  case taskGiven(department: String, what: String, due: Instant, promise: Int?)
  case taskDone(number: Int)
  case classified(Classification)
  case tagged(TagID, on: Bool)
  case flagged(evidence: String)
  case conductProposed(ConductKind, evidence: [Evidence])
  case conductDecided(number: Int, confirmed: Bool, reason: String)
  case conductLifted(number: Int, reason: String)
  case dangerRaised(DangerKind)
  case dangerEnded
  /// Somebody above has seen that the customer threatens to turn to a regulator, a court or the press.
  case threatSeen
  /// Colleagues were asked for their view; with `tells` in a joint session.
  case consulted(asked: [Asked], question: String, due: Instant, tells: Instant?)
  case viewGiven(number: Int, speaksFor: Asked, words: String)
  case consultEnded(number: Int, outcome: ConsultOutcome?, words: String, route: String)
  /// What is known of a matter that many write about; without words it was only seen.
  case announced(MatterID, words: String, language: LanguageTag, next: Instant?)
  case flared(from: HeatLevel, to: HeatLevel)
  /// `role` is what the person was when they passed the gate; people change roles later.
  case overridden(gate: GateID, strength: GateStrength, reason: String, role: Role)
  case closed(reason: CloseReason, words: String, signedOffBy: PersonID?, review: Bool)
  case reopened(reason: String)
  case linked(CaseRef)

  /// A case came to the desk.
  package struct Opened: Equatable, Codable, Sendable {
    package var ref: CaseRef
    package var procedure: ProcedureID
    package var step: StepID
    package var channel: Channel
    package var language: LanguageTag
    package var customer: Customer
    /// The id the case has where it came from.
    package var external: String?
    package var earlier: EarlierContact?
    /// The customer wrote to the top about the matter of `earlier`; nil for no.
    package var skipsLevel: Bool?
    /// Who owned the matter before: they own it still (S0-31).
    package var owner: PersonID?

    enum CodingKeys: String, CodingKey {
      case ref, procedure, step, channel, language, customer, external, earlier, owner
      case skipsLevel = "skips_level"
    }

    package init(
      ref: CaseRef, procedure: ProcedureID, step: StepID, channel: Channel,
      language: LanguageTag, customer: Customer, external: String? = nil,
      earlier: EarlierContact? = nil, skipsLevel: Bool? = nil, owner: PersonID? = nil
    ) {
      self.ref = ref
      self.procedure = procedure
      self.step = step
      self.channel = channel
      self.language = language
      self.customer = customer
      self.external = external
      self.earlier = earlier
      self.skipsLevel = skipsLevel
      self.owner = owner
    }
  }

  /// The customer wrote or said something.
  package struct Received: Equatable, Codable, Sendable {
    package var text: String
    package var kind: MessageKind
    /// The level the decision rested on.
    package var heat: HeatLevel
    package var moves: Set<CustomerMove>
    package var isHistory: Bool
    /// Whether it stands where the whole world reads it; nil for the usual of the channel.
    package var isPublic: Bool?
    /// When it was said, if that was before it came to this desk.
    package var saidAt: Instant?

    enum CodingKeys: String, CodingKey {
      case text, kind, heat, moves
      case isHistory = "is_history"
      case isPublic = "is_public"
      case saidAt = "said_at"
    }

    package init(
      text: String, kind: MessageKind, heat: HeatLevel, moves: Set<CustomerMove>,
      isHistory: Bool = false, isPublic: Bool? = nil, saidAt: Instant? = nil
    ) {
      self.text = text
      self.kind = kind
      self.heat = heat
      self.moves = moves
      self.isHistory = isHistory
      self.isPublic = isPublic
      self.saidAt = saidAt
    }
  }

  /// We wrote or said something to the customer.
  package struct Replied: Equatable, Codable, Sendable {
    package var text: String
    package var kind: MessageKind
    package var acts: Set<SpeechAct>
    package var source: ReadingSource
    package var phrases: [PhraseID]
    package var isPublic: Bool
    /// The customer had fallen silent and the silence was long enough (domain E5).
    package var isNudge: Bool
    package var isHistory: Bool
    /// When it was said, if that was before it came to this desk.
    package var saidAt: Instant?

    enum CodingKeys: String, CodingKey {
      case text, kind, acts, source, phrases
      case isPublic = "is_public"
      case isNudge = "is_nudge"
      case isHistory = "is_history"
      case saidAt = "said_at"
    }

    package init(
      text: String, kind: MessageKind, acts: Set<SpeechAct>, source: ReadingSource,
      phrases: [PhraseID] = [], isPublic: Bool = false, isNudge: Bool = false,
      isHistory: Bool = false, saidAt: Instant? = nil
    ) {
      self.text = text
      self.kind = kind
      self.acts = acts
      self.source = source
      self.phrases = phrases
      self.isPublic = isPublic
      self.isNudge = isNudge
      self.isHistory = isHistory
      self.saidAt = saidAt
    }
  }

  /// Somebody wrote something the customer does not see.
  package struct Noted: Equatable, Codable, Sendable {
    package var text: String
    package var kind: MessageKind

    package init(text: String, kind: MessageKind) {
      self.text = text
      self.kind = kind
    }
  }
}
