import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// What a good agent does at each point of a case.
extension GoodAgent {
  /// The key for the case at hand; nil when the customer is to speak, or nothing is left.
  func act(_ model: Model, _ open: OpenCase) -> Stroke? {
    let current = open.current
    if let plan = current.plan, plan.answer == nil, current.hasHeard(since: plan),
      isCustomersWord(current)
    {
      return key(.answer)
    }
    if current.grant == nil, scenario(of: open)?.isPlainDemand == true {
      return current.fields[.order]?.value == nil ? key(.form) : key(.grant)
    }
    if ownWords(open) != nil { return key(current.channel == .phone ? .said : .reply) }
    if example(of: open)?.answer != nil {
      return current.unanswered.isEmpty && isCustomersWord(current) ? key(.close) : nil
    }
    if let words = say(model, open) { return words }
    if !missingFields(open).isEmpty, current.messages.contains(where: \.meetsGates) {
      return key(.form)
    }
    if current.step == "collect", !current.identified { return key(.identify) }
    return goOn(open)
  }

  private func key(_ action: Action) -> Stroke? {
    keymap[action].first.map { Stroke($0, .look) }
  }

  /// The customer spoke last.
  private func isCustomersWord(_ current: Case) -> Bool {
    current.messages.last { $0.kind == .text || $0.kind == .spoken }?.isFromCustomer == true
  }

  private func say(_ model: Model, _ open: OpenCase) -> Stroke? {
    let current = open.current
    guard isCustomersWord(current) else { return nil }
    // Account data is read back only to whom it belongs.
    if current.step == "collect", !current.identified || !missingFields(open).isEmpty {
      return nil
    }
    return phrase(model, open, covered: []).map { pick($0, model) }
  }

  /// Goes on to what comes next in the procedure.
  private func goOn(_ open: OpenCase) -> Stroke? {
    let current = open.current
    if current.step == open.rules.procedure.grantStep {
      return current.followUps.isEmpty ? key(.followUp) : key(.close)
    }
    if open.standing.next != nil, open.standing.closed.isEmpty { return key(.advance) }
    guard current.step == "solve" else { return nil }
    if current.plan == nil, isCustomersWord(current) { return key(.offer) }
    // Offered, and not a word since: put aside until tomorrow, so that it comes back by itself.
    if let plan = current.plan, plan.answer == nil, current.state == .waiting,
      scenario(of: open)?.fallsSilent == true, !isCustomersWord(current)
    {
      return key(.snooze)
    }
    return nil
  }

  /// What the step needs on file and nobody has filed.
  func missingFields(_ open: OpenCase) -> [FieldName] {
    let current = open.current
    var wanted: [FieldName] = []
    if scenario(of: open)?.isPlainDemand == true {
      wanted = [.order]
    } else if current.step == "vent" {
      wanted = [.problem, .demand]
    } else if current.step == "collect" {
      wanted = [.problem, .demand, .order]
    }
    return wanted.filter { current.fields[$0] == nil }
  }

  // MARK: - Phrases

  /// The phrase that comes next; nil when everything that is wanted is said.
  ///
  /// - Parameters:
  ///   - model: the console.
  ///   - open: the case.
  ///   - covered: what the draft does already.
  /// - Returns: its place on the shelf.
  func phrase(_ model: Model, _ open: OpenCase, covered: Set<SpeechAct>) -> Int? {
    let current = open.current
    if current.speaksInPublic {
      return covered.isEmpty ? first(model, open, [.publicAnswer]) : nil
    }
    if current.earlier?.unsolved == true, current.step == "solve", current.plan == nil {
      if !said(.brokenPromise, current, covered.contains(.responsibility)) {
        return first(model, open, [.brokenPromise], doing: [.responsibility])
      }
      return current.acts.contains(.question) || covered.contains(.question)
        ? nil : first(model, open, [.brokenPromise], doing: [.question])
    }
    if current.step == "vent" {
      let isHeard = !open.standing.closed.contains { $0.gate.id == "heard" }
      let hasSpoken = current.messages.contains { $0.meetsGates && !$0.isPublic }
      guard covered.isEmpty, !hasSpoken || !isHeard else { return nil }
      // Whichever stands first: whoever is only put out is consoled sooner than asked to go on.
      return first(model, open, [.listening, .empathy, .regret])
    }
    let needs = open.standing.closed.flatMap(\.missing).map(\.acts).filter { acts in
      !acts.isEmpty && acts.isDisjoint(with: covered)
        && acts.isDisjoint(with: [.offer, .handUp, .followUp])
    }
    for acts in needs {
      if let index = first(model, open, [], doing: acts) { return index }
    }
    // Whoever flared up again is heard first.
    if current.flared, covered.isEmpty {
      return first(model, open, [.empathy, .listening, .regret])
    }
    let isOwed = !current.unanswered.isEmpty && current.step == open.rules.procedure.grantStep
    return isOwed && covered.isEmpty ? first(model, open, [.closing]) : nil
  }

  private func said(_ kind: PhraseKind, _ current: Case, _ isCovered: Bool) -> Bool {
    isCovered
      || current.messages.contains { message in
        message.meetsGates && message.phrases.contains { $0.rawValue.hasPrefix(kind.rawValue) }
      }
  }

  /// The first phrase on the shelf that can go out as it is and was not said yet.
  private func first(
    _ model: Model, _ open: OpenCase, _ kinds: [PhraseKind], doing acts: Set<SpeechAct> = []
  ) -> Int? {
    let values = PhraseValues(model, open)
    let shelf = open.sidebar.shelf
    let unwanted: [PhraseKind] = [.handUp, .offer, .boundary, .callBack, .hold, .bridge]
    let inDraft = Set(model.unsent.pieces.map(\.phrase))
    // Nobody tells the whole story twice in one message.
    let isTold = model.unsent.pieces.contains { piece in
      open.current.fields[.problem]?.value.map { piece.text.contains($0) } ?? false
    }
    func fits(_ phrase: Phrase) -> Bool {
      let fills = phrase.kind == .publicAnswer
      return (kinds.isEmpty ? !unwanted.contains(phrase.kind) : kinds.contains(phrase.kind))
        && (acts.isEmpty || !phrase.acts.isDisjoint(with: acts))
        && shelf?.lock(on: phrase) == nil && shelf?.wasSaid(phrase) != true
        && !inDraft.contains(phrase.id) && phrase.customers.isEmpty
        && !(isTold && phrase.variables.contains("problem"))
        && (fills || phrase.variables.allSatisfy { values.value(of: $0) != nil })
    }
    return open.sidebar.phrases.firstIndex(where: fits)
  }
}
