import Vocabulary
import Workflow

extension ProcedureLinks {
  /// Reports steps no way leads to, and steps from which no end is in sight.
  func reportWays() {
    guard let first = procedure.steps.first, let last = procedure.steps.last else { return }
    let ways = ways()
    let reached = reached(from: [first.id], by: ways)
    let ends = Set(
      (procedure.steps + procedure.sideSteps).filter(\.branches.isEmpty).map(\.id) + [last.id])
    for step in procedure.steps + procedure.sideSteps {
      if !reached.contains(step.id) {
        report(step.id, "cannot be reached; let a branch or a skip lead to it.")
      } else if self.reached(from: [step.id], by: ways).isDisjoint(with: ends) {
        report(step.id, "leads round in a circle and to no close; give it a way on.")
      }
    }
  }

  /// Where each step may go on to.
  private func ways() -> [StepID: [StepID]] {
    var ways: [StepID: [StepID]] = [:]
    for step in procedure.steps + procedure.sideSteps {
      ways[step.id] = step.branches.map(\.to)
    }
    for skip in procedure.skips {
      for from in skip.from { ways[from, default: []].append(skip.to) }
    }
    return ways
  }

  private func reached(from start: [StepID], by ways: [StepID: [StepID]]) -> Set<StepID> {
    var reached = Set(start)
    var open = start
    while let step = open.popLast() {
      for next in ways[step] ?? [] where reached.insert(next).inserted { open.append(next) }
    }
    return reached
  }

  private func report(_ step: StepID, _ predicate: String) {
    let items = map.items("steps") + map.items("side_steps")
    let item = items.first { $0.map()?.optional("id")?.textIfAny == step.rawValue }
    item?.about("step “\(step)”").report(predicate)
  }
}
