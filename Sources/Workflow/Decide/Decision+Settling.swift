import Vocabulary

/// Solutions: offered, answered, granted, approved, promised.
extension Decision {
  mutating func settle() throws(Refusal) {
    switch envelope.command {
    case .offer(let options, let why): try offer(options, onlyOneBecause: why)
    case .answer(let accepted, let option, let words, let plan):
      try answer(accepted: accepted, option: option, words: words, plan: plan)
    case .askView(let words): add(.viewAsked(words: try text(words)))
    case .grant(let option, let draft): try grant(option, draft: draft)
    case .requestApproval(let subject, let why):
      if case .remedy(let option) = subject { try check([option]) }
      add(.approvalRequested(subject, why: why.trimmed.isEmpty ? "" : try text(why)))
    case .approve(let request, let reason): try approve(request, reason: reason)
    case .deny(let request, let reason):
      let pending = try pending(request)
      add(.denied(request: pending.number, reason: try text(reason, need: .reason)))
    case .promise(let what, let due):
      add(.promised(what: try text(what), due: try future(due)))
    case .settlePromise(let number, let kept): try settlePromise(number, kept: kept)
    case .withdrawPromise(let number, let reason):
      try withdrawPromise(number, reason: try text(reason, need: .reason))
    default: break
    }
  }

  /// Every remedy must be one the playbook knows, and money must be named where it is paid.
  private func check(_ options: [PlanOption]) throws(Refusal) {
    for option in options {
      guard let terms = rules.authority.remedies[option.remedy] else {
        throw Refusal(gate: "authority", needs: [.existing("remedy \(option.remedy)")])
      }
      guard option.amount.map({ $0.minor > 0 }) ?? !terms.takesAmount else {
        throw Refusal(gate: .complete, needs: [.existing("amount")])
      }
      _ = try text(option.what)
      if let due = option.due { _ = try future(due) }
    }
  }

  private mutating func offer(
    _ options: [PlanOption], onlyOneBecause why: String?
  ) throws(Refusal) {
    guard !options.isEmpty else { throw Refusal(gate: .complete, needs: [.options(1)]) }
    try check(options)
    var about = subject
    about.options = options
    about.onlyOneBecause = why.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    try pass(.offer, about: about)
    try warnOverPrice(options, before: .offer)
    add(.offered(options: options, onlyOneBecause: about.onlyOneBecause))
  }

  /// Records the customer's answer; an accepted option with a date becomes a promise.
  mutating func answer(
    accepted: Bool, option: Int?, words: String, plan number: Int?
  ) throws(Refusal) {
    guard let plan = current.plan else { throw Refusal(gate: .premise, needs: [.plan]) }
    guard number ?? plan.number == plan.number else {
      throw Refusal(gate: .premise, needs: [.planAtHand(number: plan.number)])
    }
    // What the customer writes can be read: an answer rests on words that came after the offer
    // (domain E3, S1-7).
    guard current.channel == .phone || current.hasHeard(since: plan) else {
      throw Refusal(gate: .premise, needs: [.customerMessage])
    }
    if accepted, let option, !plan.options.indices.contains(option) {
      throw Refusal(gate: .premise, needs: [.options(plan.options.count)])
    }
    let chosen = option ?? (plan.options.count == 1 ? 0 : nil)
    if accepted, chosen == nil {
      throw Refusal(gate: .premise, needs: [.options(plan.options.count)])
    }
    let said = try text(words)
    add(
      .answered(
        plan: plan.number, accepted: accepted, option: accepted ? chosen : nil, words: said))
    if accepted, let chosen, let due = plan.options[chosen].due, due > context.now,
      // What was promised for that moment before the customer said yes is the same promise.
      !current.commitments.contains(where: { $0.state == .open && $0.due == due })
    {
      add(.promised(what: plan.options[chosen].what, due: due))
    }
  }

  /// The short complete path for a plain demand (domain E4).
  private mutating func grant(_ option: PlanOption, draft: Draft?) throws(Refusal) {
    guard let next = rules.procedure.grantStep else {
      throw Refusal(gate: .branch, needs: [.step(rules.procedure.steps.map(\.id))])
    }
    guard let due = option.due else { throw Refusal(gate: .complete, needs: [.date]) }
    try check([option])
    var about = subject
    about.options = [option]
    about.disclosures = context.agentReading.disclosures
    if let draft { try checkWords(draft) }
    try pass(.grant, about: about)
    try warnOverPrice([option], before: .grant)
    if let draft {
      about.disclosures.insert(.remedy)
      try pass(.send, about: about)
      if current.speaksInPublic(draft.isPublic) { try pass(.publicSend, about: about) }
      try reply(
        draft, kind: current.channel == .phone ? .spoken : .text, also: [.offer, .promise])
    } else if current.acts.isDisjoint(with: [.offer, .promise]) {
      // A grant the customer was never told of is none.
      throw Refusal(gate: .premise, needs: [.act([.offer, .promise])])
    }
    add(.granted(option))
    add(.promised(what: option.what, due: due))
    add(.followUpArranged(due: due, channel: current.channel))
    if current.step != next { add(.advanced(from: current.step, to: next)) }
  }

  /// The request a command means; the oldest that waits when it names none.
  private func pending(_ number: Int?) throws(Refusal) -> ApprovalRequest {
    let open = current.approvals.filter { $0.decision == nil }
    if let request = number.map({ n in open.first { $0.number == n } }) ?? open.first {
      return request
    }
    // Of two who decide at once one comes too late, and hears from whom and how it went.
    let meant = number.map { n in current.approvals.first { $0.number == n } }
    if let decision = (meant ?? current.approvals.last)?.decision {
      throw Refusal(
        gate: .premise,
        needs: [.decided(decision.by, approved: decision.approved, reason: decision.reason)])
    }
    throw Refusal(gate: .premise, needs: [.existing("open request")])
  }

  /// What comes to far more than was paid is given only by somebody who says why (domain D5).
  /// Neither danger nor a hurry answers for them; what was approved has its reason already.
  private mutating func warnOverPrice(
    _ options: [PlanOption], before occasion: Occasion
  ) throws(Refusal) {
    let over = options.filter { !current.hasApproval(of: $0) }.compactMap(overPrice).max()
    guard let over else { return }
    guard case .words(let words) = envelope.override, !words.trimmed.isEmpty else {
      throw Refusal(
        gate: .price, occasion: occasion, strength: .advice,
        needs: [.reasonOverPrice(percent: over)], override: .agent)
    }
    add(
      .overridden(gate: .price, strength: .advice, reason: words.trimmed, role: context.role))
  }

  /// Per cent of the price an option comes to where that is more than is given without a word.
  private func overPrice(_ option: PlanOption) -> Int? {
    guard let most = rules.authority.warnOverPrice,
      rules.authority.remedies[option.remedy]?.statutory == false,
      let share = current.share(ofPriceIn: option), share > most
    else { return nil }
    return share
  }

  private mutating func approve(_ number: Int?, reason: String) throws(Refusal) {
    let request = try pending(number)
    // Nobody says yes to themselves.
    guard request.by != context.actor else {
      throw Refusal(gate: .author, needs: [.existing("somebody else")])
    }
    var about = subject
    switch request.subject {
    case .remedy(let option): about.options = [option]
    case .close(let reason):
      about.closing = reason
      guard rules.authority.allows(context.role, .signOff) else {
        throw Refusal(gate: .role, needs: [.permission(.signOff)])
      }
    }
    if case .remedy(let option) = request.subject {
      try pass(.approve, about: about)
      if let over = overPrice(option), reason.trimmed.isEmpty {
        throw Refusal(
          gate: .price, occasion: .approve, strength: .advice,
          needs: [.reasonOverPrice(percent: over)])
      }
    }
    add(.approved(request: request.number, reason: reason.trimmed))
  }

  /// The open promise a command means; the first due of them when it names none.
  private func promise(_ number: Int?) throws(Refusal) -> Commitment {
    let open = current.commitments.filter { $0.state == .open }
    guard let promise = number.map({ n in open.first { $0.number == n } }) ?? open.first else {
      throw Refusal(gate: .premise, needs: [.existing("open promise")])
    }
    return promise
  }

  /// Only what never reached the customer can be withdrawn: a promise in words that stand is kept or
  /// broken (S2-19).
  private mutating func withdrawPromise(_ number: Int?, reason: String) throws(Refusal) {
    let promise = try promise(number)
    guard promise.by == context.actor else {
      throw Refusal(gate: .author, needs: [.heldBy(promise.by)])
    }
    guard current.isMereRecord(promise), promise.due > context.now else {
      throw Refusal(gate: .premise, needs: [.existing("unmade promise")])
    }
    add(.promiseWithdrawn(number: promise.number, reason: reason))
  }

  private mutating func settlePromise(_ number: Int?, kept: Bool) throws(Refusal) {
    let promise = try promise(number)
    add(.promiseSettled(number: promise.number, kept: kept))
    // Whoever was let down hears it from us, so a closed case is ours again.
    guard !kept, current.state == .closed else { return }
    add(.reopened(reason: promise.what))
    resume()
  }
}
