import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

extension Model {
  /// How long a sentence stays on the footer line, in seconds.
  private static let noticeSeconds: Int64 = 8

  /// Takes in what happened.
  ///
  /// - Parameters:
  ///   - message: what happened.
  ///   - isLast: whether nothing more is told before the next frame; until then no pane is drawn
  ///     that the next message may change.
  /// - Returns: what is to be done, in order.
  package mutating func update(_ message: Message, isLast: Bool = true) -> [Effect] {
    switch message {
    case .key, .ticked, .draftRead, .changed, .queue: break
    default: kept = KeptPanes()
    }
    let before = surroundings
    let told = isLinear ? telling : nil
    touched = .everything
    let revision = drafts.revision
    var effects = react(to: message)
    if case .key = message, focus == .composer, drafts.revision != revision { typedAt = now }
    effects += attend()
    if let told { tellChanges(since: told) }
    guard touched != .nothing else {
      if isLast, kept.areOwed { keepPanes() }
      return effects
    }
    changes += 1
    effects += readDraft(onTick: message.isTick)
    if surroundings != before { touched = .everything }
    if touched == .everything { kept = KeptPanes() }
    if touched == .time { kept = KeptPanes(sidebar: kept.sidebar) }
    if touched == .selection || touched == .rows { kept.queue = nil }
    if touched == .rows { kept.title = nil }
    if touched == .words { kept.conversation = nil }
    measurePanel()
    keepHeader()
    keepBlocks()
    learn(by: effects)
    if touched != .everything {
      kept.areOwed = true
      if isLast { keepPanes() }
    }
    return effects
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .key(let key): return press(key)
    case .pointer(let pointer): return point(pointer)
    case .focus(let isInFront):
      self.isInFront = isInFront
      return []
    case .resized(let size): return resize(to: size)
    case .ticked(let instant): return tick(instant)
    case .queue(let window): return takeAlone(window)
    case .conversation(let conversation):
      return take(conversation) + decideOnArrival() + announceOnArrival() + replayTyping()
    case .missing(let ref):
      giveUp(ref)
      say(text("notice.missing", ["ref": ref.rawValue]), .trouble)
      return []
    case .unreadable(let ref, let sentence):
      giveUp(ref)
      say(sentence, .trouble)
      return []
    case .phrases(let language, let list):
      phrases[language] = list
      shelve()
      return []
    case .wordsRead(let words, let acts):
      takeActs(acts, of: words)
      return []
    case .ownPhrasesChanged(let change, let trouble):
      settle(change, trouble: trouble)
      return []
    case .history(let ref, let past): return show(past, of: ref)
    case .promises(let running, let ahead):
      promises = running
      leaveAhead = ahead
      showPromises()
      return []
    case .reassigned(let outcome):
      take(outcome)
      return []
    case .leaves(let known):
      take(known)
      return []
    case .leaveSet(let person, let answer):
      settle(answer, of: person)
      return []
    case .board(let wallboard, let steps):
      take(wallboard, steps: steps)
      return []
    case .requests(let waiting): return show(waiting)
    case .crowds(let crowds): return take(crowds)
    case .performed(let outcome): return settle(outcome)
    case .changed(let refs):
      // It is only asked what has changed.
      touched = .nothing
      var effects = queue.refresh(visible: queueRows)
      if let ref = open?.ref, refs.contains(ref) { effects.append(.loadConversation(ref)) }
      return effects + noteBoardChange()
    case .draftRead(let reading): return take(reading)
    case .drafts(let kept):
      drafts.restore(kept)
      return []
    case .presence(let others):
      present = others
      return []
    case .wentBack(let customers):
      sayWentBack(customers)
      return []
    case .ignored(let customers):
      sayWentBack(customers, "notice.ignored")
      return []
    case .takenOver(let customer, let takeOver):
      sayTakenOver(customer, takeOver)
      return []
    case .outbox(let entries): return take(entries)
    case .stale(let since): return noteReach(lostAt: since)
    case .notice(let sentence):
      queue.awaited = nil
      say(sentence, .plain)
      return []
    }
  }

  /// Takes a window of the queue in, and notes whether it changed more than rows and how many there
  /// are: every page and every change anywhere on the floor brings one, and most concern nobody here.
  private mutating func takeAlone(_ window: QueueWindow) -> [Effect] {
    var before = self
    // What is held twice is copied before it changes.
    before.kept = KeptPanes()
    before.queue = QueueList()
    let effects = take(window)
    kept.forgetRows(changedIn: window.rows)
    let (queue, counts) = (self.queue, self.counts)
    self.queue = before.queue
    self.counts = before.counts
    touched = self == before ? .rows : .everything
    self.queue = queue
    self.counts = counts
    return effects
  }

  private mutating func take(_ window: QueueWindow) -> [Effect] {
    counts = window.counts
    let calls = self.calls(of: window)
    tellWhoAnswered(before: mine, now: window.mine)
    tellUnansweredOffer(before: mine, now: window.mine)
    tellWhoWrote(before: mine, now: window.mine)
    mine = window.mine
    arrangeStrip()
    for (procedure, names) in window.steps where stepNames[procedure] != names {
      stepNames[procedure] = names
    }
    queue.take(window, visible: queueRows)
    takeOffers(window.offers)
    takeQuestions(window)
    return takeEntrusted(window.deputyship) + takeAlarms(window) + calls
  }

  /// Says that a customer of this person's wrote in a case that is not on the screen.
  private mutating func tellWhoWrote(before: [QueueRow], now rows: [QueueRow]) {
    guard notice == nil else { return }
    let known = before.reduce(into: [:]) { $0[$1.ref] = $1.unread }
    guard
      let row = rows.first(where: { row in
        row.ref != open?.ref && known[row.ref].map { row.unread > $0 } == true
      })
    else { return }
    let name = row.customer.isEmpty ? row.ref.rawValue : row.customer
    say(text("notice.wrote", ["customer": short(name, 40)]), .plain)
  }

  /// Asks anew for everything that is seen.
  mutating func refreshAll() -> [Effect] {
    queue.refresh(visible: queueRows) + (open.map { [.loadConversation($0.ref)] } ?? [])
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    queue.show(visible: queueRows)
    return queue.move(by: 0, visible: queueRows)
  }

  private mutating func tick(_ instant: Instant) -> [Effect] {
    let second = now.seconds(since: Instant(milliseconds: 0))
    now = max(now, instant)
    let isNewSecond = now.seconds(since: Instant(milliseconds: 0)) != second
    if !isNewSecond { touched = .nothing }
    // What stands in the way changes with the second at most, not with every key.
    if let open, isNewSecond {
      let standing = Standing(open.conversation, role: sitting.person.role, now: now)
      // A follow-up is named by its day, and in red once it is due.
      let isTimed = open.current.followUps.contains { $0.outcome == nil }
      if standing == open.standing, !isTimed { touched = .time }
      self.open?.standing = standing
    }
    // What is read out must not go away while it is read: there the next key takes it.
    if !isLinear, let since = noticeSince, now.seconds(since: since) >= Model.noticeSeconds {
      notice = nil
      noticeSince = nil
      touched = .everything
    }
    if isNewSecond { countStrain() }
    return keepDrafts() + (isNewSecond ? refreshBoard() : [])
  }

  /// Gives away the words that changed since they were last kept.
  mutating func keepDrafts() -> [Effect] {
    let effects = drafts.unkept.sorted().map { Effect.keepDraft($0, drafts.text(of: $0)) }
    for ref in drafts.unkept { drafts.markKept(ref) }
    return effects
  }

  /// Puts a sentence on the footer line.
  mutating func say(_ sentence: String, _ kind: Notice.Kind = .plain) {
    notice = Notice(text: sentence, kind: kind)
    noticeSince = now
  }

  /// How a case is called on the screen.
  func callName(of row: QueueRow) -> String {
    row.customer.isEmpty ? row.ref.rawValue : row.customer
  }

  // MARK: - Cases

  /// Waits for a case no longer; keys that were meant for it are meant for no other.
  mutating func giveUp(_ ref: CaseRef) {
    guard awaited == ref else { return }
    awaited = nil
    typedAhead = []
  }

  /// Takes a case in: the one that was asked for, or a newer state of the one on the screen.
  mutating func take(_ conversation: Conversation) -> [Effect] {
    let ref = conversation.current.ref
    if open?.ref == ref {
      let spoken = open?.current.language
      noticeArrivals(in: conversation.current)
      noticeDecision(in: conversation.current)
      noticeViews(in: conversation.current)
      holdReach(against: conversation.current)
      if conversation.current.version >= open?.current.version ?? 0 {
        open?.take(conversation, role: sitting.person.role, now: now)
        findOwnPromise()
      }
      if awaited == ref { awaited = nil }
      shelve()
      let language = conversation.current.language
      return spoken != language && phrases[language] == nil ? [.loadPhrases(language)] : []
    }
    guard awaited == ref else { return [] }
    return show(conversation)
  }

  /// Puts a case on the screen.
  mutating func show(_ conversation: Conversation) -> [Effect] {
    let ref = conversation.current.ref
    awaited = nil
    leaveOpenCase()
    if var known = views.removeValue(forKey: ref) {
      known.take(conversation, role: sitting.person.role, now: now)
      known.markUnread()
      open = known
    } else {
      open = OpenCase(conversation, role: sitting.person.role, now: now)
    }
    findOwnPromise()
    mode = usualMode
    open?.sidebar.lastSaid = lastSaid
    open?.sidebar.isPreviewing = false
    let kept = keepDrafts()
    let language = conversation.current.language
    guard phrases[language] == nil else {
      shelve()
      return kept
    }
    return kept + [.loadPhrases(language)]
  }

  private mutating func leaveOpenCase() {
    guard var leaving = open else { return }
    leaving.blocks = [:]
    leaving.seen = leaving.current.messages.count
    // Few are ever open at once; a day's worth would only cost memory.
    if views.count >= 32 { views = views.filter { strip.contains($0.key) } }
    views[leaving.ref] = leaving
    open = nil
  }

  /// What words in the composer usually are for the open case.
  var usualMode: ComposerMode {
    guard let open else { return .reply }
    let modes: [ComposerMode] = [.reply, .said, .note, .heard, .whisper]
    if let unsent = modes.first(where: { !drafts[open.ref, $0].isEmpty }) { return unsent }
    return open.current.channel == .phone ? .said : .reply
  }
}
