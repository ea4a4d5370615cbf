import Console
import Desk
import Playbook
import Session
import Vocabulary
import Workflow

/// A desk that cannot be reached for a while, by the rules of the real journal.
extension Driver {
  /// From now on the desk cannot be reached.
  package func cutLine() {
    isLineDown = true
    tell(.stale(since: clock.now))
  }

  /// The desk can be reached again: what waited goes first.
  package func mendLine() {
    isLineDown = false
    while let entry = outbox.next {
      outbox.apply(.trying(entry.id))
      do {
        _ = try desk.perform(DeskRequest(by: person, ref: entry.ref, envelope: entry.envelope))
        outbox.apply(.sent(entry.id))
      } catch {
        let refusal = error as? Refusal
        let people = (try? desk.store.people()) ?? []
        let wording = desk.playbook.wording(
          model.sitting.language, people: people.reduce(into: [:]) { $0[$1.id] = $1.name })
        let why = refusal.map { wording.sentence(for: $0) } ?? "\(error)"
        for record in outbox.failing(entry.id, why: why, follows: "The one before was not sent.") {
          outbox.apply(record)
        }
      }
    }
    tell(.outbox(outbox.entries))
    tell(.stale(since: nil))
    follow()
  }

  /// Deals with what cannot go to the desk.
  ///
  /// - Returns: whether it was.
  func carryOutOffline(_ effect: Effect) -> Bool {
    switch effect {
    case .withdraw(let id):
      for record in outbox.withdrawing(id) { outbox.apply(record) }
    case .forget(let id): outbox.apply(.forgotten(id))
    default: return isLineDown && carryOutWhileDown(effect)
    }
    tell(.outbox(outbox.entries))
    return true
  }

  private func carryOutWhileDown(_ effect: Effect) -> Bool {
    switch effect {
    case .perform(let ref, let envelope):
      let request = DeskRequest(by: person, ref: ref, envelope: envelope)
      guard envelope.command.canWait else {
        tell(.performed(CommandOutcome(id: envelope.id, result: .unreachable)))
        return true
      }
      if !outbox.waits(ref), let refusal = desk.foresee(request) {
        tell(.performed(CommandOutcome(id: envelope.id, result: .refused(refusal))))
        return true
      }
      outbox.apply(.queued(Outgoing(ref: ref, envelope: envelope, at: clock.now)))
      tell(.outbox(outbox.entries))
      tell(.performed(CommandOutcome(id: envelope.id, result: .queued)))
    case .takeNext(let id): tell(.performed(CommandOutcome(id: id, result: .unreachable)))
    case .setLeave(_, let whose): tell(.leaveSet(of: whose, .unreachable))
    case .readDraft(let words):
      if let reading = desk.foreseenReading(
        of: words.text, on: words.ref, by: person, inPublic: words.isPublic)
      {
        tell(.draftRead(DraftReading(of: words, reading)))
      }
    case .loadQueue, .loadConversation, .loadHistory, .loadPromises, .loadBoard, .loadRequests,
      .loadLeaves, .reassign:
      break
    default: return false
    }
    return true
  }
}
