#if PostgreSQL
  import Desk
  import DeskTesting
  import Testing
  import Vocabulary
  import Workflow

  @testable import DeskPostgreSQL

  extension ServerTests {
    /// The board on a server, and what nobody can do to others through it.
    @Suite struct Presences {
      private let desk: TestDesk

      init() throws {
        desk = try TestDesk()
        try desk.store.write { transaction in
          for (id, role) in [
            ("sam", Role.supervisor), ("mei", .agent), ("ann", .agent), ("aud", .auditor),
          ] {
            try transaction.put(Person(id: PersonID(id), name: id, role: role))
          }
        }
      }

      @Test(arguments: PresenceClause.all)
      func `in PostgreSQL`(_ clause: PresenceClause) throws {
        try clause.check(desk.store.presence)
      }

      @Test func `everybody of the desk says what they are about, and sees the others`() throws {
        let mei = Presence(sitting: "1", person: "mei")
        let aud = Presence(sitting: "2", person: "aud")
        try desk.store(as: "mei").presence.put(mei)
        try desk.store(as: "aud").presence.put(aud)
        #expect(try desk.store(as: "ann").presence.all() == [mei, aud])
      }

      @Test func `a role says nothing in another's name`() throws {
        let mei = Presence(sitting: "1", person: "mei")
        try desk.store(as: "mei").presence.put(mei)
        let ann = try desk.store(as: "ann").presence
        try expect("you signed in as “ann” and may not sit here as “mei”") {
          try ann.put(Presence(sitting: "3", person: "mei", counter: 99))
        }
        try ann.put(Presence(sitting: "1", person: "ann", counter: 99))
        #expect(try ann.all() == [mei])
        let line = try desk.line(as: "ann")
        for statement in [
          "UPDATE calmdesk.sittings SET person = 'ann'", "DELETE FROM calmdesk.sittings",
          "SELECT calmdesk.is_there('mei')", "TRUNCATE calmdesk.sittings",
        ] {
          #expect(throws: LineError.self, "\(statement)") { try line.run(statement) }
        }
      }

      @Test func `a case is taken in the desk's name only from whoever is not heard of`() throws {
        let ref = try open(by: "mei")
        let mei = try desk.store(as: "mei").presence
        try mei.put(Presence(sitting: "1", person: "mei"))
        try expect("“mei” still sits at a console") { try append(.lapsed(from: "mei"), 3, ref) }
        // As it is after three quarters of a minute without a word.
        try desk.line(as: "sam").run(
          "UPDATE calmdesk.sittings SET moved_at = clock_timestamp() - interval '46 seconds'")
        try expect("case \(ref) is not held by “ann”") { try append(.lapsed(from: "ann"), 3, ref) }
        try expect("a claim lapses in the name of the desk itself alone") {
          try append(.lapsed(from: "mei"), 3, ref, by: "ann")
        }
        try append(.lapsed(from: "mei"), 3, ref)
        #expect(try desk.store.row(of: ref)?.handler == nil)
      }

      @Test func `a word that says nothing new is no sign of life`() throws {
        let ref = try open(by: "mei")
        let board = try desk.store(as: "mei").presence
        try board.put(Presence(sitting: "1", person: "mei", counter: 7))
        try desk.line(as: "sam").run(
          "UPDATE calmdesk.sittings SET moved_at = clock_timestamp() - interval '1 hour'")
        try board.put(Presence(sitting: "1", person: "mei", counter: 7))
        try append(.lapsed(from: "mei"), 3, ref)
      }

      @Test func `whoever left is not there, and a call is never taken`() throws {
        let ref = try open(by: "mei")
        let call = try open(by: "mei", number: 1002, channel: .phone)
        let board = try desk.store(as: "mei").presence
        try board.put(Presence(sitting: "1", person: "mei", hasLeft: true))
        try append(.lapsed(from: "mei"), 3, ref)
        try expect("case \(call) is a call, and the line to the customer may still stand") {
          try append(.lapsed(from: "mei"), 3, call, number: 1002, channel: .phone)
        }
      }

      @Test func `who watches is a supervisor, under their own name`() throws {
        let ref = try open(by: "mei")
        try expect(
          "“ann” does not have the permission “whisper”; somebody who has it has to do it"
        ) { try append(.watched(by: "ann"), 3, ref, by: "ann", handler: "mei") }
        try desk.store.write {
          try $0.put(Person(id: "lin", name: "lin", role: .supervisor))
        }
        try expect("you signed in as “lin” and may not watch as “sam”") {
          try append(.watched(by: "sam"), 3, ref, by: "lin", handler: "mei")
        }
        try append(.watched(by: "lin"), 3, ref, by: "lin", handler: "mei")
      }

      @Test func `a server that crashed has an empty board, and everybody goes on`() throws {
        let server = try TestServer()
        let desk = try TestDesk(on: server)
        let sam = Presence(sitting: "1", person: "sam")
        try desk.store.presence.put(sam)
        #expect(try desk.store.presence.all() == [sam])
        try server.crash()
        #expect(try desk.store.presence.all().isEmpty)
        try desk.store.presence.put(sam)
        #expect(try desk.store.presence.all() == [sam])
      }

      // MARK: -

      private func fixture(_ number: Int, by person: PersonID) -> CaseFixture {
        var fixture = CaseFixture(number)
        fixture.person = person
        return fixture
      }

      /// A case at version 2, held by a person.
      private func open(
        by person: PersonID, number: Int = 1001, channel: Channel = .chat
      ) throws -> CaseRef {
        let fixture = fixture(number, by: person)
        try desk.store(as: person.rawValue).write { try $0.append(fixture.appending(1...1)) }
        try append(
          .claimed(by: person), 2, fixture.ref, by: person, handler: person, number: number,
          channel: channel)
        return fixture.ref
      }

      /// Adds one event through ann's program, or that of whoever acts.
      private func append(
        _ event: CaseEvent, _ version: Int, _ ref: CaseRef, by actor: PersonID = "calmdesk",
        handler: PersonID? = nil, number: Int = 1001, channel: Channel = .chat
      ) throws {
        let fixture = fixture(number, by: actor)
        var row = fixture.row(version, handler: handler)
        row.channel = channel
        let record = RecordedEvent(
          version: version, at: fixture.start, actor: actor,
          command: CommandID("\(ref)-\(version)-\(actor)"), event: event)
        let role = actor == "calmdesk" ? "ann" : actor.rawValue
        try desk.store(as: role).write {
          try $0.append(
            Appending(ref: ref, from: version - 1, events: [record], row: row))
        }
      }

      private func expect(_ why: String, _ body: () throws -> Void) throws {
        do {
          try body()
          Issue.record("not refused with: \(why)")
        } catch StoreError.refused(_, let said) {
          #expect(said == why)
        }
      }
    }
  }
#endif
