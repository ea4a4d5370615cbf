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
    /// Several programs on one desk.
    @Suite struct Concurrency {
      private let desk: TestDesk
      private let one: PostgreSQLStore
      private let two: PostgreSQLStore

      init() throws {
        desk = try TestDesk()
        one = desk.store
        two = try desk.store(as: "sam")
      }

      @Test func `different cases are written at the same time`() throws {
        try one.write { transaction in
          try transaction.append(CaseFixture(1001).appending(1...1))
          // Would wait for itself if a writer kept the desk.
          try two.write { try $0.append(CaseFixture(1002).appending(1...1)) }
          try transaction.append(CaseFixture(1001).appending(2...2))
        }
        #expect(try one.queue(QueuePage(limit: 9)).map(\.ref) == ["C-1001", "C-1002"])
        #expect(try one.counts()[.open] == 2)
      }

      @Test func `a reader misses nothing that commits late`() throws {
        try one.write { transaction in
          try transaction.append(CaseFixture(1001).appending(1...1))
          try two.write { try $0.append(CaseFixture(1002).appending(1...1)) }
          // The earlier transaction is still at work, so the later one cannot be told of yet.
          #expect(try two.feed(after: 0, limit: 9).isEmpty)
          #expect(try two.lastSequence() == 0)
        }
        #expect(try two.feed(after: 0, limit: 9).map(\.ref) == ["C-1001", "C-1002"])
      }

      @Test func `a mark changes again when what stood in the way is out of it`() throws {
        let first = try two.changeMark()
        var second = first
        try one.write { transaction in
          try transaction.append(CaseFixture(1001).appending(1...1))
          try two.write { try $0.append(CaseFixture(1002).appending(1...1)) }
          second = try two.changeMark()
          #expect(second != first)
          #expect(try two.changeMark() == second)
        }
        let deadline = ContinuousClock.now + .seconds(30)
        while try two.changeMark() == second, .now < deadline { usleep(5000) }
        #expect(try two.feed(after: 0, limit: 9).count == 2)
        #expect(try two.changeMark() != second)
      }

      @Test func `a change is told to who listens`() throws {
        let first = try two.changeMark()
        try one.write { try $0.append(CaseFixture(1001).appending(1...1)) }
        let deadline = ContinuousClock.now + .seconds(30)
        while try two.changeMark() == first, .now < deadline { usleep(1000) }
        #expect(try two.changeMark() != first)
      }

      @Test func `who takes the next case passes over one that somebody is taking`() throws {
        for number in [1001, 1002] {
          try one.write { try $0.append(CaseFixture(number).appending(1...1)) }
        }
        let refs: [CaseRef] = ["C-1001", "C-1002"]
        try one.write { transaction in
          #expect(try transaction.firstFree(among: refs) == "C-1001")
          // Would wait for the first if it did not pass over it.
          let next = try two.write { try $0.firstFree(among: refs) }
          #expect(next == "C-1002")
          let none = try two.write { try $0.firstFree(among: ["C-1001"]) }
          #expect(none == nil)
        }
        let first = try two.write { try $0.firstFree(among: refs) }
        #expect(first == "C-1001")
      }

      @Test func `writers of one case wait for each other`() throws {
        let fixture = CaseFixture(1001)
        try one.write { try $0.append(fixture.appending(1...1)) }
        let isWaiting = DispatchSemaphore(value: 0)
        let isDone = DispatchSemaphore(value: 0)
        let seen = Mutex<Int?>(nil)
        try one.write { transaction in
          #expect(try transaction.version(of: fixture.ref) == 1)
          DispatchQueue.global().async { [two] in
            isWaiting.signal()
            let version = try? two.write { transaction in
              let version = try transaction.version(of: fixture.ref) ?? 0
              try transaction.append(fixture.appending((version + 1)...(version + 1)))
              return version
            }
            seen.withLock { $0 = version }
            isDone.signal()
          }
          isWaiting.wait()
          usleep(50_000)
          try transaction.append(fixture.appending(2...2))
        }
        isDone.wait()
        #expect(seen.withLock { $0 } == 2)
        #expect(try one.row(of: fixture.ref)?.version == 3)
      }

      @Test func `who waits for each other goes on in the end`() throws {
        let fixtures = [CaseFixture(1001), CaseFixture(1002)]
        for fixture in fixtures { try one.write { try $0.append(fixture.appending(1...1)) } }
        let stores = [one, two]
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { index in
          do {
            for _ in 0..<3 {
              try stores[index].write { transaction in
                for fixture in index == 0 ? fixtures : fixtures.reversed() {
                  let next = (try transaction.version(of: fixture.ref) ?? 0) + 1
                  usleep(20_000)
                  try transaction.append(fixture.appending(next...next))
                }
              }
            }
          } catch {
            failures.withLock { $0.append("\(error)") }
          }
        }
        #expect(failures.withLock { $0 } == [])
        for fixture in fixtures { #expect(try one.row(of: fixture.ref)?.version == 7) }
        #expect(try one.faults() == [])
      }

      @Test func `one command from two programs is carried out once`() throws {
        let bench = try Bench(store: one)
        let ref = try bench.open("Where is my order?")
        let desks = [one, two].map { store in
          Desk(
            store: store, playbook: bench.desk.playbook, now: { Bench.start },
            sampled: { _ in false })
        }
        for round in 0..<5 {
          let outcomes = Mutex<[Bool]>([])
          DispatchQueue.concurrentPerform(iterations: 4) { index in
            let done = try? desks[index % 2].perform(
              DeskRequest(
                by: "sam", ref: ref,
                envelope: CommandEnvelope(
                  id: CommandID("note-\(round)"), command: .note(text: "Called back."))))
            outcomes.withLock { $0 += done.map { [$0.repeated] } ?? [] }
          }
          #expect(outcomes.withLock { $0 }.count { !$0 } == 1)
          #expect(outcomes.withLock { $0 }.count == 4)
        }
        let notes = try one.events(of: ref, after: 0).filter { $0.record.event.kind == .noted }
        #expect(notes.count == 5)
      }

      @Test func `of two supervisors who decide at once exactly one decides`() throws {
        let bench = try Bench(store: one)
        let sam = try bench.desk.signIn("sam", name: "Sam")
        try bench.desk.put(Person(id: "ana", name: "Ana", role: .supervisor), by: sam)
        let supervisors: [PersonID] = ["sam", "ana"]
        let desks = try supervisors.map { id in
          Desk(
            store: try desk.store(as: id.rawValue), playbook: bench.desk.playbook,
            now: { Bench.start }, sampled: { _ in false })
        }
        for round in 0..<10 {
          let ref = try bench.open("I want my money back.")
          try bench.perform(.claim, on: ref)
          try bench.perform(.requestApproval(.close(.declined), why: "no ground"), on: ref)
          let refused = Mutex(0)
          DispatchQueue.concurrentPerform(iterations: 2) { index in
            do {
              _ = try desks[index].perform(
                DeskRequest(
                  by: supervisors[index], ref: ref,
                  envelope: CommandEnvelope(
                    id: CommandID("say-\(round)-\(index)"),
                    command: .approve(request: 1, reason: "agreed"))))
            } catch is Refusal {
              refused.withLock { $0 += 1 }
            } catch {
              Issue.record(error)
            }
          }
          try bench.perform(.release, on: ref)
          let kinds = try one.events(of: ref, after: 0).map(\.record.event.kind)
          #expect(kinds.count { $0 == .approved } == 1)
          #expect(refused.withLock { $0 } == 1)
        }
        #expect(try bench.desk.verification() == Verification())
      }

      @Test func `one conversation from two programs is one case`() throws {
        let bench = try Bench(store: one)
        let desks = [one, two].map { store in
          Desk(
            store: store, playbook: bench.desk.playbook, now: { Bench.start },
            sampled: { _ in false })
        }
        for round in 0..<5 {
          let refs = Mutex<Set<CaseRef>>([])
          DispatchQueue.concurrentPerform(iterations: 4) { index in
            let done = try? desks[index % 2].open(
              IntakeLine(
                external: "ticket-\(round)", customer: Customer(name: "Ms Reed", phone: "555"),
                turns: [.init(from: .customer, text: "Hello?", at: nil)]),
              by: "sam", command: CommandID("open-\(round)-\(index)"))
            refs.withLock { refs in if let done { refs.insert(done.ref) } }
          }
          #expect(refs.withLock { $0 }.count == 1)
        }
        #expect(try one.counts()[.open] == 5)
        #expect(try bench.desk.verify() == [])
      }

      @Test func `writers of several programs lose nothing and double nothing`() async throws {
        let shared = CaseFixture(1)
        try one.write { try $0.append(shared.appending(1...1)) }
        let url = desk.url("sam")
        await withTaskGroup { group in
          for program in 1...4 {
            group.addTask {
              await #expect(processExitsWith: .success) {
                [url = url as String, program = program as Int] in
                let shared = CaseFixture(1)
                let own = CaseFixture(1000 + program)
                let store = try PostgreSQLStore.open(url: url, patience: .seconds(60))
                for turn in 1...25 {
                  try store.write { transaction in
                    try transaction.append(own.appending(turn...turn))
                    let next = (try transaction.version(of: shared.ref) ?? 0) + 1
                    try transaction.append(shared.appending(next...next))
                  }
                }
              }
            }
          }
        }
        #expect(try one.row(of: shared.ref)?.version == 101)
        for program in 1...4 {
          let events = try one.events(of: CaseFixture(1000 + program).ref, after: 0)
          #expect(events.map(\.record.version) == Array(1...25))
        }
        #expect(try one.feed(after: 0, limit: 999).count == 201)
        #expect(try one.faults() == [])
      }

      @Test func `programs that make the same desk at once make one`() async throws {
        let database = try desk.server.database()
        let url = desk.server.url(database, "sam")
        await withTaskGroup { group in
          for program in 1...3 {
            group.addTask {
              await #expect(processExitsWith: .success) {
                [url = url as String, program = program as Int] in
                let store = try PostgreSQLStore.open(
                  url: url, creating: TestDesk.permissions, patience: .seconds(60))
                try store.write { try $0.append(CaseFixture(program).appending(1...1)) }
              }
            }
          }
        }
        let store = try PostgreSQLStore.open(url: url)
        #expect(try store.queue(QueuePage(limit: 9)).count == 3)
      }
    }
  }
#endif
