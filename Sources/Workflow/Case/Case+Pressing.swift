package import Vocabulary

/// What makes a case more pressing than others.
extension Case {
  /// Whether it fails while it is being delivered, so that every minute counts (S0-8).
  package var isInService: Bool { state != .closed && classification.inService == true }

  /// What every further hour costs the customer, as it is on file.
  package var lossPerHour: Money? { money(in: .lossPerHour) }

  /// Per cent of the usual time that is left for our first word, our answer and the solution.
  func share(by pressing: Pressing) -> Int {
    min(
      classification.inService == true ? pressing.inService : 100,
      classification.content == .incident ? pressing.incident : 100)
  }

  /// Seconds that a loss which goes on puts the case forward in the queue, while it is our turn and
  /// nothing has made good for it (S1-24).
  package func ahead(by rules: ClockRules) -> Int64 {
    guard state == .open, !isSettled else { return 0 }
    return rules.pressing.loss?.seconds(for: lossPerHour) ?? 0
  }

  /// Whether the customer has not been told yet what happens: no plan, no promise and no time when
  /// somebody else decides.
  var awaitsPlan: Bool {
    state == .open && plans.isEmpty && grant == nil && commitments.isEmpty && escalation == nil
      && tasks.isEmpty
  }

  /// Sorts the complaint, and keeps that a concern turned out to be justified.
  mutating func sort(_ parts: Classification, at now: Instant) {
    let before = classification.class
    classification = classification.merging(parts)
    if classification.class == .concern { wasConcern = true }
    if before == .concern, classification.class == .upheld { upheldAfterConcernAt = now }
  }
}
