import Console
import Desk
import Dispatch
import Logging
import Playbook
import Synchronization
import Vocabulary
import Workflow

/// Words while the desk is out of reach: kept here, shown as queued, and given to the desk in order
/// when it is back.
extension Session {
  /// Takes words off the way to the desk where they would only wait there.
  ///
  /// - Returns: whether the effect is being dealt with.
  func goesByPost(_ effect: Effect) -> Bool {
    switch effect {
    case .perform(let ref, let envelope) where journal != nil && envelope.command.canWait:
      let isFlying = post.withLock { $0.flying[ref, default: 0] > 0 }
      if !isFlying, mustWait(ref) {
        posting.async { [self] in queue(envelope, on: ref) }
        return true
      }
      post.withLock { $0.flying[ref, default: 0] += 1 }
      return false
    // What is known at once need not wait behind what waits for the desk.
    case .perform(_, let envelope) where isCutOff: tellUnreachable(envelope.id)
    case .takeNext(let id) where isCutOff: tellUnreachable(id)
    case .withdraw, .forget: posting.async { [self] in carry(out: effect) }
    default: return false
    }
    return true
  }

  private func tellUnreachable(_ id: CommandID) {
    tell(.performed(CommandOutcome(id: id, result: .unreachable)))
  }

  /// Whether words for a case have to wait: for the desk, or behind others.
  private func mustWait(_ ref: CaseRef) -> Bool {
    isLost || journal?.outbox.waits(ref) == true
  }

  /// Gives words to the desk, or keeps them here when it cannot take them.
  func hand(in envelope: CommandEnvelope, on ref: CaseRef) {
    defer {
      post.withLock { post in
        let left = post.flying[ref, default: 1] - 1
        post.flying[ref] = left > 0 ? left : nil
      }
    }
    guard !mustWait(ref) else { return queue(envelope, on: ref) }
    let result: CommandResult
    do {
      let done = try desk.perform(DeskRequest(by: person, ref: ref, envelope: envelope)).result
      guard let shown = attempt({ try conversation(done) }) else {
        // It is there, and will be found there.
        return queue(envelope, on: ref, mayBeThere: true)
      }
      result = .accepted(shown)
    } catch let refusal as Refusal {
      result = .refused(refusal)
    } catch let error as StoreError where error.mayPass {
      if error.isOutOfReach { noteLost(error) }
      delay()
      return queue(envelope, on: ref, mayBeThere: error.isUncertain)
    } catch {
      log.error("Command \(envelope.id): \(error)")
      result = .failed("\(error)")
    }
    tell(.performed(CommandOutcome(id: envelope.id, result: result)))
  }

  /// Keeps words here, and says so when they would survive the loss of power. Where `mayBeThere`, the
  /// desk may have them all the same.
  private func queue(_ envelope: CommandEnvelope, on ref: CaseRef, mayBeThere: Bool = false) {
    guard let journal else { return }
    let result: CommandResult
    let request = DeskRequest(by: person, ref: ref, envelope: envelope)
    // Behind others it cannot be known how the case will stand.
    if !mayBeThere, !journal.outbox.waits(ref), let refusal = desk.foresee(request) {
      result = .refused(refusal)
    } else {
      do {
        let entry = Outgoing(ref: ref, envelope: envelope, at: desk.now())
        try journal.write { _ in
          [.queued(entry)] + (mayBeThere ? [.trying(envelope.id)] : [])
        }
        tellOutbox()
        result = .queued
      } catch {
        log.error("\(error)")
        result = .failed("\(error)")
      }
    }
    tell(.performed(CommandOutcome(id: envelope.id, result: result)))
  }

  /// Tells what waits and what was not sent, where that has changed.
  func tellOutbox() {
    guard let journal else { return }
    let entries: [Outgoing]
    do {
      entries = try journal.refresh().entries
    } catch {
      log.error("\(error)")
      return
    }
    let isNew = post.withLock { post in
      defer { post.told = entries }
      return post.told != entries
    }
    if isNew { tell(.outbox(entries)) }
  }

  func withdraw(_ id: CommandID) {
    _ = attempt { try journal?.write { $0.withdrawing(id) } }
    tellOutbox()
  }

  /// Lets words go that stand in a draft now; the draft is kept first.
  func forget(_ id: CommandID) {
    let drafts = drafts.withLock { $0 }
    _ = attempt {
      try journal?.write { outbox in
        guard let entry = outbox.entries.first(where: { $0.id == id }) else { return [] }
        return (drafts[entry.ref].map { [.draft(entry.ref, $0)] } ?? []) + [.forgotten(id)]
      }
    }
    tellOutbox()
  }

  // MARK: - Sending off

  /// Gives the desk what waits for it, in order, until it cannot take any more. Cheap where nothing
  /// waits.
  func sendOff() {
    guard let journal, !isLost else { return }
    tellOutbox()
    let outbox = journal.outbox
    guard outbox.next != nil || !outbox.drafts.isEmpty else { return }
    let now = monotonic()
    guard post.withLock({ $0.nextTry.map { $0 <= now } ?? true }) else { return }
    do {
      try journal.sending {
        try storeDrafts(journal)
        while let entry = try journal.refresh().next {
          guard try send(entry, journal) else { break }
          tellOutbox()
        }
      }
    } catch let error as StoreError where error.isOutOfReach {
      noteLost(error)
    } catch {
      log.error("\(error)")
      delay()
    }
    tellOutbox()
  }

  /// Waits a little longer each time before the desk is tried again.
  private func delay() {
    let now = monotonic()
    let chance = chance()
    post.withLock { $0.nextTry = now + $0.backoff.next(chance) }
  }

  /// - Returns: whether the desk decided on it.
  private func send(_ entry: Outgoing, _ journal: Journal) throws -> Bool {
    // Who finds this without what came of it knows that the words may be there.
    var isStillToGo = false
    try journal.write { outbox in
      isStillToGo = outbox.next?.id == entry.id
      return isStillToGo && entry.state == .waiting ? [.trying(entry.id)] : []
    }
    // It was withdrawn in between.
    guard isStillToGo else { return true }
    let why: String
    do {
      _ = try desk.perform(DeskRequest(by: person, ref: entry.ref, envelope: entry.envelope))
      try journal.write { _ in [.sent(entry.id)] }
      post.withLock { post in
        post.nextTry = nil
        post.backoff.reset()
      }
      return true
    } catch let error as StoreError where error.mayPass {
      if error.isOutOfReach { noteLost(error) }
      delay()
      // Tried before, it may be there from then.
      if !error.isUncertain, entry.state == .waiting {
        try journal.write { _ in [.waits(entry.id)] }
      }
      return false
    } catch let refusal as Refusal {
      why = words(for: refusal, on: entry.ref)
    } catch let trouble as Journal.Trouble {
      throw trouble
    } catch {
      why = "\(error)"
    }
    log.notice("Command \(entry.id) was not carried out after the desk came back.")
    let follows = desk.playbook.locale(language)["screen.outgoing.follows"]
    try journal.write { $0.failing(entry.id, why: why, follows: follows) }
    return true
  }

  private func words(for refusal: Refusal, on ref: CaseRef) -> String {
    let people = (try? desk.store.people()) ?? []
    let procedure = (try? desk.find(ref))?.procedure ?? Desk.defaultProcedure
    return desk.playbook.wording(
      language, for: procedure,
      people: people.reduce(into: [:]) { $0[$1.id] = $1.name }
    ).sentence(for: refusal)
  }

  // MARK: - Drafts

  /// Stores the drafts that changed since the last time: at the desk, or here while it is out of
  /// reach.
  func keepDrafts() {
    var waiting = drafts.withLock { drafts in
      defer { drafts = [:] }
      return drafts
    }
    for (ref, text) in waiting where !isCutOff {
      do {
        try desk.store.keep(draft: text, of: person, for: ref)
      } catch let error as StoreError where error.isOutOfReach {
        noteLost(error)
        continue
      } catch {
        log.error("\(error)")
        tell(.notice("\(error)"))
      }
      waiting[ref] = nil
    }
    guard !waiting.isEmpty else { return }
    do {
      guard let journal else { return giveBack(waiting) }
      try journal.write { outbox in
        waiting.sorted { $0.key < $1.key }.filter { outbox.drafts[$0.key] != $0.value }
          .map { .draft($0.key, $0.value) }
      }
    } catch {
      log.error("\(error)")
      giveBack(waiting)
    }
  }

  /// Has drafts kept later, unless there are newer ones.
  private func giveBack(_ waiting: [CaseRef: String]) {
    drafts.withLock { $0.merge(waiting) { newer, _ in newer } }
  }

  /// Gives the desk the drafts it could not keep.
  private func storeDrafts(_ journal: Journal) throws {
    for (ref, text) in journal.outbox.drafts.sorted(by: { $0.key < $1.key }) {
      try desk.store.keep(draft: text, of: person, for: ref)
      try journal.write { _ in [.stored(ref, text)] }
    }
  }
}

extension StoreError {
  /// Whether what was to be kept may have been.
  fileprivate var isUncertain: Bool {
    if case .uncertain = self { true } else { false }
  }
}
