import Desk
import Screen
import Vocabulary
import Workflow

/// Questions to colleagues and joint sessions: asked, answered, ended, and seen by those who have to.
extension Model {
  /// What this person may be asked, end, or call, and who else waits for their view.
  var consultMenu: Menu? {
    var items: [MenuItem] = []
    if let open {
      items = answering(open) + ending(open)
      if mayAsk(open) {
        items += [
          MenuItem(label: text("menu.consult.ask"), choice: .form(.consult)),
          MenuItem(
            label: text("menu.consult.session"),
            detail: triedInVain(open).map { [$0] } ?? [], choice: .form(.session)),
        ]
      }
    }
    let others = (questions + (decides ? sessions : [])).filter { $0.ref != open?.ref }
    items += others.map { row in
      let isAsked = questions.contains { $0.ref == row.ref }
      return MenuItem(
        label: text(
          isAsked ? "menu.consult.waits" : "menu.consult.wanted", ["customer": callName(of: row)]),
        detail: row.consultDue.map { [isAsked ? distance(to: $0) : pointInTime($0)] } ?? [],
        choice: .visit(row.ref))
    }
    guard !items.isEmpty else { return nil }
    return Menu(
      title: text("menu.consult.title"), lead: open.map { storyLines($0.current) } ?? [],
      items: items)
  }

  /// Why nothing can be asked or answered now; nil when something can.
  var consultObstacle: String? {
    if !questions.isEmpty || decides && !sessions.isEmpty { return nil }
    guard let open else { return text("obstacle.no_case") }
    if open.current.state == .closed { return text("obstacle.closed") }
    return consultMenu == nil ? text("obstacle.consult") : nil
  }

  private func mayAsk(_ open: OpenCase) -> Bool {
    open.current.state != .closed
      && ([open.current.handler, open.current.owner].contains(sitting.person.id) || decides)
  }

  private func myQuestions(_ current: Case) -> [Consultation] {
    current.questions(to: sitting.person.id, sitting.person.role, standingInFor: answersFor)
  }

  private func answering(_ open: OpenCase) -> [MenuItem] {
    myQuestions(open.current).map { one in
      MenuItem(
        label: text(
          "menu.consult.answer",
          ["person": personName(one.by), "words": short(one.question, 60)]),
        detail: [distance(to: one.due)], choice: .form(.giveView(number: one.number)))
    }
  }

  private func ending(_ open: OpenCase) -> [MenuItem] {
    open.current.openConsultations.filter { $0.by == sitting.person.id || mayAsk(open) }.map {
      $0.isJoint
        ? MenuItem(
          label: text("menu.consult.end", ["words": short($0.question, 60)]),
          choice: .form(.endSession(number: $0.number)))
        : MenuItem(
          label: text("menu.consult.withdraw", ["words": short($0.question, 60)]),
          choice: .command(
            .endConsult(number: $0.number, outcome: nil, words: "", route: "")))
    }
  }

  // MARK: - Forms

  func consultForm(_ purpose: FormPurpose, _ open: OpenCase) -> Form? {
    let together = open.rules.together
    let calendar = open.rules.clocks.calendar(on: open.current.channel, in: open.current.language)
    let due = entry(together.answersWithin.end(from: now, in: calendar))
    let asked = colleagues.filter { !open.current.complainedAbout.contains($0.id) }
    switch purpose {
    case .consult:
      let people = asked.map {
        FormChoice("person " + $0.id.rawValue, $0.name, detail: standing(of: $0))
      }
      let roles = [Role.senior, .supervisor].filter { role in asked.contains { $0.role == role } }
        .map { FormChoice("role " + $0.rawValue, text("form.consult.any", ["role": name($0)])) }
      return Form(
        purpose, title: text("form.consult.title"), lead: [text("form.consult.lead")],
        fields: [
          FormField("to", text("form.consult.to"), .choice(people + roles, at: 0)),
          words("question", "form.consult.question"),
          time("due", "form.consult.due", proposal: due),
        ])
    case .session:
      return Form(
        purpose, title: text("form.session.title"),
        lead: [text("form.session.lead")] + storyLines(open.current),
        fields: asked.map { FormField($0.id.rawValue, $0.name, .toggle(false)) } + [
          words("question", "form.consult.question"),
          time("due", "form.consult.due", proposal: due),
          time("tells", "form.session.tells"),
        ])
    case .giveView(let number):
      guard let one = open.current.consultations.first(where: { $0.number == number }) else {
        return nil
      }
      return Form(
        purpose, title: text("form.view_given.title", ["person": personName(one.by)]),
        lead: [one.question, text("form.view_given.lead")] + storyLines(open.current),
        fields: [words("words", "form.view_given.words")])
    case .endSession(let number):
      guard let one = open.current.consultations.first(where: { $0.number == number }) else {
        return nil
      }
      return Form(
        purpose, title: text("form.end_session.title"),
        lead: [one.question]
          + one.views.map {
            text("linear.label", ["label": personName($0.by), "value": short($0.words, 160)])
          },
        fields: [
          choice("outcome", "form.end_session.outcome", ConsultOutcome.allCases, at: .plan),
          words("words", "form.end_session.words"),
          words("route", "form.end_session.route", optional: true),
        ])
    default: return nil
    }
  }

  /// What a filled form about colleagues asks of the desk.
  mutating func carryOutConsult(_ form: Form, _ open: OpenCase) -> [Effect] {
    let question = form.text("question")
    let due = instant(in: form.text("due"))
    switch form.purpose {
    case .consult:
      return perform(
        .consult(
          asked: [asked(form.choice("to") ?? "")].compactMap(\.self), question: question,
          due: due), then: .closeForm)
    case .session:
      let people = form.fields.filter(\.isOn).map { Asked.person(PersonID($0.id)) }
      // Whoever speaks to the customer tells them at once until when they hear.
      return perform(
        .consult(
          asked: people, question: question, due: due, tells: instant(in: form.text("tells"))),
        then: holdsOpenCase ? .propose(.session) : .closeForm)
    case .giveView(let number):
      return perform(.giveView(number: number, words: form.text("words")), then: .closeForm)
    case .endSession(let number):
      return perform(
        .endConsult(
          number: number,
          outcome: form.choice("outcome").flatMap(ConsultOutcome.init(rawValue:)),
          words: form.text("words"), route: form.text("route")), then: .closeForm)
    default: return []
    }
  }

  private func asked(_ id: String) -> Asked? {
    let parts = id.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return parts[0] == "role"
      ? Role(rawValue: parts[1]).map(Asked.role) : .person(PersonID(parts[1]))
  }

  // MARK: - On a conversation

  /// Who is asked what, what a joint session came to, and that one is called for.
  func consultLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    let current = open.current
    let mine = Set(myQuestions(current).map(\.number))
    var lines = current.openConsultations.suffix(2).flatMap { one in
      consultLines(one, isMine: mine.contains(one.number), open, width: width)
    }
    if let told = current.untoldSession, let end = told.end {
      let isPlan = end.outcome == .plan
      let values = [
        "words": short(end.words, 160), "route": end.route,
        "due": told.tells.map(pointInTime) ?? "",
      ]
      lines += inHeader(
        text(isPlan ? "conversation.session_plan" : "conversation.session_refusal", values),
        isPlan ? Style(.good).bold : Style(.warning).bold, width: width)
    }
    if mayAsk(open), let line = triedInVain(open) {
      lines += inHeader(line, Style(.warning), width: width)
    }
    return lines
  }

  private func consultLines(
    _ one: Consultation, isMine: Bool, _ open: OpenCase, width: Int
  ) -> [StyledLine] {
    let clock = open.standing.clocks.first { $0.name == .consult && $0.at == one.due }
    let standing = clock?.standing(at: now) ?? .running
    let mark = marks.clock(standing).isEmpty ? "" : marks.clock(standing) + " "
    if isMine {
      let words = text(
        "conversation.asks_me",
        [
          "person": personName(one.by), "words": short(one.question, 120),
          "due": pointInTime(one.due),
        ])
      return inHeader(
        mark + words, standing == .broken ? Style(.danger).bold : Style(.accent).bold,
        width: width)
    }
    let people = (one.waitsFor.isEmpty ? one.asked : one.waitsFor).map(words(of:))
      .joined(separator: text("notice.went_back_comma"))
    let key =
      !one.isJoint
      ? "conversation.asked"
      : one.waitsFor.isEmpty ? "conversation.session_ready" : "conversation.session"
    let words = text(
      key,
      [
        "people": people, "words": short(one.question, 80),
        "due": one.tells.map(pointInTime) ?? "",
      ])
    return inHeader(
      mark + words + marks.between + distance(to: one.due),
      standing == .running ? Style(.muted) : style(of: standing), width: width)
  }

  /// Words above the messages, on a few rows; where they are read out, on one.
  func inHeader(_ words: String, _ style: Style, width: Int) -> [StyledLine] {
    isLinear
      ? [StyledLine(words, style)]
      : Array(wrapped(words, width: width, style: style).prefix(3))
  }

  /// That a joint session is called for, and why.
  private func triedInVain(_ open: OpenCase) -> String? {
    open.current.callsForSession(by: open.rules.together) == nil
      ? nil : text("conversation.session_wanted")
  }

  private func words(of asked: Asked) -> String {
    switch asked {
    case .person(let person): personName(person)
    case .role(let role): name(role)
    }
  }

  /// The case in a few lines, from its record, for whoever comes to it now: what is wrong and wanted,
  /// and what was tried in vain. The customer repeats nothing.
  func storyLines(_ current: Case) -> [String] {
    var lines: [String] = []
    let wrong =
      current.fields[.problem]?.value
      ?? current.messages.first { $0.isFromCustomer }
      .map { String($0.text.map { $0.isNewline ? " " : $0 }) }
    if let wrong { lines.append(text("story.problem", ["words": short(wrong, 160)])) }
    if let demand = current.fields[.demand]?.value {
      lines.append(text("story.demand", ["words": short(demand, 120)]))
    }
    let tried = current.plans.filter { $0.answer?.accepted == false }.suffix(3)
      .flatMap(\.options).map { optionLine($0) }
    if !tried.isEmpty {
      lines.append(text("story.tried", ["words": tried.joined(separator: text("story.then"))]))
    }
    for promise in current.commitments.filter({ $0.state != .kept }).suffix(2) {
      lines.append(
        text(
          promise.state == .broken ? "story.broken" : "story.promised",
          ["words": promise.what, "due": pointInTime(promise.due)]))
    }
    return lines
  }

  // MARK: - Told

  /// Takes in where this person's view is wanted; a new one is said, and rings nothing: it has its
  /// clock.
  mutating func takeQuestions(_ window: QueueWindow) {
    let known = Set(questions.map(\.ref))
    questions = window.questions
    sessions = window.sessions
    guard let new = questions.first(where: { !known.contains($0.ref) }), open?.ref != new.ref else {
      return
    }
    say(text("notice.asked", ["customer": callName(of: new)]), .plain)
  }

  /// Says that a colleague has answered in a case of this person's that is not on the screen.
  mutating func tellWhoAnswered(before: [QueueRow], now rows: [QueueRow]) {
    let known = before.reduce(into: [:]) { $0[$1.ref] = $1.wants.asked.count }
    guard
      let row = rows.first(where: { row in
        row.ref != open?.ref && known[row.ref].map { row.wants.asked.count < $0 } == true
      })
    else { return }
    say(text("notice.view_in", ["customer": callName(of: row)]), .good)
  }

  /// Says at once what a colleague answered in the open case.
  mutating func noticeViews(in newer: Case) {
    guard let open, newer.ref == open.ref else { return }
    let me = sitting.person.id
    let known = open.current.consultations.reduce(0) { $0 + $1.views.count }
    let views = newer.consultations.flatMap(\.views).sorted { $0.at < $1.at }
    let isMine =
      [newer.handler, newer.owner].contains(me) || newer.consultations.contains { $0.by == me }
    guard views.count > known, isMine, let last = views.last, last.by != me else { return }
    say(
      text(
        "notice.view", ["person": personName(last.by), "words": short(last.words, 60)]), .good)
  }

  /// What stands in the title line while somebody waits for this person's view.
  var questionPieces: [StyledPiece] {
    guard let first = questions.first else { return [] }
    let more = questions.count > 1 ? " +\(questions.count - 1)" : ""
    let late = first.consultDue.map { $0 <= now } ?? false
    return [
      StyledPiece(
        text("title.asked", ["customer": short(callName(of: first), 14)]) + more + "  ",
        late ? Style(.danger).bold : Style(.accent).bold)
    ]
  }
}
