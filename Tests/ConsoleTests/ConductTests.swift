import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Bad faith: proposed by the agent, decided by somebody else, seen by those who work the case.
@Suite struct ConductTests {
  private let wide = Size(columns: 120, rows: 40)

  @Test func `an agent proposes on evidence and a supervisor confirms and lifts`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Your driver hit my dog. Pay me or I go to the papers!")
    let agent = try Driver(bench, size: wide)
    agent.press("t", "G")
    #expect(agent.screen.contains("never evidence"))
    agent.press("1")
    agent.type("message 1: no van was there that day")
    agent.press("f10")
    #expect(try bench.desk.find(ref).conduct.count == 1, "\(agent.screen)")
    #expect(agent.screen.contains("Proposed by me: bad faith."))

    let supervisor = try Driver(bench, as: "sam", size: wide)
    supervisor.press("space", "G", "1")
    #expect(supervisor.screen.contains("no van was there"), "\(supervisor.screen)")
    supervisor.press("right", "tab")
    supervisor.type("the tracker shows it")
    supervisor.press("f10")
    #expect(try bench.desk.find(ref).standing(.malicious)?.decision?.by == "sam")
    agent.follow()
    #expect(agent.screen.contains("Confirmed by Sam Ortiz: bad faith."), "\(agent.screen)")

    let bystander = try Driver(bench, as: "ann", size: wide)
    bystander.press("space")
    #expect(!bystander.screen.contains("bad faith"))
    supervisor.press("G", "1")
    supervisor.type("the tracker was wrong")
    supervisor.press("f10")
    #expect(try bench.desk.find(ref).standing(.malicious) == nil)
    agent.follow()
    #expect(!agent.screen.contains("Confirmed by Sam Ortiz"))
  }

  @Test func `anger alone is refused with the reason why`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("You idiots! I will take you to court.")
    let agent = try Driver(bench, size: wide)
    agent.press("t", "G", "1", "up", "up")
    agent.type("message 1")
    agent.press("f10")
    #expect(agent.screen.contains("none of it stands on its own"), "\(agent.screen)")
    #expect(try bench.desk.find(ref).conduct.isEmpty)
  }

  @Test func `it leaves the desk in no export, and its words are there for nobody else`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Your driver hit my dog.")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(
      .proposeConduct(
        .malicious, evidence: [Evidence(item: "invented_facts", note: "no van that day")]),
      on: ref, by: "mei")
    let rules = try bench.desk.rules(for: "six_steps")
    func shelf() throws -> PhraseShelf {
      PhraseShelf(
        PhraseMoment(try bench.desk.find(ref), in: rules.procedure, gates: []))
    }
    let phrases = bench.desk.playbook.phrases(in: .en)
    #expect(!(try shelf().phrases(phrases).contains { $0.id == "no.bad_faith" }))
    try bench.perform(
      .decideConduct(number: 1, confirmed: true, reason: "shown"), on: ref, by: "sam")
    #expect(try shelf().phrases(phrases).contains { $0.id == "no.bad_faith" })
    let document = CaseDocument(
      of: try bench.desk.find(ref), by: rules, readings: [], role: .supervisor,
      now: bench.clock.now)
    #expect(!document.value.line.contains("no van that day"))
    #expect(!document.value.line.contains("malicious"))
  }
}
