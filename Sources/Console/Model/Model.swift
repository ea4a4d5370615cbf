package import Desk
package import Playbook
package import Screen
package import Vocabulary
package import Workflow

/// Everything the screen shows, and everything it needs to answer the next key.
///
/// Pure: no clock, no randomness, no outside world. ``start()`` and ``update(_:)`` say what they
/// want done as ``Effect`` values, ``view()`` draws. Nothing of it is ever stored but drafts.
package struct Model: Equatable, Sendable {
  package let sitting: Sitting
  package let content: Content
  /// Columns and rows of the terminal.
  package internal(set) var size: Size
  /// The last time the session told.
  package internal(set) var now: Instant

  /// Makes the console before anything is known of the desk.
  ///
  /// - Parameters:
  ///   - sitting: who sits where.
  ///   - content: texts and names of the playbook.
  ///   - size: columns and rows of the terminal.
  ///   - now: what time it is.
  package init(sitting: Sitting, content: Content, size: Size, now: Instant) {
    self.sitting = sitting
    self.content = content
    self.size = size
    self.now = now
  }

  /// What is to be done before the first message.
  ///
  /// - Returns: the effects, in order.
  package func start() -> [Effect] { [.loadQueue(QueuePage(limit: max(1, size.rows * 2)))] }

  /// Takes in what happened.
  ///
  /// - Parameter message: what happened.
  /// - Returns: what is to be done, in order.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .ticked(let instant): now = max(now, instant)
    case .resized(let size): self.size = size
    default: break
    }
    return []
  }

  /// The screen as it is to be seen now. Costs what is visible, not what there is.
  ///
  /// - Returns: a frame of the terminal's size.
  package func view() -> Frame { Frame(size, measure: sitting.measure, strokes: sitting.strokes) }

  /// Whether something on the screen changes with time alone, so that ticks are wanted.
  package var wantsTicks: Bool { true }

  /// Unsent words that ``Effect/keepDraft(_:_:)`` has not given away yet, for a session that must
  /// end at once.
  package var unkeptDrafts: [CaseRef: String] { [:] }
}
