import Vocabulary

extension Rules {
  /// These rules with everything open that some playbook may leave open: no gates, every permission,
  /// the remedies and the ways that the events tell of. What is refused all the same, no playbook
  /// allows.
  ///
  /// - Parameters:
  ///   - told: what is to be decided again.
  ///   - command: the same as a command.
  ///   - returning: whether returning customers go on where this one did.
  /// - Returns: rules that hold for this one command.
  func opened(to told: Told, _ command: CaseCommand, returning: Bool) -> Rules {
    var open = self
    open.house = []
    open.limits = ChannelLimits()
    open.clocks.undo = .max
    open.clocks.pressing = Pressing()
    open.authority.permissions = Rules.everything
    open.authority.warnOverPrice = nil
    for option in command.options {
      open.authority.remedies[option.remedy] = RemedyTerms(
        statutory: true, takesAmount: option.amount != nil)
    }
    for item in told.evidence {
      open.authority.evidence.removeAll { $0.id == item }
      open.authority.evidence.append(EvidenceItem(id: item, names: [:], weight: .ground))
    }
    if case .classify(let parts) = command, let preset = parts.preset,
      open.clocks.preset(preset) == nil
    {
      open.clocks.presets.append(ClockPreset(id: preset, limits: []))
    }
    open.procedure = procedure.opened(to: told, command, returning: returning)
    return open
  }

  private static let everything = Dictionary(
    uniqueKeysWithValues: Role.allCases.map { ($0, Set(Permission.allCases)) })
}

extension Procedure {
  /// A procedure in which the case may go where the events say it went.
  fileprivate func opened(to told: Told, _ command: CaseCommand, returning: Bool) -> Procedure {
    guard let current = told.current else {
      guard case .opened(let opened) = told.events.first else { return self }
      return Procedure(
        id: opened.procedure, steps: [Step(id: opened.step)],
        returningStep: returning ? opened.step : nil)
    }
    let here = current.step
    guard let target = told.target else {
      var open = Procedure(id: id, steps: [Step(id: here)])
      if case .grant = command { open.grantStep = here }
      return open
    }
    var open = Procedure(
      id: id,
      steps: [
        Step(id: target),
        Step(id: here, branches: [Branch(to: target)], backTo: [target]),
      ])
    switch command {
    case .escalate:
      open.steps = [Step(id: here, branches: [Branch(to: target, when: .escalated)])]
      open.sideSteps = [Step(id: target)]
    case .skip:
      open.skips = [
        Skip(
          from: [here], to: target,
          gate: Gate(id: "", occasions: [], strength: .advice, condition: .all([])))
      ]
    case .grant: open.grantStep = target
    case .retract: open.grantStep = here
    default: open.returningStep = target
    }
    return open
  }
}

extension CaseCommand {
  /// The remedies it puts forward.
  fileprivate var options: [PlanOption] {
    switch self {
    case .offer(let options, _): options
    case .grant(let option, _): [option]
    case .requestApproval(.remedy(let option), _): [option]
    default: []
    }
  }
}

extension Told {
  /// What a proposal of bad faith rests on.
  fileprivate var evidence: [EvidenceID] {
    var items = current?.conduct.flatMap(\.evidence).map(\.item) ?? []
    for case .conductProposed(_, let evidence) in events { items += evidence.map(\.item) }
    return items
  }
}
