import Desk
import DeskTesting
import Playbook
import Synchronization
import Testing
import Vocabulary
import Workflow

/// Offers end by themselves, and a clock that jumps an hour takes nothing from anybody.
@Suite struct SteppedClockTests {
  /// A clock that may jump, beside a time that does not.
  private final class Steps: Sendable {
    private let state = Mutex((clock: Bench.start, own: Duration.zero))
    var clock: Instant { state.withLock { $0.clock } }
    var own: Duration { state.withLock { $0.own } }
    /// Lets time pass.
    func pass(_ seconds: Int64) {
      state.withLock {
        $0.clock = $0.clock.adding(seconds: seconds)
        $0.own += .seconds(seconds)
      }
    }
    /// Sets the clock.
    func jump(_ seconds: Int64) {
      state.withLock { $0.clock = $0.clock.adding(seconds: seconds) }
    }
  }

  private let bench: Bench
  private let steps: Steps
  /// A console's desk, on the same store as the bench.
  private let desk: Desk

  init() throws {
    let steps = Steps()
    bench = try Bench()
    desk = Desk(
      store: bench.desk.store, playbook: .shipped, now: { steps.clock }, ownTime: { steps.own },
      sampled: { _ in false })
    self.steps = steps
  }

  private func perform(_ command: CaseCommand, on ref: CaseRef, by person: PersonID = "mei") throws
  {
    _ = try desk.perform(
      DeskRequest(
        by: person, ref: ref,
        envelope: CommandEnvelope(id: bench.nextCommand(), command: command)))
  }

  /// The console looks once a second.
  private func watch(_ seconds: Int64) throws -> [CaseRef] {
    var changed: [CaseRef] = []
    for _ in 0..<seconds {
      steps.pass(1)
      changed += try desk.sweep()
    }
    return changed
  }

  @Test func `a jump of an hour gives nothing back that nobody had time to touch`() throws {
    #expect(try watch(700).isEmpty)
    let ref = try bench.open("Where is my parcel?")
    try perform(.claim, on: ref)
    #expect(try watch(10).isEmpty)
    steps.jump(3_600)
    #expect(try watch(200).isEmpty)
    #expect(try desk.find(ref).handler == "mei")
    // Untouched for five minutes all the same, it goes back.
    #expect(try watch(100).contains(ref))
    #expect(try desk.find(ref).handler == nil)
    #expect(try desk.find(ref).lapse?.wasIgnored == true)
  }

  @Test func `a program that has only just begun gives nothing back`() throws {
    let ref = try bench.open("Where is my parcel?")
    try perform(.claim, on: ref)
    steps.jump(3_600)
    let late = Desk(
      store: bench.desk.store, playbook: .shipped, now: { [steps] in steps.clock },
      ownTime: { [steps] in steps.own }, sampled: { _ in false })
    #expect(try late.sweep().isEmpty)
    #expect(try desk.find(ref).handler == "mei")
  }

  @Test func `an offer that nobody answers ends, and the case stays where it is`() throws {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    try bench.say("I'm looking into it now.", on: ref)
    try bench.perform(.transfer(to: "ann"), on: ref)
    #expect(try bench.desk.store.offers(to: "ann", limit: 9).map(\.ref) == [ref])
    bench.pass(seconds: 89)
    #expect(try bench.desk.sweep().isEmpty)
    bench.pass(seconds: 1)
    #expect(try bench.desk.sweep() == [ref])
    let current = try bench.desk.find(ref)
    #expect(current.handler == "mei")
    #expect(current.owner == "mei")
    #expect(current.offeredTo == nil)
    #expect(current.unansweredBy == "ann")
    #expect(try bench.desk.store.offers(to: "ann", limit: 9).isEmpty)
    #expect(try bench.desk.store.row(of: ref)?.wants.unanswered == "ann")
    #expect(throws: Refusal.self) { try bench.perform(.accept, on: ref, by: "ann") }
    #expect(try bench.desk.verify().isEmpty)
    // Offered anew, it is open again.
    try bench.perform(.transfer(to: "ann"), on: ref)
    #expect(try bench.desk.find(ref).unansweredBy == nil)
    try bench.perform(.accept, on: ref, by: "ann")
    #expect(try bench.desk.find(ref).owner == "ann")
  }

  @Test func `an hour that was jumped over ends no offer`() throws {
    let ref = try bench.open("Where is my parcel?")
    try perform(.claim, on: ref)
    try perform(.note(text: "to Ann"), on: ref)
    try perform(.transfer(to: "ann"), on: ref)
    #expect(try watch(20).isEmpty)
    steps.jump(3_600)
    #expect(try watch(60).isEmpty)
    #expect(try desk.find(ref).offeredTo == "ann")
    #expect(try watch(20) == [ref])
    #expect(try desk.find(ref).offeredTo == nil)
  }
}
