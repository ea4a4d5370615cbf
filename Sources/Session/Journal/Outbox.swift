package import Console
package import Vocabulary

/// What a person has sent off and the desk has not acknowledged, and their drafts that the desk could
/// not keep: the fold of a journal's records.
///
/// A pure value. Words go to the desk in the order in which they were queued, and each under its
/// command's own id, so that a second try changes nothing. Before every try it is recorded that there
/// is one: whoever finds such a record without what came of it knows that the words may be there.
package struct Outbox: Equatable, Sendable {
  /// What waits or was not sent, the oldest first.
  package private(set) var entries: [Outgoing] = []
  /// Drafts that the desk does not have yet; an empty one is to be removed there.
  package private(set) var drafts: [CaseRef: String] = [:]

  package init() {}

  /// Takes a record in. Total: one that fits nothing changes nothing.
  package mutating func apply(_ record: JournalRecord) {
    switch record {
    case .queued(let entry):
      if place(of: entry.id) == nil { entries.append(entry) }
    case .trying(let id): change(id, from: .waiting, to: .trying)
    case .waits(let id): change(id, from: .trying, to: .waiting)
    case .sent(let id): entries.removeAll { $0.id == id && $0.isToGo }
    case .notSent(let id, let why):
      if let place = place(of: id) { entries[place].state = .notSent(why: why) }
    case .forgotten(let id): entries.removeAll { $0.id == id && !$0.isToGo }
    case .draft(let ref, let text): drafts[ref] = text
    case .stored(let ref, let text):
      if drafts[ref] == text { drafts[ref] = nil }
    }
  }

  private func place(of id: CommandID) -> Int? { entries.firstIndex { $0.id == id } }

  private mutating func change(
    _ id: CommandID, from old: Outgoing.State, to new: Outgoing.State
  ) {
    guard let place = place(of: id), entries[place].state == old else { return }
    entries[place].state = new
  }

  /// Whether there is nothing to remember.
  package var isEmpty: Bool { entries.isEmpty && drafts.isEmpty }

  /// What goes to the desk next.
  package var next: Outgoing? { entries.first(where: \.isToGo) }

  /// Whether something for a case is still to go, so that whatever follows has to wait behind it.
  package func waits(_ ref: CaseRef) -> Bool {
    entries.contains { $0.ref == ref && $0.isToGo }
  }

  /// What to record when an author takes words back; nothing where they may have gone already.
  package func withdrawing(_ id: CommandID) -> [JournalRecord] {
    guard let place = place(of: id), entries[place].state == .waiting else { return [] }
    return [.notSent(id, why: nil)]
  }

  /// What to record when words were refused. What was written to the same customer after them was
  /// written in the belief that they had gone, so it does not go either.
  ///
  /// - Parameters:
  ///   - id: of the words.
  ///   - why: the reason, a sentence.
  ///   - follows: the reason for those after them.
  /// - Returns: none where there are no such words.
  package func failing(_ id: CommandID, why: String, follows: String) -> [JournalRecord] {
    guard let place = place(of: id) else { return [] }
    let failed = entries[place]
    let after =
      failed.addressesCustomer
      ? entries[(place + 1)...].filter {
        $0.ref == failed.ref && $0.addressesCustomer && $0.state == .waiting
      } : []
    return [.notSent(id, why: why)] + after.map { .notSent($0.id, why: follows) }
  }

  /// The fewest records that fold to this.
  package var records: [JournalRecord] {
    entries.flatMap { entry -> [JournalRecord] in
      var queued = entry
      queued.state = .waiting
      return switch entry.state {
      case .waiting: [.queued(queued)]
      case .trying: [.queued(queued), .trying(entry.id)]
      case .notSent(let why): [.queued(queued), .notSent(entry.id, why: why)]
      }
    }
      + drafts.sorted { $0.key < $1.key }.map { .draft($0.key, $0.value) }
  }
}

/// Something that happened to words on their way, as the journal keeps it.
package enum JournalRecord: Equatable, Sendable {
  /// Sent off while the desk could not be reached.
  case queued(Outgoing)
  /// Is being given to the desk now.
  case trying(CommandID)
  /// The desk did not keep it, for certain.
  case waits(CommandID)
  /// The desk has it.
  case sent(CommandID)
  /// Will not be sent by itself; nil where its author took it back.
  case notSent(CommandID, why: String?)
  /// Its author has the words elsewhere.
  case forgotten(CommandID)
  /// Unsent words that the desk could not keep.
  case draft(CaseRef, String)
  /// The desk has this draft.
  case stored(CaseRef, String)
}
