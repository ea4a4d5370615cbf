import Vocabulary
import Workflow

extension Playbook {
  /// What every simulated customer does; nil when it cannot be read.
  package var manners: CustomerManners? {
    mannersParts.value(.whole) {
      first("scenarios/manners.yaml", as: "the manners", mustExist: false) { CustomerManners($0) }
    }.value
  }

  /// The ids of the scenarios there are, by name.
  package var scenarioIDs: [ScenarioID] {
    Set(layers.flatMap { $0.files(in: "scenarios") }).subtracting(["manners"]).sorted()
      .map { ScenarioID($0) }
  }

  /// The scenario called `id`; nil when there is none or its file is broken.
  package func scenario(_ id: ScenarioID) -> Scenario? {
    guard Placeholders.isName(id.rawValue), id != "manners" else { return nil }
    let manners = manners
    return scenarioParts.value(id) {
      first("scenarios/\(id).yaml", as: "scenario “\(id)”", mustExist: false) {
        Scenario($0, file: id.rawValue, manners: manners)
      }
    }.value
  }

  /// Every scenario that can be played: those with a place in a newcomer's shift first, in their
  /// order, then the others by name. None without manners.
  package var scenarios: [Scenario] {
    guard manners != nil else { return [] }
    return scenarioIDs.compactMap { scenario($0) }.sorted { left, right in
      (left.place ?? .max, left.id) < (right.place ?? .max, right.id)
    }
  }
}

extension PlaybookCheck {
  /// Scenarios that ask for what the playbook does not have.
  static func scenarios(in playbook: Playbook) -> [PlaybookProblem] {
    let ids = playbook.scenarioIDs
    guard !ids.isEmpty else { return [] }
    guard playbook.manners != nil else {
      return [
        PlaybookProblem(
          file: "scenarios/manners.yaml",
          sentence: "No customer can be played without it; put it back, or put it right.")
      ]
    }
    let known = Set(playbook.remedies.map(\.id))
    return ids.compactMap { playbook.scenario($0) }.flatMap { scenario in
      scenario.remedies.filter { !known.contains($0) }.map { remedy in
        PlaybookProblem(
          file: playbook.label("scenarios/\(scenario.id).yaml"),
          sentence: "scenario “\(scenario.id)” is settled by “\(remedy)”, which is no remedy"
            + Spelling.question(remedy.rawValue, in: known.map(\.rawValue).sorted()))
      }
    }
  }
}
