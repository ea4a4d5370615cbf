package import Vocabulary
package import Workflow

/// All that a console shows of the queue, looked up in one go.
package struct QueueGlance: Equatable, Sendable {
  /// A list of rows for each page that was asked for, in that order.
  package var pages: [[QueueRow]]
  /// Cases the person is asked to take over.
  package var offers: [QueueRow]
  /// How many cases there are in each state.
  package var counts: [CaseState: Int]

  package init(pages: [[QueueRow]], offers: [QueueRow], counts: [CaseState: Int]) {
    self.pages = pages
    self.offers = offers
    self.counts = counts
  }
}

extension DeskStore {
  package func glance(
    _ pages: [QueuePage], offersTo person: PersonID, limit: Int
  ) throws -> QueueGlance {
    QueueGlance(
      pages: try pages.map(queue), offers: try offers(to: person, limit: limit),
      counts: try counts())
  }
}
