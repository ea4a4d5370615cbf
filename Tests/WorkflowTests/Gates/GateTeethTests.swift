import Testing
import Vocabulary
import Workflow

/// Every gate that is shipped holds something: there is a case in which it refuses, and without it
/// nothing of it is left in the refusal.
struct GateTeethTests {
  /// Gates that never stand alone, since what opens another one opens them as well: they are
  /// there to be read, one after the other.
  static let implied: [ProcedureID: Set<GateID>] = [
    "six_steps": ["plan_offered"], "online_standard": ["options_given"],
  ]

  @Test(arguments: Shipped.ids)
  func `every gate of every procedure holds some action, alone`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    let probe = try GateProbe(rules)
    for gate in Set(rules.gateIDs).sorted() {
      guard let finding = probe.find(gate) else {
        Issue.record("\(id): nothing is ever refused by “\(gate)”")
        continue
      }
      var without = finding.story
      without.rules = rules.without(gate)
      let others = finding.closed.filter { $0 != gate }
      #expect(GateProbe.closed(without, finding.attempt) == others, "\(id): “\(gate)”")
      if Self.implied[id]?.contains(gate) == true { continue }
      // Advice is passed with a reason; policy stays, with nobody here who may pass it.
      var attempt = finding.attempt
      if rules.strength(of: gate) == .policy { attempt.override = .digit(1) }
      #expect(
        GateProbe.closed(finding.story, attempt) == [gate],
        "\(id): “\(gate)” stands only beside \(others)")
    }
  }
}

extension Rules {
  /// How hard the gate called `id` is.
  func strength(of id: GateID) -> GateStrength? {
    let steps = procedure.steps + procedure.sideSteps
    let all = steps.flatMap(\.gates) + procedure.gates + procedure.skips.map(\.gate) + house
    return all.first { $0.id == id }?.strength
  }
}
