import Playbook
package import Vocabulary
package import Workflow

/// Many cases about one matter within a short time: a mass complaint (S2-39, S2-36).
package struct Crowd: Equatable, Sendable {
  package var matter: MatterID
  /// What it is called, by language.
  package var names: [LanguageTag: String]
  package var cases: Int
  /// When the first of them reached us.
  package var since: Instant
  /// That case: what is said about the matter is recorded on it.
  package var first: CaseRef
  /// What a supervisor last said about it, or that they have seen it; nil for nothing yet.
  package var announcement: Announcement?

  package init(
    matter: MatterID, names: [LanguageTag: String], cases: Int, since: Instant, first: CaseRef,
    announcement: Announcement? = nil
  ) {
    self.matter = matter
    self.names = names
    self.cases = cases
    self.since = since
    self.first = first
    self.announcement = announcement
  }

  package func name(in language: LanguageTag) -> String { names[language] ?? matter.rawValue }

  /// The line of truth for all of them; nil while nobody has given one.
  package var answer: Announcement? {
    announcement.flatMap { $0.words.isEmpty ? nil : $0 }
  }

  /// Whether nobody above has said anything about it yet, not even that they have seen it.
  package var isUnseen: Bool { announcement == nil }
}

extension Desk {
  /// Cases looked through for what was said about a matter.
  private static let mostAnnounced = 50

  /// What many write about just now, the matter of most cases first.
  ///
  /// Similar are cases that share a matter (``Together/matters(of:telling:)``). It is derived anew each
  /// time: when fewer come in it is over by itself, and a word said about it goes with the time it
  /// counts cases in.
  ///
  /// - Returns: none where the playbook wants no such alarm.
  /// - Throws: what the store throws. Costs a walk over the cases of the last hours, in an index.
  package func crowds() throws -> [Crowd] {
    let together = playbook.together
    guard let least = together.cases else { return [] }
    let start = now().adding(seconds: -together.within)
    let counts = try store.crowds(since: start, ofAtLeast: least)
    guard !counts.isEmpty else { return [] }
    var said: [MatterID: Announcement] = [:]
    for ref in try store.announced(since: start, limit: Desk.mostAnnounced) {
      for word in try find(ref).announcements where word.at >= start {
        if said[word.matter].map({ $0.at <= word.at }) ?? true { said[word.matter] = word }
      }
    }
    return counts.map { count in
      Crowd(
        matter: count.matter,
        names: LanguageTag.allCases.reduce(into: [:]) {
          $0[$1] = together.name(of: count.matter, in: $1)
        },
        cases: count.cases, since: count.since, first: count.first,
        announcement: said[count.matter])
    }.sorted { ($1.cases, $0.matter) < ($0.cases, $1.matter) }
  }

  /// What a case is about that many may write about.
  ///
  /// - Parameter ref: the case.
  /// - Returns: none where there is no such case.
  /// - Throws: what the store throws.
  package func matters(of ref: CaseRef) throws -> [MatterID] {
    try store.row(of: ref)?.matters ?? []
  }
}
