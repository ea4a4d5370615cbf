#if PostgreSQL
  import Desk
  import DeskTesting
  import Testing
  import Vocabulary
  import Workflow

  @testable import DeskPostgreSQL

  extension ServerTests {
    /// What a role cannot do to a desk, whatever program it uses.
    @Suite struct Trust {
      private let desk: TestDesk
      /// Case C-1001, held by mei at version 2.
      private let fixture: CaseFixture

      init() throws {
        desk = try TestDesk()
        try desk.store.write { transaction in
          for (id, role) in [
            ("sam", Role.supervisor), ("mei", .agent), ("ann", .agent), ("lin", .senior),
            ("aud", .auditor),
          ] {
            try transaction.put(Person(id: PersonID(id), name: id, role: role))
          }
        }
        var fixture = CaseFixture(1001)
        fixture.person = "mei"
        self.fixture = fixture
        try desk.store(as: "mei").write { try $0.append(fixture.appending(1...1)) }
        try append(.claimed(by: "mei"), 2, by: "mei", handler: "mei")
      }

      // MARK: Tables

      @Test func `nobody but the owner touches a table`() throws {
        let line = try desk.line(as: "mei")
        for statement in [
          "INSERT INTO calmdesk.people VALUES ('bo', 'Bo', 'supervisor', true)",
          "UPDATE calmdesk.cases SET handler = 'ann'", "DELETE FROM calmdesk.events",
          "UPDATE calmdesk.events SET event = ''", "TRUNCATE calmdesk.snapshots",
          "UPDATE calmdesk.readings SET reading = ''", "DELETE FROM calmdesk.contacts",
          "UPDATE calmdesk.permissions SET role = 'agent'", "SELECT * FROM calmdesk.drafts",
          "UPDATE calmdesk.desk SET shift = 0", "UPDATE calmdesk.counts SET cases = 0",
          "SELECT nextval('calmdesk.numbers')", "SELECT calmdesk.count_case('open', 9)",
          "SELECT calmdesk.admit('bo', true)", "CREATE TABLE calmdesk.mine (x int)",
          "DROP TABLE calmdesk.events", "SELECT * FROM calmdesk.cases FOR UPDATE",
        ] {
          let error = #expect(throws: LineError.self, "\(statement)") { try line.run(statement) }
          guard case .server("42501", _) = error else {
            Issue.record("\(statement): \(String(describing: error)) instead of a refusal")
            continue
          }
        }
      }

      @Test func `a function of the caller's own does not stand in for one of the system's`() throws
      {
        let line = try desk.line(as: "mei")
        try line.run(
          """
          CREATE FUNCTION pg_temp.cardinality(anyarray) RETURNS integer LANGUAGE sql AS \
          'SELECT 7/0'; SET search_path = pg_temp, pg_catalog
          """)
        #expect(try line.run("SELECT version FROM calmdesk.hold('C-1001')").rows == 1)
        try append(.tagged("talker", on: true), 3, by: "ann", handler: "mei")
      }

      // MARK: Leave and what is kept

      @Test func `everybody says when they are on leave, and nothing else of who works here`()
        throws
      {
        let mei = try desk.store(as: "mei")
        var person = try #require(try mei.person("mei"))
        person.aptitude.leave = Leave(
          from: Instant(seconds: 1_800_000_000), until: Instant(seconds: 1_800_100_000),
          deputy: "ann")
        let away = person
        try mei.write { try $0.put(away) }
        #expect(try mei.person("mei") == away)
        var promoted = away
        promoted.role = .supervisor
        var skilled = away
        skilled.aptitude.skills = ["billing"]
        var ann = try #require(try mei.person("ann"))
        ann.aptitude.leave = away.aptitude.leave
        for other in [promoted, skilled, ann] {
          try expect("“mei” may not say who works at this desk; a supervisor can") {
            try mei.write { try $0.put(other) }
          }
        }
        let sent = ann
        try desk.store(as: "sam").write { try $0.put(sent) }
        #expect(try mei.people().filter { $0.aptitude.leave != nil }.map(\.id) == ["ann", "mei"])
      }

      @Test func `readings go by a supervisor's hand alone`() throws {
        var appending = CaseFixture(1002).appending(1...1)
        appending.readings = [StoredReading(message: 0, customer: .empty)]
        let first = appending
        try desk.store.write { try $0.append(first) }
        let limit = Instant(seconds: 1_900_000_000)
        try expect("“lin” may not say what this desk keeps; a supervisor can") {
          _ = try desk.store(as: "lin").purge(readingsBefore: limit, limit: 9)
        }
        #expect(try desk.store(as: "lin").readings(before: limit) == 1)
        #expect(try desk.store(as: "sam").purge(readingsBefore: limit, limit: 9) == 1)
        #expect(try desk.store.readings(before: limit) == 0)
      }

      // MARK: Who acts

      @Test func `a role acts under its own name alone`() throws {
        try expect("you signed in as “ann” and may not act as “mei”") {
          try append(.tagged("talker", on: true), 3, by: "mei", through: "ann", handler: "mei")
        }
        try expect("only what has fallen due is done in the name of the desk itself") {
          try append(.dangerEnded, 3, by: "calmdesk", through: "ann", handler: "mei")
        }
        try append(.woken, 3, by: "calmdesk", through: "ann", handler: "mei")
        try expect("you signed in as “ann” and may not hold a case as “mei”") {
          try append(.released(by: "mei"), 4, by: "ann", handler: nil)
        }
      }

      @Test func `a case is changed by whoever holds it`() throws {
        try expect("case C-1001 is held by “mei”; take it over before you change it") {
          try append(.identified(how: "order number"), 3, by: "ann", handler: "mei")
        }
        try expect("case C-1001 is held by “mei”; take it over, or let them release it") {
          try append(.claimed(by: "ann"), 3, by: "ann", handler: "ann")
        }
        try expect("case C-1001 was not offered to “ann”") {
          try append(.transferAccepted(by: "ann"), 3, by: "ann", handler: "ann")
        }
        try expect("the events of case C-1001 do not give it to “ann”") {
          try append(.tagged("talker", on: true), 3, by: "ann", handler: "ann")
        }
        try expect("case C-1001 was not offered to “ann”") {
          try append(.transferDeclined(by: "ann"), 3, by: "ann", handler: "mei")
        }
        try append(.transferOffered(to: "ann"), 3, by: "mei", handler: "mei")
        try append(.transferDeclined(by: "ann"), 4, by: "ann", handler: "mei")
        try expect("case C-1001 was not offered to “ann”") {
          try append(.transferAccepted(by: "ann"), 5, by: "ann", handler: "ann")
        }
        try append(.transferOffered(to: "ann"), 5, by: "mei", handler: "mei")
        try append(.transferAccepted(by: "ann"), 6, by: "ann", handler: "ann")
        try append(.released(by: "ann"), 7, by: "ann", handler: nil)
        try expect("nobody holds case C-1001; claim it first") {
          try append(.identified(how: "order number"), 8, by: "ann", handler: nil)
        }
      }

      @Test func `whoever carried a task out says so, and only the holder gives one`() throws {
        let given = CaseEvent.taskGiven(
          department: "Dispatch", what: "send it", due: Instant(seconds: 1_900_000_000),
          promise: nil)
        try expect("case C-1001 is held by “mei”; take it over before you change it") {
          try append(given, 3, by: "ann", handler: "mei")
        }
        try append(given, 3, by: "mei", handler: "mei")
        try append(.taskDone(number: 1), 4, by: "ann", handler: "mei")
        try append(.improvementNoted(cause: "", proposal: "one box"), 5, by: "ann", handler: "mei")
        try expect(
          "“aud” does not have the permission “work”; somebody who has it has to do it"
        ) {
          try append(.taskDone(number: 1), 6, by: "aud", handler: "mei")
        }
      }

      @Test func `a role does what its permissions allow`() throws {
        func lacks(_ person: String, _ permission: String) -> String {
          "“\(person)” does not have the permission “\(permission)”; somebody who has it has to do it"
        }
        try expect(lacks("ann", "take_over")) {
          try append(.takenOver(by: "ann", reason: "x"), 3, by: "ann", handler: "ann")
        }
        try expect(lacks("aud", "intake")) {
          try append(received, 3, by: "aud", handler: "mei")
        }
        try expect(lacks("aud", "work")) {
          try append(.flagged(evidence: "x"), 3, by: "aud", handler: "mei")
        }
        try expect(lacks("ann", "whisper")) {
          try append(.noted(.init(text: "x", kind: .whisper)), 3, by: "ann", handler: "mei")
        }
        try expect(lacks("mei", "approve")) {
          try append(.approved(request: 1, reason: "x"), 3, by: "mei", handler: "mei")
        }
        try expect(lacks("mei", "override")) {
          try append(
            .overridden(gate: "authority", strength: .policy, reason: "x", role: .supervisor), 3,
            by: "mei", handler: "mei")
        }
        try append(.takenOver(by: "lin", reason: "x"), 3, by: "lin", handler: "lin")
        try expect("“mei” may not say who works at this desk; a supervisor can") {
          try desk.store(as: "mei").write {
            try $0.put(Person(id: "mei", name: "mei", role: .supervisor))
          }
        }
      }

      // MARK: Colleagues

      @Test func `a question comes from who works the case, an answer from who was asked`() throws {
        let question = CaseEvent.consulted(
          asked: [.person("ann"), .role(.senior)], question: "Ours?", due: fixture.start,
          tells: nil)
        try expect(
          "case C-1001 is neither held nor owned by “ann”; claim it before you ask about it"
        ) { try append(question, 3, by: "ann", handler: "mei") }
        try append(question, 3, by: "mei", handler: "mei")
        func view(_ asked: Asked) -> CaseEvent {
          .viewGiven(number: 1, speaksFor: asked, words: "Yes.")
        }
        try expect("“lin” may not answer for somebody else") {
          try append(view(.person("ann")), 4, by: "lin", handler: "mei")
        }
        try expect("“ann” may not answer for somebody else") {
          try append(view(.role(.senior)), 4, by: "ann", handler: "mei")
        }
        try append(view(.person("ann")), 4, by: "ann", handler: "mei")
        try append(view(.role(.senior)), 5, by: "lin", handler: "mei")
        let word = CaseEvent.announced("outage", words: "", language: .en, next: nil)
        #expect(throws: StoreError.self) { try append(word, 6, by: "lin", handler: "mei") }
        try append(word, 6, by: "sam", handler: "mei")
      }

      // MARK: At which point

      @Test func `what rests on an older version or an older hold is refused`() throws {
        let line = try desk.line(as: "mei")
        func call(from: Int, epoch: Int) throws {
          try line.ask(
            """
            SELECT calmdesk.append('C-1001', $1, $2, $3, 'open', 1, 1, 'mei', NULL, NULL, '', \
            'chat', 'en', 'six_steps', 'vent', 'calm', NULL, NULL, 0, NULL, NULL, NULL, '', false, \
            NULL, NULL, 1, '{}', NULL, NULL, false, NULL, 0, NULL, NULL, NULL, '{1}', '{mei}', \
            '{x}', $4, NULL, '{}', '{}', '{}')
            """,
            [
              .number(from), .number(epoch), .number(from + 1),
              .texts([#"{"type":"tagged","tag":"talker","on":true}"#]),
            ])
        }
        func refused(_ words: String) -> LineError { .server(code: "CD001", words: words) }
        #expect(
          throws: refused(
            "case C-1001 is at version 2 and not at 1; look at it again and repeat the command")
        ) { try call(from: 1, epoch: 1) }
        #expect(
          throws: refused(
            "case C-1001 is at version 2 and not at 3; look at it again and repeat the command")
        ) { try call(from: 3, epoch: 1) }
        #expect(
          throws: refused(
            "case C-1001 has changed hands since; look at it again and repeat the command")
        ) { try call(from: 2, epoch: 0) }
        try call(from: 2, epoch: 1)
      }

      // MARK: Who may sign in

      @Test func `who was not added, or was removed, does not sign in`() throws {
        #expect(throws: DeskError.stranger("bo")) { _ = try desk.store(as: "bo") }
        let ann = try desk.store(as: "ann")
        try desk.store.write {
          try $0.put(Person(id: "ann", name: "ann", role: .agent, active: false))
        }
        #expect(throws: DeskError.stranger("ann")) { _ = try desk.store(as: "ann") }
        #expect(throws: StoreError.readOnly(path: ann.path)) { try ann.lastSequence() }
        try expect(
          "the server has no role “eve”; its administrator makes one with “CREATE ROLE eve LOGIN”"
        ) {
          try desk.store.write { try $0.put(Person(id: "eve", name: "Eve", role: .agent)) }
        }
        #expect(try desk.store.people().map(\.id) == ["ann", "aud", "lin", "mei", "sam"])
      }

      @Test func `drafts are their author's`() throws {
        let mei = try desk.store(as: "mei")
        try mei.keep(draft: "Dear", of: "mei", for: "C-1001")
        #expect(try mei.drafts(of: "mei") == ["C-1001": "Dear"])
        let lin = try desk.store(as: "lin")
        try expect("the drafts of “mei” are for nobody else, and you signed in as “lin”") {
          _ = try lin.drafts(of: "mei")
        }
        try expect("the drafts of “mei” are for nobody else, and you signed in as “lin”") {
          try lin.keep(draft: "", of: "mei", for: "C-1001")
        }
      }

      // MARK: Who never gets it

      @Test func `whoever a complaint is about gets the case by no program`() throws {
        func about(_ person: String) -> String {
          "the complaint in case C-1001 is about “\(person)”; somebody else has to see to it"
        }
        try append(.complainedAbout("mei", on: true), 3, by: "ann", handler: nil)
        try expect(about("mei")) {
          try append(.claimed(by: "mei"), 4, by: "mei", handler: "mei")
        }
        try append(.claimed(by: "ann"), 4, by: "ann", handler: "ann")
        try expect("the complaint in case C-1001 is about “mei”; offer it to somebody else") {
          try append(.transferOffered(to: "mei"), 5, by: "ann", handler: "ann")
        }
        try expect(
          "“ann” does not have the permission “approve”; somebody who has it has to do it"
        ) {
          try append(.complainedAbout("mei", on: false), 5, by: "ann", handler: "ann")
        }
        try append(.complainedAbout("sam", on: true), 5, by: "ann", handler: "ann")
        try append(.complainedAbout("lin", on: true), 6, by: "ann", handler: "ann")
        try expect(about("lin")) {
          try append(.takenOver(by: "lin", reason: "x"), 7, by: "lin", handler: "lin")
        }
        try expect("case C-1001 was not left untouched by “ann”") {
          try append(.ignored(from: "ann"), 7, by: "calmdesk", through: "mei", handler: nil)
        }
      }

      // MARK: -

      private var received: CaseEvent {
        .received(.init(text: "Hello?", kind: .text, heat: .calm, moves: []))
      }

      /// Adds one event through the store of a person, with a row that says who holds the case.
      private func append(
        _ event: CaseEvent, _ version: Int, by actor: PersonID, through role: String? = nil,
        handler: PersonID?
      ) throws {
        let record = RecordedEvent(
          version: version, at: fixture.start, actor: actor,
          command: CommandID("\(version)-\(actor)"), event: event)
        try desk.store(as: role ?? actor.rawValue).write {
          try $0.append(
            Appending(
              ref: fixture.ref, from: version - 1, events: [record],
              row: fixture.row(version, handler: handler)))
        }
      }

      /// The store says that the desk refused it, and why.
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
