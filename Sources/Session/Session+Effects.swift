package import Console
import Desk
import Dispatch
import Logging
import Playbook
import Synchronization
import Vocabulary
import Workflow

extension Session {
  /// Carries effects out at once, on the caller's thread, and tells what changed: for a sitting
  /// without a screen, whose clock stands still meanwhile. Such a sitting is not started.
  ///
  /// - Parameter effects: as the console gave them.
  package func runAtOnce(_ effects: [Effect]) {
    for effect in effects { carry(out: effect) }
    // What is read while other things go on is there before the clock moves.
    reading.sync {}
    _ = attempt {
      try tellChanges()
      try tellCrowds()
    }
  }

  /// Carries one effect out and tells what came of it.
  func carry(out effect: Effect) {
    switch effect {
    case .loadQueue(let page):
      if let window = attempt({ try self.window(reading: page) }) {
        tell(.queue(window))
      }
    case .loadConversation(let ref): load(ref)
    case .loadHistory(let ref):
      if let past = attempt({ try desk.history(of: ref) }) { tell(.history(ref, past)) }
    case .loadPromises:
      if let (running, ahead) = attempt({
        (try desk.promises(of: person), try desk.leaveAhead(of: person))
      }) {
        tell(.promises(running, ahead: ahead))
      }
    case .loadBoard: loadBoard()
    case .reassign(let command, let refs, let target, let reason):
      if let outcome = attempt({
        try desk.reassign(refs, target, because: reason, by: person, command: command)
      }) {
        tell(.reassigned(outcome))
      }
    case .loadLeaves:
      if let leaves = attempt({ try desk.leaves() }) { tell(.leaves(leaves)) }
    case .setLeave(let leave, let whose): set(leave, of: whose)
    case .loadRequests:
      if let waiting = attempt({ try desk.requests(waitingFor: person) }) {
        tell(.requests(waiting))
      }
    case .loadPhrases(let language): loadPhrases(in: language)
    case .perform(let ref, let envelope):
      if journal != nil, envelope.command.canWait {
        hand(in: envelope, on: ref)
      } else {
        answer(envelope.id) {
          try desk.perform(DeskRequest(by: person, ref: ref, envelope: envelope)).result
        }
      }
    case .takeNext(let command):
      answer(command) {
        try desk.takeNext(for: person, command: command, present: takers)?.result
      }
    case .readDraft(let words): read(words)
    case .readWords(let words, let language):
      reading.async { [self] in
        tell(.wordsRead(words, desk.playbook.acts(in: words, language)))
      }
    case .changeOwnPhrases(let change): keep(change)
    case .attend(let whereabouts): keep(whereabouts)
    case .withdraw(let id): withdraw(id)
    case .forget(let id): forget(id)
    case .keepDraft, .quit, .redraw, .ring, .copy, .notify: break
    }
  }

  private func loadBoard() {
    let present = attendance.withLock { $0.watch.living + [$0.presence] }
    guard
      let board = attempt({
        try desk.wallboard(for: try desk.person(signedIn: person), present: present)
      })
    else { return }
    tell(.board(board, steps: stepNames(of: Set(board.steps.map(\.procedure)))))
  }

  private func set(_ leave: Leave?, of whose: PersonID) {
    do {
      try desk.set(leave: leave, of: whose, by: try desk.person(signedIn: person))
      nobodyAwayAt.withLock { $0 = nil }
      tell(.leaveSet(of: whose, .stored(try desk.leaveAhead(of: whose))))
    } catch let error as DeskError {
      tell(.leaveSet(of: whose, .refused(error)))
    } catch let error as StoreError where error.isOutOfReach {
      noteLost(error)
      tell(.leaveSet(of: whose, .unreachable))
    } catch {
      log.error("A leave of \(whose): \(error)")
      tell(.leaveSet(of: whose, .failed("\(error)")))
    }
  }

  /// Reads phrases while other things go on: a large playbook takes its time.
  private func loadPhrases(in language: LanguageTag) {
    reading.async { [self] in
      tell(.phrases(language, desk.playbook.phraseIndex(in: language, named: self.language)))
    }
  }

  /// Reads unsent words while other things go on, the newest alone.
  func readSoon(_ words: DraftWords) {
    let isFirst = unread.withLock { unread in
      defer { unread = words }
      return unread == nil
    }
    guard isFirst else { return }
    reading.async { [self] in
      let newest = unread.withLock { unread in
        defer { unread = nil }
        return unread
      }
      if let newest { read(newest) }
    }
  }

  /// By the case as it was last seen: a newer state of it is on its way to the screen, which then
  /// asks again.
  private func read(_ words: DraftWords) {
    let found =
      desk.foreseenReading(of: words.text, on: words.ref, by: person, inPublic: words.isPublic)
      ?? attempt {
        try desk.reading(of: words.text, on: words.ref, by: person, inPublic: words.isPublic)
      }
    guard let found else { return }
    tell(.draftRead(DraftReading(of: words, found)))
  }

  /// Keeps or forgets a phrase of the person's own.
  private func keep(_ change: OwnPhraseChange) {
    reading.async { [self] in
      do {
        try desk.playbook.change(change)
        let language = change.language
        tell(.phrases(language, desk.playbook.phraseIndex(in: language, named: self.language)))
        tell(.ownPhrasesChanged(change, trouble: nil))
      } catch {
        log.error("\(error)")
        tell(.ownPhrasesChanged(change, trouble: "\(error)"))
      }
    }
  }

  /// What is looked at for a page of the queue: the page, what else the console shows of it, and
  /// last, where the page is another one, its top.
  func look(at page: QueuePage) -> QueueLook {
    var pages = [
      page, QueuePage(limit: 50, filter: .heldBy(person)),
      QueuePage(limit: 4, filter: .handsRaised), QueuePage(limit: 8, filter: .requests),
      QueuePage(limit: 4, filter: .threats), QueuePage(limit: 60, filter: .consultations),
    ]
    // Danger stands before everything, so whoever looks at the top of the queue sees it there.
    let top = QueuePage(limit: 16)
    let showsTop =
      page.start == top.start && page.filter == top.filter && page.limit >= top.limit
    if !showsTop { pages.append(top) }
    return QueueLook(pages, offersTo: person, limit: 4)
  }

  /// What the console is told of a page, by what `look(at:)` found.
  func window(_ page: QueuePage, _ glance: QueueGlance) throws -> QueueWindow {
    let (rows, mine) = (glance.pages[0], glance.pages[1])
    let consultations = glance.pages[5]
    tellLosses(mine)
    return QueueWindow(
      page: page, rows: rows, counts: glance.counts, mine: mine,
      steps: stepNames(of: Set((rows + mine).map(\.procedure))),
      alarms: (glance.pages.count > 6 ? glance.pages[6] : rows).filter { $0.danger != nil },
      hands: glance.pages[2], offers: glance.offers, requests: glance.pages[3],
      threats: glance.pages[4],
      questions: consultations.isEmpty ? [] : try desk.questions(to: person, limit: 8),
      sessions: consultations.filter(\.wants.asked.isEmpty),
      deputyship: try entrusted())
  }

  /// What is entrusted to this person. While nobody is away, everybody is not looked through with
  /// every change on the desk: a leave begins on a day and not within a second.
  private func entrusted() throws -> Deputyship {
    let now = ContinuousClock.now
    if let last = nobodyAwayAt.withLock({ $0 }), now - last < Session.leaveSpan {
      return Deputyship()
    }
    let found = try desk.deputyship(of: person, limit: 8)
    nobodyAwayAt.withLock { $0 = found.away.absences.isEmpty ? now : nil }
    return found
  }

  /// What the steps of these procedures are called on the screen.
  private func stepNames(of procedures: Set<ProcedureID>) -> [ProcedureID: [StepID: String]] {
    var names: [ProcedureID: [StepID: String]] = [:]
    for id in procedures {
      guard let procedure = desk.playbook.procedure(id) else { continue }
      for step in procedure.steps + procedure.sideSteps {
        names[id, default: [:]][step.id] = step.words[language]?.name
      }
    }
    return names
  }

  private func load(_ ref: CaseRef) {
    do {
      tell(.conversation(try conversation(try desk.find(ref))))
      noteLooking(at: ref)
    } catch DeskError.unknownCase {
      tell(.missing(ref))
    } catch let error as StoreError where error.isOutOfReach {
      noteLost(error)
    } catch {
      log.error("\(error)")
      tell(.unreadable(ref, "\(error)"))
    }
  }

  /// What cannot be recorded now is with the next look.
  private func noteLooking(at ref: CaseRef) {
    do {
      try desk.noteLooking(at: ref, by: person)
    } catch {
      log.error("That \(person) looks at \(ref) could not be recorded: \(error)")
    }
  }

  func conversation(_ current: Case) throws -> Conversation {
    let readings = try desk.store.readings(of: current.ref, last: Session.readingsShown)
    return Conversation(
      current: current, rules: try desk.rules(for: current.procedure), readings: readings,
      signs: desk.signs(in: current, readings), topics: desk.topics(in: current),
      matters: try desk.matters(of: current.ref))
  }

  /// Readings the screen is given: of the messages an agent may scroll back to, not of a year.
  private static let readingsShown = 60

  private func answer(_ id: CommandID, _ body: () throws -> Case?) {
    let result: CommandResult
    do {
      result = try body().map { .accepted(try conversation($0)) } ?? .nothingFree
    } catch let refusal as Refusal {
      result = .refused(refusal)
    } catch let error as StoreError where error.isOutOfReach {
      noteLost(error)
      result = .unreachable
    } catch {
      log.error("Command \(id): \(error)")
      result = .failed("\(error)")
    }
    tell(.performed(CommandOutcome(id: id, result: result)))
  }

  /// Gives every conversation but calls back to the queue.
  func releaseAll() {
    let mine = attempt { try desk.store.queue(QueuePage(limit: 200, filter: .heldBy(person))) }
    for row in mine ?? [] where row.channel != .phone {
      _ = attempt {
        try desk.perform(
          DeskRequest(
            by: person, ref: row.ref,
            envelope: CommandEnvelope(
              id: CommandID("gone-\(row.ref)-\(row.version)"), command: .release)))
      }
    }
  }
}
