import Testing
import Vocabulary
import Workflow

/// The table of scenarios against the shipped six steps, and the table itself put to the test.
struct ScenarioTests {
  @Test(arguments: Scenario.sixSteps.indices)
  func `the gate that the scenario names holds it`(index: Int) throws {
    let rules = try #require(Shipped.rules("six_steps"))
    let scenario = Scenario.sixSteps[index]
    let refusal = try #require(try scenario.refusal(by: rules), "\(scenario)")
    #expect(refusal.gate == scenario.gate, "\(scenario): \(refusal)")
    #expect(refusal.strength == rules.strength(of: scenario.gate))
  }

  @Test func `the same table holds of the procedure built in code`() throws {
    let shipped = try #require(Shipped.rules("six_steps"))
    let built: [GateID: GateID] = ["facts_filled": "facts", "notes_read_back": "read_back"]
    let own = Set(Rules.sixSteps.gateIDs)
    for scenario in Scenario.sixSteps where own.contains(built[scenario.gate] ?? scenario.gate) {
      guard scenario.gate != "facts_filled" else { continue }
      var rules = Rules.sixSteps
      rules.authority = shipped.authority
      let refusal = try scenario.refusal(by: rules)
      #expect(refusal?.gate == built[scenario.gate] ?? scenario.gate, "\(scenario)")
    }
  }

  /// With any one gate taken out, some scenario must go otherwise.
  @Test func `no gate can go unnoticed`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    for gate in Set(rules.gateIDs) {
      let without = rules.without(gate)
      let noticed = try Scenario.sixSteps.contains { try !$0.holds(by: without) }
      #expect(noticed, "nothing fails without “\(gate)”")
    }
  }

  /// With any one part of what a gate asks together taken out, some scenario must go otherwise.
  @Test func `no part of a gate can go unnoticed`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    var parts = 0
    for gate in Set(rules.gateIDs) {
      guard let condition = rules.condition(of: gate) else { continue }
      for weaker in condition.weaker {
        parts += 1
        let loose = rules.asking(weaker, at: gate)
        let noticed = try Scenario.sixSteps.contains { try !$0.holds(by: loose) }
        #expect(noticed, "nothing fails when “\(gate)” asks only \(weaker)")
      }
    }
    #expect(parts > 20)
  }

  /// With any gate of the house made mere advice, some scenario must go otherwise.
  @Test func `no policy can become advice unnoticed`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    for gate in rules.house where gate.strength == .policy {
      var soft = rules
      for index in soft.house.indices where soft.house[index].id == gate.id {
        soft.house[index].strength = .advice
      }
      let noticed = try Scenario.sixSteps.contains { scenario in
        let story = try scenario.story(by: soft)
        var attempt = scenario.trial.attempt(on: story)
        attempt.override = .digit(1)
        return scenario.gate == gate.id && GateProbe.closed(story, attempt).isEmpty
      }
      #expect(noticed, "nothing fails when “\(gate.id)” is advice")
    }
  }
}

extension Scenario {
  /// Whether the gate named holds the trial, as it must; a beat that goes otherwise counts too.
  fileprivate func holds(by rules: Rules) throws -> Bool {
    do {
      return try refusal(by: rules)?.gate == gate
    } catch is Refusal {
      return false
    }
  }
}

extension Condition {
  /// The condition with one part less of what it asks together, in every way there is.
  fileprivate var weaker: [Condition] {
    switch self {
    case .all(let parts):
      return parts.indices.flatMap { index -> [Condition] in
        var fewer = parts
        fewer.remove(at: index)
        return [.all(fewer)]
          + parts[index].weaker.map { weaker in
            var changed = parts
            changed[index] = weaker
            return .all(changed)
          }
      }
    case .any(let parts):
      return parts.indices.flatMap { index in
        parts[index].weaker.map { weaker in
          var changed = parts
          changed[index] = weaker
          return .any(changed)
        }
      }
    case .fields(let names) where names.count > 1:
      return names.map { name in .fields(names.filter { $0 != name }) }
    case .notDisclosing(let kinds) where kinds.count > 1:
      return kinds.map { kind in .notDisclosing(kinds.filter { $0 != kind }) }
    case .options, .turns, .nudges: return [fewer]
    default: return []
    }
  }

  /// A number less by one.
  private var fewer: Condition {
    switch self {
    case .options(let count): .options(count - 1)
    case .turns(let count): .turns(count - 1)
    case .nudges(let count): .nudges(count - 1)
    default: self
    }
  }
}

extension Rules {
  /// What the gate called `id` asks.
  fileprivate func condition(of id: GateID) -> Condition? {
    let steps = procedure.steps + procedure.sideSteps
    let all = steps.flatMap(\.gates) + procedure.gates + procedure.skips.map(\.gate) + house
    return all.first { $0.id == id }?.condition
  }

  /// These rules with `condition` asked at `gate`.
  fileprivate func asking(_ condition: Condition, at gate: GateID) -> Rules {
    func changed(_ gates: [Gate]) -> [Gate] {
      gates.map {
        var copy = $0
        if copy.id == gate { copy.condition = condition }
        return copy
      }
    }
    func changed(_ steps: [Step]) -> [Step] {
      steps.map {
        var copy = $0
        copy.gates = changed(copy.gates)
        return copy
      }
    }
    var rules = self
    rules.house = changed(house)
    rules.procedure.gates = changed(procedure.gates)
    rules.procedure.steps = changed(procedure.steps)
    rules.procedure.sideSteps = changed(procedure.sideSteps)
    rules.procedure.skips = procedure.skips.map {
      var copy = $0
      copy.gate = changed([copy.gate])[0]
      return copy
    }
    return rules
  }
}
