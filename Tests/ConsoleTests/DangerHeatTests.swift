import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// Who tells of danger in few words is not called calm.
@Suite struct DangerHeatTests {
  @Test(
    arguments: [
      (LanguageTag.en, "The charger is burning.", "calm"), (.zhHans, "充电器着火了。", "平静"),
      (.zhHant, "充電器著火了。", "平靜"),
    ], [false, true])
  func `no calm stands beside a danger`(
    _ example: (language: LanguageTag, said: String, calm: String), linear: Bool
  ) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open(example.said)
    #expect(try bench.desk.find(ref).heat == .calm)
    let driver = try Driver(
      bench, language: example.language, size: Size(columns: 120, rows: 36), linear: linear)
    func top() -> String { (0..<6).map { driver.line($0) }.joined(separator: "\n") }
    #expect(!top().contains(example.calm), "\(driver.screen)")
    driver.press("t")
    #expect(!top().contains(example.calm), "\(driver.screen)")
    driver.press("d", "enter")
    #expect(try bench.desk.find(ref).danger == .fire)
    #expect(!top().contains(example.calm), "\(driver.screen)")
    try bench.perform(.dangerOver, on: ref, by: "mei")
    driver.follow()
    #expect(linear || top().contains(example.calm), "\(driver.screen)")
  }
}
