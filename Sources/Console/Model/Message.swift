package import Desk
package import Playbook
package import Screen
package import Vocabulary
package import Workflow

/// What happened, told to the console.
///
/// Before keys, and before anything else that may depend on time, the session says what time it is
/// with ``ticked(_:)``.
package enum Message: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was pressed, or its wheel turned.
  case pointer(Pointer)
  /// The console's window came to the front (true), or another one did.
  case focus(Bool)
  /// The terminal has another size now.
  case resized(Size)
  /// What time it is: before each batch of keys, and about once a second while
  /// ``Model/wantsTicks`` holds.
  case ticked(Instant)
  /// A page of the queue, as asked for.
  case queue(QueueWindow)
  /// A case, as asked for.
  case conversation(Conversation)
  /// There is no such case.
  case missing(CaseRef)
  /// The case could not be read; a sentence that says why.
  case unreadable(CaseRef, String)
  /// All phrases of a language, as asked for.
  case phrases(LanguageTag, PhraseIndex)
  /// What saying some words does, as asked for.
  case wordsRead(String, Set<SpeechAct>)
  /// What became of a change to one's own phrases: a sentence where it could not be done.
  case ownPhrasesChanged(OwnPhraseChange, trouble: String?)
  /// The other cases of a case's customer, as asked for.
  case history(CaseRef, [PastCase])
  /// The promises of this person's that still run, as asked for, and what falls to their deputy.
  case promises([RunningPromise], ahead: LeaveAhead?)
  /// What became of cases that were handed on together.
  case reassigned(ReassignmentOutcome)
  /// Everybody's leave that is ahead or has begun, as asked for.
  case leaves([PersonID: Leave])
  /// What became of a leave that was asked for.
  case leaveSet(of: PersonID, LeaveAnswer)
  /// The floor, as asked for, with what the steps are called in the screen's language.
  case board(Wallboard, steps: [ProcedureID: [StepID: String]])
  /// What waits for this person's yes or no, as asked for.
  case requests([WaitingRequest])
  /// What many write about just now, whenever it changed.
  case crowds([Crowd])
  /// What became of a command.
  case performed(CommandOutcome)
  /// These cases changed, by whoever's hand.
  case changed([CaseRef])
  /// The unsent words of this person, as ``Effect/keepDraft(_:_:)`` gave them.
  case drafts([CaseRef: String])
  /// What unsent words were read as, as asked for.
  case draftRead(DraftReading)
  /// Who else sits at this desk and is heard of, other consoles of this person's among them.
  case presence([Presence])
  /// These customers' conversations went back to the queue, since this console had fallen silent.
  case wentBack([String])
  /// These customers' conversations went back to the queue, since this person had taken them and left
  /// them untouched for too long.
  case ignored([String])
  /// Somebody took this customer's conversation out of this person's hands.
  case takenOver(customer: String, TakeOver)
  /// What this person sent off while the desk was out of reach and the desk has not taken, the oldest
  /// first; all of it, each time something of it changes.
  case outbox([Outgoing])
  /// The desk has not been reached since then; nil when it is reached again.
  case stale(since: Instant?)
  /// A sentence for the person, shown on the footer line.
  case notice(String)
}

extension Message {
  /// Whether only time passed.
  var isTick: Bool { if case .ticked = self { true } else { false } }

  /// Whether it tells of the floor, and mostly of other people's cases.
  package var isOfTheFloor: Bool {
    switch self {
    case .changed, .queue: true
    default: false
    }
  }
}

/// A page of the queue as it stands.
package struct QueueWindow: Equatable, Sendable {
  /// What was asked for.
  package var page: QueuePage
  /// At most as many rows as asked for, in queue order.
  package var rows: [QueueRow]
  /// How many cases there are in each state.
  package var counts: [CaseState: Int]
  /// The cases this person holds, the most urgent first.
  package var mine: [QueueRow]
  /// What the steps of the procedures these rows are in are called, in the screen's language.
  package var steps: [ProcedureID: [StepID: String]]
  /// Cases where people are in danger, whoever holds them; at most a few.
  package var alarms: [QueueRow]
  /// Cases whose holder asks for help; at most a few.
  package var hands: [QueueRow]
  /// Cases this person is asked to take over; at most a few.
  package var offers: [QueueRow]
  /// Cases on which a request waits for a yes or no; at most a few.
  package var requests: [QueueRow]
  /// Cases whose customer threatens to turn to somebody outside; at most a few.
  package var threats: [QueueRow]
  /// Cases in which this person is asked for their view; at most a few.
  package var questions: [QueueRow]
  /// Cases that call for a joint session, or of which one is to be ended; at most a few.
  package var sessions: [QueueRow]
  /// Whom this person stands in for.
  package var deputyship: Deputyship

  package init(
    page: QueuePage, rows: [QueueRow], counts: [CaseState: Int], mine: [QueueRow],
    steps: [ProcedureID: [StepID: String]] = [:], alarms: [QueueRow] = [],
    hands: [QueueRow] = [], offers: [QueueRow] = [], requests: [QueueRow] = [],
    threats: [QueueRow] = [], questions: [QueueRow] = [], sessions: [QueueRow] = [],
    deputyship: Deputyship = Deputyship()
  ) {
    self.page = page
    self.rows = rows
    self.counts = counts
    self.mine = mine
    self.steps = steps
    self.alarms = alarms
    self.hands = hands
    self.offers = offers
    self.requests = requests
    self.threats = threats
    self.questions = questions
    self.sessions = sessions
    self.deputyship = deputyship
  }
}

/// A case with what it is decided by and what was read in its words.
package struct Conversation: Equatable, Sendable {
  /// The case as it is now.
  package var current: Case
  /// What it is decided by.
  package var rules: Rules
  /// The newest reading a message; may have been purged.
  package var readings: [StoredReading]
  /// What the case speaks for of how the customer goes about things, the most urgent first; made
  /// anew each time and kept nowhere.
  package var signs: [CustomerSign]
  /// What the customer told of and what the case proves; nil when nobody looked.
  package var topics: Set<TopicID>?
  /// What it is about that many may write about.
  package var matters: [MatterID]

  package init(
    current: Case, rules: Rules, readings: [StoredReading], signs: [CustomerSign] = [],
    topics: Set<TopicID>? = nil, matters: [MatterID] = []
  ) {
    self.matters = matters
    self.current = current
    self.rules = rules
    self.readings = readings
    self.signs = signs
    self.topics = topics
  }
}

/// What became of a command that an effect asked for.
package struct CommandOutcome: Equatable, Sendable {
  /// The id the command had.
  package var id: CommandID
  /// What the desk answered.
  package var result: CommandResult

  package init(id: CommandID, result: CommandResult) {
    self.id = id
    self.result = result
  }
}

/// The desk's answer to a leave that was set or taken back.
package enum LeaveAnswer: Equatable, Sendable {
  /// Stored; what falls to whom now, nil where no leave is left.
  case stored(LeaveAhead?)
  /// The desk does not take it; nothing was stored.
  case refused(DeskError)
  /// The desk could not; a sentence that says why.
  case failed(String)
  /// The desk is out of reach, and a leave does not wait.
  case unreachable
}

/// The desk's answer to a command.
package enum CommandResult: Equatable, Sendable {
  /// Stored; the case as it is now.
  case accepted(Conversation)
  /// A gate is closed; nothing was stored.
  case refused(Refusal)
  /// The desk could not; a sentence that says why. The same command may be sent again.
  case failed(String)
  /// The desk is out of reach; the words are kept here and go when it is back, under the same id.
  case queued
  /// The desk is out of reach, and this does not wait.
  case unreachable
  /// Asked for the next case, and none is free.
  case nothingFree
}
