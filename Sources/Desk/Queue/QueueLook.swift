package import Vocabulary

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
