import Console
import Desk
import DeskSQLite
import Dispatch
import Foundation
import Logging
import Playbook
import Screen
import Session
import Vocabulary

/// A person at the console without a terminal: the real session and the real model, with keys
/// pressed and frames drawn by the benchmark.
final class Seat {
  private(set) var model: Model
  private let desk: Desk
  private let session: Session
  private let bell: DispatchSemaphore
  private var round = Round()
  /// The changes of the model that were drawn last.
  private var drawn = -1
  /// Answers the session still owes.
  private var owed = 0

  /// The desk did not answer.
  struct NoAnswer: Error, CustomStringConvertible {
    var description: String { "The desk has not answered the console for 30 seconds." }
  }

  /// Sits the one person of a desk down, and waits until the queue is there.
  ///
  /// - Parameters:
  ///   - bench: the desk.
  ///   - size: of the terminal.
  /// - Throws: what the desk throws, `NoAnswer`.
  convenience init(_ bench: BenchDesk, size: Size) throws {
    try self.init(bench.desk, as: bench.person, size: size)
  }

  /// Sits somebody down at a desk, and waits until the queue is there.
  ///
  /// - Parameters:
  ///   - desk: the desk.
  ///   - id: who sits there.
  ///   - size: of the terminal.
  /// - Throws: what the desk throws, `NoAnswer`.
  init(_ desk: Desk, as id: PersonID, size: Size) throws {
    self.desk = desk
    let people = try desk.store.people()
    let playbook = desk.playbook
    let person =
      people.first { $0.id == id } ?? Person(id: id, name: id.rawValue, role: .supervisor)
    let bell = DispatchSemaphore(value: 0)
    self.bell = bell
    session = Session(
      desk: desk, person: id, language: .en,
      log: Logger(label: "benchmark", factory: { _ in SwiftLogNoOpLogHandler() }),
      wake: { bell.signal() })
    model = Model(
      sitting: Sitting(
        desk: "benchmark", person: person, language: .en,
        colleagues: people.filter { $0.id != id },
        commandPrefix: UUID().uuidString, timeZone: .gmt),
      content: Content(
        texts: playbook.locale(.en), remedies: playbook.remedies, reasons: playbook.reasons,
        customers: playbook.customers.all),
      size: size, now: desk.now())
    session.start()
    run(model.start())
    try settle()
  }

  /// Ends the sitting.
  func leave() { session.close(keeping: model.unkeptDrafts) }

  /// Presses a key as the console's loop would: the time first, then the key, then a frame.
  ///
  /// - Parameter key: the key.
  /// - Returns: the frame.
  @discardableResult
  func press(_ key: Key) -> Frame {
    take(.ticked(desk.now()), isLast: false)
    take(.key(key))
    return model.view()
  }

  /// Waits until the desk has told something, for a second at most; then looks.
  func await() {
    _ = bell.wait(timeout: .now() + (round.owesTime ? 0.1 : 1))
    look()
  }

  /// Lets the console see what time it is and what the desk has told, and draws a frame.
  func look() {
    let told = round.messages(at: desk.now(), [], told: session.messages())
    for (index, message) in told.enumerated() { take(message, isLast: index + 1 == told.count) }
    guard model.changes != drawn else { return }
    _ = model.view()
    drawn = model.changes
  }

  /// Waits until the desk has answered everything it was asked.
  ///
  /// - Throws: `NoAnswer`.
  func settle() throws {
    while true {
      look()
      guard owed > 0 else { return }
      guard bell.wait(timeout: .now() + .seconds(30)) == .success else { throw NoAnswer() }
    }
  }

  private func take(_ message: Console.Message, isLast: Bool = true) {
    switch message {
    case .queue, .conversation, .missing, .phrases, .promises, .requests, .performed, .board:
      owed = max(0, owed - 1)
    default: break
    }
    run(model.update(message, isLast: isLast))
  }

  private func run(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .loadQueue, .loadConversation, .loadHistory, .loadPhrases, .loadPromises, .loadRequests,
        .perform, .takeNext, .loadBoard:
        owed += 1
      case .readDraft, .keepDraft, .readWords, .changeOwnPhrases, .quit, .redraw, .ring, .copy,
        .notify, .attend, .reassign, .withdraw, .forget, .loadLeaves, .setLeave:
        break
      }
    }
    session.run(effects)
  }
}
