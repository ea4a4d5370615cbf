import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Who is given which case, on the screen.
@Suite struct RoutingTests {
  private let size = Size(columns: 100, rows: 30)
  private let bench: Workbench

  init() throws { bench = try Workbench.shipped() }

  private func change(_ id: PersonID, _ aptitude: Aptitude) throws {
    let people = try bench.desk.store.people()
    var person = try #require(people.first { $0.id == id })
    person.aptitude = aptitude
    try bench.desk.put(person, by: try #require(people.first { $0.id == "sam" }))
  }

  @Test func `with full hands the next case is refused in a sentence`() throws {
    try change("mei", Aptitude(capacity: [.chat: 1]))
    let first = try bench.open("Where is my parcel?")
    bench.clock.move(1)
    let second = try bench.open("Where is mine?", by: "Mr Cho")
    let driver = try Driver(bench, size: size)
    driver.press("t", "t")
    #expect(driver.screen.contains("Your hands are full (chat): the most at once is 1."))
    #expect(try bench.desk.find(first).handler == "mei")
    #expect(try bench.desk.find(second).handler == nil)
    // By name it asks for a reason, and takes it.
    driver.press("esc", "home", "down", "enter")
    #expect(try bench.desk.find(second).handler == nil)
    driver.press("1")
    #expect(try bench.desk.find(second).handler == "mei")
  }

  @Test func `what waits for somebody else is said to`() throws {
    try change("mei", Aptitude(speaks: [.en]))
    try bench.open("我的包裹在哪里？", by: "王女士")
    let driver = try Driver(bench, size: size)
    driver.press("t")
    #expect(driver.screen.contains("Somebody is waiting, but the case needs"))
  }

  @Test func `C names whom the complaint is about, and the case goes back from them`() throws {
    let ref = try bench.open("Your colleague Mei was rude to me.")
    try bench.perform(.claim, on: ref, by: "mei")
    let driver = try Driver(bench, as: "sam", size: size)
    driver.press("home", "space", "C")
    #expect(driver.screen.contains("Who is the complaint about?"))
    let people = driver.model.sitting.colleagues.filter { $0.id != "sam" }.map(\.id)
    let index = try #require(people.firstIndex(of: "mei"))
    driver.press("\(index + 1)")
    #expect(try bench.desk.find(ref).complainedAbout == ["mei"])
    #expect(try bench.desk.find(ref).handler == nil)
    #expect(driver.screen.contains("Complaint about Li Mei: kept off the case"))
  }

  @Test func `a VIP is marked in the queue and above the conversation`() throws {
    let ref = try bench.open("Where is my parcel?")
    let driver = try Driver(bench, as: "sam", size: size)
    driver.press("home", "space", "I")
    #expect(try bench.desk.find(ref).customer.vip == true)
    #expect(driver.screen.contains("VIP Ms Reed"))
    #expect(driver.screen.contains("VIP · chat"))
    let mei = try Driver(bench, size: size)
    mei.press("t", "I")
    #expect(mei.screen.contains("Saying who is a VIP is for supervisors."))
  }

  @Test func `what was left untouched is said to have gone`() throws {
    let driver = try Driver(bench, size: size)
    driver.tell(.ignored(["Ms Reed"]))
    #expect(driver.screen.contains("Left untouched too long: Ms Reed went back to the queue."))
  }
}
