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
  package func glance(_ look: QueueLook) throws -> QueueGlance {
    QueueGlance(
      pages: try look.pages.map(queue), offers: try offers(to: look.person, limit: look.limit),
      counts: try counts())
  }
}
