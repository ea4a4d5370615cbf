import Desk
import DeskSQLite
import DeskTesting
import Dispatch
import Synchronization
import Testing
import Vocabulary
import Workflow

/// Two people in the same moment, and clocks that jump.
@Suite struct AtOnceTests {
  private let folder: StoreFolder

  init() throws { folder = try StoreFolder() }

  @Test func `of two supervisors who decide at once one wins, and the other hears from whom`()
    throws
  {
    defer { folder.remove() }
    let bench = try Bench(store: SQLiteStore.open(path: folder.desk, create: true))
    let sam = try bench.desk.signIn("sam", name: "Sam")
    try bench.desk.put(Person(id: "ana", name: "Ana", role: .supervisor), by: sam)
    let desks = try (0..<2).map { _ in
      Desk(
        store: try SQLiteStore.open(path: folder.desk, create: false),
        playbook: bench.desk.playbook, now: bench.desk.now, sampled: { _ in false })
    }
    let supervisors: [PersonID] = ["sam", "ana"]
    for round in 0..<20 {
      let ref = try bench.open("I want my money back.")
      try bench.perform(.claim, on: ref)
      try bench.perform(.requestApproval(.close(.declined), why: "no ground"), on: ref)
      let refusals = Mutex<[Refusal]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        let says: CaseCommand =
          (index + round).isMultiple(of: 2)
          ? .approve(request: 1, reason: "agreed") : .deny(request: 1, reason: "not so")
        do {
          _ = try desks[index].perform(
            DeskRequest(
              by: supervisors[index], ref: ref,
              envelope: CommandEnvelope(id: CommandID("say-\(round)-\(index)"), command: says)))
        } catch let refusal as Refusal {
          refusals.withLock { $0.append(refusal) }
        } catch {
          Issue.record(error)
        }
      }
      try bench.perform(.release, on: ref)
      let decided = try bench.desk.store.events(of: ref, after: 0).map(\.record)
        .filter { [.approved, .denied].contains($0.event.kind) }
      #expect(decided.count == 1)
      let winner = try #require(decided.first)
      let refusal = try #require(refusals.withLock { $0 }.first)
      guard case .decided(let person, let approved, _) = refusal.needs.first else {
        Issue.record("\(refusal)")
        continue
      }
      #expect(person == winner.actor)
      #expect(approved == (winner.event.kind == .approved))
    }
    #expect(try bench.desk.verification() == Verification())
  }

  @Test func `what was worked out on a case that moved since is decided anew`() throws {
    defer { folder.remove() }
    let bench = try Bench(store: SQLiteStore.open(path: folder.desk, create: true))
    let other = Desk(
      store: try SQLiteStore.open(path: folder.desk, create: false),
      playbook: bench.desk.playbook, now: bench.desk.now, sampled: { _ in false })
    func send(_ text: String, _ id: CommandID, on ref: CaseRef) throws -> Performed {
      try other.perform(
        DeskRequest(
          by: "ann", ref: ref,
          envelope: CommandEnvelope(id: id, command: .send(Draft(text: text)))))
    }
    let ref = try bench.open("Where is my parcel?")
    #expect(try other.find(ref).handler == nil)
    try bench.perform(.claim, on: ref, by: "ann")
    // By what the other program last saw, nobody holds it.
    let sent = try send("I'll look it up now.", "first", on: ref)
    #expect(sent.result.messages.count == 2)
    #expect(sent.events.map(\.record.version).first == sent.result.version)

    try bench.perform(.takeOver(reason: "urgent"), on: ref, by: "sam")
    let version = try bench.desk.find(ref).version
    // By what it last saw, she still does.
    #expect(throws: Refusal(gate: .holder, needs: [.heldBy("sam")])) {
      try send("It is on the van.", "second", on: ref)
    }
    #expect(try bench.desk.find(ref).version == version)
    #expect(try send("I'll look it up now.", "first", on: ref).repeated)
  }

  @Test func `what was answered and given back since it was looked at is nobody's next`() throws {
    defer { folder.remove() }
    let bench = try Bench()
    let first = try bench.open("Where is my parcel?")
    bench.pass(seconds: 5)
    let second = try bench.open("Where is my parcel?")
    let looks = Mutex(0)
    // The second time that this desk asks for the time, it has looked at the queue.
    let desk = Desk(
      store: bench.desk.store, playbook: bench.desk.playbook,
      now: {
        let count = looks.withLock { count in
          count += 1
          return count
        }
        if count == 2 {
          _ = try? bench.perform(.claim, on: first, by: "ann")
          _ = try? bench.perform(
            .send(Draft(text: "It left our depot this morning and is on the van.")), on: first,
            by: "ann")
          _ = try? bench.perform(.release, on: first, by: "ann")
        }
        return bench.now
      }, sampled: { _ in false })
    let taken = try desk.takeNext(for: "mei", command: "next", present: [])
    let answered = try bench.desk.find(first)
    #expect(answered.state == .waiting)
    #expect(answered.handler == nil)
    #expect(taken?.ref == second)
  }

  @Test(arguments: [3_600, -3_600] as [Int64])
  func `a clock that jumps an hour costs nobody their case`(jump: Int64) throws {
    defer { folder.remove() }
    let bench = try Bench()
    let held = try bench.open("Where is my parcel?")
    let call = try bench.open("Where is my parcel?", channel: .phone)
    for ref in [held, call] { try bench.perform(.claim, on: ref) }
    try bench.say("Which order is it about?", on: held)
    try bench.hear("QW-48213.", on: held)
    let promised = bench.now.adding(seconds: 1_800)
    try bench.perform(.promise(what: "a call", due: promised), on: held)
    for seconds in [jump, -jump, jump] {
      bench.pass(seconds: seconds)
      try bench.desk.sweep()
      for ref in [held, call] { #expect(try bench.desk.find(ref).handler == "mei") }
      let promise = try #require(try bench.desk.find(held).commitments.first)
      #expect(promise.state == .open)
      #expect(promise.due == promised)
      try bench.perform(.note(text: "The clock says \(bench.now)."), on: held)
    }
    // What is promised from here on is counted from the time it is now.
    #expect(throws: Refusal.self) {
      try bench.perform(.promise(what: "x", due: bench.now.adding(seconds: -1)), on: held)
    }
    try bench.perform(.promise(what: "x", due: bench.now.adding(seconds: 1)), on: held)
    #expect(try bench.desk.verification() == Verification())
  }
}
