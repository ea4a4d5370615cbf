import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// What an agent does beside answering: rest, ask for help, find, copy, paste, leave.
@Suite struct ShiftTests {
  private let size = Size(columns: 120, rows: 36)

  @Test func `on a break no case is taken, and the title says since when`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench, size: size)
    driver.press("S", "2")
    driver.pass(seconds: 120)
    #expect(driver.line(0).contains("break 2m"))
    driver.press("t")
    #expect(driver.screen.contains("You are on “break”"))
    driver.press("enter")
    #expect(driver.commands.isEmpty)
    driver.press("S", "1", "t")
    #expect(driver.current?.handler == "mei")
  }

  @Test func `a raised hand reaches supervisors, and a whisper answers it`() throws {
    let bench = try Workbench.shipped()
    try bench.open("I want two thousand pounds.", by: "Mr Okafor")
    let agent = try Driver(bench, size: size)
    let supervisor = try Driver(bench, as: "sam", size: size)
    agent.press("t", "!")
    agent.type("Too much for me")
    agent.press("f10")
    #expect(agent.current?.hand?.words == "Too much for me")
    #expect(agent.screen.contains("Your hand is up"))
    supervisor.follow()
    #expect(supervisor.rings == 1)
    #expect(supervisor.line(0).contains("hand: Li Mei"))
    supervisor.press("*")
    #expect(supervisor.screen.contains("Li Mei asks for help"))
    supervisor.press("W")
    supervisor.type("Offer the exchange, I approve it.")
    supervisor.press("enter")
    #expect(supervisor.current?.hand == nil)
    agent.follow()
    #expect(!agent.screen.contains("Your hand is up"))
    #expect(agent.screen.contains("Offer the exchange"))
  }

  @Test func `the same key takes the hand down again`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench, size: size)
    driver.press("t", "!", "f10")
    #expect(driver.current?.hand != nil)
    driver.press("!")
    #expect(driver.current?.hand == nil)
  }

  @Test func `another language for this customer changes the phrases, not the screen`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench, size: size)
    driver.press("t", "M", "2")
    #expect(driver.current?.language == .zhHans)
    #expect(driver.screen.contains("Listen"))
    #expect(driver.model.open?.sidebar.phrases.first?.language == .zhHans)
  }

  @Test func `found words are counted from the newest, and marked`() throws {
    let bench = try Workbench.shipped()
    try bench.open("The red box.", "A blue one.", "Red again, RED!", by: "Ms Reed")
    let driver = try Driver(bench, size: size)
    driver.press("t", "F")
    driver.type("red")
    #expect(driver.screen.contains("find: red"))
    #expect(driver.screen.contains("1 of 2"))
    driver.press("enter", "up")
    #expect(driver.screen.contains("2 of 2"))
    #expect(driver.model.open?.selected == 1)
    driver.press("esc")
    #expect(!driver.screen.contains("find:"))
  }

  @Test func `an order number is copied before anybody files it`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Order QW-48213 never came.")
    let driver = try Driver(bench, size: size)
    driver.press("t", "Y", "1")
    #expect(driver.copied == ["QW-48213"])
  }

  @Test func `many pasted lines are asked about, few are not`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench, size: size)
    driver.press("t", "r")
    driver.press(.paste("one\ntwo"))
    #expect(!driver.hasOverlay)
    driver.press(.paste("1\n2\n3\n4\n5\n6"))
    #expect(driver.screen.contains("Put these 6 lines"))
    driver.press("esc")
    #expect(driver.draft == "one\ntwo")
    driver.press(.paste("1\n2\n3\n4\n5\n6"))
    driver.press("enter")
    #expect(driver.draft == "one\ntwo1\n2\n3\n4\n5\n6")
  }

  @Test func `a public post counts its characters, and the engine holds what is too long`() throws {
    let bench = try Workbench.shipped()
    try bench.open("@shop where is it?", by: "@reed", channel: .public)
    let driver = try Driver(bench, size: size)
    driver.press("t", "r")
    driver.type("Hi")
    #expect(driver.screen.contains("278 left"))
    driver.press(.paste(String(repeating: "x", count: 300)))
    #expect(driver.screen.contains("-22 left"))
    driver.press("enter")
    #expect(driver.screen.contains("280 characters are the most"))
    #expect(driver.current?.messages.count == 1)
  }

  @Test func `at the end of a shift everything open is named and can be handed over`() throws {
    let bench = try Workbench.shipped()
    let first = try bench.open("Where is my parcel?", by: "Ms Reed")
    let call = try bench.open("I am on the line.", by: "Mrs Lee", channel: .phone)
    let driver = try Driver(bench, size: size)
    driver.press("t", "t", "]", "E")
    #expect(driver.screen.contains("Your conversations: 2. Waiting for you: 2."))
    #expect(driver.screen.contains("Ms Reed"))
    driver.press("3", "1")
    #expect(try bench.desk.find(first).offeredTo == "ann")
    #expect(try bench.desk.find(call).offeredTo == nil)
    driver.press("E", "4")
    #expect(try bench.desk.find(first).handler == nil)
    #expect(try bench.desk.find(call).handler == "mei")
  }

  @Test func `the queue gives its columns away and comes back with its own key`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Ms Reed")
    let driver = try Driver(bench, size: Size(columns: 80, rows: 24))
    driver.press("t")
    let narrow = try #require(driver.model.layout).conversation.width
    driver.press("=")
    #expect(try #require(driver.model.layout).conversation.width > narrow)
    #expect(!driver.screen.contains("Queue"))
    driver.press("esc")
    #expect(driver.screen.contains("Queue"))
  }

  @Test func `a call shows how long it has lasted`() throws {
    let bench = try Workbench.shipped()
    try bench.open("I am on the line.", by: "Mrs Lee", channel: .phone)
    let driver = try Driver(bench, size: size)
    driver.press("t")
    driver.pass(seconds: 65)
    #expect(driver.screen.contains("call 1:05"))
  }

  @Test func `words that came meanwhile are read before ours go out`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?", by: "Ms Reed")
    let driver = try Driver(bench, size: size)
    driver.press("t", "r")
    driver.type("I am looking.")
    try bench.hear("Never mind, it has just come.", on: ref)
    driver.follow()
    driver.press("enter")
    #expect(driver.screen.contains("Ms Reed wrote again meanwhile."))
    #expect(driver.current?.messages.count == 2)
    driver.press("enter")
    #expect(driver.current?.messages.count == 3)
  }

  @Test func `the customer's other cases are listed, how they ended only when it matters`() throws {
    let bench = try Workbench.shipped()
    func open(_ words: String) throws -> CaseRef {
      try bench.desk.open(
        IntakeLine(
          external: nil, channel: .chat, customer: Customer(name: "Ms Reed", phone: "07700900123"),
          procedure: nil, turns: [.init(from: .customer, text: words, at: nil)]), by: "sam",
        command: CommandID(words)
      ).ref
    }
    let first = try open("The lid was missing.")
    try bench.perform(.claim, on: first, by: "mei")
    try bench.perform(
      .set(.problem, value: "the lid was missing", reason: nil), on: first, by: "mei")
    try bench.perform(.send(Draft(text: "It is on its way.")), on: first, by: "mei")
    try bench.perform(.close(.withdrawn, words: ""), on: first, by: "mei")
    let driver = try Driver(bench, size: size)
    let second = try open("And now the handle broke off as well.")
    driver.follow()
    driver.press("t")
    #expect(driver.model.open?.ref == second)
    driver.press("O")
    #expect(driver.screen.contains("the lid was missing"))
    driver.press("1")
    #expect(driver.model.open?.ref == first)
    let alone = try Driver(bench, as: "ann", size: size)
    try bench.open("Hello?", by: "Mr Else")
    alone.follow()
    alone.press("t", "O")
    #expect(alone.screen.contains("Nothing else is on file"))
  }

  @Test func `a lone “you” is never named as the cause of heat`() throws {
    let bench = try Workbench.shipped()
    try bench.open("你倒是看啊", by: "Ms Reed")
    let driver = try Driver(bench, size: size)
    driver.press("t")
    #expect(driver.screen.contains("uneasy"))
    #expect(!driver.screen.contains("“你”"))
  }

  @Test func `new anger asks for a breath first`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?", by: "Ms Reed")
    let driver = try Driver(bench, size: size)
    driver.press("t", "r")
    driver.type("It comes tomorrow.")
    driver.press("enter")
    try bench.hear(
      "You useless liars! This is the third time, I will sue you people!", on: ref)
    driver.follow()
    #expect(driver.screen.contains("One slow breath"))
  }
}
