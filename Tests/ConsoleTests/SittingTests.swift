import Console
import ConsoleTesting
import Desk
import Logging
import Playbook
import Session
import Synchronization
import Testing
import Vocabulary
import Workflow

/// Real sittings at one desk, on a time that the test steps: who dies, who sleeps, who comes back.
@Suite struct SittingTests {
  /// Time that never jumps, as one process sees it.
  private final class OwnTime: Sendable {
    private let passed = Mutex(Duration.zero)
    var now: Duration { passed.withLock { $0 } }
    func pass(_ seconds: Int) { passed.withLock { $0 += .seconds(seconds) } }
  }

  /// A sitting whose watch is stepped by hand.
  private struct Seat {
    let session: Session
    let time = OwnTime()

    init(_ bench: Workbench, _ person: PersonID) {
      session = Session(
        desk: bench.desk, person: person, language: .en,
        log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        monotonic: { [time] in time.now }, wake: {})
    }

    /// Lives for so long, with a beat a second.
    func live(seconds: Int) {
      for _ in 0..<seconds {
        time.pass(1)
        session.attend()
        session.finish()
      }
    }

    func told() -> [Console.Message] {
      session.finish()
      return session.messages()
    }

    /// Looks at the queue, as the console does when something changed.
    func lookAtQueue() -> [Console.Message] {
      session.run([.loadQueue(QueuePage(limit: 20))])
      return told()
    }
  }

  private let bench: Workbench

  init() throws { bench = try Workbench.shipped() }

  private func together(_ seats: [Seat], seconds: Int) {
    for _ in 0..<seconds { for seat in seats { seat.live(seconds: 1) } }
  }

  @Test func `the chats of a console that was killed go back after a minute`() throws {
    let chat = try bench.open("Where is my parcel?")
    let call = try bench.open("I am on the line.", channel: .phone)
    for ref in [chat, call] { try bench.perform(.claim, on: ref, by: "mei") }
    let (mei, ann) = (Seat(bench, "mei"), Seat(bench, "ann"))
    together([mei, ann], seconds: 30)
    // From here on nothing more is heard of mei.
    ann.live(seconds: 55)
    #expect(try bench.desk.find(chat).handler == "mei")
    ann.live(seconds: 12)
    #expect(try bench.desk.find(chat).handler == nil)
    #expect(try bench.desk.find(chat).lapse?.from == "mei")
    #expect(try bench.desk.find(call).handler == "mei")
    #expect(try bench.desk.store.presence.all().map(\.person) == ["ann"])
  }

  @Test func `a leave goes through the desk's door, and what it refuses comes back`() throws {
    let (mei, sam) = (Seat(bench, "mei"), Seat(bench, "sam"))
    let now = bench.clock.now
    let leave = Leave(from: now, until: now.adding(seconds: 86_400), deputy: "ann")
    mei.session.run([.setLeave(leave, of: "mei"), .loadLeaves])
    #expect(
      mei.told() == [
        .leaveSet(of: "mei", .stored(LeaveAhead(leave: leave, deputy: "ann", cases: []))),
        .leaves(["mei": leave]),
      ])
    mei.session.run([.setLeave(leave, of: "ann"), .setLeave(leave, of: "zoe")])
    #expect(
      mei.told() == [
        .leaveSet(of: "ann", .refused(.notAllowed("mei", .people))),
        .leaveSet(of: "zoe", .refused(.notAllowed("mei", .people))),
      ])
    sam.session.run([.setLeave(leave, of: "zoe"), .setLeave(nil, of: "mei")])
    #expect(
      sam.told() == [
        .leaveSet(of: "zoe", .refused(.unknownPerson("zoe"))), .leaveSet(of: "mei", .stored(nil)),
      ])
  }

  @Test func `whose case is taken over is told by whom and why, once`() throws {
    let chat = try bench.open("Where is my parcel?", by: "Ms Reed")
    try bench.perform(.claim, on: chat, by: "mei")
    let mei = Seat(bench, "mei")
    _ = mei.lookAtQueue()
    try bench.perform(.takeOver(reason: "It burns."), on: chat, by: "sam")
    let told = Message.takenOver(
      customer: "Ms Reed", TakeOver(from: "mei", by: "sam", reason: "It burns."))
    #expect(mei.lookAtQueue().contains(told))
    #expect(!mei.lookAtQueue().contains(told))
    // Whoever hands it on to somebody else has not taken it out of anybody's hands any more.
    try bench.perform(.release, on: chat, by: "sam")
    #expect(try bench.desk.find(chat).takeOver == nil)
  }

  @Test func `who comes back is told what went, and is there again`() throws {
    let chat = try bench.open("Where is my parcel?", by: "Ms Reed")
    try bench.perform(.claim, on: chat, by: "mei")
    let (mei, ann) = (Seat(bench, "mei"), Seat(bench, "ann"))
    together([mei, ann], seconds: 10)
    #expect(!mei.lookAtQueue().contains(.wentBack(["Ms Reed"])))
    ann.live(seconds: 70)
    // Its own time stood still meanwhile, or not: it judges nobody by that.
    mei.time.pass(70)
    mei.live(seconds: 1)
    #expect(mei.lookAtQueue().contains(.wentBack(["Ms Reed"])))
    #expect(!mei.lookAtQueue().contains(.wentBack(["Ms Reed"])))
    together([mei, ann], seconds: 6)
    #expect(try bench.desk.store.presence.all().map(\.person) == ["ann", "mei"])
  }

  @Test func `whoever leaves and keeps conversations keeps them`() throws {
    let chat = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: chat, by: "mei")
    let (mei, ann) = (Seat(bench, "mei"), Seat(bench, "ann"))
    together([mei, ann], seconds: 10)
    mei.session.close(keeping: [:])
    ann.live(seconds: 90)
    #expect(try bench.desk.find(chat).handler == "mei")
    #expect(try bench.desk.store.presence.all().map(\.person) == ["ann"])
  }

  @Test func `whoever never had a console holds no lease, and a second console is enough`() throws {
    let scripted = try bench.open("Hello?")
    try bench.perform(.claim, on: scripted, by: "lin")
    let chat = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: chat, by: "mei")
    let (first, second, ann) = (Seat(bench, "mei"), Seat(bench, "mei"), Seat(bench, "ann"))
    together([first, second, ann], seconds: 10)
    together([second, ann], seconds: 90)
    #expect(try bench.desk.find(chat).handler == "mei")
    #expect(try bench.desk.find(scripted).handler == "lin")
    #expect(try bench.desk.store.presence.all().count == 2)
  }

  @Test func `a watcher that was stopped takes nothing from those who lived on`() throws {
    let chat = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: chat, by: "mei")
    let (mei, ann) = (Seat(bench, "mei"), Seat(bench, "ann"))
    together([mei, ann], seconds: 10)
    for _ in 0..<20 {
      ann.time.pass(600)
      ann.live(seconds: 1)
      mei.live(seconds: 5)
    }
    #expect(try bench.desk.find(chat).handler == "mei")
  }

  @Test func `what somebody is about is told at once, and what they write never`() throws {
    let (mei, ann) = (Seat(bench, "mei"), Seat(bench, "ann"))
    together([mei, ann], seconds: 5)
    _ = ann.told()
    let about = Whereabouts(
      looking: "C-1001", typing: "C-1001", status: .wrapUp, statusSince: Workbench.start)
    mei.session.run([.attend(about)])
    mei.session.attend()
    ann.live(seconds: 5)
    let seen = ann.told().compactMap { message -> [Presence]? in
      if case .presence(let others) = message { others } else { nil }
    }
    #expect(seen.last?.map(\.person) == ["mei"])
    #expect(seen.last?.first?.whereabouts == about)
    // Nothing new is nothing to tell.
    together([mei, ann], seconds: 20)
    #expect(ann.told().isEmpty)
  }
}
