package import Foundation
package import Vocabulary

/// What somebody wants to know of the cases.
package struct ReportQuery: Equatable, Sendable {
  package var kind: ReportKind
  /// What the cases are set side by side by; nil for the usual of the kind.
  package var grouping: ReportGrouping?
  /// Cases opened then or later; nil for from the first.
  package var from: Instant?
  /// Cases opened before then; nil for to the last.
  package var to: Instant?
  /// What the cases are about: a product, or a topic or matter of the playbook; nil for everything.
  package var about: String?
  /// In which the hours of the day are told.
  package var timeZone: TimeZone

  package init(
    kind: ReportKind, grouping: ReportGrouping? = nil, from: Instant? = nil, to: Instant? = nil,
    about: String? = nil, timeZone: TimeZone = .current
  ) {
    self.kind = kind
    self.grouping = grouping
    self.from = from
    self.to = to
    self.about = about
    self.timeZone = timeZone
  }

  /// Whether a case opened at this time is counted.
  func counts(openedAt: Instant) -> Bool {
    from.map { openedAt >= $0 } ?? true && to.map { openedAt < $0 } ?? true
  }

  /// What the cases are set side by side by, if anything.
  var groups: ReportGrouping? {
    if let grouping { return grouping }
    return kind == .overview || kind == .mine ? .cause : nil
  }
}

/// The reports there are.
package enum ReportKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// Every table, those of the others one after the other.
  case overview
  /// How many cases came, and where they stand.
  case volumes
  /// Concerns and upheld complaints, and concerns that turned out to be justified (S0-1, S0-4).
  case liability
  /// How hot customers were when they came against when they left (S2-6).
  case heat
  /// Settled at the first contact, handed on, back again (S2-23, S4-9, S4-24).
  case resolution
  /// Promises kept, broken, open (S2-19).
  case promises
  /// What was granted or accepted, with sums by currency.
  case remedies
  /// The steps cases stand at, and where they got stuck.
  case steps
  /// Gates passed with a reason (domain E13).
  case overrides
  /// What was asked of somebody else, and how long the answer took (S1-6).
  case approvals
  /// What was done in time and what was not.
  case clocks
  /// What customers said of it, to each of the five questions (S2-43).
  case satisfaction
  /// What looks back found (S2-34).
  case followUps = "follow_ups"
  /// The causes there are most of, with what was proposed against them (S1-40, S2-27, S2-40).
  case prevention
  /// What departments carried out, and when (S1-20, S2-38).
  case departments
  /// Past causes with the measures against them, as a list to tick before a launch (S2-36).
  case launch
  /// Grave cases that were mishandled or went up, by what was found; of no person (S2-41).
  case accountability
  /// One person's own figures, for that person alone (domain F).
  case mine
}

/// What cases can be set side by side by.
package enum ReportGrouping: String, CaseIterable, Codable, Hashable, Sendable {
  /// Where the trouble lay, and whose fault it was found to be (S2-9, S3-8).
  case cause
  /// Where the case stands.
  case step
  /// The team of whoever answers for the case.
  case team
  /// The department of whoever answers for the case.
  case department
  /// What was granted or accepted; a case with two remedies counts under both.
  case remedy
  /// The hour of the day it was opened in.
  case hour
  case channel
  case language

  /// Whether a group is one of people rather than one of cases.
  var isOfPeople: Bool { self == .team || self == .department }
}
