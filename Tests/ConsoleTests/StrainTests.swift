import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// S1-38 and S3-10: the weight of abuse is seen by whoever bears it, with a pause at hand, and by
/// nobody else (domain F).
@Suite struct StrainTests {
  private static let abuse =
    "This is outrageous!!! You useless idiots have lied to me AGAIN! I am furious, absolutely furious!"

  /// Lets minutes pass as the console sees them.
  private func pass(_ driver: Driver, minutes: Int) {
    for _ in 0..<(minutes * 2) { driver.pass(seconds: 30) }
  }

  private func floor() throws -> (bench: Workbench, ref: CaseRef) {
    let bench = try Workbench.shipped()
    let ref = try bench.open(Self.abuse)
    #expect(try bench.desk.find(ref).heat >= .angry)
    return (bench, ref)
  }

  @Test(arguments: LanguageTag.allCases, sizes)
  func `a pause is offered after much heat, and one key takes it`(
    language: LanguageTag, size: Size
  ) throws {
    let (bench, _) = try floor()
    let driver = try Driver(bench, language: language, size: size)
    driver.press("t", "esc")
    let limit = try #require(bench.desk.playbook.clocks?.pauseAfter)
    let words = bench.desk.playbook.locale(language)
    pass(driver, minutes: Int(limit / 60) - 2)
    #expect(driver.model.notice == nil)
    pass(driver, minutes: 3)
    let offer = try #require(driver.model.notice?.text)
    #expect(offer.contains("Z"))
    #expect(!offer.contains("{"))
    driver.press("S")
    #expect(driver.screen.contains(words["screen.menu.status.title"]))
    #expect(driver.screen.contains("4"))
    driver.press("esc", "Z")
    #expect(driver.model.status == .away)
    // On a break nothing is counted, and nothing is offered.
    pass(driver, minutes: Int(limit / 60) + 5)
    #expect(driver.model.notice == nil)
    driver.press("Z")
    #expect(driver.model.status == .ready)
  }

  @Test func `it is counted for heat in one's own hands alone`() throws {
    let (bench, _) = try floor()
    let calm = try bench.open("Hello, when do you open?", by: "Mr Lee")
    try bench.perform(.claim, on: calm, by: "mei")
    let driver = try Driver(bench)
    pass(driver, minutes: 120)
    driver.press("S")
    #expect(!driver.screen.contains("Heated"))
    #expect(driver.model.notice == nil)
  }

  @Test func `nobody else learns of it`() throws {
    let (bench, _) = try floor()
    let driver = try Driver(bench)
    driver.press("t", "esc")
    let before = try bench.desk.store.lastSequence()
    let told = driver.whereabouts
    pass(driver, minutes: 60)
    #expect(driver.model.notice != nil)
    #expect(driver.whereabouts == told)
    #expect(try bench.desk.store.lastSequence() == before)
    let supervisor = try Driver(bench, as: "sam", size: Size(columns: 200, rows: 60))
    supervisor.present = [
      Presence(sitting: "s", person: "mei", whereabouts: driver.whereabouts)
    ]
    supervisor.press("D")
    #expect(supervisor.screen.contains("Li Mei"))
    for words in ["Heated", "heated", "strain"] {
      #expect(!supervisor.screen.contains(words))
    }
  }

  @Test func `what a console slept through was no strain`() throws {
    let (bench, _) = try floor()
    let driver = try Driver(bench)
    driver.press("t", "esc")
    driver.pass(seconds: 1)
    driver.pass(seconds: 8 * 3_600)
    #expect(driver.model.notice == nil)
    driver.press("S")
    #expect(driver.screen.contains("1m"))
  }
}
