import Desk
import Screen
import Vocabulary
import Workflow

/// What each action does.
extension Model {
  /// Does what a key stands for, or says why it cannot be done now.
  mutating func run(_ action: Action) -> [Effect] {
    if let obstacle = obstacle(to: action) {
      say(obstacle, .trouble)
      return []
    }
    switch action {
    case .takeNext: return takeNext()
    case .openSelected: return openOrTake()
    case .look: return look()
    case .release: return perform(isOfferedToMe ? .decline : .release)
    case .nextWaiting: return goToNextWaiting()
    case .following: return goAlongStrip(by: 1)
    case .preceding: return goAlongStrip(by: -1)
    case .help:
      overlays.append(.help(Help()))
      return []
    case .palette: return openPalette()
    case .redraw: return [.redraw]
    case .quit: return quit()
    case .filterQueue: return filterQueue(by: 1)
    case .outgoing: return present(outgoingMenu)
    case .phrases:
      focus = .sidebar
      open?.sidebar.isFiltering = true
      if open?.sidebar.filter == nil { open?.sidebar.filter = Editor() }
      return []
    case .unfold:
      let isFolded = !isUnfolded
      open?.sidebar.isUnfolded = isFolded
      return []
    case .alarm: return answerAlarm()
    case .status: return present(statusMenu)
    case .pause:
      pause()
      return []
    case .board: return openTheBoard()
    case .mark: return mark()
    case .consult: return present(consultMenu)
    case .crowds: return present(crowdMenu)
    case .bulk: return present(bulkMenu)
    case .shiftEnd:
      overlays.append(.menu(shiftEndMenu))
      return [.loadPromises]
    case .setLeave: return openLeave()
    case .widen:
      isWide.toggle()
      return []
    case .find: return beginFinding()
    case .keepPhrase: return beginKeeping()
    case .trajectory:
      open?.showsTrajectory.toggle()
      return []
    case .reply where open?.current.state == .closed: return openForm(.reopen)
    // On the phone a reply is what was said.
    case .reply: return write(open?.current.channel == .phone ? .said : .reply)
    case .note: return write(.note)
    case .said: return write(.said)
    case .heard: return write(.heard)
    case .whisper: return write(.whisper)
    default: return runOnCase(action)
    }
  }

  private mutating func runOnCase(_ action: Action) -> [Effect] {
    switch action {
    case .takeBack: return withdrawable.map { withdraw($0) } ?? takeBack()
    case .reach: return changeReach()
    case .takeRewrite: return takeRewrite()
    case .advance: return advance()
    case .back: return stepBack()
    case .danger: return present(dangerMenu)
    case .behaviour: return present(customerMenu)
    case .language: return present(languageMenu)
    case .complainedAbout: return present(complainedAboutMenu)
    case .vip: return perform(.vip(on: open?.current.customer.vip != true))
    case .cite: return present(sourceMenu)
    case .inService:
      let isOn = open?.current.classification.inService == true
      return perform(.classify(Classification(inService: !isOn)))
    case .history: return open.map { [.loadHistory($0.ref)] } ?? []
    case .copy: return present(copyMenu)
    case .raiseHand where open?.current.hand != nil: return perform(.lowerHand)
    case .confirm: return present(confirmMenu)
    case .attest: return present(attestMenu)
    case .promiseKept: return present(promiseMenu)
    case .approvals: return askRequests()
    case .seeThreat: return perform(.seeThreat)
    case .conduct: return present(conductMenu)
    case .request: return present(requestMenu)
    case .followUp: return present(followUpMenu)
    case .close: return present(closeMenu)
    case .form:
      overlays.append(.register(openRegister()))
      return []
    case .snooze where open?.current.state == .snoozed: return perform(.wake)
    case .correct: return openForm(correctPurpose)
    default: return openForm(formPurpose(action))
    }
  }

  private func formPurpose(_ action: Action) -> FormPurpose? {
    switch action {
    case .transfer: .transfer
    case .snooze: .snooze
    case .handUp: .escalate
    case .skip: .skip
    case .offer: .offer
    case .answer: .answer
    case .view: .view
    case .grant: .grant
    case .specialist: .specialist
    case .promise: .promise
    case .survey: .survey
    case .identify: .identify
    case .link: .link
    case .raiseHand: .raiseHand
    default: nil
    }
  }

  mutating func openForm(_ purpose: FormPurpose?) -> [Effect] {
    guard let open, let purpose, let form = makeForm(purpose) else { return [] }
    overlays.append(.form(takenUp(form, open)))
    return []
  }

  mutating func present(_ menu: Menu?) -> [Effect] {
    if let menu { overlays.append(.menu(menu)) }
    return []
  }

  // MARK: - Taking

  private mutating func takeNext() -> [Effect] {
    guard !pending.values.contains(where: { $0.ref == nil }) else { return [] }
    let id = nextCommand()
    pending[id] = Pending(ref: nil, command: nil, then: .open)
    return [.takeNext(id)]
  }

  /// Looks at the selected case without taking it.
  private mutating func look() -> [Effect] {
    guard let ref = queue.selected else { return [] }
    focus = .conversation
    guard open?.ref != ref else { return [] }
    if staleSince != nil { return recall(ref) }
    awaited = ref
    return keepDrafts() + [.loadConversation(ref)]
  }

  /// Opens the selected case and takes it when it is free; what else Enter means for a case that is
  /// not free depends on whose it is.
  private mutating func openOrTake() -> [Effect] {
    guard focus == .queue, let row = queue.selectedRow else { return takeOpenCase() }
    let me = sitting.person.id
    guard open?.ref != row.ref else {
      focus = .conversation
      return row.handler == me ? [] : takeOpenCase()
    }
    let effects = look()
    guard staleSince == nil, row.handler == nil, row.state != .closed, mayWork(sitting.person.role)
    else {
      return effects
    }
    if let restObstacle {
      say(restObstacle, .trouble)
      return effects
    }
    return effects + perform(.claim, on: row.ref)
  }

  /// Whether people of a role may answer customers at all, as far as is known before a case is open.
  func mayWork(_ role: Role) -> Bool {
    open.map { $0.rules.authority.allows(role, .work) } ?? (role != .auditor)
  }

  private mutating func takeOpenCase() -> [Effect] {
    guard let open else { return [] }
    let me = sitting.person.id
    if open.current.state == .closed { return openForm(.reopen) }
    if open.current.offeredTo == me { return perform(.accept) }
    if open.current.handler == nil { return perform(.claim) }
    if open.current.handler == me {
      return write(usualMode)
    }
    guard may(.takeOver) else {
      say(text("obstacle.held", ["person": personName(open.current.handler)]), .trouble)
      return []
    }
    return openForm(.takeOver)
  }

  /// Puts the selection of the queue on the case on the screen.
  mutating func selectOpenCase() {
    guard let ref = open?.ref else { return }
    queue.selected = ref
    queue.show(visible: queueRows)
  }

  mutating func filterQueue(by step: Int) -> [Effect] {
    let filters: [QueueFilter] =
      [.everything, .heldBy(sitting.person.id), .free]
      + (decides ? [.requests, .threats, .consultations] : []) + [.closed]
    let here = filters.firstIndex(of: queue.filter) ?? 0
    let next = filters[((here + step) % filters.count + filters.count) % filters.count]
    return queue.show(next, visible: queueRows)
  }

  private mutating func quit() -> [Effect] {
    guard drafts.unsent.isEmpty, outgoing.isEmpty, mine.isEmpty || sitting.isPractice else {
      overlays.append(.leaving)
      return []
    }
    return keepDrafts() + [.quit]
  }

  // MARK: - Steps

  /// Goes on: at once where there is one way, by a list where there are several.
  private mutating func advance() -> [Effect] {
    guard let open else { return [] }
    let branches = open.rules.procedure.step(open.current.step)?.branches ?? []
    guard !branches.isEmpty, open.standing.next != nil else {
      say(text("notice.last_step"), .plain)
      return []
    }
    guard branches.count > 1 else { return perform(.advance(to: nil)) }
    let usual = open.standing.next
    let ordered = branches.filter { $0.to == usual } + branches.filter { $0.to != usual }
    return present(
      Menu(
        title: text("menu.advance"),
        items: ordered.map { branch in
          MenuItem(
            label: stepName(branch.to, in: open.rules),
            detail: stepPurpose(branch.to, in: open.rules).map { [$0] } ?? [],
            mark: branch.to == usual ? marks.usual : "",
            choice: .command(.advance(to: branch.to)))
        }))
  }

  private mutating func stepBack() -> [Effect] {
    guard let open else { return [] }
    let steps = open.current.stepsBack(by: open.rules)
    guard steps.count > 1 else { return perform(.back(to: nil)) }
    return present(
      Menu(
        title: text("menu.back"),
        items: steps.reversed().map {
          MenuItem(label: stepName($0, in: open.rules), choice: .command(.back(to: $0)))
        }))
  }

  func stepPurpose(_ id: StepID, in rules: Rules) -> String? {
    rules.procedure.step(id)?.words[sitting.language]?.purpose
  }

  private var correctPurpose: FormPurpose? {
    guard let message = open?.messageAtHand else { return nil }
    return message.isFromCustomer
      ? .correctHeat(message: message.number) : .correctActs(message: message.number)
  }
}
