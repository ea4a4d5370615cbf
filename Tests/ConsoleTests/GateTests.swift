import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Closed gates: what is missing in words, and the ways past.
@Suite struct GateTests {
  @Test func `advice costs one digit, and the reason is on the record`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.press("t", "a")
    #expect(driver.hasOverlay)
    #expect(driver.screen.contains("1 They are in a hurry"))
    driver.press("3")
    #expect(!driver.hasOverlay)
    #expect(driver.current?.step == "apologise")
    #expect(driver.current?.overrides.map(\.reason) == ["said_differently"])
  }

  @Test func `keys pressed while a case is on its way wait for it`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.isDeskSlow = true
    driver.press("t", "r")
    driver.type("dug up")
    #expect(!driver.hasOverlay)
    driver.answer()
    driver.isDeskSlow = false
    #expect(driver.current?.handler == "mei")
    #expect(driver.model.focus == .composer)
    #expect(driver.screen.contains("dug up"))
  }

  @Test func `keys for a case that could not be taken do nothing to another`() throws {
    let bench = try Workbench.shipped()
    let driver = try Driver(bench)
    driver.isDeskSlow = true
    driver.press("t", "d")
    driver.answer()
    #expect(!driver.hasOverlay)
    #expect(driver.model.notice != nil)
  }

  @Test(arguments: [
    ("The charger caught fire.", "fire"), ("My daughter was hurt by it.", "injury"),
    ("Someone is charging things to my card right now.", "fraud"),
  ])
  func `danger in the customer's words is proposed, and two keys take it over`(
    words: String, kind: String
  ) throws {
    let bench = try Workbench.shipped()
    try bench.open(words)
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    #expect(driver.model.open?.dangerSign?.kind.rawValue == kind)
    #expect(driver.line(2).contains("Danger ("))
    #expect(driver.current?.danger == nil)
    driver.press("d", "enter")
    #expect(driver.current?.danger?.rawValue == kind)
  }

  @Test func `a calm question, answered and thanked for, closes as answered with no follow-up`()
    throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Hello, do you open on Sundays?")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    try bench.perform(
      .send(Draft(text: "Yes, we open on Sundays from ten to four.")), on: ref, by: "mei")
    try bench.hear("Great, thank you.", on: ref)
    driver.follow()
    driver.press("c")
    guard case .menu(let menu) = driver.model.overlay else {
      Issue.record("no list: \(driver.screen)")
      return
    }
    #expect(menu.items.first?.choice == .form(.close(.answered)))
    #expect(menu.items.first?.mark.isEmpty == false)
    #expect(menu.items.first?.detail == [])
    driver.press("1", "f10")
    #expect(driver.current?.closed?.reason == .answered)
  }

  @Test func `an answered question with a promise behind it still wants a follow-up`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Hello, do you open on Sundays?")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    try bench.perform(
      .send(Draft(text: "I'll ask the shop and tell you by noon.")), on: ref, by: "mei")
    try bench.perform(
      .promise(what: "ask the shop", due: bench.clock.now.adding(seconds: 7_200)), on: ref,
      by: "mei")
    try bench.hear("Great, thank you.", on: ref)
    driver.follow()
    driver.press("c")
    guard case .menu(let menu) = driver.model.overlay else {
      Issue.record("no list: \(driver.screen)")
      return
    }
    let answered = menu.items.first { $0.choice == .form(.close(.answered)) }
    #expect(answered?.detail.isEmpty == false)
  }

  @Test func `the follow-up step shows when we look back`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel? I want a refund.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    while driver.current?.step != "follow_up" {
      let before = driver.current?.step
      driver.press("a")
      if case .menu = driver.model.overlay { driver.press("enter") }
      if case .blocked = driver.model.overlay { driver.press("1") }
      if driver.current?.step == before { break }
    }
    #expect(driver.current?.step == "follow_up")
    #expect(driver.screen.contains("No follow-up arranged yet"))
    driver.press("esc")
    #expect(driver.line(35).contains("u "))
    driver.press("u", "1", "f10")
    #expect(driver.screen.contains("Arranged:"))
  }

  @Test func `the key that helps goes there at once`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.press("t", "a", "f")
    guard case .register = driver.model.overlay else {
      Issue.record("the form did not open")
      return
    }
    #expect(driver.current?.step == "vent")
  }

  @Test func `policy opens to nobody but those who may, with a reason in words`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?")
    let agent = try Driver(bench)
    agent.press("t", "c", "1", "f10")
    #expect(agent.hasOverlay)
    #expect(agent.screen.contains("A supervisor can let it"))
    agent.press("5")
    #expect(agent.current?.state == .open)
    agent.press("esc", "esc", "esc", "l")

    let supervisor = try Driver(bench, as: "sam")
    supervisor.press("t", "c", "1", "f10")
    #expect(supervisor.screen.contains("You may let it pass."))
    supervisor.press("enter")
    supervisor.type("Settled at the counter")
    supervisor.press("enter")
    #expect(try bench.desk.find(ref).state == .closed)
    #expect(try bench.desk.find(ref).overrides.contains { $0.reason == "Settled at the counter" })
    #expect(!supervisor.hasOverlay)
  }

  @Test func `a remedy above one's limit is asked for and decided`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Please refund order 48213, it never came.")
    let agent = try Driver(bench, size: Size(columns: 120, rows: 36))
    agent.press("t", "R", "1", "tab")
    agent.type("120")
    agent.press("tab")
    agent.type("tomorrow 18:00")
    agent.press("f10")
    #expect(try bench.desk.find(ref).approvals.count == 1)
    #expect(agent.screen.contains("1 request"))

    let supervisor = try Driver(bench, as: "sam", size: Size(columns: 120, rows: 36))
    supervisor.press("space", "A", "1")
    #expect(supervisor.screen.contains("120"))
    supervisor.press("f10")
    #expect(try bench.desk.find(ref).approvals.first?.decision?.approved == true)
  }

  @Test func `somebody else's case can be read, noted on, but not answered`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref, by: "ann")
    let driver = try Driver(bench)
    driver.press("enter")
    #expect(driver.screen.contains("Where is my parcel?"))
    driver.press("r")
    driver.type("Hello")
    driver.press("enter")
    #expect(driver.line(23).contains("Ann has this case."))
    #expect(try bench.desk.find(ref).messages.count == 1)
  }

  @Test func `a claim that has passed changes nothing`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.press("t", "r")
    driver.type("On its way")
    try bench.perform(.takeOver(reason: "asked to"), on: ref, by: "sam")
    driver.press("enter")
    #expect(driver.hasOverlay)
    #expect(driver.screen.contains("Sam Ortiz"))
    #expect(try bench.desk.find(ref).messages.count == 1)
    #expect(driver.model.drafts[ref, .reply].editor.text == "On its way")
  }

  @Test func `on the phone a key ticks what was said`() throws {
    let bench = try Workbench.shipped()
    try bench.open("You charged me twice!", channel: .phone)
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t", "k")
    #expect(driver.hasOverlay)
    driver.press("1")
    #expect(driver.current?.attested.count == 1)
    driver.press("s")
    driver.type("I am sorry about that.")
    driver.press("enter", "esc", "h")
    driver.type("So what now?")
    driver.press("enter")
    #expect(driver.current?.messages.map(\.kind) == [.spoken, .spoken, .spoken])
    #expect(driver.screen.contains("said"))
  }

  @Test func `danger shows above everything and sets advice aside`() throws {
    let bench = try Workbench.shipped()
    try bench.open("There is smoke coming out of it!")
    let driver = try Driver(bench)
    driver.press("t", "d", "1")
    #expect(driver.current?.danger == .fire)
    #expect(driver.screen.contains("Danger"))
    #expect(driver.screen.contains("–"))
    #expect(driver.model.open?.sidebar.phrases.first?.kind == .danger)
    driver.press("d", "6")
    #expect(driver.current?.danger == nil)
  }

  @Test func `the number to call goes by the danger and the customer's language`() throws {
    let bench = try Workbench.shipped()
    try bench.open("你们的充电器冒烟了！")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t", "d", "1")
    #expect(driver.current?.language == .zhHans)
    #expect(driver.model.open?.sidebar.words.first?.contains("119") == true)
    driver.press("d", "2")
    #expect(driver.current?.danger == .injury)
    #expect(driver.model.open?.sidebar.phrases.first?.dangers == [.injury])
    #expect(driver.model.open?.sidebar.words.first?.contains("120") == true)
  }

  @Test func `a grant is one screen`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Order 48213 never came. I want my money back.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t", "f")
    driver.go(to: .order)
    driver.press("enter", "esc")
    #expect(driver.current?.fields[.order]?.value == "48213", "\(driver.screen)")
    driver.press("g", "tab")
    driver.type("25")
    driver.press("tab")
    driver.type("tomorrow 18:00")
    #expect(driver.screen.contains("25"))
    #expect(driver.screen.contains("6 pm tomorrow"))
    driver.press("f10")
    if case .blocked(let blocked) = driver.model.overlay {
      Issue.record("\(blocked.refusal)")
    }
    let currency = Playbook.shipped.authority?.currencies[.en] ?? ""
    let granted = try bench.desk.find(ref)
    #expect(granted.grant?.amount == Money(minor: 2_500, currency: currency))
    #expect(granted.messages.last?.phrases == ["grant.refund_chat"])
    #expect(granted.followUps.count == 1)
    driver.press("c", "1", "f10")
    #expect(try bench.desk.find(ref).closed?.reason == .granted)
  }

  @Test(arguments: Playbook.shipped.procedureIDs)
  func `each procedure is walked to its last step`(_ procedure: ProcedureID) throws {
    let bench = try Workbench.shipped()
    try bench.open("This is the third time my parcel is late!", procedure: procedure)
    let driver = try Driver(bench)
    driver.press("t")
    let steps = try #require(Playbook.shipped.procedure(procedure)).steps
    var seen: [StepID] = []
    for _ in steps {
      seen.append(driver.current?.step ?? "")
      driver.press("a")
      if case .menu = driver.model.overlay { driver.press("1") }
      if case .blocked = driver.model.overlay { driver.press("6") }
      #expect(!driver.hasOverlay, "\(driver.screen)")
    }
    #expect(seen.first == steps.first?.id)
    #expect(Set(seen).count > 2, "\(seen)")
    #expect(!driver.screen.contains("screen."))
  }
}
