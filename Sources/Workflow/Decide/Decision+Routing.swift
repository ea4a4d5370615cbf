import Vocabulary

/// Who gets a case, and who never does.
extension Decision {
  mutating func route() throws(Refusal) {
    switch envelope.command {
    case .complainedAbout(let person, let on):
      guard current.complainedAbout.contains(person) != on else { return }
      // Whoever is complained about does not clear themselves.
      guard on || person != context.actor else {
        throw Refusal(gate: .complainedAbout, needs: [.uninvolved])
      }
      add(.complainedAbout(person, on: on))
    case .vip(let on): if (current.customer.vip == true) != on { add(.vipSet(on)) }
    default: break
    }
  }

  /// Whoever a complaint is about neither gets it nor decides on it.
  func checkUninvolved() throws(Refusal) {
    let person: PersonID? =
      switch envelope.command {
      case .claim, .accept, .takeOver, .approve, .deny, .close, .reopen, .giveView: context.actor
      case .transfer(let colleague): colleague
      default: nil
      }
    guard let person, current.complainedAbout.contains(person) else { return }
    throw Refusal(gate: .complainedAbout, needs: [.uninvolved])
  }

  /// One more than one may have at once is taken only with a reason.
  mutating func checkRoom() throws(Refusal) {
    guard let load = context.load, !load.hasRoom else { return }
    guard let reason = adviceReason else {
      throw Refusal(
        gate: .capacity, strength: .advice, needs: [.room(current.channel, most: load.most)],
        override: .agent)
    }
    add(.overridden(gate: .capacity, strength: .advice, reason: reason, role: context.role))
  }

  /// An offer that nobody has answered in its time ends; only the desk itself does it.
  ///
  /// - Returns: whether it was time.
  mutating func endOffer() -> Bool {
    guard context.role == .system, let offered = current.offeredTo,
      let since = current.offeredAt, let end = current.offerEndsAt(by: rules.routing),
      context.clock.hasPassed(until: end, since: since, at: context.now)
    else { return false }
    add(.transferLapsed(to: offered))
    return true
  }

  /// What was taken and left untouched goes back; only the desk itself does it, and not from under
  /// the hands of somebody who is writing.
  ///
  /// - Returns: whether it was time.
  mutating func giveBackIgnored() -> Bool {
    guard context.role == .system, !context.holderWrites, let holder = current.handler,
      let at = current.idleAt(by: rules.routing), let since = current.heldSince,
      context.clock.hasPassed(until: at, since: since, at: context.now)
    else { return false }
    add(.ignored(from: holder))
    return true
  }
}
