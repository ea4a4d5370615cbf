import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// A request that is to be decided as soon as its case is on the screen.
struct Deciding: Equatable, Sendable {
  var ref: CaseRef
  var request: Int
}

/// Requests for approval: what waits, what has to be known of it, and how the agent hears.
extension Model {
  /// Whether the person at the desk decides what others ask for.
  var decides: Bool { may(.approve) }

  /// What of the open case this person may decide: never what they asked for themselves.
  var decidable: [ApprovalRequest] {
    guard decides else { return [] }
    return open?.standing.requests.filter { $0.by != sitting.person.id } ?? []
  }

  /// Asks what to decide: on the open case, or else on the whole desk.
  mutating func askRequests() -> [Effect] {
    decidable.isEmpty ? [.loadRequests] : present(approvalMenu)
  }

  var approvalMenu: Menu? {
    guard let open else { return nil }
    let others = requests.count { $0.ref != open.ref }
    var items = decidable.map { request in
      MenuItem(
        label: requestLine(request),
        detail: [timeLeft(open.current.clock(of: request, by: open.rules.clocks))],
        choice: .form(.decide(request: request.number)))
    }
    if others > 0 {
      items.append(
        MenuItem(label: text("menu.approval.others", count: others), choice: .allRequests))
    }
    return Menu(title: text("menu.approval.title"), items: items)
  }

  /// Lists what waits on the whole desk, the first due first.
  mutating func show(_ waiting: [WaitingRequest]) -> [Effect] {
    guard overlays.isEmpty else { return [] }
    guard !waiting.isEmpty else {
      say(text("obstacle.no_request"), .plain)
      return []
    }
    return present(
      Menu(
        title: text("menu.approval.title"), lead: [text("menu.approval.lead")],
        items: waiting.map { one in
          let customer = one.customer.isEmpty ? one.ref.rawValue : one.customer
          return MenuItem(
            label: text(
              "linear.label", ["label": customer, "value": requestLine(one.request)]),
            detail: [timeLeft(one.clock)], mark: marks.clock(one.clock.standing(at: now)),
            choice: .decide(one.ref, request: one.request.number))
        }))
  }

  /// How long is left to decide, or how late it is.
  private func timeLeft(_ clock: CaseClock) -> String {
    "\(pointInTime(clock.at))\(marks.between)\(distance(to: clock.at))"
  }

  /// Goes to the case of a request, and opens the form for the answer there.
  mutating func decide(_ ref: CaseRef, request: Int) -> [Effect] {
    deciding = Deciding(ref: ref, request: request)
    return open?.ref == ref ? decideOnArrival() : visit(ref)
  }

  /// Opens the form once the case has come; a request that was decided meanwhile is none any more.
  mutating func decideOnArrival() -> [Effect] {
    guard let waiting = deciding, open?.ref == waiting.ref else { return [] }
    deciding = nil
    guard decidable.contains(where: { $0.number == waiting.request }) else {
      say(text("obstacle.no_request"), .plain)
      return []
    }
    return openForm(.decide(request: waiting.request))
  }

  /// Everything the answer rests on, above the two fields that give it.
  func decisionForm(_ number: Int, _ open: OpenCase) -> Form? {
    guard let request = open.current.approvals.first(where: { $0.number == number }) else {
      return nil
    }
    return Form(
      .decide(request: number), title: text("form.decide.title"),
      lead: decisionLines(request, open),
      fields: [
        FormField(
          "decision", text("form.decide.decision"),
          .choice(
            [
              FormChoice("approve", text("form.decide.approve")),
              FormChoice("deny", text("form.decide.deny")),
            ], at: 0)),
        words("reason", "form.reason", optional: true),
      ])
  }

  private func decisionLines(_ request: ApprovalRequest, _ open: OpenCase) -> [String] {
    let current = open.current
    var lines = [
      [
        open.ref.rawValue, customerName(current),
        timeLeft(current.clock(of: request, by: open.rules.clocks)),
      ]
      .joined(separator: marks.between),
      requestLine(request),
    ]
    if let why = request.why { lines.append(text("request.why", ["words": why])) }
    if case .remedy(let option) = request.subject {
      lines.append(limits(on: option, asked: request.by, open))
      if let share = current.share(ofPriceIn: option),
        let most = open.rules.authority.warnOverPrice, share > most
      {
        lines.append(text("request.over_price", ["n": String(share)]))
      }
    }
    lines += weighingLines(open)
    if let asked = current.fields[.demand]?.value {
      lines.append(text("request.demand", ["words": short(asked, 160)]))
    }
    if let said = wordsThatMatter(current) {
      lines.append(text("request.said", ["words": short(said, 200)]))
    }
    return lines
  }

  /// How far whoever asks and whoever decides may go.
  private func limits(on option: PlanOption, asked person: PersonID, _ open: OpenCase) -> String {
    let role = sitting.colleagues.first { $0.id == person }?.role ?? .agent
    return text(
      "request.limits",
      [
        "theirs": limitAlone(of: role, option, open),
        "mine": limitAlone(of: sitting.person.role, option, open),
      ])
  }

  private func limitAlone(of role: Role, _ option: PlanOption, _ open: OpenCase) -> String {
    let currency = option.amount?.currency ?? currency(open)
    let limit = open.rules.authority.limit(
      of: role, for: option.remedy, in: currency, weighing: open.current.weighing)
    switch limit {
    case nil: return text("request.limit_none")
    case .unlimited: return text("request.limit_free")
    case .upTo(let amounts):
      let most = Money(minor: amounts[currency] ?? 0, currency: currency)
      return MoneyWords(sitting.language).shown(most)
    }
  }

  /// The hottest of the customer's last messages, the newest of equal ones, in one line.
  private func wordsThatMatter(_ current: Case) -> String? {
    let said = current.messages.suffix(40).filter(\.isFromCustomer).suffix(6)
    let hottest = said.reversed().max { ($0.heat ?? .calm) < ($1.heat ?? .calm) }
    return hottest.map { String($0.text.map { $0.isNewline ? " " : $0 }).trimmingBlanks }
  }

  /// A request for approval in one line.
  func requestLine(_ request: ApprovalRequest) -> String {
    text(
      "request.line",
      ["person": personName(request.by), "what": requestWords(request.subject)])
  }

  /// What is asked for.
  func requestWords(_ subject: ApprovalSubject) -> String {
    switch subject {
    case .remedy(let option): optionLine(option)
    case .close(let reason): text("request.close", ["reason": name(reason)])
    }
  }

  // MARK: - The answer

  /// Says at once how a request of this person's was decided.
  mutating func noticeDecision(in newer: Case) {
    guard let open, newer.ref == open.ref else { return }
    let known = Set(open.current.approvals.filter { $0.decision != nil }.map(\.number))
    let me = sitting.person.id
    guard
      let new = newer.approvals.last(where: {
        $0.decision != nil && !known.contains($0.number) && $0.by == me
      }), let line = decisionWords(new)
    else { return }
    say(line, new.decision?.approved == true ? .good : .trouble)
  }

  /// How the last request was decided, until the customer has heard it.
  func decisionLine(_ current: Case) -> StyledLine? {
    guard let request = current.untoldDecision, current.handler == sitting.person.id,
      let words = decisionWords(request)
    else { return nil }
    let approved = request.decision?.approved == true
    return StyledLine(words, approved ? Style(.good).bold : Style(.warning).bold)
  }

  /// The same without the words for the customer and the day, which stand in the plan.
  private func briefly(_ subject: ApprovalSubject) -> String {
    guard case .remedy(let option) = subject else { return requestWords(subject) }
    let sum = option.amount.map { MoneyWords(sitting.language).shown($0) }
    return [remedyName(option.remedy), sum].compactMap(\.self).joined(separator: " ")
  }

  private func decisionWords(_ request: ApprovalRequest) -> String? {
    guard let decision = request.decision else { return nil }
    let key =
      (decision.approved ? "conversation.approved" : "conversation.denied")
      + (decision.reason.isEmpty ? "" : "_because")
    return text(
      key,
      [
        "person": personName(decision.by), "what": briefly(request.subject),
        "reason": decision.reason,
      ])
  }
}
