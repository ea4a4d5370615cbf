package import Vocabulary

/// From step to step.
extension Decision {
  mutating func move() throws(Refusal) {
    switch envelope.command {
    case .advance(let target): try advance(to: target)
    case .back(let target): try back(to: target)
    case .skip(let target, let reason): try skip(to: target, reason: reason)
    default: break
    }
  }

  private mutating func advance(to target: StepID?) throws(Refusal) {
    let branches = rules.procedure.step(current.step)?.branches ?? []
    guard let next = target ?? current.usualNext(by: rules, now: context.now) else {
      throw Refusal(gate: .branch, needs: [.closeReason(CloseReason.allCases)])
    }
    guard branches.contains(where: { $0.to == next }) else {
      throw Refusal(
        gate: .branch,
        needs: branches.isEmpty
          ? [.closeReason(CloseReason.allCases)] : [.step(branches.map(\.to))])
    }
    try pass(.leave, about: subject, towards: next)
    add(.advanced(from: current.step, to: next))
  }

  private mutating func back(to target: StepID?) throws(Refusal) {
    let earlier = current.stepsBack(by: rules)
    guard let nearest = earlier.last else {
      throw Refusal(gate: .branch, needs: [.existing("earlier step")])
    }
    let to = target ?? nearest
    guard earlier.contains(to) else {
      throw Refusal(gate: .branch, needs: [.step(earlier)])
    }
    add(.wentBack(from: current.step, to: to))
  }

  private mutating func skip(to target: StepID, reason: String) throws(Refusal) {
    let ways = rules.procedure.skips.filter { $0.from.contains(current.step) }
    guard let way = ways.first(where: { $0.to == target }) else {
      let next = ways.map(\.to) + (rules.procedure.step(current.step)?.branches.map(\.to) ?? [])
      throw Refusal(
        gate: .branch,
        needs: next.isEmpty ? [.closeReason(CloseReason.allCases)] : [.step(next)])
    }
    let why = try text(reason, need: .reason)
    try pass([way.gate], before: .skip, about: subject)
    add(.skipped(from: current.step, to: target, reason: why))
  }
}

extension Case {
  /// The step the case would usually go on to, or nil when only a close follows.
  package func usualNext(by rules: Rules, now: Instant) -> StepID? {
    let evaluation = Evaluation(
      of: self, by: rules, about: Subject(role: .agent), now: now)
    let branches = rules.procedure.step(step)?.branches ?? []
    return branches.first { $0.when.map { evaluation.evaluate($0).holds } ?? true }?.to
  }

  /// The steps an agent may go back to, the nearest last.
  package func stepsBack(by rules: Rules) -> [StepID] {
    let procedure = rules.procedure
    if let named = procedure.step(step)?.backTo, !named.isEmpty { return named }
    if let here = procedure.position(of: step) {
      return procedure.steps.prefix(here).map(\.id)
    }
    // A side step leads back to what the case had reached, not past it.
    let reached = visited.compactMap(procedure.position(of:)).max() ?? 0
    return procedure.steps.prefix(reached + 1).map(\.id)
  }
}
