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

  /// Runs until the person leaves or the terminal is gone.
  ///
  /// - Throws: `TerminalError` when there is no usable terminal, `StoreError`.
  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    var options = TerminalOptions(environment: environment)
    let logFile = LogFile(environment: environment)
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
      sitting: try sitting(environment), content: content, size: terminal.size,
      now: place.desk.now())
    session.start()
    session.run(model.start())
    terminal.paint(model.view())
    var isGone = false
    loop: while true {
      let events = terminal.nextEvents(timeout: model.wantsTicks ? .seconds(1) : nil)
      isGone = events.contains(.hungUp)
      for message in messages(from: events, session) {
        guard let message else { break loop }
        let effects = model.update(message)
        session.run(effects)
        if effects.contains(.redraw) { terminal.redraw() }
        if effects.contains(.ring) { terminal.ring() }
        if effects.contains(.quit) { break loop }
      }
      terminal.paint(model.view())
    }
    session.close(keeping: model.unkeptDrafts, releasing: isGone)
  }

  /// What the model is told, with the time first; nil means to leave.
  private func messages(from events: [TerminalEvent], _ session: Session) -> [Console.Message?] {
    var messages: [Console.Message?] = [.ticked(place.desk.now())]
    for event in events {
      switch event {
      case .key(let key): messages.append(.key(key))
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
      reasons: playbook.reasons)
  }

  private func sitting(_ environment: [String: String]) throws -> Sitting {
    let wide = environment["CALMDESK_AMBIGUOUS"] == "wide"
    let plain = environment["CALMDESK_BORDERS"] == "ascii"
    return Sitting(
      desk: URL(fileURLWithPath: place.path).deletingPathExtension().lastPathComponent,
      person: place.person, language: place.language,
      colleagues: try place.desk.store.people().filter { $0.active && $0.id != place.person.id },
      commandPrefix: UUID().uuidString, timeZone: .current,
      measure: wide ? TextWidth(ambiguousIsWide: true) : .standard,
      strokes: plain || wide ? .ascii : .box, plainMarks: plain || wide)
  }
}
