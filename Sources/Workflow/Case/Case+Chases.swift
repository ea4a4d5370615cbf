import Vocabulary

extension Case {
  /// How often the customer had to chase us (S2-30): they wrote again when our answer was overdue, or
  /// when a promise had passed that nobody had kept or owned up to.
  ///
  /// What is said on the telephone is noted later than it was said, so there only promises count; and
  /// each message once.
  ///
  /// - Parameter rules: how soon an answer is due.
  /// - Returns: 0 while nobody had to; costs a walk over the messages.
  package func chases(by rules: ClockRules) -> Int {
    let calendar = rules.calendar(on: channel, in: language)
    var due: Instant?
    var count = 0
    for message in messages where !message.retracted && !message.isHistory {
      if message.from == .customer {
        let isLate = due.map { message.at > $0 } ?? false
        if isLate || hasPromiseOverdue(at: message.at) { count += 1 }
        if channel != .phone, due == nil || isLate {
          due = rules.respond(on: channel, at: message.heat ?? .calm)
            .end(from: message.at, in: calendar)
        }
      } else if message.reachesCustomer {
        due = nil
      }
    }
    return count
  }

  private func hasPromiseOverdue(at now: Instant) -> Bool {
    commitments.contains { $0.at < now && $0.due < now && $0.settledAt.map { $0 > now } ?? true }
  }
}
