import Console
import Desk
import Foundation
import Logging
import Playbook
import Screen
import Session
import Terminal
import Vocabulary
import Workflow

/// The one thread that owns the terminal: keys in, one frame out, effects to the session.
struct ConsoleLoop {
  let place: Workplace
  let settings: ConsoleSettings
  /// What stands for the desk on the title line; nil for the name of its file.
  var deskName: String?
  /// Nothing here is a customer's.
  var isPractice = false
  /// What shows the next useful key; nil for people who know theirs.
  var coach: Coach?
  /// Is told what the coach need not show again.
  var learnt: (Set<Lesson>) -> Void = { _ in }
  /// Presses the keys, where a shift is played.
  var demonstration: Demonstration?

  /// Runs until the person leaves or the terminal is gone.
  ///
  /// - Throws: `TerminalError` when there is no usable terminal, `StoreError`.
  func run() throws {
    var options = settings.terminal
    let logFile = LogFile(environment: ProcessInfo.processInfo.environment)
    options.strayOutput = logFile.strayPath
    options.crashMessage = content.texts["screen.crashed"]
    // Control-Z takes back what was typed or sent; the shell's own way to stop a program remains.
    options.suspendsOnControlZ = false
    let terminal: Terminal
    do {
      terminal = try Terminal(options)
    } catch {
      throw CommandFailure(error.description, CommandFailure.noInput)
    }
    defer { terminal.release() }
    let waker = terminal.waker
    let session = Session(
      desk: place.desk, person: place.person.id, language: place.language, log: logFile.logger,
      journal: journal, wake: { waker.wake() })
    var demonstration = self.demonstration
    var model = Model(
      sitting: try sitting(), content: content, size: terminal.size,
      now: place.desk.now())
    let content = model.content
    // The readings of Chinese letters take a while to load: after the first screen, before anybody
    // looks for something by its name.
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + 1) { content.prepare() }
    session.start()
    session.run(model.start())
    for problem in settings.problems { logFile.logger.warning("\(problem)") }
    if let complaint = settings.complaint(content.texts) {
      session.run(model.update(.notice(complaint)))
    }
    if demonstration != nil { _ = model.update(.notice(content.texts["practice.playing"])) }
    terminal.paint(model.view())
    var painted = model.changes
    var known = coach?.learnt ?? []
    var isGone = false
    var round = Round()
    loop: while true {
      let (timeout, pressed, isOver) = beat(&demonstration, model, round)
      if isOver { break loop }
      var events = pressed == nil ? terminal.nextEvents(timeout: timeout) : []
      isGone = events.contains(.hungUp)
      if demonstration != nil {
        guard let notice = watch(&events, &demonstration) else { break loop }
        if !notice.isEmpty { _ = model.update(.notice(notice)) }
      }
      if let pressed { events.append(.key(pressed)) }
      var behind: [Effect] = []
      let told = messages(from: events, session, &round)
      for (index, message) in told.enumerated() {
        guard let message else { break loop }
        let effects = model.update(message, isLast: index + 1 == told.count)
        // What reads along would take a processor from the frame that a key is waiting for.
        behind += effects.filter(\.readsAlong)
        session.run(effects.filter { !$0.readsAlong })
        for effect in effects { show(effect, on: terminal, &model) }
        if effects.contains(.quit) { break loop }
      }
      if model.changes != painted || events.contains(.resumed) {
        terminal.paint(model.view())
        painted = model.changes
      }
      session.run(behind)
      if let coach = model.coach, coach.learnt != known {
        known = coach.learnt
        learnt(known)
      }
    }
    // Words that were sent are no draft any more, and others that were not are one again.
    session.finish()
    for message in session.messages() { session.run(model.update(message).filter(\.keepsDraft)) }
    session.close(keeping: model.unkeptDrafts, releasing: isGone)
  }

  /// Where words wait while the desk cannot be reached; a practice desk has nobody to send them to.
  private var journal: Journal? {
    guard !isPractice else { return nil }
    return Journal(
      folder: LogFile.folder(ProcessInfo.processInfo.environment),
      desk: place.path.contains("://")
        ? place.path : URL(fileURLWithPath: place.path).resolvingSymlinksInPath().path,
      person: place.person.id)
  }

  /// Does what an effect wants of the terminal, between two paintings.
  private func show(_ effect: Effect, on terminal: Terminal, _ model: inout Model) {
    switch effect {
    case .redraw: terminal.redraw()
    case .ring: if settings.preferences.bell { terminal.ring() }
    case .notify(let sentence):
      if settings.preferences.notices != .off { terminal.notify(sentence) }
    case .copy(let words):
      if !terminal.copy(words) { _ = model.update(.notice(content.texts["screen.copy_failed"])) }
    default: break
    }
  }

  /// How long to wait for an event, or the key the demonstration presses now.
  private func beat(
    _ demonstration: inout Demonstration?, _ model: Model, _ round: Round
  ) -> (timeout: Duration?, pressed: Key?, isOver: Bool) {
    let usual: Duration? =
      model.wantsTicks ? (round.owesTime ? Round.pause : .seconds(1)) : nil
    switch demonstration?.look(at: model) {
    case nil: return (usual, nil, false)
    case .press(let key): return (nil, key, false)
    case .wait(let time): return (min(time, .seconds(1)), nil, false)
    case .over: return (nil, nil, true)
    }
  }

  /// Keeps a viewer's keys from the console: space pauses, q and Esc leave, the rest do nothing.
  ///
  /// - Returns: what to say, empty for nothing; nil when the viewer leaves.
  private func watch(
    _ events: inout [TerminalEvent], _ demonstration: inout Demonstration?
  ) -> String? {
    var notice = ""
    for event in events {
      switch event {
      case .key(.character("q")), .key(.escape), .key(.control("c")): return nil
      case .key(.character(" ")):
        let isPaused = demonstration?.pause() == true
        notice = content.texts[isPaused ? "practice.paused" : "practice.playing"]
      default: break
      }
    }
    events.removeAll { if case .key = $0 { true } else { false } }
    return notice
  }

  /// What the model is told before the next frame; nil means to leave.
  private func messages(
    from events: [TerminalEvent], _ session: Session, _ round: inout Round
  ) -> [Console.Message?] {
    var messages: [Console.Message] = []
    for event in events {
      switch event {
      case .key(let key): messages.append(.key(key))
      case .pointer(let pointer): messages.append(.pointer(pointer))
      case .focus(let isInFront): messages.append(.focus(isInFront))
      case .pasteWasCut: messages.append(.notice(content.texts["screen.paste_cut"]))
      case .resized(let size): messages.append(.resized(size))
      case .woken: break
      case .resumed: messages.append(.ticked(place.desk.now()))
      case .hungUp, .terminationAsked, .interrupted:
        return [.ticked(place.desk.now())] + messages + [nil]
      }
    }
    return round.messages(at: place.desk.now(), messages, told: session.messages())
  }

  var content: Content {
    let playbook = place.desk.playbook
    return Content(
      texts: playbook.locale(place.language), remedies: playbook.remedies,
      reasons: playbook.reasons, english: playbook.locale(.en),
      customers: playbook.customers.all)
  }

  /// A file's name, or that of a database without what stands behind it in the address.
  private static func name(ofDeskAt place: String) -> String {
    guard place.contains("://") else {
      return URL(fileURLWithPath: place).deletingPathExtension().lastPathComponent
    }
    let address = place.prefix { $0 != "?" }
    return address.split(separator: "/").last.map(String.init) ?? place
  }

  func sitting() throws -> Sitting {
    Sitting(
      desk: deskName
        ?? ConsoleLoop.name(ofDeskAt: place.path),
      person: place.person,
      permissions: place.desk.playbook.authority?.permissions[place.person.role] ?? [],
      language: place.language,
      colleagues: try place.desk.store.people().filter { $0.active && $0.id != place.person.id },
      commandPrefix: UUID().uuidString, timeZone: .current,
      measure: settings.measure, strokes: settings.isPlain ? .ascii : .box,
      plainMarks: settings.isPlain,
      pauseAfter: place.desk.playbook.clocks?.pauseAfter, keymap: settings.keymap,
      preferences: settings.preferences, coach: coach, isPractice: isPractice)
  }
}

extension Effect {
  /// Whether it reads words that are being written.
  fileprivate var readsAlong: Bool {
    if case .readDraft = self { true } else { false }
  }

  /// Whether it keeps words for their author.
  fileprivate var keepsDraft: Bool {
    if case .keepDraft = self { true } else { false }
  }
}
