#if PostgreSQL
  import Console
  import Desk
  import Foundation
  import Logging
  import Playbook
  import Screen
  import Session
  import Synchronization
  import Vocabulary
  import Workflow

  /// A person at a console without a terminal: the real session on a real server.
  final class Sitter {
    private(set) var model: Model
    let session: Session
    let desk: Desk

    /// What was waited for did not come.
    struct Waited: Error, CustomStringConvertible {
      let description: String
    }

    /// Sits a person down.
    init(
      at desk: Desk, _ person: PersonID, journal: String,
      monotonic: @escaping @Sendable () -> Duration = Session.monotonic
    ) throws {
      self.desk = desk
      let people = try desk.store.people()
      guard let sitter = people.first(where: { $0.id == person }) else {
        throw Waited(description: "\(person) is not on the desk")
      }
      let playbook = desk.playbook
      session = Session(
        desk: desk, person: person, language: .en,
        log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        journal: Journal(folder: journal, desk: "test", person: person), monotonic: monotonic,
        wake: {})
      model = Model(
        sitting: Sitting(
          desk: "test", person: sitter,
          permissions: playbook.authority?.permissions[sitter.role] ?? [], language: .en,
          colleagues: people.filter { $0.id != person }, commandPrefix: UUID().uuidString,
          timeZone: .gmt),
        content: Content(
          texts: playbook.locale(.en), remedies: playbook.remedies, reasons: playbook.reasons,
          customers: playbook.customers.all),
        size: Size(columns: 120, rows: 40), now: desk.now())
      session.start()
      session.run(model.start())
    }

    /// Presses keys by their names.
    func press(_ names: String...) {
      for name in names {
        if let key = Key(name: name) { tell(.key(key)) }
      }
    }

    /// Types words.
    func type(_ words: String) { for letter in words { tell(.key(.character(letter))) } }

    /// Writes a reply and presses Enter.
    func reply(_ words: String) throws {
      press("r")
      type(words)
      press("enter")
      try wait("the composer") { sitter in
        sitter.model.open.map {
          sitter.model.drafts[$0.current.ref, .reply].onItsWay == nil
        } ?? true
      }
      press("esc")
    }

    var screen: String { model.view().text }

    private func tell(_ message: Console.Message) { session.run(model.update(message)) }

    /// Lives until something is so, for a minute at most.
    func wait(_ what: String, _ isSo: (Sitter) throws -> Bool) throws {
      let deadline = ContinuousClock.now + .seconds(60)
      while true {
        tell(.ticked(desk.now()))
        for message in session.messages() { tell(message) }
        if try isSo(self) { return }
        guard .now < deadline else {
          throw Waited(description: "waited a minute for \(what)\n\(screen)")
        }
        usleep(5_000)
      }
    }
  }
#endif
