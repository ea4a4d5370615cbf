import Vocabulary

/// Bad faith and the way to court: on evidence, by two people, never by heat.
extension Decision {
  mutating func judge() throws(Refusal) {
    switch envelope.command {
    case .proposeConduct(let kind, let evidence): try propose(kind, evidence)
    case .decideConduct(let number, let confirmed, let reason):
      let waiting = current.conduct.filter { $0.decision == nil }
      let asked = number.map { number in waiting.first { $0.number == number } } ?? waiting.first
      guard let flag = asked else {
        throw Refusal(gate: .premise, needs: [.existing("open proposal")])
      }
      guard flag.by != context.actor else {
        throw Refusal(gate: .author, needs: [.existing("somebody else")])
      }
      let why = try text(reason, need: .reason)
      if confirmed { try check(flag.evidence) }
      add(.conductDecided(number: flag.number, confirmed: confirmed, reason: why))
    case .liftConduct(let number, let reason):
      let standing = current.conduct.filter(\.stands)
      let asked = number.map { number in standing.first { $0.number == number } } ?? standing.last
      guard let flag = asked else {
        throw Refusal(gate: .premise, needs: [.existing("standing flag")])
      }
      add(.conductLifted(number: flag.number, reason: try text(reason, need: .reason)))
    default: break
    }
  }

  private mutating func propose(_ kind: ConductKind, _ evidence: [Evidence]) throws(Refusal) {
    guard !current.openConduct.contains(where: { $0.kind == kind }) else {
      throw Refusal(gate: .premise, needs: [.existing("new proposal")])
    }
    var noted: [Evidence] = []
    for one in evidence {
      guard rules.authority.evidence.contains(where: { $0.id == one.item }) else {
        throw Refusal(gate: .evidence, needs: [.existing("evidence")])
      }
      noted.append(Evidence(item: one.item, note: try text(one.note)))
    }
    try check(noted)
    add(.conductProposed(kind, evidence: noted))
  }

  /// Anger proves nothing, and neither does a regulator, a court or the press: beside a loss of the
  /// customer's own they are what everybody may turn to (domain F).
  private func check(_ evidence: [Evidence]) throws(Refusal) {
    let weights = evidence.map { one in
      rules.authority.evidence.first { $0.id == one.item }?.weight
    }
    let hasLoss =
      current.fields[.loss]?.value != nil || current.fields[.lossAmount]?.value != nil
    if weights.contains(.outside), hasLoss {
      throw Refusal(gate: .evidence, needs: [.noThreatBesideLoss])
    }
    guard weights.contains(.ground) else { throw Refusal(gate: .evidence, needs: [.ground]) }
  }
}
