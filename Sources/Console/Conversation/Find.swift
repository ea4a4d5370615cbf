import Workflow

/// Words looked for within a conversation.
package struct Find: Equatable, Sendable {
  /// What was typed.
  package internal(set) var editor = Editor()
  /// The keys go to what is typed.
  package internal(set) var isTyping = true
  /// Numbers of the messages that hold the words, the oldest first.
  package internal(set) var hits: [Int] = []
  /// Which of them is shown.
  package internal(set) var place = 0

  package init() {}

  /// The message that is shown; nil when none holds the words.
  package var hit: Int? { hits.indices.contains(place) ? hits[place] : nil }

  /// Looks through the messages anew; the newest that holds the words is shown.
  ///
  /// - Complexity: linear in the length of the conversation.
  mutating func look(through messages: [CaseMessage]) {
    let wanted = Find.folded(editor.text.trimmingBlanks)
    hits =
      wanted.isEmpty
      ? [] : messages.filter { Find.folded($0.text).contains(wanted) }.map(\.number)
    place = max(0, hits.count - 1)
  }

  /// Goes to an older hit, or to a newer one when positive; round at the ends.
  mutating func step(by step: Int) {
    guard !hits.isEmpty else { return }
    place = ((place + step) % hits.count + hits.count) % hits.count
  }

  /// Capitals and small letters are one.
  static func folded(_ text: String) -> String { text.lowercased() }
}
