import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// Requests for approval: asked, seen on the supervisor's screen, decided, heard of.
@Suite struct RequestTests {
  private let wide = Size(columns: 120, rows: 36)

  private func ask(_ bench: Workbench, _ ref: CaseRef, yuan: Int64 = 120, why: String = "") throws {
    let option = PlanOption(
      remedy: "refund", what: "a full refund of £\(yuan)",
      amount: Money(minor: yuan * 100, currency: "GBP"),
      due: bench.clock.now.adding(seconds: 86_400))
    try bench.perform(.requestApproval(.remedy(option), why: why), on: ref, by: "mei")
  }

  @Test func `a request rings, is listed from anywhere, and tells all its answer rests on`() throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Please refund order 48213, it never came. This is outrageous!")
    let other = try bench.open("Where is my parcel?", by: "Mr Hill")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(.set(.demand, value: "a full refund", reason: nil), on: ref, by: "mei")
    let supervisor = try Driver(bench, as: "sam", size: wide)
    supervisor.press("A")
    #expect(supervisor.line(35).contains("No request waits"))
    try ask(bench, ref, why: "the party is on Sunday")
    supervisor.follow()
    #expect(supervisor.rings == 1)
    #expect(supervisor.line(0).contains("1 request"))
    #expect(supervisor.line(35).contains("Li Mei asks for a yes or no: Ms Reed."))
    try bench.perform(.note(text: "looked at"), on: ref, by: "mei")
    supervisor.follow()
    #expect(supervisor.rings == 1)
    _ = other
    supervisor.press("A")
    #expect(supervisor.screen.contains("Requests"))
    supervisor.press("1")
    let screen = supervisor.screen
    for words in [
      "C-1001", "Li Mei: Full refund", "£120", "the party is on Sunday", "whoever asked £25",
      "you £2,400", "Customer wants: a full refund", "This is outrageous!", "in 15m",
    ] { #expect(screen.contains(words), "\(words) is not on\n\(screen)") }
    supervisor.press("f10")
    #expect(try bench.desk.find(ref).approvals.first?.decision?.by == "sam")
    #expect(!supervisor.line(0).contains("1 request"))
  }

  @Test func `what was said yes to stands in the form for giving it`() throws {
    for language in LanguageTag.allCases {
      let bench = try Workbench.shipped()
      let ref = try bench.open("Please refund order 48213, it never came.")
      let agent = try Driver(bench, language: language, size: wide)
      agent.press("t")
      try bench.perform(.set(.order, value: "48213", reason: nil), on: ref, by: "mei")
      let due = bench.clock.now.adding(seconds: 86_400)
      try ask(bench, ref)
      try bench.perform(.approve(request: 1, reason: "long overdue"), on: ref, by: "sam")
      agent.follow()
      agent.press("alt-g")
      #expect(agent.screen.contains("a full refund of £120"), "\(agent.screen)")
      agent.press("f10")
      let grant = try #require(try bench.desk.find(ref).grant, "\(agent.screen)")
      #expect(grant.amount == Money(minor: 12_000, currency: "GBP"))
      #expect(grant.due == due)
    }
  }

  @Test func `the clock of a request turns amber and red in both consoles`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Please refund order 48213, it never came.")
    let agent = try Driver(bench, size: wide)
    agent.press("t")
    try ask(bench, ref)
    agent.follow()
    #expect(agent.screen.contains("1 request is waiting for a decision."), "\(agent.screen)")
    let clocks = try bench.desk.rules(for: "six_steps").clocks
    let clock = try #require(
      try bench.desk.find(ref).clocks(by: clocks).first { $0.name == .approval })
    #expect(clock.standing(at: bench.clock.now) == .running)
    #expect(clock.standing(at: bench.clock.now.adding(seconds: 13 * 60)) == .warned)
    #expect(clock.standing(at: bench.clock.now.adding(seconds: 15 * 60)) == .broken)
    let row = try #require(try bench.desk.store.queue(QueuePage(limit: 1, filter: .requests)).first)
    #expect(row.approvalDue == clock.at)
  }

  @Test func `of two who decide at once one wins, and the other hears from whom and how`() throws {
    let bench = try Workbench.shipped()
    try bench.desk.put(
      Person(id: "ida", name: "Ida Berg", role: .supervisor),
      by: Person(id: "sam", name: "Sam Ortiz", role: .supervisor))
    let ref = try bench.open("Please refund order 48213, it never came.")
    try bench.perform(.claim, on: ref, by: "mei")
    try ask(bench, ref)
    let supervisor = try Driver(bench, as: "sam", size: wide)
    supervisor.press("A", "1")
    try bench.perform(.deny(request: 1, reason: "sent twice already"), on: ref, by: "ida")
    supervisor.press("f10")
    #expect(
      supervisor.screen.contains("Ida Berg got there first and said no: “sent twice already”"),
      "\(supervisor.screen)")
    #expect(try bench.desk.find(ref).approvals.first?.decision?.approved == false)
  }

  @Test func `the agent hears at once, with the phrase that tells the customer first`() throws {
    for approves in [true, false] {
      let bench = try Workbench.shipped()
      let ref = try bench.open("Please refund order 48213, it never came.")
      let agent = try Driver(bench, size: wide)
      agent.press("t")
      try ask(bench, ref)
      bench.clock.move(60)
      try bench.perform(
        approves
          ? .approve(request: 1, reason: "long overdue") : .deny(request: 1, reason: "not ours"),
        on: ref, by: "sam")
      agent.follow()
      let said = approves ? "said yes to" : "said no to"
      #expect(agent.screen.contains("Sam Ortiz \(said)"), "\(agent.screen)")
      #expect(agent.screen.contains(approves ? "“long overdue”" : "“not ours”"))
      agent.press("r", "escape", "1")
      #expect(
        agent.draft.contains(
          approves ? "the answer is yes: a full refund of £120" : "it wasn't agreed"),
        "\(agent.draft)\n\(agent.screen)")
    }
  }

  @Test func `nobody is shown their own request to decide`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Please refund order 48213, it never came.")
    let supervisor = try Driver(bench, as: "sam", size: wide)
    supervisor.press("t")
    let option = PlanOption(
      remedy: "refund", what: "x", amount: Money(minor: 900_000, currency: "GBP"))
    try bench.perform(.requestApproval(.remedy(option)), on: ref, by: "sam")
    supervisor.follow()
    supervisor.press("A")
    #expect(!supervisor.hasOverlay)
    #expect(throws: Refusal.self) {
      try bench.perform(.approve(request: 1, reason: "yes"), on: ref, by: "sam")
    }
  }
}
