#if PostgreSQL
  import Desk
  import DeskTesting
  import Dispatch
  import Foundation
  import Synchronization
  import Testing
  import Vocabulary
  import Workflow

  @testable import DeskPostgreSQL

  extension ServerTests {
    /// What happens when the line or the server goes.
    @Suite struct Loss {
      private let desk: TestDesk
      private let fixture = CaseFixture(1001)

      init() throws { desk = try TestDesk() }

      /// Ends every connection to the desk, as a cut line would.
      private func cut() throws {
        try desk.server.admin().run(
          """
          SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
          WHERE datname = '\(desk.database)'
          """)
      }

      @Test func `a line that was cut in between is not noticed`() throws {
        let store = desk.store
        try store.write { try $0.append(fixture.appending(1...1)) }
        let mark = try store.changeMark()
        try cut()
        #expect(try store.row(of: fixture.ref)?.version == 1)
        try cut()
        try store.write { try $0.append(fixture.appending(2...2)) }
        #expect(try store.row(of: fixture.ref)?.version == 2)
        // The line that listens is told of once, and opened again.
        #expect(throws: StoreError.self) { try store.changeMark() }
        #expect(try store.changeMark() != mark)
        #expect(store.lostSince == nil)
      }

      @Test func `a turn whose line is cut is begun anew`() throws {
        let store = desk.store
        var turns = 0
        try store.write { transaction in
          turns += 1
          try transaction.append(fixture.appending(1...2))
          if turns == 1 { try cut() }
          try transaction.append(fixture.appending(3...3))
        }
        #expect(turns == 2)
        #expect(try store.events(of: fixture.ref, after: 0).count == 3)
        #expect(try store.faults() == [])
      }

      @Test func `a turn that is cut with its last word is asked after`() throws {
        let store = desk.store
        // The server ends the line while it commits, the first time only.
        try desk.line(as: "sam").run(
          """
          CREATE TABLE public.once (done boolean); CREATE SEQUENCE public.tries;
          CREATE FUNCTION public.cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
          BEGIN
            IF nextval('public.tries') = 1 THEN
              PERFORM pg_terminate_backend(pg_backend_pid());
              PERFORM pg_sleep(5);
            END IF;
            RETURN NULL;
          END $$;
          CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON calmdesk.events
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.cut()
          """)
        var turns = 0
        try store.write { transaction in
          turns += 1
          try transaction.append(fixture.appending(1...1))
        }
        #expect(turns == 2)
        #expect(try store.events(of: fixture.ref, after: 0).count == 1)
      }

      @Test func `a turn whose answer was lost is not done twice`() throws {
        let relay = try Relay(to: desk.server.folder + "/.s.PGSQL.5432")
        let store = try PostgreSQLStore.open(
          url: "postgresql://sam@/\(desk.database)?host=\(relay.folder)", patience: .seconds(60))
        // With the first turn the line learns the statements.
        try store.write { try $0.append(CaseFixture(1002).appending(1...1)) }
        relay.cutsAfterNextCommit()
        var turns = 0
        try store.write { transaction in
          turns += 1
          try transaction.append(fixture.appending(1...1))
        }
        #expect(relay.cuts == 1)
        #expect(turns == 1)
        #expect(try store.events(of: fixture.ref, after: 0).count == 1)
      }

      @Test func `a server that is gone is named with the time, and found again`() throws {
        let relay = try Relay(to: desk.server.folder + "/.s.PGSQL.5432")
        let url = "postgresql://sam@/\(desk.database)?host=\(relay.folder)"
        let store = try PostgreSQLStore.open(url: url, patience: .seconds(60))
        try store.write { try $0.append(fixture.appending(1...1)) }
        _ = try store.changeMark()
        relay.close()
        var first: Instant?
        for _ in 0..<3 {
          let error = #expect(throws: StoreError.self) { try store.row(of: fixture.ref) }
          guard case .unreachable(let path, let since, let why) = error else {
            Issue.record("\(String(describing: error)) instead of a lost server")
            return
          }
          first = first ?? since
          #expect(since == first)
          #expect(store.lostSince == since)
          #expect(path == url)
          #expect(
            error?.description
              == "The desk at \(url) has not answered since \(since) (\(why)); what was kept is "
              + "safe. Look after the server or the line to it, and try again.")
        }
        #expect(throws: StoreError.self) { try store.changeMark() }
        #expect(throws: StoreError.self) {
          try store.write { try $0.append(fixture.appending(2...2)) }
        }
        try relay.open()
        let deadline = ContinuousClock.now + .seconds(60)
        while (try? store.row(of: fixture.ref)) == nil, .now < deadline { usleep(20_000) }
        #expect(store.lostSince == nil)
        try store.write { try $0.append(fixture.appending(2...2)) }
        #expect(try store.row(of: fixture.ref)?.version == 2)
      }

      @Test func `what was acknowledged is there after a crash of the server`() throws {
        // Of its own, since a server reads all its databases after a crash.
        let desk = try TestDesk(on: TestServer())
        let store = desk.store
        for version in 1...30 {
          try store.write { try $0.append(fixture.appending(version...version)) }
        }
        try desk.server.crash()
        #expect(try store.events(of: fixture.ref, after: 0).count == 30)
        #expect(try store.faults() == [])
        try store.write { try $0.append(fixture.appending(31...31)) }
        #expect(try store.feed(after: 0, limit: 99).map(\.version) == Array(1...31))
      }

      @Test func `writers lose and double nothing while the server pauses and starts again`() throws
      {
        let desk = try TestDesk(on: TestServer())
        let stores = try (0..<3).map { _ in try desk.store(as: "sam") }
        let over = Mutex(false)
        let told = Mutex<[Int: (done: Int, unsure: Int)]>([:])
        let group = DispatchGroup()
        for (index, store) in stores.enumerated() {
          DispatchQueue.global().async(group: group) {
            let fixture = CaseFixture(2001 + index)
            var (done, unsure) = (0, 0)
            while !over.withLock({ $0 }) {
              do {
                try store.write { transaction in
                  let next = (try transaction.version(of: fixture.ref) ?? 0) + 1
                  try transaction.append(fixture.appending(next...next))
                }
                done += 1
              } catch {
                unsure += 1
                usleep(20_000)
              }
            }
            told.withLock { [done, unsure] in $0[index] = (done, unsure) }
          }
        }
        usleep(500_000)
        let ids = try desk.server.processes()
        #expect(ids.count > 3)
        for id in ids { kill(id, SIGSTOP) }
        sleep(5)
        for id in ids { kill(id, SIGCONT) }
        usleep(500_000)
        try desk.server.crash()
        usleep(500_000)
        over.withLock { $0 = true }
        group.wait()
        for index in stores.indices {
          let (done, unsure) = told.withLock { $0[index] } ?? (0, 0)
          let stored = try desk.store.events(of: CaseFixture(2001 + index).ref, after: 0)
          #expect(done > 10)
          #expect(stored.map(\.record.version) == Array(1...max(1, stored.count)))
          #expect(stored.count >= done && stored.count <= done + unsure)
        }
        #expect(try desk.store.faults() == [])
      }

      @Test func `a server that is stopped is not waited for without end`() throws {
        let store = try desk.store(as: "sam", patience: .milliseconds(400))
        try store.write { try $0.append(fixture.appending(1...1)) }
        _ = try store.changeMark()
        let admin = try desk.server.admin()
        let ids = try admin.run(
          "SELECT pid FROM pg_stat_activity WHERE datname = '\(desk.database)'"
        ).all { try $0.integer(0) }
        for id in ids { kill(pid_t(id), SIGSTOP) }
        defer { for id in ids { kill(pid_t(id), SIGCONT) } }
        // The line is given up and another one answers.
        #expect(try store.row(of: fixture.ref)?.version == 1)
      }

      @Test func `a case that somebody keeps for too long is said to be busy`() throws {
        try desk.store.write { try $0.append(fixture.appending(1...1)) }
        let hasty = try desk.store(as: "sam", patience: .seconds(1))
        try desk.store.write { transaction in
          _ = try transaction.version(of: fixture.ref)
          #expect(throws: StoreError.busy(path: hasty.path, seconds: 1)) {
            try hasty.write { try $0.append(fixture.appending(2...2)) }
          }
        }
        #expect(
          StoreError.busy(path: hasty.path, seconds: 1).description
            == "Another program has held the desk at \(hasty.path) for 1 seconds; end it, or try "
            + "again.")
      }
    }
  }
#endif
