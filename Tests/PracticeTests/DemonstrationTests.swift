import ConsoleTesting
import Desk
import DeskTesting
import Playbook
import Practice
import Testing
import Vocabulary
import Workflow

/// The good agent calms everybody there is to practise on, by keys alone.
@Suite struct DemonstrationTests {
  @Test(arguments: LanguageTag.allCases) func `every customer is calmed to a close by keys alone`(
    _ language: LanguageTag
  ) throws {
    let scenarios = Playbook.shipped.scenarios
    var shift = try PlayedShift(scenarios, language)
    try shift.play()
    let cases = try shift.cases()
    #expect(cases.count == scenarios.count)
    #expect(shift.floor.isOver)
    for (current, scenario) in zip(cases, scenarios) {
      let last = "\(scenario.id)\n\(shift.driver.screen)\n\(shift.keys.suffix(20))"
      if scenario.fallsSilent {
        #expect(current.state == .snoozed, "\(last)")
        #expect(current.unanswered.isEmpty)
      } else {
        #expect(current.state == .closed, "\(last)")
        #expect(current.heat == .calm, "\(last)")
      }
      #expect(current.overrides.allSatisfy { $0.gate == "follow_up_first" })
    }
    let found = try shift.bench.desk.verification()
    let faults = found.faults + found.notes
    #expect(faults.isEmpty, "\(faults)")
    #expect(!shift.driver.hasQuit)
  }
}
