#if PostgreSQL
  import Desk
  import DeskTesting
  import Playbook
  import Synchronization
  import Testing
  import Vocabulary
  import Workflow

  @testable import DeskPostgreSQL

  extension ServerTests {
    /// What the database asks is never more than what the program may do: people of every role, each
    /// under their own, none of them the owner.
    @Suite struct HonestShift {
      private let place: TestDesk
      private let desks: [PersonID: Desk]
      private let time = Time()

      private final class Time: Sendable {
        let now = Mutex(Bench.start)
        let count = Mutex(0)
      }

      init() throws {
        let playbook = Playbook.shipped
        place = try TestDesk(permissions: playbook.authority?.permissions ?? [:])
        let people: [(PersonID, Role)] = [
          ("sam", .supervisor), ("lin", .supervisor), ("ann", .senior), ("mei", .agent),
          ("bo", .agent), ("aud", .auditor),
        ]
        try place.store.write { transaction in
          for (id, role) in people {
            try transaction.put(Person(id: id, name: id.rawValue, role: role))
          }
        }
        var desks: [PersonID: Desk] = [:]
        for (id, _) in people {
          desks[id] = Desk(
            store: try place.store(as: id.rawValue), playbook: playbook,
            now: { [time] in time.now.withLock { $0 } }, sampled: { _ in false })
        }
        self.desks = desks
      }

      private func desk(_ person: PersonID) throws -> Desk { try #require(desks[person]) }

      private func nextCommand() -> CommandID {
        time.count.withLock { count in
          count += 1
          return CommandID("shift-\(count)")
        }
      }

      private func pass(seconds: Int64) { time.now.withLock { $0 = $0.adding(seconds: seconds) } }

      @discardableResult private func perform(
        _ command: CaseCommand, _ ref: CaseRef, by person: PersonID,
        because reason: OverrideReason? = nil
      ) throws -> [CaseEvent.Kind] {
        try desk(person).perform(
          DeskRequest(
            by: person, ref: ref,
            envelope: CommandEnvelope(id: nextCommand(), command: command, override: reason))
        ).events.map(\.record.event.kind)
      }

      private func open(_ text: String, by person: PersonID) throws -> CaseRef {
        try desk(person).open(
          IntakeLine(
            external: nil, customer: Customer(name: "Ms Reed", phone: "555-0100"),
            turns: [
              .init(from: .customer, text: text, at: nil),
              .init(from: .agent, text: "We have your message.", at: nil),
            ]), by: person, command: nextCommand()
        ).ref
      }

      private func receive(_ text: String, _ ref: CaseRef, by person: PersonID) throws
        -> [CaseEvent.Kind]
      {
        try perform(.receive(text: text, spoken: false), ref, by: person)
      }

      private func finish() throws {
        #expect(try desk("lin").verification() == Verification())
        #expect(throws: Refusal.self) {
          try desk("aud").open(
            IntakeLine(
              external: nil, customer: Customer(name: "X"),
              turns: [.init(from: .customer, text: "x", at: nil)]), by: "aud",
            command: nextCommand())
        }
      }

      @Test func `a case changes hands in every way there is`() throws {
        let ref = try open("Where is my order 48213? It should have come on Monday.", by: "bo")
        #expect(try desk("mei").takeNext(for: "mei", command: nextCommand())?.ref == ref)
        try perform(.note(text: "Known from last week."), ref, by: "bo")
        try perform(.tag("talker", on: true), ref, by: "bo")
        try perform(.raiseHand(words: "What now?"), ref, by: "mei")
        try perform(.whisper(text: "Ask for the number."), ref, by: "lin")
        try perform(.raiseHand(words: "And now?"), ref, by: "mei")
        try perform(.lowerHand, ref, by: "lin")
        try perform(.transfer(to: "bo"), ref, by: "mei")
        try perform(.accept, ref, by: "bo")
        try perform(.takeOver(reason: "a senior case"), ref, by: "ann")
        try perform(.release, ref, by: "ann")
        try perform(.claim, ref, by: "mei")
        try perform(.takeOver(reason: "for the press"), ref, by: "lin")
        try perform(
          .escalate(to: "head office", due: time.now.withLock { $0.adding(seconds: 3600) }), ref,
          by: "lin")
        try finish()
      }

      @Test func `a conversation is led to its end and begins again`() throws {
        let ref = try open("Order 48213 never came. This is ridiculous!", by: "bo")
        try perform(.claim, ref, by: "mei")
        try perform(
          .send(Draft(text: "I am sorry that your order 48213 never came, Ms Reed.")), ref,
          by: "mei")
        #expect(
          try receive("No! You people are a joke, I want my money back right now!!!", ref, by: "bo")
            .first == .received)
        try perform(.danger(.injury), ref, by: "bo")
        try perform(
          .send(Draft(text: "Please stay where it is safe; I am here. I am sorry.")), ref, by: "mei"
        )
        try perform(.dangerOver, ref, by: "mei")
        try perform(.set(.problem, value: "the order never came", reason: nil), ref, by: "mei")
        try perform(.identify(how: "order number"), ref, by: "mei")
        try perform(
          .requestApproval(
            .remedy(
              PlanOption(
                remedy: "refund", what: "a full refund",
                amount: Money(minor: 50_000, currency: "GBP")))), ref, by: "mei")
        try perform(.approve(request: nil, reason: "our fault"), ref, by: "lin")
        try perform(.snooze(until: time.now.withLock { $0.adding(seconds: 600) }), ref, by: "mei")
        pass(seconds: 700)
        // Whoever sweeps does it in the name of the desk.
        #expect(try desk("bo").sweep() == [ref])
        let spam = try open("Cheap watches! Buy now.", by: "bo")
        try perform(.claim, spam, by: "lin")
        try perform(.link(ref), spam, by: "bo")
        try perform(
          .close(.misdirected, words: "not a customer"), spam, by: "lin",
          because: .words("not a customer")
        )
        #expect(
          try receive("Are you still there? Where is my order?", spam, by: "bo").contains(.reopened)
        )
        try finish()
      }
    }
  }
#endif
