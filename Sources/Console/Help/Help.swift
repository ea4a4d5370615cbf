/// The keys, those of the pane at hand first.
package struct Help: Equatable, Sendable {
  /// The first line that is shown.
  package internal(set) var top = 0
  /// What was typed to find a key by what it does; nil while nothing is looked for.
  package internal(set) var filter: Editor?
  /// Keys go into the filter.
  package internal(set) var isTyping = false

  package init() {}
}
