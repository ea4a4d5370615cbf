import Testing
import Vocabulary
import Workflow

/// Every gate that is shipped holds something: there is a case in which it refuses, and without it
/// the same action is not refused by it.
struct GateTeethTests {
  @Test(arguments: Shipped.ids)
  func `every gate of every procedure holds some action`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    for gate in Set(rules.gateIDs).sorted() {
      guard let finding = try GateProbe(rules: rules, gate: gate).find() else {
        Issue.record("\(id): nothing is ever refused by “\(gate)”")
        continue
      }
      if finding.closed != [gate] { print("NOTALONE", id, gate, finding.closed, finding.attempt.command) }
      var without = finding.story
      without.rules = rules.without(gate)
      let closed = GateProbe.closed(without, finding.attempt)
      #expect(closed == finding.closed.filter { $0 != gate }, "\(id): “\(gate)”")
    }
  }
}
