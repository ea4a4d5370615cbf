import Desk
import DeskSQLite
import DeskTesting
import Foundation
import Testing
import Vocabulary
import Workflow

/// Programs that share a desk, and programs that die on it.
@Suite struct StoreProcessTests {
  private let folder: StoreFolder

  init() throws { folder = try StoreFolder() }

  @Test func `writers of several programs lose nothing and double nothing`() async throws {
    defer { folder.remove() }
    let path = folder.desk
    let shared = CaseFixture(1)
    let store = try SQLiteStore.open(path: path, create: true)
    try store.write { try $0.append(shared.appending(1...1)) }
    await withTaskGroup { group in
      for program in 1...4 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, program = program as Int] in
            let shared = CaseFixture(1)
            let own = CaseFixture(1000 + program)
            let store = try SQLiteStore.open(path: path, create: true)
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
    #expect(try store.row(of: shared.ref)?.version == 101)
    for program in 1...4 {
      let events = try store.events(of: CaseFixture(1000 + program).ref, after: 0)
      #expect(events.map(\.record.version) == Array(1...25))
    }
    #expect(try store.feed(after: 0, limit: 999).map(\.sequence) == Array(1...201))
    #expect(try store.faults().isEmpty)
  }

  @Test func `programs that make the same desk at once make one`() async throws {
    defer { folder.remove() }
    let path = folder.desk
    await withTaskGroup { group in
      for program in 1...4 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, program = program as Int] in
            let store = try SQLiteStore.open(path: path, create: true)
            try store.write { try $0.append(CaseFixture(program).appending(1...1)) }
          }
        }
      }
    }
    let store = try SQLiteStore.open(path: path, create: false)
    #expect(try store.queue(QueuePage(limit: 9)).count == 4)
    #expect(try store.durability() == .wanted)
  }

  @Test func `what was acknowledged before a program was killed is there`() async throws {
    defer { folder.remove() }
    let path = folder.desk
    var done = 0
    for round in 1...5 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, round = round as Int] in
        let store = try SQLiteStore.open(path: path, create: true)
        let log = open(path + ".acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        Thread.detachNewThread {
          usleep(UInt32(2000 + 17_000 * round))
          kill(getpid(), SIGKILL)
        }
        let fixture = CaseFixture(1001)
        while true {
          try store.write { transaction in
            let next = (try transaction.version(of: fixture.ref) ?? 0) + 1
            try transaction.append(fixture.appending(next...next))
          }
          write(log, ".", 1)
        }
      }
      let log = FileManager.default.contents(atPath: path + ".acknowledged") ?? Data()
      let store = try SQLiteStore.open(path: path, create: true)
      let stored = try store.row(of: "C-1001")?.version ?? 0
      #expect(stored >= log.count)
      #expect(stored <= log.count + round)
      #expect(try store.events(of: "C-1001", after: 0).count == stored)
      #expect(try store.faults().isEmpty)
      done = stored
    }
    #expect(done > 0)
  }

  @Test func `a writer that is killed in its turn leaves the turn to the next`() async throws {
    defer { folder.remove() }
    let path = folder.desk
    let store = try SQLiteStore.open(path: path, create: true)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try SQLiteStore.open(path: path, create: false)
      try store.write { transaction in
        try transaction.append(CaseFixture(1001).appending(1...1))
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try store.lastSequence() == 0)
    try store.write { try $0.append(CaseFixture(1002).appending(1...1)) }
    #expect(try store.feed(after: 0, limit: 9).map(\.ref) == ["C-1002"])
  }

  @Test func `a desk that one may only read says so`() async throws {
    defer { folder.remove() }
    let path = folder.desk
    _ = try SQLiteStore.open(path: path, create: true)
    #expect(chmod(folder.path, 0o755) == 0)
    for (file, parent) in [(0o444, 0o777), (0o666, 0o555)] as [(mode_t, mode_t)] {
      #expect(chmod(path, file) == 0)
      #expect(chmod(folder.path, parent) == 0)
      await #expect(processExitsWith: .success) { [path = path as String] in
        // For the administrator nothing is read-only.
        if geteuid() == 0, seteuid(65534) != 0 { exit(3) }
        do {
          _ = try SQLiteStore.open(path: path, create: true)
          exit(4)
        } catch {
          let wanted =
            "The desk at \(path) may not be written by you; ask its owner for write permission, "
            + "or name a desk of your own with --desk."
          exit("\(error)" == wanted ? 0 : 5)
        }
      }
    }
    #expect(chmod(folder.path, 0o555) == 0)
    let new = folder.path + "/new"
    let parent = folder.path
    await #expect(processExitsWith: .success) {
      [new = new as String, path = parent as String] in
      if geteuid() == 0, seteuid(65534) != 0 { exit(3) }
      do {
        _ = try SQLiteStore.open(path: new, create: true)
        exit(4)
      } catch {
        let wanted =
          "A desk cannot be made at \(new): you may not write in the folder \(path). Choose "
          + "another place with --desk."
        exit("\(error)" == wanted ? 0 : 5)
      }
    }
    #expect(chmod(folder.path, 0o755) == 0)
  }
}
