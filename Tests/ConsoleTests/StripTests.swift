import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// Many conversations at once: the strip, going from one to another, and what each keeps.
@Suite struct StripTests {
  private func desk(_ count: Int) throws -> (Workbench, Driver, [CaseRef]) {
    let bench = try Workbench.shipped()
    var mei = Workbench.agent
    mei.aptitude.capacity = [.chat: count + 1]
    try bench.desk.put(mei, by: Desk.itself)
    let refs = try (0..<count).map {
      try bench.open("Where is parcel \($0)?", by: "Customer \($0)")
    }
    let driver = try Driver(bench, size: Size(columns: 100, rows: 30))
    for _ in refs { driver.press("t") }
    return (bench, driver, refs)
  }

  @Test func `one conversation needs no strip, two do`() throws {
    let (bench, driver, _) = try desk(1)
    #expect(driver.line(1).contains("Queue"))
    try bench.open("Hello?", by: "Mr Late")
    driver.follow()
    driver.press("t")
    #expect(driver.line(1).contains("Customer 0"))
    #expect(driver.line(1).contains("Mr Late"))
    #expect(driver.line(2).contains("Queue"))
  }

  @Test func `j goes to whoever waits longest on me, and says so when nobody does`() throws {
    let (bench, driver, refs) = try desk(3)
    #expect(driver.model.open?.ref == refs[2])
    driver.press("j")
    #expect(driver.model.open?.ref == refs[0])
    for ref in refs {
      try bench.perform(
        .send(Draft(text: "It comes tomorrow by noon, I checked.")), on: ref, by: "mei")
    }
    driver.follow()
    driver.press("j")
    #expect(driver.model.open?.ref == refs[0])
    #expect(driver.screen.contains("Nobody else is waiting for you."))
    try bench.hear("And today?", on: refs[1])
    driver.follow()
    driver.press("j")
    #expect(driver.model.open?.ref == refs[1])
  }

  @Test func `whoever goes past a gate because somebody else is angry is told which and why`()
    throws
  {
    let bench = try Workbench.shipped()
    try bench.open("This is outrageous! You lied to me and I am furious!", by: "Mr Angry")
    try bench.open("My kettle came without a lid.", by: "Ms Calm")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t", "t")
    while driver.current?.customer.name != "Ms Calm" { driver.press("]") }
    driver.pass(seconds: 7_200)
    driver.follow()
    let gates = driver.model.open?.standing.closed.map(\.gate) ?? []
    #expect(!gates.isEmpty)
    driver.press("a")
    #expect(driver.current?.step == "apologise")
    #expect(driver.current?.overrides.map(\.reason) == gates.map { _ in "burning" })
    let notice = driver.model.notice?.text ?? ""
    #expect(notice.contains("Mr Angry is angry and waiting"), "\(notice)")
    for gate in gates { #expect(notice.contains(gate.words[.en] ?? "?"), "\(notice)") }
  }

  @Test func `brackets go along the strip and round its ends`() throws {
    let (_, driver, refs) = try desk(3)
    driver.press("]")
    #expect(driver.model.open?.ref == refs[0])
    driver.press("[", "[")
    #expect(driver.model.open?.ref == refs[1])
  }

  @Test func `each conversation keeps its draft, its scroll and its sidebar`() throws {
    let (_, driver, refs) = try desk(2)
    driver.press("r")
    driver.type("half a sent")
    driver.press("esc", "/")
    driver.type("sorry")
    driver.press("tab", "alt-j")
    #expect(driver.model.open?.ref == refs[0])
    #expect(!driver.screen.contains("half a sent"))
    driver.press("]")
    #expect(driver.model.open?.ref == refs[1])
    #expect(driver.screen.contains("half a sent"))
    #expect(driver.model.open?.sidebar.filter?.text == "sorry")
  }

  @Test func `order never jumps, and what does not fit is counted`() throws {
    let (bench, driver, refs) = try desk(12)
    #expect(driver.model.strip == refs)
    try bench.hear("Hurry up, this is a disgrace!", on: refs[7])
    driver.follow()
    #expect(driver.model.strip == refs)
    #expect(driver.line(1).contains("+"))
    #expect(driver.line(1).contains("Customer 11"))
  }

  @Test func `what came while another was on the screen stands below a line`() throws {
    let (bench, driver, refs) = try desk(2)
    driver.press("[")
    try bench.hear("One more thing.", on: refs[1])
    driver.follow()
    driver.press("]")
    let lines = driver.frame.lines
    let new = try #require(lines.firstIndex { $0.contains("— new —") })
    #expect(lines.firstIndex { $0.contains("One more thing.") } ?? 0 > new)
    driver.press("r")
    driver.type("I have it down.")
    driver.press("enter")
    #expect(!driver.screen.contains("— new —"))
  }
}
