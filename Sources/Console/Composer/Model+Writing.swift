import Desk
import Screen
import Vocabulary
import Workflow

/// Where somebody was before they went to write something in between.
struct Origin: Equatable, Sendable {
  var focus: Focus
  var mode: ComposerMode
}

/// Going to the composer, and back to where one came from.
extension Model {
  /// Goes to the composer.
  mutating func write(_ mode: ComposerMode) -> [Effect] {
    // From one note to the next, where it began stays where it began.
    if focus != .composer || !isInBetween(self.mode) {
      origin = Origin(focus: focus, mode: self.mode)
    }
    self.mode = mode
    focus = .composer
    return []
  }

  /// Whether words of a mode are written in between, and what comes after them is something else: a
  /// note, and a line of a call, since it is the other side's turn then.
  private func isInBetween(_ mode: ComposerMode) -> Bool { mode != .reply }

  /// Once words that were written in between are kept, the keys go back to where they were: to the
  /// reply that was being written, or to being commands.
  mutating func returnFromWriting(_ mode: ComposerMode) {
    guard isInBetween(mode), self.mode == mode, focus == .composer else { return }
    let origin = self.origin
    self.origin = nil
    self.mode = usualMode
    guard let origin, origin.focus == .composer, !isInBetween(origin.mode) else {
      focus = origin.map { $0.focus == .composer ? .conversation : $0.focus } ?? .conversation
      say(text("notice.kept_to_commands"), .good)
      return
    }
    self.mode = origin.mode
    say(text("notice.kept_to_reply"), .good)
  }
}
