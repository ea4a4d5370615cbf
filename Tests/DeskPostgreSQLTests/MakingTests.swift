#if PostgreSQL
  import Desk
  import DeskTesting
  import Testing
  import Vocabulary
  import Workflow

  @testable import DeskPostgreSQL

  extension ServerTests {
    /// What is found in a database, and what is made there.
    @Suite struct Making {
      private let server: TestServer
      private let database: String
      private var url: String { server.url(database, "sam") }

      init() throws {
        server = try TestServer.shared
        database = try server.database()
      }

      private func make() throws -> PostgreSQLStore {
        try PostgreSQLStore.open(
          url: url, creating: TestDesk.permissions, patience: .seconds(60))
      }

      private func expect(_ sentence: String, _ body: () throws -> Void) throws {
        let error = #expect(throws: StoreError.self) { try body() }
        #expect(error?.description == sentence)
      }

      @Test func `a database without a desk says how to make one`() throws {
        try expect(
          "There is no desk at \(url); make one with “calmdesk desk init --desk \(url)”."
        ) { _ = try PostgreSQLStore.open(url: url) }
      }

      @Test func `making a desk again changes nothing but what roles may do`() throws {
        try make().write { try $0.append(CaseFixture(1001).appending(1...3)) }
        let again = try PostgreSQLStore.open(
          url: url, creating: [.trainer: [.intake]], patience: .seconds(60))
        #expect(try again.row(of: "C-1001")?.version == 3)
        let allowed = try Line(to: DeskAddress(url), patience: .seconds(60))
          .run("SELECT role, permission FROM calmdesk.permissions")
          .all { [try $0.text(0), try $0.text(1)] }
        #expect(allowed == [["trainer", "intake"]])
      }

      @Test func `a desk without a board gets one, and everybody on it their part`() throws {
        let store = try make()
        try store.write { transaction in
          try transaction.put(Person(id: "mei", name: "mei", role: .agent))
          try transaction.append(CaseFixture(1001).appending(1...3))
        }
        // As the first schema was.
        try Line(to: DeskAddress(url), patience: .seconds(60)).run(
          """
          DROP TABLE calmdesk.sittings; DROP INDEX calmdesk.offered_cases; DROP FUNCTION calmdesk.put_sitting, \
          calmdesk.clear_sitting, calmdesk.is_there, calmdesk.check_lapse; \
          UPDATE calmdesk.desk SET schema = 1
          """)
        let theirs = server.url(database, "mei")
        try expect(
          "The desk at \(theirs) could not be used: it was made by an older CalmDesk (schema 1); its "
            + "owner brings it up to date with “calmdesk desk init”."
        ) { _ = try PostgreSQLStore.open(url: theirs) }
        #expect(try make().row(of: "C-1001")?.version == 3)
        let mei = try PostgreSQLStore.open(url: theirs, patience: .seconds(60))
        let word = Presence(sitting: "1", person: "mei")
        try mei.presence.put(word)
        #expect(try mei.presence.all() == [word])
        #expect(throws: LineError.self) {
          try Line(to: DeskAddress(theirs), patience: .seconds(60))
            .run("SELECT calmdesk.is_there('sam')")
        }
      }

      @Test func `tables that change all day are not analyzed all day, on an older desk neither`()
        throws
      {
        _ = try make()
        let line = try Line(to: DeskAddress(url), patience: .seconds(60))
        func rarely() throws -> [String] {
          try line.ask(
            """
            SELECT relname FROM pg_class WHERE relnamespace = 'calmdesk'::regnamespace
              AND 'autovacuum_analyze_threshold=5000' = ANY (reloptions) ORDER BY relname
            """
          ).all { try $0.text(0) }
        }
        let tables = ["cases", "events", "readings", "sittings"]
        #expect(try rarely() == tables)
        for table in tables {
          try line.run("ALTER TABLE calmdesk.\(table) RESET (autovacuum_analyze_threshold)")
        }
        #expect(try rarely().isEmpty)
        try line.run("UPDATE calmdesk.desk SET schema = 7")
        _ = try make()
        #expect(try rarely() == tables)
      }

      @Test func `a desk of a newer program is refused by name`() throws {
        _ = try make()
        try Line(to: DeskAddress(url), patience: .seconds(60))
          .run("UPDATE calmdesk.desk SET schema = 99")
        try expect(
          "The desk at \(url) was made by a newer CalmDesk (schema 99, this program knows "
            + "\(DeskSchema.version)); update the program."
        ) { _ = try PostgreSQLStore.open(url: url) }
        #expect(throws: StoreError.self) { _ = try make() }
      }

      @Test func `a desk of the first schema is brought up, and nothing of it is lost`() throws {
        let store = try make()
        try store.write {
          try $0.append(CaseFixture(1001).appending(1...2))
          try $0.put(Person(id: "mei", name: "Mei", role: .agent))
        }
        let line = try Line(to: DeskAddress(url), patience: .seconds(60))
        try line.run(
          """
          ALTER TABLE calmdesk.cases DROP COLUMN warn_at, DROP COLUMN raises_at,
            DROP COLUMN approval_at, DROP COLUMN threat, DROP COLUMN consult_at,
            DROP COLUMN received_at, DROP COLUMN matters, DROP COLUMN announced_at;
          DROP FUNCTION calmdesk.append;
          CREATE FUNCTION calmdesk.append(p_ref text) RETURNS bigint LANGUAGE sql AS 'SELECT 1';
          UPDATE calmdesk.desk SET schema = 1;
          """)
        #expect(throws: StoreError.self) { _ = try PostgreSQLStore.open(url: url) }
        let again = try make()
        var row = CaseFixture(1001).row(2)
        row.clock?.warnAt = nil
        row.receivedAt = Instant(milliseconds: 0)
        #expect(try again.row(of: "C-1001") == row)
        try again.write { try $0.append(CaseFixture(1002).appending(1...1)) }
        #expect(try again.row(of: "C-1002") == CaseFixture(1002).row(1))
        let mayAppend = try line.ask(
          """
          SELECT has_function_privilege('mei', p.oid, 'EXECUTE')
          FROM pg_proc p WHERE p.proname = 'append' AND p.pronamespace = 'calmdesk'::regnamespace
          """
        ).first { try $0.flag(0) }
        #expect(mayAppend == true)
      }

      @Test func `a desk from before anybody was given a case is brought up with nothing lost`()
        throws
      {
        let mei = Person(id: "mei", name: "陈梅", role: .agent)
        try make().write {
          try $0.put(mei)
          try $0.append(CaseFixture(1001).appending(1...2))
        }
        try Line(to: DeskAddress(url), patience: .seconds(60)).run(
          """
          DROP INDEX calmdesk.open_cases, calmdesk.handled_cases, calmdesk.closed_cases,
            calmdesk.raised_hands;
          ALTER TABLE calmdesk.cases DROP COLUMN lane, DROP COLUMN wants, DROP COLUMN idle_at,
            DROP COLUMN barred;
          ALTER TABLE calmdesk.people DROP COLUMN aptitude;
          CREATE INDEX open_cases ON calmdesk.cases (rank, due, ref);
          UPDATE calmdesk.desk SET schema = 2;
          """)
        #expect(throws: StoreError.self) { _ = try PostgreSQLStore.open(url: url) }
        let store = try make()
        #expect(try store.people() == [mei])
        #expect(try store.row(of: "C-1001") == CaseFixture(1001).row(2))
        var able = mei
        able.aptitude = Aptitude(speaks: [.zhHans], skills: ["billing"], capacity: [.chat: 2])
        try store.write { try $0.put(able) }
        #expect(try store.people() == [able])
        #expect(try store.write { try $0.firstFree(among: ["C-1001"]) } == "C-1001")
      }

      @Test func `a desk from before there were teams is brought up with nothing lost`() throws {
        let founder = Person(id: "sam", name: "Sam", role: .supervisor)
        let mei = Person(id: "mei", name: "陈梅", role: .agent)
        try make().write {
          try $0.put(founder)
          try $0.put(mei)
          try $0.append(CaseFixture(1001).appending(1...2))
        }
        try Line(to: DeskAddress(url), patience: .seconds(60)).run(
          """
          DROP FUNCTION calmdesk.hold_people();
          DROP FUNCTION calmdesk.put_person(text, text, text, boolean, text, text, text);
          ALTER TABLE calmdesk.people DROP COLUMN team, DROP COLUMN department;
          CREATE FUNCTION calmdesk.hold_people() RETURNS TABLE (id text) LANGUAGE sql
            AS 'SELECT id FROM calmdesk.people';
          CREATE FUNCTION calmdesk.put_person(text, text, text, boolean) RETURNS bigint
            LANGUAGE sql AS 'SELECT 1::bigint';
          UPDATE calmdesk.desk SET schema = 1;
          """)
        #expect(throws: StoreError.self) { _ = try PostgreSQLStore.open(url: url) }
        let store = try make()
        #expect(try store.people() == [mei, founder])
        #expect(try store.row(of: "C-1001")?.version == 2)
        var moved = mei
        moved.team = "夜班"
        try store.write { try $0.put(moved) }
        // Whoever was on the desk may still do what everybody may.
        let hers = try PostgreSQLStore.open(url: server.url(database, "mei"))
        #expect(try hers.write { try $0.people() } == [moved, founder])
      }

      @Test func `what belongs to another program is left alone`() throws {
        try Line(to: DeskAddress(url), patience: .seconds(60))
          .run("CREATE SCHEMA calmdesk; CREATE TABLE calmdesk.theirs (x int)")
        try expect(
          "The file \(url) is damaged or is no desk (its schema “calmdesk” belongs to another "
            + "program); put a backup in its place, or name another desk with --desk."
        ) { _ = try make() }
      }

      @Test func `who may make no schema is told so`() throws {
        let theirs = server.url(database, "mei")
        try expect(
          "A desk cannot be made at \(theirs): the role “mei” may make no schema in this database. "
            + "Choose another place with --desk."
        ) {
          _ = try PostgreSQLStore.open(
            url: theirs, creating: TestDesk.permissions, patience: .seconds(60))
        }
      }

      @Test func `a database that is not there, and one that loses scripts, are named`() throws {
        let nowhere = server.url("nowhere", "sam")
        let error = #expect(throws: StoreError.self) { _ = try PostgreSQLStore.open(url: nowhere) }
        guard case .unreachable(let path, _, let why) = error else {
          Issue.record("\(String(describing: error)) instead of a server that cannot be reached")
          return
        }
        #expect(path == nowhere)
        #expect(why.hasSuffix("database \"nowhere\" does not exist"))
        try server.admin().run(
          "CREATE DATABASE latin OWNER sam ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
        let latin = server.url("latin", "sam")
        try expect(
          "The desk at \(latin) could not be used: its database does not keep every script; make "
            + "one with “createdb --encoding UTF8 --template template0”."
        ) {
          _ = try PostgreSQLStore.open(
            url: latin, creating: TestDesk.permissions, patience: .seconds(60))
        }
      }

      @Test func `what does not survive the loss of power is no place for a desk`() throws {
        try server.admin().run(
          "ALTER DATABASE \(database) SET synchronous_commit = off")
        // A setting of the database is taken back by every line of ours.
        let store = try make()
        let setting = try store.server.asking { line in
          try line.run("SHOW synchronous_commit").first { try $0.text(0) }
        }
        #expect(setting == "on")
      }

      @Test func `a desk that was brought here from another server counts on`() throws {
        let store = try make()
        let line = try Line(to: DeskAddress(url), patience: .seconds(60))
        // As the other server would have numbered it.
        try line.run("UPDATE calmdesk.desk SET shift = 1000000")
        try store.write { try $0.append(CaseFixture(1001).appending(1...2)) }
        try line.run("UPDATE calmdesk.desk SET shift = 0")
        try expect(
          "The desk at \(url) could not be used: it was brought here from another server, which "
            + "counted further; its owner makes it count on with “calmdesk desk init”."
        ) { _ = try PostgreSQLStore.open(url: url) }
        let moved = try make()
        try moved.write { try $0.append(CaseFixture(1001).appending(3...3)) }
        #expect(try moved.feed(after: 0, limit: 9).map(\.version) == [1, 2, 3])
        #expect(try PostgreSQLStore.open(url: url).faults() == [])
      }

      @Test func `damage is found and named`() throws {
        let store = try make()
        try store.write { transaction in
          for number in 1001...1003 {
            try transaction.append(CaseFixture(number).appending(1...2))
          }
        }
        try Line(to: DeskAddress(url), patience: .seconds(60)).run(
          """
          DELETE FROM calmdesk.events WHERE version = 2 AND case_id = 1; \
          DELETE FROM calmdesk.cases WHERE ref = 'C-1002'; \
          UPDATE calmdesk.cases SET state = 'odd' WHERE ref = 'C-1003'
          """)
        let faults = try store.faults()
        #expect(faults.contains("Case C-1001 does not have the events that its version counts."))
        #expect(faults.contains { $0.hasSuffix(" of the log belongs to no case.") })
        #expect(faults.contains("The count of cases in state “open” is wrong."))
        #expect(
          throws: StoreError.corrupt(
            path: url, why: "the queue row of C-1003 has a wrong value in column 3")
        ) { try store.row(of: "C-1003") }
      }
    }
  }

  @Suite struct DeskAddressTests {
    @Test(
      arguments: [
        (
          "postgresql://sam:secret@desk.example:5433/shift",
          "postgresql://sam@desk.example:5433/shift"
        ),
        ("postgresql://desk.example/shift", "postgresql://desk.example/shift"),
        ("postgres://sam:a:b@desk.example/shift", "postgres://sam@desk.example/shift"),
        ("postgresql:///shift?host=/run/pg&password=x", "postgresql:///shift?host=/run/pg"),
        ("postgresql://sam:x@/shift?sslpassword=y", "postgresql://sam@/shift"),
        ("postgresql://sam@desk.example/a:b", "postgresql://sam@desk.example/a:b"),
      ])
    func `nobody reads a password`(_ url: String, _ name: String) throws {
      #expect(try DeskAddress(url).name == name)
    }

    @Test func `what is no address is named without its password`() {
      let error = #expect(throws: StoreError.self) {
        try DeskAddress("postgresql://sam:secret@desk.example:port:9/shift?nonsense=1")
      }
      guard case .cannotCreate(let path, let why) = error else {
        Issue.record("\(String(describing: error)) instead of no address")
        return
      }
      #expect(path == "postgresql://sam@desk.example:port:9/shift?nonsense=1")
      #expect(!why.contains("secret"))
    }
  }
#endif
