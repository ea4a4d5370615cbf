package import Vocabulary

/// What somebody wants to happen to a case.
package enum CaseCommand: Equatable, Sendable {
  case open(Opening)
  case claim
  case release
  case transfer(to: PersonID)
  case accept
  /// Says no to an offer; the case stays where it is.
  case decline
  case takeOver(reason: String)
  /// Gives the case of somebody whose consoles have all gone silent back to the queue; the desk's
  /// own alone. Rests on the claim it names: a newer one stays.
  case lapse
  /// Looks on while the case is in another's hands; recorded of those who may step in, at most once
  /// an hour and person (domain F).
  case watch
  /// Names the person this complaint is about, who then never gets the case; `on` false takes that
  /// back, which is for a supervisor.
  case complainedAbout(PersonID, on: Bool)
  /// Puts the customer into the VIP lane, or out of it; for a supervisor.
  case vip(on: Bool)
  case escalate(to: String, due: Instant)
  /// The customer's words; `spoken` when the agent writes down what was said on the phone. Under a
  /// public post `isPublic` says where they stand; nil for the usual: the post itself is public,
  /// what follows is private.
  case receive(text: String, spoken: Bool, isPublic: Bool? = nil)
  case send(Draft)
  case retract(message: Int)
  /// What the agent said on the phone.
  case say(Draft)
  case note(text: String)
  case whisper(text: String)
  /// `value` nil means unknown, and wants a reason.
  case set(FieldName, value: String?, reason: String?)
  case attest(SpeechAct)
  /// Says what an answer rests on; `message` nil for the last (S4-9).
  case cite(SourceID, message: Int?)
  case correct(message: Int, acts: Set<SpeechAct>?, heat: HeatLevel?)
  case confirm(Confirmable)
  /// Asks a supervisor for help; the words may be empty.
  case raiseHand(words: String)
  case lowerHand
  /// Answers the customer in this language from now on; the screen keeps its own.
  case changeLanguage(LanguageTag)
  case identify(how: String)
  /// To the usual next step when `to` is nil.
  case advance(to: StepID?)
  case back(to: StepID?)
  case skip(to: StepID, reason: String)
  case offer(options: [PlanOption], onlyOneBecause: String?)
  /// `plan` is the number the answer rests on; nil for the plan at hand.
  case answer(accepted: Bool, option: Int?, words: String, plan: Int?)
  case askView(words: String)
  /// `draft` is the one message that says what, how much and when; nil when it was already sent.
  case grant(PlanOption, draft: Draft?)
  /// `why` may be left out.
  case requestApproval(ApprovalSubject, why: String = "")
  case approve(request: Int?, reason: String)
  case deny(request: Int?, reason: String)
  case promise(what: String, due: Instant)
  case settlePromise(number: Int?, kept: Bool)
  /// Takes a promise off the record that was filed by mistake and never made to the customer.
  case withdrawPromise(number: Int?, reason: String)
  case snooze(until: Instant)
  case wake
  case arrangeFollowUp(due: Instant?, channel: Channel?)
  case followUpDone(outcome: FollowUpOutcome)
  /// `score` nil for what the five ratings come to; one of the two must be there.
  case survey(score: Int?, words: String, ratings: [SurveyItem: Int] = [:])
  /// Proposes what should be done so that it does not happen again.
  case improve(cause: String, proposal: String)
  /// Has a department carry something out; `promise` is the one to the customer that rests on it.
  case task(department: String, what: String, due: Instant, promise: Int?)
  /// `number` nil for the one due first.
  case taskDone(number: Int?)
  case classify(Classification)
  case tag(TagID, on: Bool)
  case flag(evidence: String)
  /// Proposes that a complaint is made in bad faith, or belongs before a court; somebody else decides.
  case proposeConduct(ConductKind, evidence: [Evidence])
  /// `number` nil for the oldest proposal that waits.
  case decideConduct(number: Int?, confirmed: Bool, reason: String)
  /// Takes away what was confirmed; `number` nil for the last that stands.
  case liftConduct(number: Int?, reason: String)
  case danger(DangerKind)
  case dangerOver
  /// Says that somebody above has seen the customer's threat to turn to a regulator, a court or the
  /// press.
  case seeThreat
  /// Asks colleagues for their view. `due` nil for the usual time; with `tells`, when the customer
  /// hears what came of it, it is a joint session.
  case consult(asked: [Asked], question: String, due: Instant? = nil, tells: Instant? = nil)
  /// Answers what one is asked; `number` nil for what is due first.
  case giveView(number: Int?, words: String)
  /// Ends a joint session with what it came to, or takes a question back; `number` nil for the joint
  /// session, else the oldest question.
  case endConsult(number: Int?, outcome: ConsultOutcome?, words: String, route: String)
  /// Says what is known of a matter that many write about, or with no words only that it was seen.
  case announce(MatterID, words: String, language: LanguageTag, next: Instant?)
  case close(CloseReason, words: String)
  case reopen(reason: String)
  case link(CaseRef)
}

/// What a new case starts with.
package struct Opening: Equatable, Sendable {
  package var ref: CaseRef
  package var channel: Channel
  package var language: LanguageTag
  package var customer: Customer
  package var external: String?
  /// What was said before the desk saw it, oldest first.
  package var turns: [OpeningTurn]
  package var earlier: EarlierContact?
  /// The customer wrote to the top about the matter of `earlier`.
  package var skipsLevel: Bool
  /// Who owned that matter.
  package var owner: PersonID?

  package init(
    ref: CaseRef, channel: Channel, language: LanguageTag, customer: Customer,
    external: String? = nil, turns: [OpeningTurn], earlier: EarlierContact? = nil,
    skipsLevel: Bool = false, owner: PersonID? = nil
  ) {
    self.ref = ref
    self.channel = channel
    self.language = language
    self.customer = customer
    self.external = external
    self.turns = turns
    self.earlier = earlier
    self.skipsLevel = skipsLevel
    self.owner = owner
  }
}

/// Something said before the case came to this desk.
package struct OpeningTurn: Equatable, Sendable {
  package var from: Author
  package var text: String
  /// When it was said; nil for now.
  package var at: Instant?
  package var customerReading: CustomerReading?
  package var agentReading: AgentReading?

  package init(
    from: Author, text: String, at: Instant?, customerReading: CustomerReading? = nil,
    agentReading: AgentReading? = nil
  ) {
    self.from = from
    self.text = text
    self.at = at
    self.customerReading = customerReading
    self.agentReading = agentReading
  }
}

/// Words an agent wants to say to the customer.
package struct Draft: Equatable, Sendable {
  package var text: String
  /// The phrases it was made from, and their acts.
  package var phrases: [PhraseID]
  package var phraseActs: Set<SpeechAct>
  /// Promises the words make, each of which becomes a clock.
  package var promises: [DraftPromise]
  /// Where a public case is answered: true under the post, false in private, nil for the usual
  /// (``Case/speaksInPublic``). Means nothing on other channels.
  package var isPublic: Bool?

  package init(
    text: String, phrases: [PhraseID] = [], phraseActs: Set<SpeechAct> = [],
    promises: [DraftPromise] = [], isPublic: Bool? = nil
  ) {
    self.text = text
    self.phrases = phrases
    self.phraseActs = phraseActs
    self.promises = promises
    self.isPublic = isPublic
  }
}

/// A dated promise that stands in a draft.
package struct DraftPromise: Equatable, Sendable {
  package var what: String
  package var due: Instant

  package init(what: String, due: Instant) {
    self.what = what
    self.due = due
  }
}
