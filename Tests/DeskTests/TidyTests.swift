import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// Readings are kept for as long as the playbook says (domain F), and cases for longer.
@Suite struct TidyTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func person(_ id: PersonID) throws -> Person {
    try #require(try bench.desk.store.person(id))
  }

  /// An angry customer, answered and closed.
  private func closedCase() throws -> CaseRef {
    let ref = try bench.open("This is useless! Where is my money?!")
    try bench.perform(.claim, on: ref)
    try bench.say("I'm sorry about the wait. What is the order number, please?", on: ref)
    return ref
  }

  @Test func `what is too old is told before it goes, and then it is gone`() throws {
    let ref = try closedCase()
    let before = try bench.desk.find(ref)
    let events = try bench.desk.store.events(of: ref, after: 0)
    #expect(try bench.desk.store.row(of: ref)?.heatScore != nil)
    bench.pass(seconds: 90 * 86_400)
    #expect(try bench.desk.untidy(for: try person("sam")).messages == 0, "the day is not over")
    bench.pass(seconds: 86_400)
    let young = try bench.open("Hello?")
    let found = try bench.desk.untidy(for: try person("sam"))
    #expect(found.messages == 2)
    #expect(found.limit.description == "2026-11-22T00:00:00Z")
    #expect(try bench.desk.store.readings(of: ref, last: 9).count == 2)

    #expect(try bench.desk.tidy(by: try person("sam")) == found)
    #expect(try bench.desk.untidy(for: try person("sam")).messages == 0)
    #expect(try bench.desk.store.readings(of: ref, last: 9).isEmpty)
    #expect(try bench.desk.store.readings(of: young, last: 9).count == 1)
    #expect(try bench.desk.store.row(of: ref)?.heatScore == nil)
    // What a decision rested on stays.
    #expect(try bench.desk.find(ref) == before)
    #expect(try bench.desk.store.events(of: ref, after: 0) == events)
    #expect(try bench.desk.verify().isEmpty)
  }

  @Test func `only whoever says who works here tidies`() throws {
    for id in ["mei", "lin", "aud"] as [PersonID] {
      #expect(throws: DeskError.notAllowed(id, .people)) {
        try bench.desk.tidy(by: try person(id))
      }
      #expect(throws: DeskError.notAllowed(id, .people)) {
        try bench.desk.untidy(for: try person(id))
      }
    }
  }

  @Test func `a supervisor's console tidies once a day, and nobody else's`() throws {
    let ref = try closedCase()
    bench.pass(seconds: 92 * 86_400)
    try Desk(
      store: bench.desk.store, playbook: .shipped, now: { [now = bench.now] in now },
      sampled: { _ in false }
    ).tidyDaily(for: "mei")
    #expect(try bench.desk.store.readings(of: ref, last: 9).count == 2)
    try bench.desk.tidyDaily(for: "sam")
    #expect(try bench.desk.store.readings(of: ref, last: 9).isEmpty)
    bench.pass(seconds: 86_400)
    try bench.desk.tidyDaily(for: "sam")
  }
}
