import Vocabulary

/// Shows a newcomer the next useful key, until they have used it.
///
/// What was learnt is kept outside, by whoever owns the sitting.
package struct Coach: Equatable, Sendable {
  /// What needs no showing any more.
  package internal(set) var learnt: Set<Lesson>
  /// Goes on showing what was done, for people who only watch.
  package let repeats: Bool
  /// The lesson of the moment, shown or not.
  var moment: Lesson?
  /// Since when it is.
  var since: Instant?

  /// - Parameters:
  ///   - learnt: what needs no showing.
  ///   - repeats: whether it is shown all the same.
  package init(learnt: Set<Lesson> = [], repeats: Bool = false) {
    self.learnt = learnt
    self.repeats = repeats
  }

  /// Nothing is left to show.
  package var isDone: Bool { !repeats && learnt.count == Lesson.allCases.count }

  /// Whether a lesson is still shown.
  func shows(_ lesson: Lesson) -> Bool { repeats || !learnt.contains(lesson) }
}
