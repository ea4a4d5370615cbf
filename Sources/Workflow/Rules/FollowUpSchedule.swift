package import Vocabulary

/// When and by which way a look back is proposed, by what the complaint was about, how grave it was
/// and who the customer is (S2-42). A day that was promised stands above it.
package struct FollowUpSchedule: Equatable, Sendable {
  /// The first that fits counts.
  package var rules: [Rule]

  package init(rules: [Rule] = []) { self.rules = rules }

  /// What a look back is like for some cases; what is empty fits every case.
  package struct Rule: Equatable, Sendable {
    package var contents: Set<CaseContent>
    package var causes: Set<CaseCause>
    /// From 1 small to 4 grave.
    package var severities: Set<Int>
    package var customers: Set<CustomerClass>
    /// Seconds from the answer to the look back; nil for the usual.
    package var after: Int64?
    /// Nil for the way the customer came.
    package var channel: Channel?

    package init(
      contents: Set<CaseContent> = [], causes: Set<CaseCause> = [], severities: Set<Int> = [],
      customers: Set<CustomerClass> = [], after: Int64? = nil, channel: Channel? = nil
    ) {
      self.contents = contents
      self.causes = causes
      self.severities = severities
      self.customers = customers
      self.after = after
      self.channel = channel
    }

    /// Whether the rule is meant for a case.
    func fits(_ current: Case) -> Bool {
      let parts = current.classification
      return fits(contents, parts.content) && fits(causes, parts.cause)
        && fits(severities, parts.severity)
        && (customers.isEmpty || !customers.isDisjoint(with: current.customerClasses))
    }

    private func fits<Part: Hashable>(_ wanted: Set<Part>, _ part: Part?) -> Bool {
      wanted.isEmpty || part.map(wanted.contains) == true
    }
  }

  /// The rule for a case; nil where none fits.
  package func rule(for current: Case) -> Rule? { rules.first { $0.fits(current) } }
}

/// Who a customer is, as far as it says how they are called back.
package enum CustomerClass: String, CaseIterable, Codable, Hashable, Sendable {
  /// Speaks for a company.
  case business
  /// Speaks for themselves.
  case `private`
  /// Has been here before, or came back.
  case returning
}

extension Case {
  /// What is known of the customer's standing.
  var customerClasses: Set<CustomerClass> {
    var classes: Set<CustomerClass> = [
      fields[.company]?.value == nil ? .private : .business
    ]
    if returns > 0 || earlier != nil { classes.insert(.returning) }
    return classes
  }

  /// The day and the way a look back is proposed for.
  ///
  /// - Parameters:
  ///   - rules: clocks, and the schedule of the playbook.
  ///   - now: what the days are counted from.
  /// - Returns: the last day that was promised, where one is still to come; else the day of the
  ///   schedule. The way is that of the schedule, or the one the customer came by.
  package func proposedFollowUp(by rules: Rules, now: Instant) -> (due: Instant, channel: Channel) {
    let rule = rules.followUps.rule(for: self)
    let promised = commitments.filter { $0.state == .open && $0.due > now }.map(\.due).max()
    let usual =
      rule?.after.map { now.adding(seconds: $0) }
      ?? rules.clocks.followUp.end(
        from: now, in: rules.clocks.calendar(on: channel, in: language))
    return (promised ?? usual, rule?.channel ?? channel)
  }
}
