import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// What colleagues see of each other: who looks, who types, who watched, who is there to take a case.
@Suite struct PresenceTests {
  private let size = Size(columns: 120, rows: 36)
  private let bench: Workbench
  private let ref: CaseRef

  init() throws {
    bench = try Workbench.shipped()
    ref = try bench.open("Where is my parcel?", by: "Ms Reed")
  }

  private func sitting(
    _ person: PersonID, looking: CaseRef? = nil, typing: CaseRef? = nil,
    _ status: AgentStatus = .ready, since: Instant? = nil, number: Int = 1
  ) -> Presence {
    Presence(
      sitting: SittingID("\(person)-\(number)"), person: person,
      whereabouts: Whereabouts(
        looking: looking, typing: typing, status: status, statusSince: since))
  }

  // MARK: Telling

  @Test func `what is looked at and the status are told, typing while it lasts`() throws {
    let driver = try Driver(bench, size: size)
    #expect(driver.whereabouts == Whereabouts())
    driver.press("t")
    #expect(driver.whereabouts == Whereabouts(looking: ref))
    driver.press("r")
    #expect(driver.whereabouts.typing == nil)
    driver.type("Good")
    #expect(driver.whereabouts.typing == ref)
    driver.pass(seconds: 4)
    #expect(driver.whereabouts.typing == ref)
    driver.pass(seconds: 1)
    #expect(driver.whereabouts.typing == nil)
    driver.type(" morning")
    #expect(driver.whereabouts.typing == ref)
    driver.press("enter")
    #expect(driver.whereabouts.typing == nil)
    driver.press("esc", "S", "2")
    #expect(driver.whereabouts.status == .away)
    #expect(driver.whereabouts.statusSince == bench.clock.now)
  }

  @Test func `what was typed and taken away again is typed no longer`() throws {
    let driver = try Driver(bench, size: size)
    driver.press("t", "r")
    driver.type("G")
    driver.press("backspace")
    #expect(driver.whereabouts.typing == nil)
  }

  // MARK: Seeing

  @Test func `who looks and who types stands above the messages, and goes with them`() throws {
    let driver = try Driver(bench, size: size)
    driver.press("t")
    driver.tell(.presence([sitting("ann", looking: ref), sitting("lin", looking: "C-9")]))
    #expect(driver.screen.contains("Ann is looking"))
    #expect(!driver.screen.contains("Lin"))
    driver.tell(.presence([sitting("ann", looking: ref, typing: ref)]))
    #expect(driver.screen.contains("Ann is typing"))
    #expect(!driver.screen.contains("Ann is looking"))
    driver.tell(.presence([]))
    #expect(!driver.screen.contains("Ann"))
  }

  @Test func `one person in two places is one, and oneself is nobody`() throws {
    let driver = try Driver(bench, size: size)
    driver.press("t")
    driver.tell(
      .presence([
        sitting("ann", looking: ref, typing: ref), sitting("ann", looking: ref, number: 2),
        sitting("mei", looking: ref, number: 2),
      ]))
    #expect(driver.screen.contains("Ann is typing"))
    #expect(!driver.screen.contains("is looking"))
  }

  @Test func `the strip tells nothing of who is there`() throws {
    let second = try bench.open("Hello?", by: "Mr Cho")
    let driver = try Driver(bench, size: size)
    driver.press("t", "t")
    let before = driver.screen
    #expect(before.contains("Mr Cho"))
    let other = driver.model.open?.ref == ref ? second : ref
    driver.tell(.presence([sitting("ann", looking: other, typing: other)]))
    #expect(driver.screen == before)
  }

  @Test func `the agent sees that a supervisor looks, and afterwards that they watched`() throws {
    let agent = try Driver(bench, size: size)
    agent.press("t")
    let supervisor = try Driver(bench, as: "sam", size: size)
    supervisor.press("enter")
    #expect(supervisor.whereabouts.looking == ref)
    agent.follow()
    agent.tell(.presence([sitting("sam", looking: ref)]))
    #expect(agent.screen.contains("Sam Ortiz is looking"))
    #expect(!agent.screen.contains("watched"))
    agent.tell(.presence([sitting("sam")]))
    #expect(agent.screen.contains("Sam Ortiz watched"))
    // It is told to the one who was watched.
    #expect(!supervisor.screen.contains("watched"))
    agent.pass(seconds: 90_000)
    #expect(!agent.screen.contains("watched"))
  }

  @Test func `a colleague who only looks leaves no record`() throws {
    try bench.perform(.claim, on: ref, by: "mei")
    let colleague = try Driver(bench, as: "ann", size: size)
    colleague.press("enter")
    #expect(colleague.model.open?.ref == ref)
    #expect(try bench.desk.find(ref).watches.isEmpty)
  }

  // MARK: Handing over

  @Test func `handing a case to somebody who is not at hand is warned about and done`() throws {
    let driver = try Driver(bench, size: size)
    driver.press("t")
    driver.tell(
      .presence([
        sitting("ann", .away, since: bench.clock.now.adding(seconds: -720)), sitting("sam"),
      ]))
    driver.press("T")
    #expect(driver.screen.contains("break, 12m so far"))
    driver.press("f10")
    #expect(driver.screen.contains("Offered to Ann (break, 12m so far)"))
    #expect(driver.current?.offeredTo == "ann")
  }

  @Test func `who has no console open is named so, who takes cases is not`() throws {
    let driver = try Driver(bench, size: size)
    driver.press("t")
    driver.tell(.presence([sitting("ann", .away), sitting("ann", number: 2)]))
    driver.press("E", "2")
    #expect(driver.screen.contains("Offer everything to"))
    #expect(!driver.screen.contains("break"))
    driver.press("down")
    #expect(driver.screen.contains("no console open"))
  }

  @Test func `as long as nothing is known of anybody, nobody is warned about`() throws {
    let driver = try Driver(bench, size: size)
    driver.press("t", "T", "f10")
    #expect(driver.current?.offeredTo == "ann")
    #expect(!driver.screen.contains("no console open"))
  }

  @Test func `an offer stands on both screens, and so does a no`() throws {
    let agent = try Driver(bench, size: size)
    agent.press("t", "T", "f10")
    #expect(agent.screen.contains("Offered to Ann, not answered yet."))
    let colleague = try Driver(bench, as: "ann", size: size)
    #expect(colleague.line(0).contains("offer: Li Mei"))
    colleague.press("*")
    #expect(colleague.screen.contains("Offered by Li Mei: Enter takes it, l says no"))
    colleague.press("esc", "l")
    #expect(colleague.screen.contains("You said no; Li Mei can see that."))
    #expect(try bench.desk.find(ref).handler == "mei")
    agent.follow()
    #expect(agent.screen.contains("Ann can't take it now; it is still yours."))
    #expect(!colleague.line(0).contains("offer"))
    let other = try bench.open("Hello?", by: "Mr Cho")
    colleague.follow()
    colleague.press("t")
    #expect(colleague.model.open?.ref == other)
    agent.press("T", "f10")
    colleague.follow()
    #expect(colleague.screen.contains("Li Mei asks you to take Ms Reed. * goes there."))
    colleague.press("*")
    #expect(!agent.screen.contains("can't take it"))
    // Enter takes it, from where it is read or from the queue.
    colleague.press("enter")
    #expect(try bench.desk.find(ref).handler == "ann")
  }

  @Test func `going to what is on the screen already gives it the keys`() throws {
    let agent = try Driver(bench, size: size)
    agent.press("t", "T", "f10")
    let other = try bench.open("Hello?", by: "Mr Cho")
    let colleague = try Driver(bench, as: "ann", size: size)
    colleague.press("*", "esc")
    #expect(colleague.model.focus == .queue)
    for _ in 0..<3 where colleague.model.queue.selected != other { colleague.press("down") }
    #expect(colleague.model.queue.selected == other)
    colleague.press("*")
    #expect(colleague.model.focus == .conversation)
    colleague.press("enter")
    #expect(try bench.desk.find(ref).handler == "ann")
    #expect(try bench.desk.find(other).handler == nil)
  }

  // MARK: Coming back

  @Test func `what went back while the console was silent is said until a key`() throws {
    let driver = try Driver(bench, size: size)
    driver.tell(.wentBack(["Ms Reed", "Mr Cho", "Mx Lee", "Mrs Diaz", "Mr Bassi"]))
    #expect(driver.screen.contains("Ms Reed, Mr Cho, Mx Lee +2 went back to the queue"))
    #expect(driver.screen.contains("drafts are kept"))
    driver.pass(seconds: 3_600)
    #expect(driver.screen.contains("went back to the queue"))
    driver.press("down")
    #expect(!driver.screen.contains("went back to the queue"))
  }

  @Test(arguments: LanguageTag.allCases)
  func `every language has its words, and they fit`(_ language: LanguageTag) throws {
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.desk.noteLooking(at: ref, by: "sam")
    let driver = try Driver(bench, language: language)
    driver.press("enter")
    driver.tell(.presence([sitting("ann", looking: ref, typing: ref), sitting("lin", .call)]))
    driver.tell(
      .takenOver(customer: "Ms Reed", TakeOver(from: "mei", by: "ann", reason: "It burns.")))
    #expect(driver.screen.contains("It burns."))
    driver.tell(.wentBack(["Ms Reed"]))
    #expect(driver.screen.contains("Ann"))
    #expect(driver.screen.contains("Sam Ortiz"))
    #expect(driver.screen.contains("Ms Reed"))
    for part in ["screen.", "conversation.", "notice."] {
      #expect(!driver.screen.contains(part), "\(driver.screen)")
    }
  }
}
