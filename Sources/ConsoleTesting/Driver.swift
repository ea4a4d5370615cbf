package import Console
package import Desk
import Foundation
import Playbook
package import Screen
package import Session
package import Vocabulary
package import Workflow

/// Presses keys and reads frames: a console on a desk in memory, without a terminal.
///
/// Effects are carried out at once, by the same desk and the same engine as on a live shift; only
/// the clock is moved by hand. What the desk answers reaches the console before the next key, as
/// it would a person who waits for the screen.
package final class Driver {
  /// The console.
  package private(set) var model: Model
  /// The desk it sits at.
  package let desk: Desk
  /// Who sits there.
  package let person: PersonID
  let clock: HandClock
  /// Every page of the queue that was asked for.
  package private(set) var pages: [QueuePage] = []
  /// Rows of the queue that were handed over, in all.
  package private(set) var rowsServed = 0
  /// Every command that was asked for.
  package private(set) var commands: [CommandEnvelope] = []
  /// Drafts the console gave away to be kept.
  package private(set) var kept: [CaseRef: String] = [:]
  /// The console was left.
  package private(set) var hasQuit = false
  /// Effects that wait, while the desk is slow.
  package private(set) var waiting: [Effect] = []
  /// The desk does not answer until told to.
  package var isDeskSlow = false
  /// The desk fails with this sentence.
  package var deskFails: String?
  /// How often the bell was rung.
  package private(set) var rings = 0
  /// Every text that was put on the clipboard.
  package private(set) var copied: [String] = []
  /// What the console last said of itself.
  package private(set) var whereabouts = Whereabouts()
  /// Every sentence that was shown on the desktop.
  package private(set) var notified: [String] = []
  /// The desk cannot be reached: ``cutLine()``, ``mendLine()``.
  package internal(set) var isLineDown = false
  /// What waits for the desk meanwhile, by the rules of the real journal.
  package internal(set) var outbox = Outbox()
  /// Who is heard of, as the session would tell the wallboard.
  package var present: [Presence] = []
  /// How often the wallboard was asked for.
  package private(set) var boards = 0
  /// Whether every key comes with the time before it, as in the console's loop.
  package var tellsTime = false
  /// Is called after every key.
  package var afterKey: (Driver) -> Void = { _ in }
  private var lastSequence: Int64 = 0

  /// Sits a person down.
  ///
  /// - Parameters:
  ///   - bench: the desk and its clock.
  ///   - person: who sits there.
  ///   - language: of the screen.
  ///   - size: of the terminal.
  ///   - plain: whether marks and lines are of ASCII.
  ///   - keymap: which keys do what.
  ///   - coach: shows a newcomer the next useful key; nil for none.
  ///   - linear: whether one thing is shown at a time.
  ///   - isPractice: nothing there is a customer's.
  /// - Throws: what the desk throws.
  package init(
    _ bench: Workbench, as person: PersonID = "mei", language: LanguageTag = .en,
    size: Size = Size(columns: 80, rows: 24), plain: Bool = false,
    keymap: Keymap = .standard, coach: Coach? = nil, linear: Bool = false,
    isPractice: Bool = false
  ) throws {
    desk = bench.desk
    clock = bench.clock
    self.person = person
    let people = try bench.desk.store.people()
    let playbook = bench.desk.playbook
    var preferences = ConsolePreferences()
    preferences.layout = linear ? .linear : .panes
    let sitter = people.first { $0.id == person } ?? Workbench.agent
    let sitting = Sitting(
      desk: "test", person: sitter,
      permissions: playbook.authority?.permissions[sitter.role] ?? [],
      language: language, colleagues: people, commandPrefix: "\(person)-sitting",
      timeZone: .gmt, strokes: plain ? .ascii : .box, plainMarks: plain,
      pauseAfter: playbook.clocks?.pauseAfter, keymap: keymap,
      preferences: preferences, coach: coach, isPractice: isPractice)
    model = Model(
      sitting: sitting,
      content: Content(
        texts: playbook.locale(language), remedies: playbook.remedies,
        reasons: playbook.reasons, english: playbook.locale(.en),
        customers: playbook.customers.all),
      size: size, now: clock.now)
    lastSequence = try bench.desk.store.lastSequence()
    tell(.ticked(clock.now))
    carryOut(model.start())
  }

  // MARK: - The hand

  /// Presses keys by their names: `a`, `enter`, `ctrl-j`, `f5`.
  package func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else { continue }
      tell(.key(key))
    }
  }

  /// Moves to a row of the complaint form, which opens on the one that is asked for.
  package func go(to field: FieldName) {
    for _ in Register.rows {
      guard case .register(let register) = model.overlay, register.row != .field(field) else {
        return
      }
      press("down")
    }
  }

  /// Presses one key.
  package func press(_ key: Key) { tell(.key(key)) }

  /// Presses the mouse on the first place where some words stand on the screen, or does nothing
  /// when they do not.
  ///
  /// - Parameters:
  ///   - words: the words, on one line.
  ///   - act: what is done with the mouse.
  package func click(on words: String, _ act: Pointer.Act = .press) {
    for (row, line) in frame.lines.enumerated() {
      guard let found = line.firstRange(of: words) else { continue }
      let column = model.sitting.measure.columns(of: line[..<found.lowerBound])
      tell(.pointer(Pointer(act, at: Position(column: column, row: row))))
      return
    }
  }

  /// Types text, character by character.
  package func type(_ text: String) {
    for character in text { tell(.key(character == "\n" ? .enter : .character(character))) }
  }

  /// Lets time pass and tells the console.
  package func pass(seconds: Int64) {
    clock.move(seconds)
    tell(.ticked(clock.now))
  }

  /// Makes the terminal another size.
  package func resize(_ columns: Int, _ rows: Int) {
    tell(.resized(Size(columns: columns, rows: rows)))
  }

  /// Tells the console something.
  package func tell(_ message: Console.Message) {
    if tellsTime, case .key = message {
      carryOut(model.update(.ticked(clock.now), isLast: false))
    }
    carryOut(model.update(message))
    if case .key = message { afterKey(self) }
  }

  // MARK: - The eye

  /// The screen.
  package var frame: Frame { model.view() }
  /// The screen as text.
  package var screen: String { frame.text }
  /// One row of the screen.
  package func line(_ row: Int) -> String {
    let lines = frame.lines
    return lines.indices.contains(row) ? lines[row] : ""
  }
  /// Whether a form, a list or a box lies over the panes.
  package var hasOverlay: Bool { !model.overlays.isEmpty }
  /// The case on the screen, as the desk has it.
  package var current: Case? { model.open.flatMap { try? desk.find($0.ref) } }

  /// The words in the composer.
  package var draft: String {
    guard let ref = model.open?.ref else { return "" }
    return model.drafts[ref, model.mode].editor.text
  }

  // MARK: - The desk

  /// Lets a slow desk answer what it was asked, in order.
  package func answer() {
    let effects = waiting
    waiting = []
    let slow = isDeskSlow
    isDeskSlow = false
    for effect in effects { carryOut(effect) }
    isDeskSlow = slow
  }

  /// Lets a slow desk answer the next things it was asked; what the answers ask for in turn waits
  /// behind what was asked before.
  ///
  /// - Parameter count: how many answers.
  package func answerNext(_ count: Int = 1) {
    for _ in 0..<count where !waiting.isEmpty { carryOut(waiting.removeFirst()) }
  }

  /// Gives back the drafts of an earlier sitting.
  package func restore(_ drafts: [CaseRef: String]) {
    kept = drafts
    tell(.drafts(drafts))
  }

  /// Tells the console what changed since it was last told.
  package func follow() {
    guard let entries = try? desk.store.feed(after: lastSequence, limit: 10_000),
      let last = entries.last
    else { return }
    lastSequence = last.sequence
    tell(.changed(entries.map(\.ref)))
    if let crowds = try? desk.crowds(), crowds != model.crowds { tell(.crowds(crowds)) }
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      if case .perform(_, let envelope) = effect { commands.append(envelope) }
      // Drafts are kept beside the desk's work, whatever keeps it busy.
      if case .keepDraft = effect {
        carryOut(effect)
      } else if isDeskSlow {
        waiting.append(effect)
      } else {
        carryOut(effect)
      }
    }
  }

  private func carryOut(_ effect: Effect) {
    if carryOutOffline(effect) { return }
    do {
      switch effect {
      case .loadQueue(let page): try serve(page)
      case .loadHistory(let ref): tell(.history(ref, try desk.history(of: ref)))
      case .loadPromises:
        tell(
          .promises(
            try desk.promises(of: person), ahead: try desk.leaveAhead(of: person)))
      case .reassign(let command, let refs, let target, let reason):
        tell(
          .reassigned(
            try desk.reassign(refs, target, because: reason, by: person, command: command)))
        follow()
      case .loadLeaves: tell(.leaves(try desk.leaves()))
      case .setLeave(let leave, let whose): set(leave, of: whose)
      case .loadBoard:
        guard let sitter = try desk.store.person(person) else { return }
        let board = try desk.wallboard(for: sitter, present: present)
        boards += 1
        tell(.board(board, steps: steps(in: Set(board.steps.map(\.procedure)))))
      case .loadRequests: tell(.requests(try desk.requests(waitingFor: person)))
      case .loadConversation(let ref):
        tell(.conversation(try conversation(ref)))
        try desk.noteLooking(at: ref, by: person)
      case .loadPhrases(let language):
        tell(
          .phrases(
            language, desk.playbook.phraseIndex(in: language, named: model.sitting.language)))
      case .perform(let ref, let envelope):
        answer(envelope.id) {
          try self.desk.perform(DeskRequest(by: self.person, ref: ref, envelope: envelope)).result
        }
      case .takeNext(let id):
        answer(id) { try self.desk.takeNext(for: self.person, command: id)?.result }
      case .readDraft(let words):
        tell(
          .draftRead(
            DraftReading(
              of: words,
              try desk.reading(
                of: words.text, on: words.ref, by: person, inPublic: words.isPublic))))
      case .keepDraft(let ref, let text): kept[ref] = text.isEmpty ? nil : text
      case .readWords(let words, let language):
        tell(.wordsRead(words, desk.playbook.acts(in: words, language)))
      case .changeOwnPhrases(let change): carryOut(change)
      // Without a cut line nothing waits.
      case .withdraw, .forget: break
      case .quit: hasQuit = true
      case .redraw: break
      case .attend(let about): whereabouts = about
      case .ring: rings += 1
      case .copy(let text): copied.append(text)
      case .notify(let sentence): notified.append(sentence)
      }
    } catch DeskError.unknownCase(let ref) {
      tell(.missing(ref))
    } catch {
      guard case .loadConversation(let ref) = effect else { return tell(.notice("\(error)")) }
      tell(.unreadable(ref, "\(error)"))
    }
  }

  private func carryOut(_ change: OwnPhraseChange) {
    do {
      try desk.playbook.change(change)
      tell(
        .phrases(
          change.language,
          desk.playbook.phraseIndex(in: change.language, named: model.sitting.language)))
      tell(.ownPhrasesChanged(change, trouble: nil))
    } catch {
      tell(.ownPhrasesChanged(change, trouble: "\(error)"))
    }
  }

  private func set(_ leave: Leave?, of whose: PersonID) {
    if let deskFails { return tell(.leaveSet(of: whose, .failed(deskFails))) }
    do {
      try desk.set(leave: leave, of: whose, by: try desk.person(signedIn: person))
      tell(.leaveSet(of: whose, .stored(try desk.leaveAhead(of: whose))))
    } catch let error as DeskError {
      tell(.leaveSet(of: whose, .refused(error)))
    } catch {
      tell(.leaveSet(of: whose, .failed("\(error)")))
    }
  }

  private func serve(_ page: QueuePage) throws {
    pages.append(page)
    let rows = try desk.store.queue(page)
    rowsServed += rows.count
    tell(
      .queue(
        QueueWindow(
          page: page, rows: rows, counts: try desk.store.counts(),
          mine: try desk.store.queue(QueuePage(limit: 50, filter: .heldBy(person))),
          steps: steps(of: rows),
          alarms: try desk.store.queue(QueuePage(limit: 4)).filter { $0.danger != nil },
          hands: try desk.store.queue(QueuePage(limit: 4, filter: .handsRaised)),
          offers: try desk.store.offers(to: person, limit: 4),
          requests: try desk.store.queue(QueuePage(limit: 8, filter: .requests)),
          threats: try desk.store.queue(QueuePage(limit: 4, filter: .threats)),
          questions: try desk.questions(to: person, limit: 8),
          sessions: try desk.sessionsWanted(limit: 60),
          deputyship: try desk.deputyship(of: person, limit: 8))))
  }

  private func steps(of rows: [QueueRow]) -> [ProcedureID: [StepID: String]] {
    steps(in: Set(rows.map(\.procedure)))
  }

  private func steps(in procedures: Set<ProcedureID>) -> [ProcedureID: [StepID: String]] {
    procedures.reduce(into: [:]) { names, id in
      guard let procedure = desk.playbook.procedure(id) else { return }
      names[id] = (procedure.steps + procedure.sideSteps).reduce(into: [:]) {
        $0[$1.id] = $1.words[model.sitting.language]?.name
      }
    }
  }

  private func conversation(_ ref: CaseRef) throws -> Conversation {
    let current = try desk.find(ref)
    let readings = try desk.store.readings(of: ref, last: 200)
    return Conversation(
      current: current, rules: try desk.rules(for: current.procedure), readings: readings,
      signs: desk.signs(in: current, readings), topics: desk.topics(in: current),
      matters: try desk.matters(of: ref))
  }

  private func answer(_ id: CommandID, _ body: () throws -> Case?) {
    if let deskFails {
      tell(.performed(CommandOutcome(id: id, result: .failed(deskFails))))
      return
    }
    let result: CommandResult
    do {
      result = try body().map { .accepted(try conversation($0.ref)) } ?? .nothingFree
    } catch let refusal as Refusal {
      result = .refused(refusal)
    } catch {
      result = .failed("\(error)")
    }
    tell(.performed(CommandOutcome(id: id, result: result)))
    follow()
  }
}
