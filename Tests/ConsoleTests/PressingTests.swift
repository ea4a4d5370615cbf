import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// What cannot wait, how a complaint is sorted, and how far it is, on the screen.
@Suite struct PressingTests {
  private let size = Size(columns: 110, rows: 40)
  private let bench: Workbench

  init() throws { bench = try Workbench.shipped() }

  private func taken(_ text: String) throws -> (ref: CaseRef, driver: Driver) {
    let ref = try bench.open(text)
    let driver = try Driver(bench, size: size)
    driver.press("t")
    return (ref, driver)
  }

  @Test func `words that say it is failing now propose the key, and the key shortens the clocks`()
    throws
  {
    let (ref, driver) = try taken("I'm standing at your counter and the till is dead.")
    #expect(driver.screen.contains("Sounds as if it's failing right now: % if so"))
    let rules = try bench.desk.rules(for: "six_steps").clocks
    func respond() throws -> Instant? {
      try bench.desk.find(ref).clocks(by: rules).first { $0.name == .respond }?.at
    }
    let usual = try #require(try respond())
    driver.press("%")
    #expect(driver.screen.contains("Failing right now"))
    #expect(driver.screen.contains("now Ms Reed"))
    #expect(try bench.desk.find(ref).isInService)
    #expect(try #require(try respond()) < usual)
    try bench.perform(.set(.lossPerHour, value: "250", reason: nil), on: ref, by: "mei")
    driver.follow()
    #expect(driver.screen.contains("£250 an hour"))
    driver.press("%")
    #expect(!driver.screen.contains("ailing right now"), "it was said not to be so")
    #expect(try bench.desk.find(ref).classification.inService == false)
  }

  @Test func `what broke last week proposes nothing`() throws {
    let (_, driver) = try taken("The kettle broke last week.")
    #expect(!driver.screen.contains("failing right now"))
  }

  @Test func `a complaint about treatment asks by whom, until somebody is named`() throws {
    let (ref, driver) = try taken("Your man was rude.")
    try bench.perform(.classify(Classification(content: .attitude)), on: ref, by: "mei")
    driver.follow()
    #expect(driver.screen.contains("About how they were treated: C names by whom"))
    try bench.perform(.complainedAbout("ann", on: true), on: ref, by: "mei")
    driver.follow()
    #expect(!driver.screen.contains("About how they were treated"))
  }

  @Test func `the kinds are those of the class, and a concern that was justified is told`() throws {
    let (ref, driver) = try taken("Your man was rude.")
    try bench.perform(.classify(Classification(class: .concern)), on: ref, by: "mei")
    driver.follow()
    driver.press("f", "end", "up", "up", "up", "up", "up", "up", "up", "3")
    #expect(try bench.desk.find(ref).classification.kind == .venting)
    try bench.perform(.classify(Classification(class: .upheld)), on: ref, by: "mei")
    driver.follow()
    #expect(driver.screen.contains("On which ground"))
    #expect(driver.screen.contains("a concern until today"))
    driver.press("1")
    #expect(try bench.desk.find(ref).classification.kind == .breach)
    #expect(driver.screen.contains("authority's number"))
  }

  @Test func `how often they had to chase stands above the conversation`() throws {
    let (ref, driver) = try taken("Where is my parcel?")
    #expect(!driver.screen.contains("Had to chase"))
    bench.clock.move(3_600)
    try bench.hear("Hello?", on: ref)
    driver.follow()
    #expect(driver.screen.contains("Had to chase us once"))
  }

  @Test func `how far it is goes into the draft, with the number and the next promise`() throws {
    let (ref, driver) = try taken("Where is my parcel?")
    try bench.perform(
      .promise(what: "a call from the depot", due: driver.model.now.adding(seconds: 7_200)),
      on: ref, by: "mei")
    driver.follow()
    driver.press("Y")
    #expect(driver.screen.contains("how far it is, for the customer"))
    driver.press("2")
    #expect(driver.screen.contains("Your case number is \(ref)."))
    #expect(driver.screen.contains("a call from the depot"))
  }

  @Test func `what a remedy rests on is shown where it is chosen`() throws {
    let (_, driver) = try taken("I want a refund.")
    driver.press("g")
    #expect(driver.screen.contains("Consumer Rights Act 2015, ss 20, 28"))
  }

  @Test func `what an answer rests on stands below it`() throws {
    let (ref, driver) = try taken("May I send it back?")
    driver.press("$")
    #expect(driver.screen.contains("Nothing has been said to the customer yet."))
    try bench.perform(
      .send(Draft(text: "Yes, within 14 days of its arrival.")), on: ref, by: "mei")
    driver.follow()
    driver.press("$")
    #expect(driver.screen.contains("What does this answer rest on?"))
    driver.press("2")
    #expect(try bench.desk.find(ref).messages.last?.sources == ["remedy:statutory_return"])
    #expect(driver.screen.contains("rests on: Consumer Contracts Regulations"))
    driver.press("$", "1")
    driver.type("KB-114")
    driver.press("f10")
    #expect(try bench.desk.find(ref).messages.last?.sources.last == "KB-114")
  }
}
