import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The lists to choose from, and keys while one is open.
extension Model {
  mutating func press(_ key: Key, in menu: Menu) -> [Effect] {
    var menu = menu
    switch key {
    case .escape:
      overlays.removeLast()
      return []
    case .up, .backTab: menu.move(by: -1)
    case .down, .tab: menu.move(by: 1)
    case .home: menu.selected = 0
    case .end: menu.selected = max(0, menu.items.count - 1)
    case .enter: return choose(menu, menu.selected)
    case .control("l"): return [.redraw]
    case .character(let character):
      guard let digit = character.digit, (1...9).contains(digit),
        digit <= menu.items.count
      else { return [] }
      return choose(menu, digit - 1)
    default: return []
    }
    overlays[overlays.count - 1] = .menu(menu)
    return []
  }

  private mutating func choose(_ menu: Menu, _ index: Int) -> [Effect] {
    guard menu.items.indices.contains(index) else { return [] }
    let item = menu.items[index]
    if let obstacle = item.obstacle {
      var menu = menu
      menu.selected = index
      overlays[overlays.count - 1] = .menu(menu)
      say(obstacle, .trouble)
      return []
    }
    overlays.removeLast()
    switch item.choice {
    case .command(let command): return perform(command)
    case .form(let purpose): return openForm(purpose)
    case .action(let action): return run(action)
    case .status(let status):
      set(status)
      return []
    case .visit(let ref): return visit(ref)
    case .allRequests: return [.loadRequests]
    case .decide(let ref, let request): return decide(ref, request: request)
    case .announce(let ref, let matter): return announce(matter, on: ref)
    case .handOverAll: return present(handOverMenu)
    case .handOverTo(let person): return performOnMine(.transfer(to: person))
    case .releaseAll: return performOnMine(.release)
    case .leave: return run(.quit)
    case .reassign(let target): return present(bulkQuestion(target))
    case .reassignBecause(let target, let reason): return reassign(target, because: reason)
    case .unmark:
      marked = []
      return []
    case .forget(let code, let language):
      return [.changeOwnPhrases(.forget(code: code, language))]
    case .dismissSigns:
      open?.dismissSigns()
      return []
    case .takeOut(let id): return takeOut(id)
    case .nothing: return []
    case .write(let words):
      put(words, from: nil)
      return []
    case .copy(let words):
      say(text("notice.copied", ["words": short(words, 30)]), .good)
      return [.copy(words)]
    }
  }

  // MARK: - The lists

  var dangerMenu: Menu? {
    guard let open else { return nil }
    // What the customer's words tell of comes first, so that Enter is enough.
    let read = open.dangerSign?.kind
    let all = DangerKind.allCases
    let kinds = all.filter { $0 == read } + all.filter { $0 != read }
    var items = kinds.map { kind in
      MenuItem(
        label: name(kind),
        mark: open.current.danger == kind ? marks.declared : kind == read ? marks.toldOf : "",
        choice: .command(.danger(kind)))
    }
    if open.current.danger != nil {
      items.append(MenuItem(label: text("menu.danger.over"), choice: .command(.dangerOver)))
    } else if open.current.tellsOfDanger {
      items.append(MenuItem(label: text("menu.danger.none"), choice: .command(.dangerOver)))
    }
    return Menu(title: text("menu.danger.title"), lead: [text("menu.danger.lead")], items: items)
  }

  /// In which language this customer is answered, whatever the screen speaks.
  var languageMenu: Menu? {
    guard let open else { return nil }
    return Menu(
      title: text("menu.language.title"), lead: [text("menu.language.lead")],
      items: LanguageTag.allCases.map {
        MenuItem(
          label: name($0), mark: open.current.language == $0 ? marks.current : "",
          choice: .command(.changeLanguage($0)))
      })
  }

  /// What may be wanted in another window: numbers first, then the words at hand.
  var copyMenu: Menu? {
    guard let open else { return nil }
    let fields: [FieldName] = [.order, .phone, .email, .product, .problem]
    var items = fields.compactMap { field -> MenuItem? in
      guard let value = open.current.fields[field]?.value else { return nil }
      return MenuItem(label: wording.name(of: field), detail: [value], choice: .copy(value))
    }
    // A number the customer wrote is wanted before somebody files it.
    if open.current.fields[.order]?.value == nil, let order = open.proposals(for: .order).first {
      items.insert(
        MenuItem(label: wording.name(of: FieldName.order), detail: [order], choice: .copy(order)),
        at: 0)
    }
    items.append(
      MenuItem(
        label: text("menu.copy.ref"), detail: [open.ref.rawValue],
        choice: .copy(open.ref.rawValue)))
    items.append(statusItem(open))
    if let message = open.messageAtHand {
      items.append(
        MenuItem(
          label: text("menu.copy.message"), detail: [short(message.text, 60)],
          choice: .copy(message.text)))
    }
    return Menu(title: text("menu.copy.title"), items: items)
  }

  /// How far the case is, as the customer is told it (S2-30): into the draft where one may speak for
  /// it, else into the clipboard.
  private func statusItem(_ open: OpenCase) -> MenuItem {
    let words = CaseStatusWords(content.texts, timeZone: sitting.timeZone).text(
      of: open.current, handler: open.current.handler.map { personName($0) }, now: now)
    return MenuItem(
      label: text("menu.copy.status"), detail: [words],
      choice: canWrite(usualMode) ? .write(words) : .copy(words))
  }

  var confirmMenu: Menu? {
    guard let open else { return nil }
    return Menu(
      title: text("menu.confirm.title"), lead: [text("menu.confirm.lead")],
      items: Confirmable.allCases.map { what in
        let state = open.current.confirmations[what]
        return MenuItem(
          label: name(what), detail: [confirmationWords(state)],
          mark: marks.gate(state?.holds == true ? (state == .implied ? .implied : .observed) : nil),
          obstacle: confirmObstacle(what, open), choice: .command(.confirm(what)))
      })
  }

  private func confirmationWords(_ state: Confirmation?) -> String {
    switch state {
    case .asked: text("confirmed.asked")
    case .implied: text("confirmed.implied")
    case .explicit: text("confirmed.explicit")
    case .disputed: text("confirmed.disputed")
    case nil: text("confirmed.not_asked")
    }
  }

  private func confirmObstacle(_ what: Confirmable, _ open: OpenCase) -> String? {
    switch what {
    case .plan: open.current.plan == nil ? text("obstacle.no_plan") : nil
    case .problem, .readBack:
      open.current.confirmations[what] == nil
        ? text(what == .problem ? "obstacle.not_said_back" : "obstacle.not_read_back") : nil
    }
  }

  var attestMenu: Menu? {
    guard let open else { return nil }
    let wanted = open.standing.wantedActs
    let order =
      SpeechAct.allCases.filter(wanted.contains)
      + SpeechAct.allCases.filter { !wanted.contains($0) }
    return Menu(
      title: text("menu.attest.title"), lead: [text("menu.attest.lead")],
      items: order.map { act in
        MenuItem(
          label: name(act),
          mark: marks.gate(
            open.current.attested.contains(act)
              ? .attested : open.current.acts.contains(act) ? .observed : nil),
          choice: .command(.attest(act)))
      })
  }

  var promiseMenu: Menu? {
    guard let open else { return nil }
    return Menu(
      title: text("menu.promise.title"),
      items: open.standing.promises.flatMap { promise in
        let words = "\(promise.what)\(marks.between)\(pointInTime(promise.due))"
        return [
          MenuItem(
            label: text("menu.promise.kept", ["promise": words]),
            choice: .command(.settlePromise(number: promise.number, kept: true))),
          MenuItem(
            label: text("menu.promise.broken", ["promise": words]),
            choice: .command(.settlePromise(number: promise.number, kept: false))),
        ] + withdrawing(promise, words, open)
      }
        + open.standing.tasks.map { task in
          MenuItem(
            label: text("menu.promise.task_done", ["task": taskWords(task)]),
            choice: .command(.taskDone(number: task.number)))
        })
  }

  /// Who is to do what by when.
  func taskWords(_ task: FulfilmentTask) -> String {
    [task.department, task.what, pointInTime(task.due)].joined(separator: marks.between)
  }

  /// Takes a promise off the record again, where it never was more than that.
  private func withdrawing(
    _ promise: Commitment, _ words: String, _ open: OpenCase
  ) -> [MenuItem] {
    guard open.current.isMereRecord(promise), promise.due > now,
      promise.by == sitting.person.id
    else { return [] }
    return [
      MenuItem(
        label: text("menu.promise.misfiled", ["promise": words]),
        choice: .command(.withdrawPromise(number: promise.number, reason: "misfiled")))
    ]
  }

  /// What may be asked for: a remedy that is on the table, another one, or a close.
  var requestMenu: Menu? {
    guard let open else { return nil }
    let options = (open.current.plan?.options ?? []).filter {
      !open.rules.authority.covers(
        sitting.person.role, $0, weighing: open.current.weighing)
    }
    let closes: [CloseReason] = [.declined, .referred, .satisfied, .accepted, .answered]
    return Menu(
      title: text("menu.request.title"), lead: [text("menu.request.lead")],
      items: options.map {
        MenuItem(label: optionLine($0), choice: .form(.ask(.remedy($0))))
      } + [MenuItem(label: text("menu.request.remedy"), choice: .form(.requestRemedy))]
        + closes.map {
          MenuItem(
            label: text("request.close", ["reason": name($0)]),
            choice: .form(.ask(.close($0))))
        })
  }

  var followUpMenu: Menu? {
    guard let open else { return nil }
    let arranged = open.current.followUps.last { $0.outcome == nil }
    var lead: [String] = []
    if let arranged {
      lead.append(
        text(
          "menu.follow_up.arranged",
          ["due": pointInTime(arranged.due), "channel": byChannel(arranged.channel)]))
    }
    lead.append(text("menu.follow_up.questions"))
    return Menu(
      title: text("menu.follow_up.title"), lead: lead,
      items: [
        MenuItem(
          label: text("menu.follow_up.arrange"),
          obstacle: open.current.state == .closed ? text("obstacle.closed") : nil,
          choice: .form(.followUp))
      ]
        + FollowUpOutcome.allCases.map { outcome in
          MenuItem(
            label: text("menu.follow_up.done", ["outcome": name(outcome)]),
            choice: .command(.followUpDone(outcome: outcome)))
        })
  }

  /// Every reason to close, with what is missing for it.
  var closeMenu: Menu? {
    guard let open else { return nil }
    let role = sitting.person.role
    let fitting = open.current.fittingReasons
    let items = (fitting + CloseReason.allCases.filter { !fitting.contains($0) }).map { reason in
      let gates = open.current.gates(
        before: .close, by: open.rules, about: Subject(role: role, closing: reason), now: now)
      let closed = gates.filter { !$0.met }
      return (
        fitting.contains(reason) ? 0 : closed.isEmpty ? 1 : 2,
        MenuItem(
          label: name(reason),
          detail: closed.map { wording.list(closingNeeds($0.missing, reason)) },
          mark: marks.gate(closed.isEmpty ? .observed : nil), choice: .form(.close(reason)))
      )
    }
    // How the talk went comes first, even where something is missing for it; then what could be
    // closed now.
    return Menu(
      title: text("menu.close.title"), lead: promisedLines(open) + unsettledLines(open),
      items: (0...2).flatMap { place in items.filter { $0.0 == place }.map(\.1) })
  }

  /// The promises that would still be open once the case is closed.
  func promisedLines(_ open: OpenCase) -> [String] {
    open.standing.promises.map {
      text(
        "menu.close.promised",
        ["what": $0.what, "due": pointInTime($0.due), "key": mainKey(.promiseKept)])
    }
  }

  /// What else a close would leave behind: a promise nobody filed, and what waits for a decision.
  private func unsettledLines(_ open: OpenCase) -> [String] {
    var lines: [String] = []
    if let read = readPromise(open) {
      lines.append(
        text("menu.close.unfiled", ["words": read.words, "key": mainKey(.promise)]))
    }
    let waiting = open.standing.requests.count
    if waiting > 0 { lines.append(text("menu.close.requests", count: waiting)) }
    return lines
  }

  /// What is missing for one reason: the advice to take another reason is left out, since the list
  /// shows the others anyway.
  func closingNeeds(_ needs: [Need], _ reason: CloseReason) -> [Need] {
    let left = needs.compactMap { need -> Need? in
      switch need {
      case .closeReason: return nil
      case .oneOf(let ways):
        let kept = closingNeeds(ways, reason)
        return kept.count == 1 ? kept[0] : kept.isEmpty ? nil : .oneOf(kept)
      case .allOf(let parts):
        // A way that begins with taking another reason is no way for this one.
        if parts.contains(where: \.isOtherReason) { return nil }
        return need
      default: return need
      }
    }
    return left.isEmpty ? needs : left
  }
}

extension Case {
  /// The reasons that go with how the talk went, the likeliest first.
  fileprivate var fittingReasons: [CloseReason] {
    if grant != nil { return [.granted, .satisfied] }
    if survey.map({ $0.score > 3 }) == true { return [.satisfied, .accepted] }
    if let answer {
      return answer.accepted ? [.accepted, .satisfied] : [.declined, .referred]
    }
    let last = lastCustomerMessage?.moves ?? []
    if last.contains(.withdrawal) { return [.withdrawn] }
    if !tries.isEmpty { return [.noReply, .unreachable] }
    let asked = messages.contains { $0.isFromCustomer && $0.moves.contains(.question) }
    let isAnswered = asked && openQuestions.isEmpty && messages.contains(where: \.meetsGates)
    guard plan == nil, isAnswered || !last.isDisjoint(with: [.thanks, .acceptance]) else {
      return []
    }
    return [.answered, .satisfied]
  }
}

extension Need {
  /// It asks for another reason to close.
  fileprivate var isOtherReason: Bool { if case .closeReason = self { true } else { false } }
}
