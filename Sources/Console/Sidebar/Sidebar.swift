package import Playbook
import Vocabulary

/// How the sidebar of a case is looked at.
package struct Sidebar: Equatable, Sendable {
  /// What the phrases were picked by; nil before any were.
  package internal(set) var shelf: PhraseShelf?
  /// The phrases that fit, the best first.
  package internal(set) var phrases: [Phrase] = []
  /// What each of ``phrases`` is shown as: filled from the record once a change, not once a frame.
  package internal(set) var words: [String] = [] {
    didSet { shared = words.sharedStarts(within: Sidebar.longestStart) }
  }
  /// How many letters at their beginning each of ``words`` has in common with another.
  private(set) var shared: [Int] = []
  /// The selected phrase, counted in ``phrases``.
  package internal(set) var selected = 0
  /// The selected phrase is shown whole while words are being written.
  package internal(set) var isPreviewing = false
  /// What this agent had said last, to whomever, when the case came on the screen: the order of the
  /// phrases does not change by what happens elsewhere while somebody looks at it.
  var lastSaid: PhraseID?
  /// What was typed to find phrases; nil while nothing is being looked for.
  package internal(set) var filter: Editor?
  /// The keys go to the filter.
  package internal(set) var isFiltering = false
  /// What to do and what never to say is unfolded; nil to go by the room there is.
  package internal(set) var isUnfolded: Bool?

  package init() {}

  /// Letters of a phrase that are held against those of the others: more than two lines show.
  static let longestStart = 160
}
