import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// A regulator, the press or a court in the customer's words tells a supervisor at once.
@Suite struct ThreatTests {
  private let wide = Size(columns: 120, rows: 36)

  @Test func `a threat rings once at the supervisor's, stays in sight, and is over when seen`()
    throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My order 48213 never came.")
    try bench.perform(.claim, on: ref, by: "mei")
    let supervisor = try Driver(bench, as: "sam", size: wide)
    let agent = try Driver(bench, size: wide)
    agent.press("enter")
    try bench.hear("If this isn't fixed by Friday I'm going to my lawyer.", on: ref)
    supervisor.follow()
    #expect(supervisor.rings == 1)
    #expect(supervisor.line(0).contains("taking it further: Ms Reed"))
    #expect(supervisor.line(35).contains("regulator, a court or the press"))
    #expect(supervisor.screen.contains(" going further"))
    try bench.hear("Do you hear me?", on: ref)
    supervisor.follow()
    #expect(supervisor.rings == 1)
    agent.follow()
    #expect(agent.rings == 0)
    #expect(
      agent.screen.contains("Taking it further, and a supervisor knows: “"), "\(agent.screen)")
    agent.press("N")
    #expect(try bench.desk.find(ref).threat != nil)

    supervisor.press("*")
    #expect(supervisor.screen.contains("” N marks it seen."), "\(supervisor.screen)")
    supervisor.press("N")
    #expect(try bench.desk.find(ref).threat == nil)
    #expect(!supervisor.line(0).contains("taking it further"))
    #expect(try bench.desk.store.queue(QueuePage(limit: 9, filter: .threats)).isEmpty)
    // Said again, it calls again.
    try bench.hear("Refund me or I go to the ombudsman.", on: ref)
    supervisor.follow()
    #expect(supervisor.line(0).contains("taking it further: Ms Reed"))
  }

  @Test(arguments: [
    "My lawyer has the same phone.", "I want to make a complaint.", "我想投诉", "已经向12315投诉过了吗",
  ])
  func `a bare noun is no threat`(words: String) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open(words)
    #expect(try bench.desk.find(ref).threat == nil)
    #expect(try bench.desk.store.queue(QueuePage(limit: 9, filter: .threats)).isEmpty)
  }

  @Test func `only who may approve says that they have seen it`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("再不退钱我就打12315")
    try bench.perform(.claim, on: ref, by: "mei")
    #expect(throws: Refusal.self) { try bench.perform(.seeThreat, on: ref, by: "mei") }
    try bench.perform(.seeThreat, on: ref, by: "sam")
    #expect(try bench.desk.find(ref).threat == nil)
  }
}
