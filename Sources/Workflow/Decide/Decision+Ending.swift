import Vocabulary

/// Looking back, closing and coming back.
extension Decision {
  mutating func end() throws(Refusal) {
    switch envelope.command {
    case .arrangeFollowUp(let due, let channel): try arrange(due: due, channel: channel)
    case .followUpDone(let outcome): followUpDone(outcome)
    case .survey(let score, let words, let ratings):
      try survey(score: score, words: words, ratings: ratings)
    case .improve(let cause, let proposal):
      let words = try text(proposal)
      let known = current.improvements.contains {
        $0.cause == cause.trimmed && $0.proposal == words
      }
      if !known { add(.improvementNoted(cause: try shortened(cause), proposal: words)) }
    case .task(let department, let what, let due, let promise):
      try giveTask(department: department, what: what, due: due, promise: promise)
    case .taskDone(let number):
      let open = current.tasks.filter { $0.doneAt == nil }.sorted { $0.due < $1.due }
      let asked = number.map { number in open.first { $0.number == number } } ?? open.first
      guard let task = asked else {
        throw Refusal(gate: .premise, needs: [.existing("open task")])
      }
      add(.taskDone(number: task.number))
    case .close(let reason, let words): try close(reason, words: words)
    case .reopen(let reason):
      guard current.state == .closed else {
        throw Refusal(gate: .state, needs: [.state([.closed])])
      }
      add(.reopened(reason: try text(reason, need: .reason)))
      resume()
    default: break
    }
  }

  /// Where only the five questions were asked, what came of it is the whole of it, or else their
  /// mean.
  private mutating func survey(
    score: Int?, words: String, ratings: [SurveyItem: Int]
  ) throws(Refusal) {
    let given = SurveyItem.allCases.compactMap { ratings[$0] }
    let mean =
      given.isEmpty
      ? nil
      : (2 * given.reduce(0) { $0 &+ $1 } + given.count)
        / (2 * given.count)
    guard let whole = score ?? ratings[.effect] ?? mean,
      (given + [whole]).allSatisfy((1...5).contains)
    else { throw Refusal(gate: .complete, needs: [.existing("score from 1 to 5")]) }
    add(.surveyed(score: whole, words: words.trimmed, ratings: ratings))
  }

  private mutating func giveTask(
    department: String, what: String, due: Instant, promise: Int?
  ) throws(Refusal) {
    if let promise,
      !current.commitments.contains(where: { $0.number == promise && $0.state == .open })
    {
      throw Refusal(gate: .premise, needs: [.existing("open promise")])
    }
    let unit = try text(department)
    guard unit.utf8.count <= Decision.longestValue else {
      throw Refusal(gate: .complete, needs: [.shorter(Decision.longestValue)])
    }
    add(
      .taskGiven(
        department: unit, what: try text(what), due: try future(due), promise: promise))
  }

  /// Words that may be left out.
  private func shortened(_ words: String) throws(Refusal) -> String {
    words.trimmed.isEmpty ? "" : try text(words)
  }

  private mutating func arrange(due: Instant?, channel: Channel?) throws(Refusal) {
    let proposed = current.proposedFollowUp(by: rules, now: context.now)
    add(
      .followUpArranged(
        due: try future(due ?? proposed.due), channel: channel ?? proposed.channel))
  }

  /// A follow-up that fails brings the case back to where a solution is sought. One that finds it
  /// fixed, or finds something new, finds kept what was due; what is not due yet runs on, for nobody
  /// has done it.
  private mutating func followUpDone(_ outcome: FollowUpOutcome) {
    if outcome == .fixed || outcome == .newProblem {
      let due = current.commitments.filter { $0.state == .open && $0.due <= context.now }
      for promise in due { add(.promiseSettled(number: promise.number, kept: true)) }
    }
    add(.followUpDone(outcome: outcome))
    guard outcome.failed, current.state == .closed else { return }
    add(.reopened(reason: outcome.rawValue))
    resume()
  }

  /// Goes back to where returning customers go on (domain E6); a case that had not come so far
  /// stays where it was, so that a close and a reopening are no way past the steps between.
  mutating func resume() {
    let procedure = rules.procedure
    guard let step = procedure.returningStep, let there = procedure.position(of: step),
      procedure.position(of: current.step).map({ $0 > there }) ?? true
    else { return }
    add(.wentBack(from: current.step, to: step))
  }

  private mutating func close(_ reason: CloseReason, words: String) throws(Refusal) {
    var about = subject
    about.closing = reason
    try pass(.close, about: about)
    let signedOffBy =
      current.signOff(for: reason) ?? (signsOff(about) ? context.actor : nil)
    // What nobody but the agent vouches for is worth a second look now and then (domain E13).
    let weak =
      reason == .granted || !current.attested.isEmpty
      || current.confirmations.values.contains(.implied)
      || current.messages.contains { $0.from == .agent && $0.source == .corrected }
    add(
      .closed(
        reason: reason, words: words.trimmed, signedOffBy: signedOffBy,
        review: weak && context.sampled))
  }

  /// Whether the close passes only because the actor may sign off: then they have (domain E11).
  private func signsOff(_ about: Subject) -> Bool {
    guard rules.authority.allows(context.role, .signOff) else { return false }
    var unsigned = about
    unsigned.role = .system
    let mine = Evaluation(of: current, by: rules, about: about, now: context.now)
    let bare = Evaluation(of: current, by: rules, about: unsigned, now: context.now)
    return rules.gates(before: .close, at: current.step)
      .contains { mine.status(of: $0).met && !bare.status(of: $0).met }
  }
}
