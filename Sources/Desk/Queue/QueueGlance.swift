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

/// A glance at the queue, to be asked.
package struct QueueLook: Equatable, Sendable {
  package var pages: [QueuePage]
  /// Whose offers, and how many at most.
  package var person: PersonID
  package var limit: Int

  package init(_ pages: [QueuePage], offersTo person: PersonID, limit: Int) {
    self.pages = pages
    self.person = person
    self.limit = limit
  }
}

extension DeskStore {
  package func news(
    after sequence: Int64, limit: Int, with look: QueueLook
  ) throws -> DeskNews {
    let feed = try feed(after: sequence, limit: limit)
    return DeskNews(feed: feed, glance: feed.isEmpty ? nil : try glance(look))
  }

  package func glance(_ look: QueueLook) throws -> QueueGlance {
    QueueGlance(
      pages: try look.pages.map(queue), offers: try offers(to: look.person, limit: look.limit),
      counts: try counts())
  }
}
