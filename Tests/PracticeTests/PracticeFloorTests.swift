import ConsoleTesting
import Desk
import DeskTesting
import Playbook
import Practice
import Testing
import Vocabulary
import Workflow

/// Customers come to the desk through its one door, by the desk's own clock.
@Suite struct PracticeFloorTests {
  private func floor(_ id: ScenarioID, _ bench: Workbench) throws -> PracticeFloor {
    let scenario = try #require(Playbook.shipped.scenario(id))
    return PracticeFloor(
      desk: bench.desk,
      plan: ShiftPlan(
        scenarios: [scenario], language: .en,
        manners: try #require(Playbook.shipped.manners), seed: 4), channel: "sam")
  }

  private func pass(_ seconds: Int, _ floor: PracticeFloor, _ bench: Workbench) throws {
    for _ in 0..<seconds {
      bench.clock.move(1)
      try floor.step()
    }
  }

  @Test func `a customer says nothing before we spoke, unless nobody does`() throws {
    let bench = try Workbench(playbook: .shipped)
    let floor = try floor("lost_parcel", bench)
    try floor.step()
    try pass(3, floor, bench)
    let ref = try #require(try floor.summary().guests.first?.ref)
    try bench.perform(.claim, on: ref, by: "mei")
    try pass(30, floor, bench)
    #expect(try bench.desk.find(ref).messages.count == 1)
    try pass(60, floor, bench)
    let words = try #require(Playbook.shipped.scenario("lost_parcel")?.words[.en])
    let messages = try bench.desk.find(ref).messages
    #expect(messages.count == 2)
    #expect(words.says[.ignored]?.contains(messages.last?.text ?? "") == true)
  }

  @Test func `a customer answers what was said, in seconds`() throws {
    let bench = try Workbench(playbook: .shipped)
    let floor = try floor("lost_parcel", bench)
    try floor.step()
    try pass(3, floor, bench)
    let ref = try #require(try floor.summary().guests.first?.ref)
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(
      .send(Draft(text: "Please calm down, Ms Reed.")), on: ref, by: "mei",
      override: .words("to see what happens"))
    try pass(1, floor, bench)
    #expect(try bench.desk.find(ref).messages.count == 2)
    try pass(8, floor, bench)
    let common = try #require(Playbook.shipped.manners?.words[.en])
    let last = try #require(try bench.desk.find(ref).messages.last)
    #expect(last.from == .customer)
    let hurt = [Reaction.toldToCalm, .argued, .blamed].flatMap { common.says[$0] ?? [] }
    #expect(hurt.contains(last.text), "\(last.text)")
  }

  @Test func `an answer on its way is not lost when we go on writing`() throws {
    let bench = try Workbench(playbook: .shipped)
    let floor = try floor("lost_parcel", bench)
    try floor.step()
    try pass(3, floor, bench)
    let ref = try #require(try floor.summary().guests.first?.ref)
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(
      .send(Draft(text: "What's the order number?", phraseActs: [.question])), on: ref, by: "mei")
    try pass(2, floor, bench)
    try bench.perform(
      .send(Draft(text: "I'm so sorry about this.", phraseActs: [.regret])), on: ref, by: "mei")
    try pass(14, floor, bench)
    let words = try #require(Playbook.shipped.scenario("lost_parcel")?.words[.en])
    let said = try bench.desk.find(ref).messages.filter { $0.from == .customer }.map(\.text)
    #expect(said.count == 3, "\(said)")
    #expect(said.contains { words.answers[.order]?.contains($0) == true })
    #expect(said.contains { words.says[.apologised]?.contains($0) == true })
  }

  @Test func `a returning customer brings the promise we broke`() throws {
    let bench = try Workbench(playbook: .shipped)
    let floor = try floor("broken_again", bench)
    try floor.step()
    try pass(3, floor, bench)
    let ref = try #require(try floor.summary().guests.first?.ref)
    let current = try bench.desk.find(ref)
    #expect(current.earlier?.promise?.state == .broken)
    #expect(current.step == "solve")
    #expect(current.fields[.order]?.value == "HW-55093")
    // What lies behind is behind: only the new case waits.
    #expect(try bench.desk.store.counts()[.open] == 1)
  }
}
