import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The forms, as they come up.
extension Model {
  /// A form with what the record proposes.
  ///
  /// - Parameter purpose: what it is for.
  /// - Returns: nil when no case is open.
  func makeForm(_ purpose: FormPurpose) -> Form? {
    guard let open else { return nil }
    switch purpose {
    case .fill(let id): return fillForm(id, open)
    case .grant: return grantForm(open)
    case .offer: return offerForm(open)
    case .answer: return answerForm(open)
    case .requestRemedy:
      var form = remedyForm(purpose, title: text("form.request.title"), open)
      form.fields.append(words("why", "form.request.why").asExtra)
      return form
    case .ask(let subject):
      return Form(
        purpose, title: text("form.request.title"), lead: [requestWords(subject)],
        fields: [words("why", "form.request.why", optional: true)])
    case .view: return wordsForm(purpose, "view", open)
    case .promise:
      let read = readPromise(open)
      return Form(
        purpose, title: text("form.promise.title"),
        fields: [
          words("what", "form.promise.what", proposal: read?.what ?? ""),
          time("due", "form.due", proposal: read.map { entry($0.due) } ?? ""),
          words("department", "form.promise.department").asExtra,
        ])
    case .followUp:
      return Form(
        purpose, title: text("form.follow_up.title"),
        fields: [
          time("due", "form.follow_up.due", proposal: proposedFollowUp(open)),
          choice(
            "channel", "form.channel", Channel.allCases,
            at: open.current.proposedFollowUp(by: open.rules, now: now).channel),
        ])
    case .snooze:
      return Form(
        purpose, title: text("form.snooze.title"),
        fields: [time("due", "form.snooze.until", proposal: wakingTime(open))])
    case .escalate:
      return Form(
        purpose, title: text("form.escalate.title"),
        lead: [text("form.escalate.lead")] + storyLines(open.current),
        fields: [
          words("to", "form.escalate.to", proposal: nextAbove(open)),
          time("due", "form.escalate.due"),
        ])
    case .survey: return surveyForm(open)
    case .close(let reason): return closeForm(reason, open)
    case .skip: return skipForm(open)
    case .keepPhrase: return ownPhraseForm(open)
    default: return personForm(purpose, open)
    }
  }

  private func personForm(_ purpose: FormPurpose, _ open: OpenCase) -> Form? {
    switch purpose {
    case .identify:
      return Form(
        purpose, title: text("form.identify.title"), lead: [text("form.identify.lead")],
        fields: [
          FormField(
            "how", text("form.identify.how"),
            .choice(
              ["order", "phone", "details", "call_back"].map {
                FormChoice($0, text("identified.\($0)"))
              }, at: 0))
        ])
    case .transfer: return transferForm(open)
    case .takeOver, .reopen:
      let key = purpose == .reopen ? "reopen" : "take_over"
      return Form(
        purpose, title: text("form.\(key).title"), lead: [text("form.\(key).lead")],
        fields: [
          words("reason", "form.reason", proposal: purpose == .reopen ? whyReopen(open) : "")
        ])
    case .source:
      return Form(
        purpose, title: text("form.source.title"), lead: [text("form.source.lead")],
        fields: [words("source", "form.source.source")])
    case .link:
      return Form(
        purpose, title: text("form.link.title"), fields: [words("ref", "form.link.ref")])
    case .raiseHand:
      return Form(
        purpose, title: text("form.raise_hand.title"), lead: [text("form.raise_hand.lead")],
        fields: [words("words", "form.raise_hand.words", optional: true)])
    case .decide(let number): return decisionForm(number, open)
    case .consult, .session, .giveView, .endSession: return consultForm(purpose, open)
    case .announce(let matter): return announceForm(matter)
    case .specialist: return specialistForm(open)
    case .proposeConduct, .decideConduct, .liftConduct: return conductForm(purpose, open)
    case .correctHeat(let number):
      guard let message = open.current.message(number) else { return nil }
      return Form(
        purpose, title: text("form.heat.title"), lead: [text("form.correct.lead")],
        fields: [
          choice("heat", "form.heat.level", HeatLevel.allCases, at: message.heat ?? .calm)
        ])
    case .correctActs(let number):
      guard let message = open.current.message(number) else { return nil }
      return Form(
        purpose, title: text("form.acts.title"), lead: [text("form.correct.lead")],
        fields: SpeechAct.allCases.map {
          FormField($0.rawValue, name($0), .toggle(message.acts.contains($0)))
        })
    default: return nil
    }
  }

  // MARK: - Fields

  func words(
    _ id: FormField.ID, _ key: String, proposal: String = "", optional: Bool = false,
    automatic: Bool = false
  ) -> FormField {
    FormField(
      id, text(key), .text(Editor(proposal)), optional: optional, automatic: automatic)
  }

  func time(_ id: FormField.ID, _ key: String, proposal: String = "") -> FormField {
    FormField(id, text(key), .time(Editor(proposal)), hint: text("hint.time"))
  }

  func choice<Term: LocaleTerm & Equatable>(
    _ id: FormField.ID, _ key: String, _ terms: [Term], at chosen: Term
  ) -> FormField {
    FormField(
      id, text(key),
      .choice(
        terms.map { FormChoice($0.rawValue, ($0 as? Channel).map(byChannel) ?? name($0)) },
        at: terms.firstIndex(of: chosen) ?? 0))
  }

  /// The customer's last message in one line, as a proposal for what they said.
  func lastCustomerWords(_ open: OpenCase) -> String {
    let words = open.current.lastCustomerMessage?.text ?? ""
    return String(words.map { $0.isNewline ? " " : $0 }.prefix(400)).trimmingBlanks
  }

  private func wordsForm(_ purpose: FormPurpose, _ key: String, _ open: OpenCase) -> Form {
    Form(
      purpose, title: text("form.\(key).title"), lead: [text("form.\(key).lead")],
      fields: [words("words", "form.\(key).words", proposal: lastCustomerWords(open))])
  }

  /// Whom a matter goes to next: the rung above the one that has it, or a supervisor.
  private func nextAbove(_ open: OpenCase) -> String {
    let above = open.current.escalation.flatMap { $0.isAnswered ? nil : $0.to }
    return open.rules.clocks.ladder.next(after: above)?.name(in: sitting.language) ?? superiorName
  }

  private var superiorName: String {
    sitting.colleagues.first { $0.role == .supervisor && $0.active }?.name ?? ""
  }

  private func proposedFollowUp(_ open: OpenCase) -> String {
    // With a promise open, or said and not filed yet, its day is the day to look back; else what the
    // playbook says for such a case.
    let promised = open.standing.promises.last?.due ?? readPromise(open)?.due
    if let promised, promised > now { return entry(promised) }
    if let after = open.rules.followUps.rule(for: open.current)?.after {
      return "+\(max(1, after / 86_400))d"
    }
    let usual = open.rules.clocks.followUp
    if case .seconds(let seconds) = usual { return "+\(max(1, seconds / 86_400))d" }
    let current = open.current
    return entry(
      usual.end(
        from: now, in: open.rules.clocks.calendar(on: current.channel, in: current.language)))
  }

  /// When a case put aside is wanted again: when the next promise falls due.
  private func wakingTime(_ open: OpenCase) -> String {
    open.standing.promises.first { $0.due > now }.map { entry($0.due) } ?? ""
  }

  /// Why a closed case is opened again, where what was promised tells.
  private func whyReopen(_ open: OpenCase) -> String {
    open.standing.promises.first { $0.due <= now }
      .map { text("form.reopen.promised", ["what": $0.what]) } ?? ""
  }

  /// A point in time as it can be typed in.
  func entry(_ instant: Instant) -> String {
    let day = dayNumber(instant) - dayNumber(now)
    if day == 0 { return clockTime(instant) }
    return "\(dateDigits(instant)) \(clockTime(instant))"
  }

  // MARK: - Single forms

  private func fillForm(_ id: PhraseID, _ open: OpenCase) -> Form? {
    guard let phrase = phrases[open.current.language]?.phrases.first(where: { $0.id == id }) else {
      return nil
    }
    let values = PhraseValues(self, open)
    let missing = phrase.variables.filter { values.value(of: $0) == nil }
    return Form(
      .fill(id), title: text("form.fill.title"),
      lead: [phrase.filled(naming(phrase.variables, values.values(for: phrase)))],
      fields: missing.map { variable in
        let label = wording.name(ofVariable: variable)
        let proposal = values.proposal(for: variable)
        return PhraseValues.isTime(variable)
          ? FormField(variable, label, .time(Editor(proposal)), hint: text("hint.time"))
          : FormField(variable, label, .text(Editor(proposal)))
      })
  }

  private func answerForm(_ open: OpenCase) -> Form? {
    guard let plan = open.current.plan else { return nil }
    // What they said before it was offered is no answer to it.
    let hasAnswered = open.current.hasHeard(since: plan)
    var fields = [
      FormField(
        "accepted", text("form.answer.accepted"),
        .choice(
          [
            FormChoice("yes", name(AnswerKind.accepted)),
            FormChoice("no", name(AnswerKind.declined)),
          ], at: hasAnswered ? 0 : FormContent.nothing))
    ]
    if plan.options.count > 1 {
      fields.append(
        FormField(
          "option", text("form.answer.option"),
          .choice(
            plan.options.enumerated().map { FormChoice(String($0.offset), $0.element.what) },
            at: chosenOption(of: plan, open) ?? FormContent.nothing)))
    }
    fields.append(
      words(
        "words", "form.answer.words", proposal: hasAnswered ? lastCustomerWords(open) : ""))
    var form = Form(
      .answer, title: text("form.answer.title"), lead: plan.options.map { optionLine($0) },
      fields: fields)
    write(into: &form, open)
    return form
  }

  private func surveyForm(_ open: OpenCase) -> Form {
    Form(
      .survey, title: text("form.survey.title"),
      fields: [
        FormField(
          "score", text("form.survey.score"),
          .choice((1...5).map { FormChoice(String($0), text("score.\($0)")) }, at: 4)),
        words(
          "words", "form.survey.words", proposal: lastCustomerWords(open), optional: true),
      ]
        + SurveyItem.allCases.map { item in
          let choices = (1...5).map { FormChoice(String($0), text("score.\($0)"), digit: $0) }
          let none = FormChoice("", text("form.survey.left_out"), digit: 0)
          return FormField(item.rawValue, name(item), .choice([none] + choices, at: 0)).asExtra
        })
  }

  private func closeForm(_ reason: CloseReason, _ open: OpenCase) -> Form {
    let about = Subject(role: sitting.person.role, closing: reason)
    let needs = needs(before: [.close], about, open)
    var form = Form(
      .close(reason), title: text("form.close.title", ["reason": name(reason)]),
      lead: missingLines(needs, about) + promisedLines(open) + [text("form.close.lead")],
      fields: [
        words("words", "form.close.words", optional: true),
        words("proposal", "form.close.proposal").asExtra,
        words("cause", "form.close.cause").asExtra,
      ])
    form.needs = needs
    return form
  }

  private func skipForm(_ open: OpenCase) -> Form {
    let targets = open.rules.procedure.skips.filter { $0.from.contains(open.current.step) }
      .map { FormChoice($0.to.rawValue, stepName($0.to, in: open.rules)) }
    return Form(
      .skip, title: text("form.skip.title"),
      fields: [
        FormField("to", text("form.skip.to"), .choice(targets, at: 0)),
        reasonChoice(),
        words("words", "form.close.words", optional: true),
      ])
  }

  /// The playbook's short reasons.
  func reasonChoice() -> FormField {
    FormField(
      "reason", text("form.reason"),
      .choice(content.reasons.map { FormChoice($0.id, reasonWords($0)) }, at: 0))
  }

  private func transferForm(_ open: OpenCase) -> Form {
    let to = FormField(
      "to", text("form.transfer.to"),
      .choice(
        colleagues.map { FormChoice($0.id.rawValue, $0.name, detail: standing(of: $0)) }, at: 0))
    return Form(
      .transfer, title: text("form.transfer.title"), lead: [text("form.transfer.lead")],
      fields: [to])
  }

  /// An option in one line: what, how much, by when.
  func optionLine(_ option: PlanOption) -> String {
    var parts = [remedyName(option.remedy)]
    if let amount = option.amount { parts.append(MoneyWords(sitting.language).shown(amount)) }
    if let due = option.due { parts.append(pointInTime(due)) }
    return text(
      "linear.label", ["label": parts.joined(separator: marks.between), "value": option.what])
  }
}
