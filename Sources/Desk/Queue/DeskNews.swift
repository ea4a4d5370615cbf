package import Vocabulary
package import Workflow

/// What changed on a desk, with the cases as they stand then or later.
package struct DeskNews: Equatable, Sendable {
  /// One entry an event, oldest first.
  package var feed: [FeedEntry]
  /// The cases of the feed, once each, in no order.
  package var rows: [QueueRow]
  /// Those of them that the person is asked to take over.
  package var offered: Set<CaseRef>
  /// How many cases there are in each state.
  package var counts: [CaseState: Int]

  package init(
    feed: [FeedEntry], rows: [QueueRow], offered: Set<CaseRef>, counts: [CaseState: Int]
  ) {
    self.feed = feed
    self.rows = rows
    self.offered = offered
    self.counts = counts
  }
}

extension DeskStore {
  package func news(
    after sequence: Int64, limit: Int, for person: PersonID
  ) throws -> DeskNews {
    let feed = try feed(after: sequence, limit: limit)
    guard !feed.isEmpty else { return DeskNews(feed: [], rows: [], offered: [], counts: [:]) }
    let changed = Set(feed.map(\.ref))
    let offered = try offers(to: person, limit: .max).map(\.ref)
    return DeskNews(
      feed: feed, rows: try changed.compactMap(row), offered: changed.intersection(offered),
      counts: try counts())
  }
}
