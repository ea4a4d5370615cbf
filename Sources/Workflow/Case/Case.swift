package import Vocabulary

/// A complaint: the fold of its events, never changed in any other way.
package struct Case: Equatable, Codable, Sendable {
  package let ref: CaseRef
  /// How many events the case is the fold of.
  package internal(set) var version: Int

  // MARK: Where it stands

  package internal(set) var state: CaseState
  package internal(set) var procedure: ProcedureID
  package internal(set) var step: StepID
  /// Customer messages there were when the step was entered.
  package internal(set) var turnsAtStep: Int
  /// The steps the case has been at, each once, in the order it first came to them.
  package internal(set) var visited: [StepID]
  /// When the complaint was taken in (S1-2).
  package internal(set) var openedAt: Instant
  /// Who took it in (S1-2).
  package internal(set) var openedBy: PersonID
  /// When something last happened.
  package internal(set) var touchedAt: Instant
  package internal(set) var snoozedUntil: Instant?
  package internal(set) var closed: Closing?
  /// Since when something of the closed case has fallen due, a promise or a look back; nil while
  /// nothing has.
  package internal(set) var dueSince: Instant?

  // MARK: Who

  package internal(set) var channel: Channel
  package internal(set) var language: LanguageTag
  package internal(set) var customer: Customer
  /// Who took the case in and answers for it to the end (S0-31, S2-22).
  package internal(set) var owner: PersonID?
  /// Who answers the customer now.
  package internal(set) var handler: PersonID?
  /// Everybody who has held the case, each once, whoever held it last at the end.
  package internal(set) var holders: [PersonID]
  /// Times it went from one person's hands into another's, by way of the queue too (S2-23).
  package internal(set) var handovers: Int
  /// Grows with every change of handler; a command that names an older one changes nothing.
  package internal(set) var epoch: Int
  /// Who was asked to take the case over and has not answered yet.
  package internal(set) var offeredTo: PersonID?
  /// Since when they were asked; nil where nobody is.
  package internal(set) var offeredAt: Instant?
  /// Who left the last offer unanswered until it ended, until it is offered anew or changes hands.
  package internal(set) var unansweredBy: PersonID?
  /// Who said no to the last offer, until it is offered anew or changes hands.
  package internal(set) var declinedBy: PersonID?
  package internal(set) var identified: Bool
  /// Who last lost the case to the queue, since their consoles had gone silent or they had left it
  /// untouched, until they hold it again.
  package internal(set) var lapse: Lapse?
  /// Out of whose hands whoever has the case took it, as long as they have it.
  package internal(set) var takeOver: TakeOver?
  /// Who watched the case in another's hands, each person's last time, the latest last (domain F).
  package internal(set) var watches: [Watch]
  /// Who this complaint is about: they never get it.
  package internal(set) var complainedAbout: [PersonID]
  /// The customer wrote to the top about a matter that already had a case (S1-39, S2-29).
  package internal(set) var skipsLevel: Bool
  /// Since when whoever has the case has it; nil while nobody does.
  package internal(set) var heldSince: Instant?
  /// Whoever has the case has done nothing about it yet.
  package internal(set) var isUntouched: Bool
  /// The holder asks for help and nobody has answered yet.
  package internal(set) var hand: RaisedHand?

  // MARK: What was said

  package internal(set) var messages: [Message]
  /// Customer messages, those from before the case came to this desk among them.
  package internal(set) var customerTurns: Int
  /// Numbers of the customer's messages that wait for a reply.
  package internal(set) var unanswered: [Int]
  /// Numbers of the customer's questions that no reply has taken up (S1-41).
  package internal(set) var openQuestions: [Int]
  /// Acts done in words, over the whole case.
  package internal(set) var acts: Set<SpeechAct>
  /// Acts ticked by the agent because they could not be read.
  package internal(set) var attested: Set<SpeechAct>
  package internal(set) var confirmations: [Confirmable: Confirmation]
  /// The heat line: rises with a message, cools a level at a time.
  package internal(set) var heat: HeatLevel
  /// The heat of the first customer message.
  package internal(set) var heatAtStart: HeatLevel?
  /// The heat rose again and nobody has shown yet that it was heard (domain E8).
  package internal(set) var flared: Bool
  /// The message the heat last rose with; words after it may show that it was heard.
  package internal(set) var flareMessage: Int?
  /// When we nudged the customer, or tried to reach them in vain, since they last said something.
  package internal(set) var tries: [Instant]
  /// When we last said something to the customer.
  package internal(set) var lastWordAt: Instant?
  /// The command our last words came with: what it promised or granted goes when they are taken
  /// back.
  package internal(set) var lastWordCommand: CommandID?
  /// Since when the customer waits for us: their oldest unanswered message, or our last word when
  /// it soothed without an answer.
  package internal(set) var waitingSince: Instant?

  // MARK: The record

  package internal(set) var fields: [FieldName: FieldValue]
  package internal(set) var classification: Classification
  /// It stood on record as a concern at some time (S0-2).
  package internal(set) var wasConcern: Bool
  /// When a concern was last found to be justified after all (S0-4); nil while it was not.
  package internal(set) var upheldAfterConcernAt: Instant?
  package internal(set) var plans: [Plan]
  /// What was granted, as long as it stands and nothing else was offered since.
  package internal(set) var grant: PlanOption?
  package internal(set) var view: String?
  package internal(set) var commitments: [Commitment]
  package internal(set) var approvals: [ApprovalRequest]
  package internal(set) var followUps: [FollowUp]
  /// What the last look back found, since the case last came back.
  package internal(set) var lastOutcome: FollowUpOutcome?
  package internal(set) var survey: Survey?
  /// What departments are to carry out.
  package internal(set) var tasks: [FulfilmentTask]
  /// What should be done so that it does not happen again.
  package internal(set) var improvements: [Improvement]
  package internal(set) var tags: Set<TagID>
  package internal(set) var flags: [String]
  /// Proposals of bad faith and of the way to court, with what was decided.
  package internal(set) var conduct: [ConductFlag]
  /// Questions to colleagues and joint sessions, with what came of them.
  package internal(set) var consultations: [Consultation]
  /// What was said here about a matter that many write about, the newest last.
  package internal(set) var announcements: [Announcement]
  package internal(set) var danger: DangerKind?
  /// Messages there were when somebody last said that there is no danger, or none any more.
  package internal(set) var dangerSettledAfter: Int?
  /// The customer's last message that threatens to turn to a regulator, a court or the press, while
  /// nobody above has said that they have seen it.
  package internal(set) var threat: Int?
  package internal(set) var escalation: Escalation?
  package internal(set) var links: [CaseRef]
  package internal(set) var earlier: EarlierContact?
  /// Times the case came back after a close, or a follow-up failed.
  package internal(set) var returns: Int
  /// When it last did.
  package internal(set) var returnedAt: Instant?
  /// Messages there were when the case last came back: thanks before it accept nothing after it.
  package internal(set) var messagesBeforeReturn: Int
  /// Requests there were when the case last came back: a sign-off before it signs nothing after it.
  package internal(set) var approvalsBeforeReturn: Int
  /// Gates passed with a reason.
  package internal(set) var overrides: [Override]

  /// The plan at hand, answered or not; nil when the last one failed or was taken back.
  package var plan: Plan? { plans.last.flatMap { $0.isVoid ? nil : $0 } }

  /// What the customer said to the plan at hand.
  package var answer: Answer? { plan?.answer }

  /// The customer's last message, if there is one.
  package var lastCustomerMessage: Message? { messages.last { $0.isFromCustomer } }

  /// When either side last said something.
  package var lastContactAt: Instant? {
    guard let heard = lastCustomerMessage?.at else { return lastWordAt }
    return lastWordAt.map { max($0, heard) } ?? heard
  }

  /// Nudges and tries in vain that stand apart by the silence after which a nudge is due.
  ///
  /// Two calls within a minute are one try: they gave the customer no time to come back.
  package func nudges(by rules: ClockRules) -> Int {
    let silence = rules.nudge(on: channel)
    var last: Instant?
    var count = 0
    for at in tries where last.map({ at.seconds(since: $0) >= silence }) ?? true {
      last = at
      count += 1
    }
    return count
  }

  /// Whether somebody who looks at the case now watches it: they may step in, and it is in another's
  /// hands.
  package func isWatched(
    by person: PersonID, as role: Role, under authority: Authority
  ) -> Bool {
    guard let handler, handler != person, state != .closed, role != .system else { return false }
    return authority.allows(role, .whisper)
  }

  /// What was granted or accepted, oldest first.
  package var settledOptions: [PlanOption] {
    let taken = plans.compactMap(\.taken)
    guard let grant, !taken.contains(grant) else { return taken }
    return taken + [grant]
  }

  /// Whether a broken promise or a failed follow-up is on file.
  package var failedBefore: Bool {
    returns > 0 || earlier?.unsolved == true
      || commitments.contains { $0.state == .broken }
  }

  /// Whether it is the second failure in the same matter, which nobody has been told of above: it
  /// came back, or it goes on from a case that solved nothing (domain C.1).
  package var failedTwice: Bool {
    state != .closed && escalation == nil && (returns > 0 || earlier?.unsolved == true)
  }

  /// Whether the customer came back after a promise of ours that was not kept (domain E6).
  package var brokePromise: Bool {
    earlier?.promise?.state == .broken
      || returns > 0 && commitments.contains { $0.state == .broken }
  }

  /// The promise found broken that the customer has heard nothing about from us since: what we say
  /// next owns it (S0-31).
  package var unspokenPromise: Commitment? {
    commitments.last { promise in
      guard promise.state == .broken, let heard = promise.settledAfter else { return false }
      return !messages.dropFirst(max(0, heard)).contains {
        $0.reachesCustomer && !$0.isHistory && !$0.retracted
      }
    }
  }

  /// Whether we have said anything to the customer since the case began or came back.
  package var hasSpokenSinceReturn: Bool {
    messages.dropFirst(max(0, messagesBeforeReturn)).contains {
      $0.reachesCustomer && !$0.isHistory && !$0.retracted
    }
  }

  /// Plans the customer turned down since the case was last handed up (domain A.1, step 5).
  package var roundsLost: Int {
    plans.count { plan in
      guard let answer = plan.answer, !answer.accepted else { return false }
      return escalation.map { answer.at > $0.at } ?? true
    }
  }

  /// Whether the next words to the customer stand where the whole world reads them, unless their
  /// writer says otherwise (domain E7): the first answer under a public post does, and so does the
  /// answer to a customer who went on in public; everything else is private.
  package var speaksInPublic: Bool {
    guard channel == .public else { return false }
    guard let last = messages.last(where: { $0.meetsGates }) else { return true }
    guard let heard = lastCustomerMessage, heard.number > last.number else { return false }
    return heard.isPublic
  }

  /// Whether our words stand where the whole world reads them.
  ///
  /// - Parameter choice: what their writer chose; nil for the usual.
  /// - Returns: false on every channel that is not public.
  package func speaksInPublic(_ choice: Bool?) -> Bool {
    channel == .public && (choice ?? speaksInPublic)
  }
}

/// A case that went back to the queue by itself.
package struct Lapse: Equatable, Codable, Sendable {
  /// Who had it.
  package var from: PersonID
  package var at: Instant
  /// They had left it untouched for too long; otherwise their consoles had gone silent.
  package var wasIgnored: Bool

  package init(from: PersonID, at: Instant, wasIgnored: Bool = false) {
    self.from = from
    self.at = at
    self.wasIgnored = wasIgnored
  }
}

/// Somebody looked on while a case was in another's hands.
package struct Watch: Equatable, Codable, Sendable {
  /// Seconds in which looking on, again and again, is one watching.
  package static let span: Int64 = 3_600

  package var by: PersonID
  package var at: Instant

  package init(by: PersonID, at: Instant) {
    self.by = by
    self.at = at
  }
}

/// How a case ended.
package struct Closing: Equatable, Codable, Sendable {
  package var reason: CloseReason
  package var words: String
  package var at: Instant
  package var by: PersonID
  /// Who signed it off, where that was needed; may be the closer alone on a desk.
  package var signedOffBy: PersonID?
  /// Drawn for a second look (domain E13).
  package var review: Bool

  package init(
    reason: CloseReason, words: String, at: Instant, by: PersonID, signedOffBy: PersonID?,
    review: Bool
  ) {
    self.reason = reason
    self.words = words
    self.at = at
    self.by = by
    self.signedOffBy = signedOffBy
    self.review = review
  }
}

/// How far a confirmation has come.
package enum Confirmation: Equatable, Codable, Sendable {
  /// Said back in message `message`; the customer has not gone on yet.
  case asked(message: Int)
  /// The customer went on without correcting it (domain E2).
  case implied
  /// The customer confirmed it in words.
  case explicit
  /// The customer corrected it.
  case disputed

  /// The customer confirmed it, one way or the other.
  package var holds: Bool { self == .implied || self == .explicit }
}

/// A case handed up, and when the customer will hear (S2-33).
package struct Escalation: Equatable, Codable, Sendable {
  package var to: String
  package var due: Instant
  package var at: Instant
  package var by: PersonID
  /// The version of the case that the handing up made.
  package var version: Int
  /// When it went on to the rung that has it now; nil while it is where it was handed up to.
  package var raisedAt: Instant?
  /// The answer from above came: it was taken over, a solution was put forward, or it went on.
  package var isAnswered: Bool

  package init(
    to: String, due: Instant, at: Instant, by: PersonID, version: Int = 0,
    isAnswered: Bool = false
  ) {
    self.to = to
    self.due = due
    self.at = at
    self.by = by
    self.version = version
    self.isAnswered = isAnswered
  }
}

/// A gate passed with a reason.
package struct Override: Equatable, Codable, Sendable {
  package var gate: GateID
  package var strength: GateStrength
  package var reason: String
  package var by: PersonID
  package var role: Role
  package var at: Instant

  /// The reason on record for advice that asked nothing while another customer burned (domain E14).
  package static let burning = "burning"

  package init(
    gate: GateID, strength: GateStrength, reason: String, by: PersonID, role: Role, at: Instant
  ) {
    self.gate = gate
    self.strength = strength
    self.reason = reason
    self.by = by
    self.role = role
    self.at = at
  }
}
