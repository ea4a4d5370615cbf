import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// A person removed while holding cases.
@Suite struct LeavingTests {
  @Test func `what they held goes back to the queue, calls too, and says who sent it there`()
    throws
  {
    let bench = try Bench()
    let sam = try bench.desk.signIn("sam", name: "Sam")
    let chat = try bench.open("Hello?")
    let call = try bench.open("Hello?", channel: .phone)
    let others = try bench.open("Hello?")
    for ref in [chat, call] { try bench.perform(.claim, on: ref, by: "mei") }
    try bench.perform(.claim, on: others, by: "ann")
    var mei = try bench.desk.signIn("mei", name: "Mei")
    mei.active = false
    let outcome = try bench.desk.put(mei, by: sam)
    #expect(Set(outcome.went) == [chat, call])
    #expect(outcome.refused.isEmpty)
    for ref in [chat, call] {
      let current = try bench.desk.find(ref)
      #expect(current.handler == nil)
      #expect(current.owner == "mei")
      let events = try bench.desk.store.events(of: ref, after: 0).map(\.record)
      let taken = try #require(events.last { $0.event.kind == .takenOver })
      #expect(taken.actor == "sam")
      guard case .takenOver(_, let reason) = taken.event else { continue }
      #expect(reason.contains("mei"))
    }
    #expect(try bench.desk.find(others).handler == "ann")
    #expect(try bench.desk.verify().isEmpty)
    #expect(try bench.desk.put(mei, by: sam).went.isEmpty)
  }
}
