import Console
import Desk
import Foundation
import Logging
import Playbook
import Screen
import Session
import Terminal
import Vocabulary

/// The one thread that owns the terminal: keys in, one frame out, effects to the session.
struct ConsoleLoop {
  let place: Workplace
  let settings: ConsoleSettings

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
      wake: { waker.wake() })
    var model = Model(
      sitting: try sitting(), content: content, size: terminal.size,
      now: place.desk.now())
    let content = model.content
    DispatchQueue.global(qos: .utility).async { content.prepare() }
    session.start()
    session.run(model.start())
    for problem in settings.problems { logFile.logger.warning("\(problem)") }
    if let complaint = settings.complaint(content.texts) {
      session.run(model.update(.notice(complaint)))
    }
    terminal.paint(model.view())
    var isGone = false
    loop: while true {
      let events = terminal.nextEvents(timeout: model.wantsTicks ? .seconds(1) : nil)
      isGone = events.contains(.hungUp)
      for message in messages(from: events, session) {
        guard let message else { break loop }
        let effects = model.update(message)
        session.run(effects)
        for effect in effects { show(effect, on: terminal, &model) }
        if effects.contains(.quit) { break loop }
      }
      terminal.paint(model.view())
    }
    session.close(keeping: model.unkeptDrafts, releasing: isGone)
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

  /// What the model is told, with the time first; nil means to leave.
  private func messages(from events: [TerminalEvent], _ session: Session) -> [Console.Message?] {
    var messages: [Console.Message?] = [.ticked(place.desk.now())]
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
        messages.append(nil)
        return messages
      }
    }
    return messages + session.messages()
  }

  private var content: Content {
    let playbook = place.desk.playbook
    return Content(
      texts: playbook.locale(place.language), remedies: playbook.remedies,
      reasons: playbook.reasons, english: playbook.locale(.en))
  }

  private func sitting() throws -> Sitting {
    Sitting(
      desk: URL(fileURLWithPath: place.path).deletingPathExtension().lastPathComponent,
      person: place.person, language: place.language,
      colleagues: try place.desk.store.people().filter { $0.active && $0.id != place.person.id },
      commandPrefix: UUID().uuidString, timeZone: .current,
      measure: settings.measure, strokes: settings.isPlain ? .ascii : .box,
      plainMarks: settings.isPlain, keymap: settings.keymap,
      preferences: settings.preferences)
  }
}
