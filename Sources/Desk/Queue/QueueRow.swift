package import Vocabulary
package import Workflow

/// A case as the queue shows it; derived from the case with every event.
package struct QueueRow: Equatable, Sendable {
  package var ref: CaseRef
  /// How the customer is called in lists.
  package var customer: String
  package var channel: Channel
  package var language: LanguageTag
  package var state: CaseState
  package var procedure: ProcedureID
  package var step: StepID
  package var heat: HeatLevel
  /// 0 to 100, of the last customer message; nil keeps what the store has.
  package var heatScore: Int?
  package var owner: PersonID?
  package var handler: PersonID?
  /// When the customer's oldest unanswered message came.
  package var waitingSince: Instant?
  /// Customer messages without an answer.
  package var unread: Int
  package var clock: CaseClock?
  package var danger: DangerKind?
  package var snoozedUntil: Instant?
  /// The holder asks for help.
  package var hand: Bool
  /// When the matter goes one rung up by itself; nil where it does not.
  package var raisesAt: Instant?
  /// When the first request for approval should be decided; nil where none waits.
  package var approvalDue: Instant?
  /// The customer threatens to turn to a regulator, a court or the press, and nobody above has said
  /// yet that they have seen it.
  package var threat: Bool
  /// Until when colleagues' views are wanted, or since when a joint session is called for; nil where
  /// neither is.
  package var consultDue: Instant?
  /// When the complaint reached us.
  package var receivedAt: Instant
  /// What it is about that many may write about; nil keeps what the store has.
  package var matters: [MatterID]?
  /// When something was last said on this case about a matter that many write about.
  package var announcedAt: Instant?
  /// When it goes back to the queue, untouched, or an offer ends that nobody has answered; nil where
  /// neither does.
  package var idleAt: Instant?
  /// What it wants of whoever is given it.
  package var wants: CaseWants
  /// The last words of the customer in one line, shortened.
  package var excerpt: String
  package var version: Int
  package var key: QueueKey

  package init(
    ref: CaseRef, customer: String, channel: Channel, language: LanguageTag, state: CaseState,
    procedure: ProcedureID, step: StepID, heat: HeatLevel, heatScore: Int?, owner: PersonID?,
    handler: PersonID?, waitingSince: Instant?, unread: Int, clock: CaseClock?,
    danger: DangerKind?, snoozedUntil: Instant?, hand: Bool = false,
    raisesAt: Instant? = nil, approvalDue: Instant? = nil, threat: Bool = false,
    consultDue: Instant? = nil, receivedAt: Instant = Instant(milliseconds: 0),
    matters: [MatterID]? = nil, announcedAt: Instant? = nil, idleAt: Instant? = nil,
    wants: CaseWants = CaseWants(), excerpt: String, version: Int,
    key: QueueKey
  ) {
    self.ref = ref
    self.customer = customer
    self.channel = channel
    self.language = language
    self.state = state
    self.procedure = procedure
    self.step = step
    self.heat = heat
    self.heatScore = heatScore
    self.owner = owner
    self.handler = handler
    self.waitingSince = waitingSince
    self.unread = unread
    self.clock = clock
    self.danger = danger
    self.snoozedUntil = snoozedUntil
    self.hand = hand
    self.raisesAt = raisesAt
    self.approvalDue = approvalDue
    self.threat = threat
    self.consultDue = consultDue
    self.receivedAt = receivedAt
    self.matters = matters
    self.announcedAt = announcedAt
    self.idleAt = idleAt
    self.wants = wants
    self.excerpt = excerpt
    self.version = version
    self.key = key
  }

  /// Whether it takes its holder's time now: it is our turn, or the customer waits at the other end
  /// while it is theirs.
  package var isLive: Bool {
    state == .open || state == .waiting && (channel == .chat || channel == .phone)
  }

  /// Whether the customer's words tell of danger and nobody has said yet whether there is one.
  package var tellsOfDanger: Bool { danger == nil && key.rank == QueueKey.danger }

  /// Whether the customer is angry and has waited for an answer longer than they should (domain E14).
  package func burns(at now: Instant) -> Bool {
    state == .open && heat >= .angry
      && clock.map { [.acknowledge, .respond].contains($0.name) && $0.at <= now } == true
  }
}

/// The place of a case in the queue: by rank, then by lane, then by what is due first, then by
/// reference.
package struct QueueKey: Hashable, Comparable, Codable, Sendable {
  /// 0 danger or words that tell of it, 1 our turn, 2 the customer's turn, 3 put aside, 4 closed. A closed case of which
  /// something has fallen due is our turn.
  package var rank: Int
  /// 0 for the VIP lane, which goes first among equals (S2-39), 1 for everybody else's.
  package var lane: Int
  /// When the next thing falls due; the end of time when nothing does.
  package var due: Instant
  package var ref: CaseRef

  package init(rank: Int, lane: Int = QueueKey.usualLane, due: Instant, ref: CaseRef) {
    self.rank = rank
    self.lane = lane
    self.due = due
    self.ref = ref
  }

  /// The rank of danger, and of words that tell of it.
  package static let danger = 0
  /// The rank of cases where it is the customer's turn.
  package static let theirs = 2
  /// The lane of customers who go first, and that of all others.
  package static let vipLane = 0
  package static let usualLane = 1
  /// The rank of closed cases that nobody needs to look at.
  package static let atRest = 4

  package static func < (left: QueueKey, right: QueueKey) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.lane != right.lane { return left.lane < right.lane }
    if left.due != right.due { return left.due < right.due }
    return left.ref < right.ref
  }
}
