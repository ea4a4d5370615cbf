import Vocabulary

/// What several see to: questions to colleagues, joint sessions, and a line of truth for many.
extension Decision {
  mutating func gather() throws(Refusal) {
    switch envelope.command {
    case .consult(let asked, let question, let due, let tells):
      try consult(asked, question, due: due, tells: tells)
    case .giveView(let number, let words): try giveView(number, words)
    case .endConsult(let number, let outcome, let words, let route):
      try endConsult(number, outcome, words, route)
    case .announce(let matter, let words, let language, let next):
      try announce(matter, words, language, next)
    default: break
    }
  }

  /// Whoever works the case or owns it asks, and whoever decides above.
  private func checkMayAsk() throws(Refusal) {
    guard
      [current.handler, current.owner].contains(context.actor)
        || rules.authority.allows(context.role, .approve)
    else {
      throw Refusal(gate: .holder, needs: current.handler.map { [.heldBy($0)] } ?? [.claim])
    }
  }

  private mutating func consult(
    _ asked: [Asked], _ question: String, due: Instant?, tells: Instant?
  ) throws(Refusal) {
    try checkMayAsk()
    // Nobody asks themselves.
    let others = asked.reduce(into: [Asked]()) { all, one in
      if one != .person(context.actor), !all.contains(one) { all.append(one) }
    }
    guard !others.isEmpty else {
      throw Refusal(gate: .complete, needs: [.existing("somebody else")])
    }
    for case .person(let person) in others where current.complainedAbout.contains(person) {
      throw Refusal(gate: .complainedAbout, needs: [.uninvolved])
    }
    // Several take longer than one, so the customer is told how long (S2-33).
    guard others.count == 1 || tells != nil else {
      throw Refusal(gate: .complete, needs: [.customerTime])
    }
    if tells != nil, current.openConsultations.contains(where: \.isJoint) {
      throw Refusal(gate: .premise, needs: [.existing("new session")])
    }
    let told = try tells.map { (time) throws(Refusal) in try future(time) }
    let calendar = rules.clocks.calendar(on: current.channel, in: current.language)
    let wanted = due ?? rules.together.answersWithin.end(from: context.now, in: calendar)
    let until = try future(told.map { min($0, wanted) } ?? wanted)
    add(.consulted(asked: others, question: try text(question), due: until, tells: told))
  }

  private mutating func giveView(_ number: Int?, _ words: String) throws(Refusal) {
    let mine = current.questions(
      to: context.actor, context.role, standingInFor: context.standsInFor)
    let meant = number.map { number in mine.first { $0.number == number } } ?? mine.first
    guard let meant,
      let asked = meant.waitsFor.first(where: { $0 == .person(context.actor) })
        ?? meant.waitsFor.first(where: { $0.means(context.actor, context.role) })
        ?? meant.waitsFor.first(where: { $0.isOne(of: context.standsInFor) })
    else { throw Refusal(gate: .premise, needs: [.existing("question to you")]) }
    add(.viewGiven(number: meant.number, speaksFor: asked, words: try text(words)))
  }

  private mutating func endConsult(
    _ number: Int?, _ outcome: ConsultOutcome?, _ words: String, _ route: String
  ) throws(Refusal) {
    let open = current.openConsultations
    let usual = open.first(where: \.isJoint) ?? open.first
    let meant = number.map { number in open.first { $0.number == number } } ?? usual
    guard let meant else { throw Refusal(gate: .premise, needs: [.existing("open question")]) }
    if meant.by != context.actor { try checkMayAsk() }
    guard meant.isJoint else {
      add(
        .consultEnded(number: meant.number, outcome: nil, words: words.trimmed, route: ""))
      return
    }
    // It ends with one plan, or with a no and where else to turn; never with nothing.
    guard let outcome else { throw Refusal(gate: .complete, needs: [.sessionOutcome]) }
    let said = try text(words, need: outcome == .plan ? .plan : .reason)
    let outside = outcome == .refusal ? try text(route, need: .outsideRoute) : ""
    add(.consultEnded(number: meant.number, outcome: outcome, words: said, route: outside))
  }

  private mutating func announce(
    _ matter: MatterID, _ words: String, _ language: LanguageTag, _ next: Instant?
  ) throws(Refusal) {
    let said = words.trimmed.isEmpty ? "" : try text(words)
    guard !said.isEmpty else {
      add(.announced(matter, words: "", language: language, next: nil))
      return
    }
    guard let next else { throw Refusal(gate: .complete, needs: [.date]) }
    add(.announced(matter, words: said, language: language, next: try future(next)))
  }
}
