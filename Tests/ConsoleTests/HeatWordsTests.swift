import Console
import ConsoleTesting
import Desk
import Testing
import Vocabulary
import Workflow

/// The words that stand beside how hot a customer is.
@Suite struct HeatWordsTests: PhraseSeat {
  private func heated() throws -> (Driver, Workbench, CaseRef) {
    let (driver, bench, ref) = try seat("You liars, this is a disgrace!!")
    try bench.perform(
      .send(Draft(text: "I'm sorry, I'm on it now.")), on: ref, by: "mei",
      override: .words("short"))
    return (driver, bench, ref)
  }

  @Test func `why somebody is hot is told in their newest words`() throws {
    let (driver, bench, ref) = try heated()
    try bench.hear("Useless! Absolutely pathetic, the lot of you!", on: ref)
    driver.follow()
    let words = driver.model.open?.heatWords(limit: 9) ?? []
    #expect(words.contains { $0.lowercased().contains("useless") }, "\(words)")
    #expect(!words.contains { $0.contains("disgrace") || $0.contains("liars") }, "\(words)")
  }

  @Test func `where the newest message is why, no older word stands in for it`() throws {
    let (driver, bench, ref) = try heated()
    try bench.hear("Where is it, please?", on: ref)
    driver.follow()
    // It rests on what they wrote before.
    #expect(driver.model.open?.heatWords(limit: 9).isEmpty == false)
    // Somebody says that this one is as hot, and no word of it tells why.
    try bench.perform(.correct(message: 3, acts: nil, heat: .explosive), on: ref, by: "mei")
    driver.follow()
    #expect(driver.model.open?.heatWords(limit: 9) == [])
  }
}
