/// What changed on a desk, and the queue as it stood then or later.
package struct DeskNews: Equatable, Sendable {
  /// One entry an event, oldest first.
  package var feed: [FeedEntry]
  /// Nil where nothing changed and looking would have been a question more.
  package var glance: QueueGlance?

  package init(feed: [FeedEntry], glance: QueueGlance?) {
    self.feed = feed
    self.glance = glance
  }
}

extension DeskStore {
  package func news(
    after sequence: Int64, limit: Int, with look: QueueLook
  ) throws -> DeskNews {
    let feed = try feed(after: sequence, limit: limit)
    return DeskNews(feed: feed, glance: feed.isEmpty ? nil : try glance(look))
  }
}
