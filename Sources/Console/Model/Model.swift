package import Desk
package import Playbook
package import Screen
package import Vocabulary
package import Workflow

/// Everything the screen shows, and everything it needs to answer the next key.
///
/// Pure: no clock, no randomness, no outside world. ``start()`` and ``update(_:)`` say what they
/// want done as ``Effect`` values, ``view()`` draws. Nothing of it is ever stored but drafts.
package struct Model: Equatable, Sendable {
  /// Who sits where.
  package let sitting: Sitting
  /// Texts and names of the playbook.
  package let content: Content
  /// Columns and rows of the terminal.
  package internal(set) var size: Size
  /// The last time the session told.
  package internal(set) var now: Instant
  /// Since when the desk has not been reached; nil while it is.
  package internal(set) var staleSince: Instant?
  /// Words that wait for the desk, or were not sent, the oldest first.
  package internal(set) var outgoing: [Outgoing] = []
  /// Those of them that are to stand in the draft again.
  var withdrawing: Set<CommandID> = []
  /// Whether the console's window is in front, as far as the terminal tells.
  package internal(set) var isInFront = true
  /// The pane that keys go to.
  package internal(set) var focus = Focus.queue
  /// The queue, as far as it is at hand.
  package internal(set) var queue = QueueList()
  /// How many cases there are in each state.
  package internal(set) var counts: [CaseState: Int] = [:]
  /// The cases this person holds, the most urgent first.
  package internal(set) var mine: [QueueRow] = []
  /// The cases this person holds in the order in which they came.
  package internal(set) var strip: [CaseRef] = []
  /// Cases marked in the queue, in the order in which they were.
  package internal(set) var marked: [CaseRef] = []
  /// Since when the calls among them have been this person's.
  var calls: [CaseRef: Instant] = [:]
  /// Cases where people are in danger.
  package internal(set) var alarms: [QueueRow] = []
  /// What steps are called, by procedure, as far as rows of the queue need it.
  var stepNames: [ProcedureID: [StepID: String]] = [:]
  /// Cases whose holder asks for help.
  package internal(set) var hands: [QueueRow] = []
  /// Cases on which a request waits for a yes or no.
  package internal(set) var requests: [QueueRow] = []
  /// Cases whose customer threatens to turn to somebody outside.
  package internal(set) var threats: [QueueRow] = []
  /// What is decided once its case has come.
  var deciding: Deciding?
  /// Cases this person is asked to take over.
  package internal(set) var offers: [QueueRow] = []
  /// Cases in which this person is asked for their view, and those that call for a joint session.
  package internal(set) var questions: [QueueRow] = []
  package internal(set) var sessions: [QueueRow] = []
  /// Whom this person stands in for.
  package internal(set) var deputyship = Deputyship()
  /// What falls to this person's deputy; nil where no leave is ahead of them.
  package internal(set) var leaveAhead: LeaveAhead?
  /// Everybody's leave that is ahead or has begun, as last told.
  var leaves: [PersonID: Leave] = [:]
  /// What many write about just now, as last told.
  package internal(set) var crowds: [Crowd] = []
  /// When each matter rang.
  var rungCrowds: [MatterID: Instant] = [:]
  /// What is said about a matter once one of its cases has come.
  var announcing: Announcing?
  /// What the person at the desk is doing.
  package internal(set) var status = AgentStatus.ready
  var statusSince: Instant?
  /// How long this person has held heated conversations; theirs alone.
  var strain = Strain()
  /// What colleagues were last told this person is about.
  var told = Whereabouts()
  /// When words were last written in the composer.
  var typedAt: Instant?
  /// Who else is heard of; nil while nobody has told.
  package internal(set) var present: [Presence]?
  /// Whether the queue gives its columns to the conversation and the sidebar.
  package internal(set) var isWide = false
  /// The case on the screen.
  package internal(set) var open: OpenCase?
  /// The case that was asked for and has not come yet.
  package internal(set) var awaited: CaseRef?
  /// What the composer does with the words.
  package internal(set) var mode = ComposerMode.reply
  /// Words that are not sent, over all cases.
  package internal(set) var drafts = DraftBook()
  /// What may hurt in the words being written.
  var tone = ToneGuard()
  /// The phrases of each language, as far as they were loaded.
  package internal(set) var phrases: [LanguageTag: PhraseIndex] = [:]
  /// Shows a newcomer the next useful key; nil when nobody wants it.
  package internal(set) var coach: Coach?
  /// What lies over the panes, the topmost last.
  package internal(set) var overlays: [Overlay] = []
  /// What was just said on the footer line.
  package internal(set) var notice: Notice?
  var noticeSince: Instant?
  /// Rows the open form would like to have.
  var panelRows = 0
  /// Commands the desk has not answered yet.
  var pending: [CommandID: Pending] = [:]
  /// Keys typed while the words are on their way; they follow once the desk has answered.
  package internal(set) var typedAhead: [Key] = []
  /// Commands given so far.
  var commandCount = 0
  /// The promises of this person's that still run, as last told.
  package internal(set) var promises: [RunningPromise] = []
  /// What was sent last, by case, as long as it may be taken back.
  var sent: [CaseRef: SentWords] = [:]
  /// Where the keys were before something was written in between.
  var origin: Origin?
  /// Forms that were left half filled, by case.
  var keptForms: [CaseRef: [Form]] = [:]
  /// What a closed gate last named, and on which case, until the form has opened on it.
  var lastMissing: [CaseRef: [Need]] = [:]
  /// The phrase this person said last, to whomever.
  var lastSaid: PhraseID?
  /// The digit that has just put a phrase in and led to the composer.
  var pickedBy: Character?
  /// The words whose acts the form for a phrase of one's own shows, or has asked for.
  var wordsRead: String?
  /// How cases were looked at that are not on the screen.
  var views: [CaseRef: OpenCase] = [:]
  /// What was drawn and need not be drawn anew.
  var kept = KeptPanes()
  /// Grows with every message that may have changed the screen: whoever has drawn it need not draw it
  /// again before.
  package internal(set) var changes = 0
  /// What the message being taken in changes on the screen.
  var touched = Touched.everything
  /// What was done from the palette, the last one first.
  var recent: [Action] = []
  /// What is read in the linear view besides what has the focus; nil while that is read.
  package internal(set) var reading: Reading?
  /// The last key moved in the list below what is typed, so that the cursor stands there.
  var isInList = false
  /// Values typed for variables of phrases, by case, to be proposed again.
  var answers: [CaseRef: [String: String]] = [:]

  /// Makes the console before anything is known of the desk.
  ///
  /// - Parameters:
  ///   - sitting: who sits where.
  ///   - content: texts and names of the playbook.
  ///   - size: columns and rows of the terminal.
  ///   - now: what time it is.
  package init(sitting: Sitting, content: Content, size: Size, now: Instant) {
    self.sitting = sitting
    self.content = content.spelling(sitting.keymap, marks: sitting.marks)
    self.size = size
    self.now = now
    coach = sitting.coach
  }

  /// What is to be done before the first message.
  ///
  /// - Returns: the effects, in order.
  package mutating func start() -> [Effect] { queue.refresh(visible: queueRows) }

  /// Whether something on the screen changes with time alone, so that ticks are wanted.
  package var wantsTicks: Bool {
    notice != nil || staleSince != nil || open != nil || !queue.rows.isEmpty
      || !drafts.unkept.isEmpty || !overlays.isEmpty
  }

  /// Unsent words that ``Effect/keepDraft(_:_:)`` has not given away yet, for a session that must
  /// end at once.
  package var unkeptDrafts: [CaseRef: String] {
    Dictionary(uniqueKeysWithValues: drafts.unkept.map { ($0, drafts.text(of: $0)) })
  }

  /// The topmost thing over the panes.
  package var overlay: Overlay? { overlays.last }

  /// Whether the person at the desk holds the case on the screen.
  package var holdsOpenCase: Bool {
    open.map { $0.current.handler == sitting.person.id && $0.current.state != .closed } ?? false
  }

  /// Whether the role of the person at the desk allows something.
  func may(_ permission: Permission) -> Bool {
    sitting.permissions.contains(permission)
  }

  /// The next command id.
  mutating func nextCommand() -> CommandID {
    commandCount += 1
    return CommandID("\(sitting.commandPrefix)-\(commandCount)")
  }
}
