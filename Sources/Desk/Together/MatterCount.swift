package import Vocabulary

/// Cases that are about the same matter.
package struct MatterCount: Equatable, Sendable {
  package var matter: MatterID
  package var cases: Int
  /// When the first of them reached us.
  package var since: Instant
  /// That first case; any of them where several came at the same moment.
  package var first: CaseRef

  package init(matter: MatterID, cases: Int, since: Instant, first: CaseRef) {
    self.matter = matter
    self.cases = cases
    self.since = since
    self.first = first
  }
}
