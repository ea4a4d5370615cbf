package import Vocabulary

/// Somebody who is asked for their view.
package enum Asked: Hashable, Sendable {
  case person(PersonID)
  /// Whoever of this role answers first speaks for it.
  case role(Role)

  /// Whether it is this person who is asked.
  package func means(_ person: PersonID, _ role: Role) -> Bool {
    switch self {
    case .person(let asked): asked == person
    case .role(let asked): asked == role
    }
  }

  /// Whether it is one of these people, by name.
  package func isOne(of people: Set<PersonID>) -> Bool {
    if case .person(let asked) = self { people.contains(asked) } else { false }
  }
}

extension Asked: Codable {
  private enum Key: String, CodingKey {
    case person, role
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    if let person = try box.decodeIfPresent(PersonID.self, forKey: .person) {
      self = .person(person)
    } else {
      self = .role(try box.decode(Role.self, forKey: .role))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch self {
    case .person(let person): try box.encode(person, forKey: .person)
    case .role(let role): try box.encode(role, forKey: .role)
    }
  }
}

/// A question to colleagues about a case, with a clock of its own (S1-14).
///
/// With a time until which the customer hears what came of it, it is a joint session (S2-39, S2-33):
/// it does not end with the last view but with one plan, or with a no and where else to turn.
package struct Consultation: Equatable, Codable, Sendable {
  /// 1 for the first of the case.
  package var number: Int
  package var by: PersonID
  package var at: Instant
  /// Each once, in the order they were named; never empty.
  package var asked: [Asked]
  package var question: String
  /// Until when their views are wanted.
  package var due: Instant
  /// When the customer hears what came of it; nil for a mere question.
  package var tells: Instant?
  /// Times the case had come back when it was called.
  package var returnsBefore: Int
  package var views: [View]
  package var end: End?

  /// What one of those asked had to say.
  package struct View: Equatable, Codable, Sendable {
    package var by: PersonID
    /// Whom it speaks for.
    package var speaksFor: Asked
    package var at: Instant
    package var words: String
  }

  /// How it ended.
  package struct End: Equatable, Codable, Sendable {
    /// Nil where a question was no longer asked.
    package var outcome: ConsultOutcome?
    package var words: String
    /// Where the customer may turn after a no; empty otherwise.
    package var route: String
    package var by: PersonID
    package var at: Instant
  }

  /// Whether several put their heads together for one answer to the customer.
  package var isJoint: Bool { tells != nil }

  /// Those whose view is still wanted.
  package var waitsFor: [Asked] {
    end != nil ? [] : asked.filter { one in !views.contains { $0.speaksFor == one } }
  }

  /// Whether it still runs: a question until everybody has answered, a joint session until it is ended.
  package var isOpen: Bool { end == nil && (isJoint || !waitsFor.isEmpty) }
}

/// What a joint session came to.
package enum ConsultOutcome: String, CaseIterable, Codable, Hashable, Sendable {
  /// One plan that everybody stands by.
  case plan
  /// A no, with where else the customer may turn.
  case refusal
}

extension Case {
  /// The questions and joint sessions that run; none of a closed case.
  package var openConsultations: [Consultation] {
    state == .closed ? [] : consultations.filter(\.isOpen)
  }

  /// What this person is asked and has not answered, the first due first.
  ///
  /// - Parameters:
  ///   - person: who.
  ///   - role: what they are.
  ///   - others: colleagues on leave for whom they answer.
  /// - Returns: questions and joint sessions.
  package func questions(
    to person: PersonID, _ role: Role, standingInFor others: Set<PersonID> = []
  ) -> [Consultation] {
    openConsultations.filter { one in
      one.waitsFor.contains { $0.means(person, role) || $0.isOne(of: others) }
    }
    .sorted { $0.due < $1.due }
  }

  /// The last joint session, while the customer has not heard what came of it.
  package var untoldSession: Consultation? {
    guard state != .closed, let last = consultations.last(where: \.isJoint) else { return nil }
    guard let end = last.end else { return last }
    return lastWordAt.map { $0 <= end.at } ?? true ? last : nil
  }

  /// When enough was tried in vain, so that several should sit down over it (S2-39); nil while it was
  /// not, and once that was done.
  ///
  /// Counted since the last joint session: plans the customer turned down, and times the case came
  /// back.
  package func callsForSession(by rules: Together) -> Instant? {
    guard state != .closed else { return nil }
    let last = consultations.last(where: \.isJoint)
    if let last, last.isOpen { return nil }
    let no = plans.compactMap { plan in plan.answer.flatMap { $0.accepted ? nil : $0.at } }
      .filter { at in last.map { at > $0.at } ?? true }
    if let most = rules.turnedDown, no.count >= most { return no.last }
    let back = returns - (last?.returnsBefore ?? 0)
    guard let most = rules.cameBack, back >= most else { return nil }
    return returnedAt ?? touchedAt
  }

  /// Until when views are wanted first; with nothing open, since when a joint session is called for.
  package func consultDue(by rules: Together) -> Instant? {
    openConsultations.map(\.due).min() ?? callsForSession(by: rules)
  }

  /// Who is asked for their view in whatever runs, each once.
  package var colleaguesAsked: [Asked] {
    openConsultations.flatMap(\.waitsFor).reduce(into: []) { all, one in
      if !all.contains(one) { all.append(one) }
    }
  }
}
