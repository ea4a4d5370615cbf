package import Vocabulary

/// What of a case decides who is given it.
extension Case {
  /// Who a free case is kept for, and until when: whoever had this customer last (S0-31), from the
  /// moment it came in. Nobody once somebody has held it.
  package func preference(by routing: Routing) -> (person: PersonID, until: Instant)? {
    guard handler == nil, holders.isEmpty, let last = earlier?.holder,
      !complainedAbout.contains(last), let grace = routing.grace[channel]
    else { return nil }
    return (last, openedAt.adding(seconds: grace))
  }

  /// When a case that was taken and left untouched goes back to the queue; nil where it does not. A
  /// call never does.
  package func idleAt(by routing: Routing) -> Instant? {
    guard isUntouched, handler != nil, state == .open, waitingSince != nil, channel != .phone,
      let heldSince, let patience = routing.ignored[channel]
    else { return nil }
    return heldSince.adding(seconds: patience)
  }

  /// When an offer that nobody has answered ends; nil where none waits, or it never does.
  package func offerEndsAt(by routing: Routing) -> Instant? {
    guard offeredTo != nil, state != .closed, let offeredAt, let patience = routing.offers[channel]
    else { return nil }
    return offeredAt.adding(seconds: patience)
  }

  /// The least role a free case is given to; nil for anybody.
  package func leastRole(by routing: Routing) -> Role? {
    failedTwice ? routing.secondFailure : nil
  }

  /// Names somebody as the person this complaint is about, or takes that back. They hold and own it
  /// no longer.
  mutating func complain(about person: PersonID, _ on: Bool) {
    complainedAbout.removeAll { $0 == person }
    guard on else { return }
    complainedAbout.append(person)
    offeredTo = nil
    offeredAt = nil
    if owner == person { owner = nil }
    guard handler == person else { return }
    hand = nil
    changeHands(to: nil)
  }
}
