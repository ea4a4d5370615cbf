package import Vocabulary
package import Workflow

extension QueueRow {
  /// The row of a case.
  ///
  /// - Parameters:
  ///   - source: the case.
  ///   - clocks: how long things may take.
  ///   - heatScore: of the last customer message; nil keeps what the store has.
  ///   - routing: who is given which case.
  ///   - skill: what the case needs, as far as that was looked for.
  ///   - together: when a matter is more than one agent's.
  ///   - matters: what it is about; nil keeps what the store has.
  package init(
    of source: Case, by clocks: ClockRules, heatScore: Int?, routing: Routing = Routing(),
    skill: SkillID? = nil, together: Together = Together(), matters: [MatterID]? = nil
  ) {
    let wants = CaseWants(of: source, by: routing, skill: skill)
    let clock = source.nextClock(by: clocks)
    self.init(
      ref: source.ref, customer: source.customer.name.inOneLine(limit: 60),
      channel: source.channel, language: source.language, state: source.state,
      procedure: source.procedure, step: source.step, heat: source.heat, heatScore: heatScore,
      owner: source.owner, handler: source.handler, waitingSince: source.waitingSince,
      unread: source.unanswered.count, clock: clock, danger: source.danger,
      snoozedUntil: source.state == .snoozed ? source.snoozedUntil : nil,
      hand: source.hand != nil, raisesAt: source.raisesAt(by: clocks),
      approvalDue: source.approvalDue(by: clocks),
      threat: source.state != .closed && source.threat != nil,
      consultDue: source.consultDue(by: together), receivedAt: source.receivedAt,
      matters: matters, announcedAt: source.announcements.last?.at,
      idleAt: [source.idleAt(by: routing), source.offerEndsAt(by: routing)].compactMap(\.self)
        .min(),
      wants: wants,
      excerpt: source.lastCustomerMessage?.text.inOneLine(limit: 80) ?? "",
      version: source.version,
      key: QueueKey(
        rank: source.queueRank,
        lane: wants.isVIP ? QueueKey.vipLane : QueueKey.usualLane,
        due: clock?.at.adding(seconds: -source.ahead(by: clocks))
          ?? Instant(milliseconds: .max),
        ref: source.ref))
  }
}

extension Case {
  /// See ``QueueKey/rank``.
  fileprivate var queueRank: Int {
    switch state {
    case .closed: dueSince == nil ? QueueKey.atRest : 1
    case _ where danger != nil || tellsOfDanger: 0
    case .open: 1
    case .waiting: QueueKey.theirs
    case .snoozed: 3
    }
  }
}

extension String {
  /// White space and controls folded to single spaces, cut after `limit` characters.
  func inOneLine(limit: Int) -> String {
    var line = ""
    var count = 0
    var gap = false
    for character in self {
      if character.isBlank {
        gap = count > 0
        continue
      }
      if count >= limit { return line + "…" }
      if gap {
        line.append(" ")
        count += 1
        gap = false
      }
      line.append(character)
      count += 1
    }
    return line
  }
}

extension Character {
  /// White space or a control, told by where its first scalar lies: every row is cut with every event,
  /// and asking Unicode's tables about each letter took longer than all the rest of it.
  fileprivate var isBlank: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }
}
