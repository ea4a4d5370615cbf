package import Vocabulary

extension Case {
  /// What our next words to the customer are read against.
  ///
  /// - Parameters:
  ///   - rules: the procedure and who may grant what.
  ///   - role: of the person who writes.
  ///   - isPublic: where a public case is answered; nil for the usual.
  /// - Returns: how the case stands; the cost is linear in the last few messages.
  package func circumstances(
    by rules: Rules, role: Role, inPublic isPublic: Bool? = nil
  ) -> Circumstances {
    let authority = rules.authority
    let ours = messages.suffix(60).filter(\.meetsGates)
    let sinceHeard = messages.suffix(60).reversed().prefix { $0.from != .customer }
    return Circumstances(
      isHearing: step == rules.procedure.steps.first?.id && heat >= .uneasy,
      isTense: heat >= .angry, isDanger: danger != nil, isSettled: isSettled(by: rules),
      isPublic: speaksInPublic(isPublic), mayAdmit: mayAdmit,
      hasPromise: commitments.contains { $0.state == .open },
      emptyApologies: emptyApologies,
      questions: sinceHeard.count { $0.meetsGates && $0.acts.contains(.question) },
      saidBefore: ours.suffix(6).map { String($0.text.prefix(600)) },
      limits: authority.mostMoney(for: role, weighing: weighing),
      cleared: Set(sumsOnRecord.map(\.money)),
      goodwill: Set(sumsOnRecord.filter { authority.isGoodwill($0.remedy) }.map(\.money)),
      currency: authority.currencies[language] ?? "")
  }

  /// Fault may be admitted once it was found, or when a promise of ours is on file as broken.
  package var mayAdmit: Bool {
    switch classification.fault {
    case .ours, .shared: true
    default:
      commitments.contains { $0.state == .broken } || earlier?.promise?.state == .broken
    }
  }

  /// Whether the customer has what they came for, or nobody waits for anything any more.
  private func isSettled(by rules: Rules) -> Bool {
    if state == .closed || grant != nil || answer?.accepted == true || survey != nil { return true }
    if step == rules.procedure.steps.last?.id || !tries.isEmpty { return true }
    if approvals.contains(where: \.isSignedClose) { return true }
    let moves = lastCustomerMessage?.moves ?? []
    return !moves.isDisjoint(with: [.acceptance, .thanks])
  }

  /// What is on the table, granted or approved, as far as it is money.
  private var sumsOnRecord: [(remedy: RemedyID, money: Money)] {
    var options = plans.flatMap(\.options)
    if let grant { options.append(grant) }
    for request in approvals where request.decision?.approved == true {
      if case .remedy(let option) = request.subject { options.append(option) }
    }
    return options.compactMap { option in option.amount.map { (option.remedy, $0) } }
  }

  /// How many of our last messages said sorry and moved nothing.
  package var emptyApologies: Int {
    var count = 0
    for message in messages.suffix(60).filter(\.meetsGates).reversed() {
      if !message.acts.isDisjoint(with: SpeechAct.moving) { break }
      if !message.acts.isDisjoint(with: [.regret, .responsibility]) { count += 1 }
    }
    return count
  }
}

extension ApprovalRequest {
  /// Somebody above agreed that the case may end without the customer's yes.
  fileprivate var isSignedClose: Bool {
    guard case .close = subject else { return false }
    return decision?.approved == true
  }
}

extension Authority {
  /// Whether a remedy is a gesture beside the fix.
  package func isGoodwill(_ remedy: RemedyID) -> Bool { remedies[remedy]?.isGoodwill == true }

  /// The most money `role` may grant with any remedy, in hundredths, by currency; nil where one of
  /// them is not limited.
  fileprivate func mostMoney(for role: Role, weighing: Weighing) -> [String: Int64]? {
    var most = smallSums
    for (remedy, limit) in limits[role] ?? [:] where remedies[remedy]?.takesAmount == true {
      switch limit {
      case .unlimited: return nil
      case .upTo(let amounts):
        for (currency, base) in amounts {
          most[currency] = max(
            most[currency] ?? 0, factors.moved(base, currency, by: weighing))
        }
      }
    }
    return most
  }
}
