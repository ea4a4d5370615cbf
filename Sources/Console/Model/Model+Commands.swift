import Desk
import Playbook
import Vocabulary
import Workflow

/// Commands to the desk, and what becomes of them.
extension Model {
  /// Asks for a command on the open case.
  ///
  /// - Parameters:
  ///   - command: what is wanted.
  ///   - override: given to pass gates that are not met.
  ///   - then: what follows when it was accepted.
  ///   - id: the id it had before, when it is sent again.
  /// - Returns: the effect, or none when no case is open.
  mutating func perform(
    _ command: CaseCommand, override: OverrideReason? = nil, then: Pending.Then = .nothing,
    as id: CommandID? = nil
  ) -> [Effect] {
    guard let open else { return [] }
    return perform(command, on: open.ref, override: override, then: then, as: id)
  }

  /// Asks for a command on a case.
  mutating func perform(
    _ command: CaseCommand, on ref: CaseRef, override: OverrideReason? = nil,
    then: Pending.Then = .nothing, as known: CommandID? = nil
  ) -> [Effect] {
    let id = known ?? nextCommand()
    pending[id] = Pending(ref: ref, command: command, then: then)
    // Only what speaks for the case rests on the claim.
    let epoch =
      command.needsHold && open?.ref == ref && holdsOpenCase ? open?.current.epoch : nil
    return [
      .perform(
        ref: ref,
        CommandEnvelope(id: id, command: command, epoch: epoch, override: override))
    ]
  }

  /// The last command asked for.
  var lastCommand: CommandID { CommandID("\(sitting.commandPrefix)-\(commandCount)") }

  /// Tells whose the case is now, and how to begin: on the phone one speaks and notes it.
  private mutating func sayTaken(_ taken: Case) {
    let key = taken.channel == .phone ? "notice.taken_call" : "notice.taken"
    say(text(key, ["customer": customerName(taken)]), .good)
  }

  /// Takes in what became of a command.
  mutating func settle(_ outcome: CommandOutcome) -> [Effect] {
    guard let asked = pending.removeValue(forKey: outcome.id) else { return [] }
    var effects: [Effect] = []
    switch outcome.result {
    case .accepted(let conversation):
      if case .open = asked.then {
        effects += show(conversation)
        selectOpenCase()
        focus = .conversation
        sayTaken(conversation.current)
      } else {
        effects += take(conversation)
      }
      effects += follow(asked, outcome.id)
    case .refused(let refusal): refuse(asked, outcome.id, refusal)
    case .failed(let sentence):
      fail(asked, outcome.id)
      say(sentence, .trouble)
    case .queued: effects += takeQueued(asked, outcome.id)
    case .unreachable:
      fail(asked, outcome.id)
      say(outOfReach, .trouble)
    case .nothingFree:
      typedAhead = []
      effects += goOnWithMine()
    }
    return effects + replayTyping()
  }

  /// Where nothing is free, one's own that is due comes next.
  private mutating func goOnWithMine() -> [Effect] {
    guard let row = nextWaiting else {
      say(text("notice.nothing_free"), .plain)
      return []
    }
    say(text("notice.nothing_free_but_mine", ["customer": row.customer]), .plain)
    return visit(row.ref)
  }

  // MARK: - Accepted

  private mutating func follow(_ asked: Pending, _ id: CommandID) -> [Effect] {
    closeBlocked(id)
    closeRegisterRow(id)
    switch asked.then {
    case .nothing:
      if let command = asked.command, asked.ref == open?.ref { announce(command) }
    case .open: break
    case .clearDraft(let mode):
      guard let ref = asked.ref else { break }
      rememberSaid(asked.command)
      if mode == .reply { rememberSent(drafts[ref, mode], on: ref) }
      drafts.change(ref, mode) { $0 = Unsent() }
      if open?.ref == ref {
        open?.scroll = Scroll()
        open?.selected = nil
        open?.clearUnread()
        if mode == .reply { say(sentNotice, .good) }
        open?.reach[mode] = nil
        returnFromWriting(mode)
        shelve()
      }
      return keepDrafts()
    case .bringBack(let number):
      if let ref = asked.ref { bringBack(number, on: ref) }
      return keepDrafts()
    case .closeForm:
      rememberGrant(asked)
      closeForm(id)
      if let command = asked.command { announce(command) }
      if case .reopen = asked.command, holdsOpenCase { return write(usualMode) }
    case .propose(let proposal):
      closeForm(id)
      let effects = propose(proposal)
      if let command = asked.command, asked.ref == open?.ref { tellPassed(by: command) }
      return effects
    }
    return []
  }

  /// Remembers the last phrase that went out, so that the next customer is not met with it at once.
  private mutating func rememberSaid(_ command: CaseCommand?) {
    switch command {
    case .send(let draft), .say(let draft): lastSaid = draft.phrases.last ?? lastSaid
    default: break
    }
  }

  /// Says that something went through which the panes do not show by themselves.
  private mutating func announce(_ command: CaseCommand) {
    guard let open else { return }
    switch command {
    case .advance, .back, .skip:
      say(
        text("notice.step", ["step": stepName(open.current.step, in: open.rules)]), .good)
    case .close: say(text("notice.closed", ["ref": open.ref.rawValue]), .good)
    case .release: say(text("notice.released", ["ref": open.ref.rawValue]), .good)
    case .claim, .accept, .takeOver:
      sayTaken(open.current)
    case .decline:
      say(text("notice.declined", ["person": personName(open.current.handler)]), .good)
    case .transfer(let person): sayOffered(to: person)
    case .set, .classify: break
    default: say(text("notice.filed"), .good)
    }
    switch command {
    case .advance, .skip, .grant: tellPassed(by: command)
    default: break
    }
  }

  /// Takes the box of a closed gate away when the command with its reason went through.
  mutating func closeBlocked(_ id: CommandID) {
    overlays.removeAll { overlay in
      if case .blocked(let blocked) = overlay { blocked.onItsWay == id } else { false }
    }
  }

  /// A grant that is taken back wants its form again.
  private mutating func rememberGrant(_ asked: Pending) {
    guard let ref = asked.ref, case .grant(_, .some(let draft)) = asked.command else { return }
    let form = overlays.lazy.compactMap { overlay -> Form? in
      if case .form(let form) = overlay, form.purpose == .grant { form } else { nil }
    }.first
    rememberSent(Unsent(draft.text), on: ref, granting: form)
  }

  private mutating func closeForm(_ id: CommandID) {
    if case .form(let form) = overlays.last(where: { if case .form = $0 { true } else { false } }) {
      forgetForm(form.purpose)
    }
    overlays.removeAll { overlay in
      if case .form = overlay { true } else { false }
    }
  }

  private mutating func closeRegisterRow(_ id: CommandID) {
    changeRegister { register in register.onItsWay[id] = nil }
  }

  // MARK: - Refused

  private mutating func refuse(_ asked: Pending, _ id: CommandID, _ refusal: Refusal) {
    release(asked, id, failed: nil)
    guard let ref = asked.ref, let command = asked.command else {
      say(wording.sentence(for: refusal), .trouble)
      return
    }
    closeBlocked(id)
    overlays.append(
      .blocked(Blocked(refusal: refusal, ref: ref, command: command, then: asked.then)))
  }

  /// The desk could not: the words and the form stay as they were, to be sent again.
  private mutating func fail(_ asked: Pending, _ id: CommandID) {
    release(asked, id, failed: asked.command.map { Unsent.Failed(id: id, command: $0) })
  }

  private mutating func release(_ asked: Pending, _ id: CommandID, failed: Unsent.Failed?) {
    // Keys for a case that could not be taken are meant for no other.
    if asked.takes { typedAhead = [] }
    if case .clearDraft(let mode) = asked.then, let ref = asked.ref {
      drafts.change(ref, mode) { unsent in
        unsent.onItsWay = nil
        unsent.failed = failed
      }
      if ref == open?.ref, mode == self.mode, !awaitsCase { writeTypedAhead() }
    }
    changeForm { form in if form.onItsWay == id { form.onItsWay = nil } }
    changeRegister { register in register.onItsWay[id] = nil }
    for index in overlays.indices {
      if case .blocked(var blocked) = overlays[index], blocked.onItsWay == id {
        blocked.onItsWay = nil
        overlays[index] = .blocked(blocked)
      }
    }
  }

  // MARK: - Overlays

  /// Changes the open form, wherever it lies.
  mutating func changeForm(_ body: (inout Form) -> Void) {
    for index in overlays.indices.reversed() {
      if case .form(var form) = overlays[index] {
        body(&form)
        overlays[index] = .form(form)
        return
      }
    }
  }

  /// Changes the open register, wherever it lies.
  mutating func changeRegister(_ body: (inout Register) -> Void) {
    for index in overlays.indices.reversed() {
      if case .register(var register) = overlays[index] {
        body(&register)
        overlays[index] = .register(register)
        return
      }
    }
  }

  /// What is said of a message that went: how to take it back, and which promise it may have kept.
  private var sentNotice: String {
    guard let open else { return "" }
    let sent = text(
      "notice.sent",
      ["key": mainKey(.takeBack), "seconds": String(open.rules.clocks.undo)])
    let number = open.current.messages.last?.number ?? 0
    let answers = open.standing.promises.first {
      $0.what == text("promise.answer") && $0.message.map { $0 < number } ?? true
    }
    guard let answers else { return sent }
    let kept = text(
      "notice.sent_promised",
      ["due": pointInTime(answers.due), "key": mainKey(.promiseKept)])
    return sent + " " + kept
  }
}
