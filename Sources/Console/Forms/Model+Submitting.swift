import Playbook
import Screen
import Vocabulary
import Workflow

/// What a filled form asks of the desk.
extension Model {
  mutating func carryOut(_ form: Form) -> [Effect] {
    if form.purpose == .setLeave { return setLeave(form) }
    guard let open else { return [] }
    switch form.purpose {
    case .fill(let id): return fill(id, form, open)
    case .keepPhrase: return keepPhrase(form, open)
    case .grant: return grant(form, open)
    case .offer:
      let options = ["_a", "_b"].compactMap { option(form, $0, open) }
      let only = options.count > 1 ? nil : form.text("only")
      return perform(
        .offer(options: options, onlyOneBecause: only), then: .propose(.offer))
    case .answer:
      let accepted = form.choice("accepted") == "yes"
      return close(
        .answer(
          accepted: accepted, option: accepted ? form.choice("option").flatMap(Int.init) : nil,
          words: form.text("words"), plan: open.current.plan?.number))
    case .view: return close(.askView(words: form.text("words")))
    case .requestRemedy:
      guard let option = option(form, "", open) else { return [] }
      return close(.requestApproval(.remedy(option), why: form.text("why")))
    case .ask(let subject): return close(.requestApproval(subject, why: form.text("why")))
    case .decide(let number):
      let reason = form.text("reason")
      return close(
        form.choice("decision") == "approve"
          ? .approve(request: number, reason: reason) : .deny(request: number, reason: reason))
    case .proposeConduct(let kind):
      let noted = open.rules.authority.evidence.compactMap { item -> Evidence? in
        let note = form.text(item.id.rawValue)
        return note.isEmpty ? nil : Evidence(item: item.id, note: note)
      }
      return close(.proposeConduct(kind, evidence: noted))
    case .decideConduct(let number):
      return close(
        .decideConduct(
          number: number, confirmed: form.choice("decision") == "confirm",
          reason: form.text("reason")))
    case .liftConduct(let number):
      return close(.liftConduct(number: number, reason: form.text("reason")))
    case .close(let reason):
      // First, since nobody comes back to it once the case is closed.
      let note = form.text("proposal")
      let noted =
        note.isEmpty ? [] : perform(.improve(cause: form.text("cause"), proposal: note))
      return noted + close(.close(reason, words: form.text("words")))
    case .survey:
      let ratings = SurveyItem.allCases.reduce(into: [:]) { ratings, item in
        ratings[item] = form.choice(item.rawValue).flatMap(Int.init)
      }
      return close(
        .survey(
          score: form.choice("score").flatMap(Int.init) ?? 0, words: form.text("words"),
          ratings: ratings))
    case .skip:
      let words = form.text("words")
      return close(
        .skip(
          to: StepID(form.choice("to") ?? ""),
          reason: words.isEmpty ? form.choice("reason") ?? "" : words))
    case .consult, .session, .giveView, .endSession: return carryOutConsult(form, open)
    case .announce(let matter):
      return close(
        .announce(
          matter, words: form.text("words"), language: sitting.language,
          next: instant(in: form.text("next"))))
    case .specialist: return specialist(form, open)
    default: return carryOutDated(form, open)
    }
  }

  private mutating func carryOutDated(_ form: Form, _ open: OpenCase) -> [Effect] {
    let due = instant(in: form.text("due")) ?? now
    switch form.purpose {
    case .promise: return promise(form, due, open)
    case .followUp:
      return close(
        .arrangeFollowUp(
          due: due, channel: form.choice("channel").flatMap(Channel.init(rawValue:))))
    case .snooze: return close(.snooze(until: due))
    case .escalate:
      return perform(
        .escalate(to: form.text("to"), due: due), then: .propose(.handUp))
    case .identify:
      return close(.identify(how: form.choice("how").map { text("identified.\($0)") } ?? ""))
    case .correctHeat(let number):
      return close(
        .correct(
          message: number, acts: nil,
          heat: form.choice("heat").flatMap(HeatLevel.init(rawValue:))))
    case .correctActs(let number):
      let acts = SpeechAct.allCases.filter { form[$0.rawValue]?.isOn == true }
      return close(.correct(message: number, acts: Set(acts), heat: nil))
    case .transfer:
      return form.choice("to").map { close(.transfer(to: PersonID($0))) } ?? []
    case .takeOver: return close(.takeOver(reason: form.text("reason")))
    case .reopen: return close(.reopen(reason: form.text("reason")))
    case .raiseHand: return close(.raiseHand(words: form.text("words")))
    case .link: return close(.link(CaseRef(form.text("ref"))))
    case .source(let message):
      return close(.cite(SourceID(form.text("source")), message: message))
    default: return []
    }
  }

  /// A promise, and with a department named, what it is to do so that the promise is kept.
  private mutating func promise(_ form: Form, _ due: Instant, _ open: OpenCase) -> [Effect] {
    let what = form.text("what")
    let department = form.text("department")
    let promised = close(.promise(what: what, due: due))
    guard !department.isEmpty else { return promised }
    let number = (open.current.commitments.last?.number ?? 0) + 1
    return promised
      + perform(.task(department: department, what: what, due: due, promise: number))
  }

  /// Asks for a command and takes the form away once it was accepted.
  private mutating func close(_ command: CaseCommand) -> [Effect] {
    perform(command, then: .closeForm)
  }

  private mutating func grant(_ form: Form, _ open: OpenCase) -> [Effect] {
    guard let option = option(form, "", open) else { return [] }
    let message = form.text("message")
    guard open.current.channel != .phone, !message.isEmpty else {
      return close(.grant(option, draft: nil))
    }
    var draft = Draft(text: message, isPublic: repliesInPublic)
    if let phrase = grantPhrase(form, open) {
      let values = PhraseValues(self, open).values(for: phrase)
      if Unsent.stands(phrase.filled(values), in: message) {
        draft.phrases = [phrase.id]
        draft.phraseActs = phrase.acts
      }
    }
    return close(.grant(option, draft: draft))
  }

  // MARK: - Phrases

  /// Puts a phrase into the draft with what was typed for it, and files what belongs on file.
  private mutating func fill(_ id: PhraseID, _ form: Form, _ open: OpenCase) -> [Effect] {
    guard let phrase = phrases[open.current.language]?.phrases.first(where: { $0.id == id }) else {
      return []
    }
    let record = PhraseValues(self, open)
    var values = record.values(for: phrase)
    var due: [String: Instant] = [:]
    var effects: [Effect] = []
    for field in form.fields {
      let typed = field.text.trimmingBlanks
      if PhraseValues.isTime(field.id), let instant = instant(in: typed) {
        due[field.id] = instant
        values[field.id] = record.time(instant)
      } else {
        values[field.id] = typed
      }
      answers[open.ref, default: [:]][field.id] = typed
      if let name = PhraseValues.field(of: field.id), holdsOpenCase {
        effects += perform(.set(name, value: typed, reason: nil))
      }
    }
    overlays.removeAll { if case .form = $0 { true } else { false } }
    insert(phrase, values, promising: due)
    shelve()
    return effects
  }

  /// Puts words into the draft that go with what was recorded.
  mutating func propose(_ proposal: Pending.Proposal) -> [Effect] {
    guard let open else { return [] }
    let record = PhraseValues(self, open)
    let wanted = phraseKind(proposal, open)
    // Behind the first answer in public, a public case is a private talk.
    let channel = open.sidebar.shelf?.moment.channel ?? open.current.channel
    let fitting = (phrases[open.current.language]?.phrases ?? []).filter { phrase in
      phrase.kind == wanted.kind && phrase.channels.contains(channel)
        && (phrase.customers.isEmpty || !phrase.customers.isDisjoint(with: open.current.tags))
        && phrase.variables.allSatisfy { record.value(of: $0) != nil || wanted.times.contains($0) }
        && wanted.variables.allSatisfy(phrase.variables.contains)
    }
    guard
      let phrase = fitting.first(where: { $0.stages.contains(open.current.step) })
        ?? fitting.first
    else {
      say(text("notice.filed"), .good)
      focus = .composer
      return []
    }
    var values = record.values(for: phrase)
    if let due = open.current.escalation?.due, proposal == .handUp {
      values["due"] = record.time(due)
    }
    if let due = open.current.untoldSession?.tells, proposal == .session {
      values["due"] = record.time(due)
    }
    guard phrase.variables.allSatisfy({ values[$0] != nil }) else {
      say(text("notice.filed"), .good)
      return []
    }
    insert(phrase, values, promising: [:])
    say(
      text(open.current.channel == .phone ? "notice.proposed_phone" : "notice.proposed"), .good)
    return []
  }

  private func phraseKind(
    _ proposal: Pending.Proposal, _ open: OpenCase
  ) -> (kind: PhraseKind, variables: [String], times: [String]) {
    switch proposal {
    case .offer:
      (open.current.plan?.options.count ?? 0) > 1
        ? (.offer, ["option_a", "option_b"], []) : (.offer, ["option"], [])
    case .handUp, .session: (.handUp, ["due"], ["due"])
    case .followUp: (.survey, [], [])
    case .askView: (.askView, [], [])
    }
  }
}
