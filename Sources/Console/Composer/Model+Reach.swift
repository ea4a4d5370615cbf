import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Under the post or in private: where words go on a public case.
extension Model {
  /// Whether the words in the composer stand where the whole world reads them; nil where nobody
  /// could choose.
  var isInPublic: Bool? {
    guard let open, open.current.channel == .public else { return nil }
    switch mode {
    case .reply: return open.current.speaksInPublic(open.reach[.reply])
    case .heard: return open.reach[.heard] ?? (open.current.customerTurns == 0)
    case .note, .said, .whisper: return nil
    }
  }

  /// Where the next reply goes, whatever the composer is at; nil where nobody could choose.
  var repliesInPublic: Bool? {
    guard let open, open.current.channel == .public else { return nil }
    return open.current.speaksInPublic(open.reach[.reply])
  }

  /// From under the post to in private, or back.
  mutating func changeReach() -> [Effect] {
    let changed: ComposerMode = mode == .heard ? .heard : .reply
    guard let open, let isPublic = changed == .heard ? isInPublic : repliesInPublic else {
      return []
    }
    self.open?.reach[changed] = !isPublic
    shelve()
    let key =
      switch (changed, isPublic) {
      case (.heard, true): "notice.heard_private"
      case (.heard, false): "notice.heard_public"
      case (_, true): "notice.now_private"
      case (_, false): "notice.now_public"
      }
    say(text(key, ["customer": customerName(open.current)]), isPublic ? .plain : .trouble)
    return []
  }

  /// What is written already stays where it was meant to go, wherever the customer writes next.
  mutating func holdReach(against newer: Case) {
    guard let open, open.current.channel == .public, open.reach[.reply] == nil,
      !drafts[open.ref, .reply].isEmpty, newer.speaksInPublic != open.current.speaksInPublic
    else { return }
    self.open?.reach[.reply] = open.current.speaksInPublic
  }

  /// Where the words go, before whom they are for: a narrow pane cuts the end off.
  func reachWords(_ open: OpenCase) -> String? {
    guard let isPublic = isInPublic else { return nil }
    let customer = ["customer": customerName(open.current)]
    if mode == .heard {
      return isPublic
        ? "\(marks.openToAll) " + text("composer.heard_public", customer)
        : "\(marks.closed) " + text("composer.heard_private", customer)
    }
    return reachWords(isPublic, customerName(open.current))
  }

  /// The same in a word.
  var shortReach: String? {
    isInPublic.map { isPublic in
      isPublic
        ? "\(marks.openToAll) " + text("composer.public_short")
        : "\(marks.closed) " + text("composer.private_short")
    }
  }

  /// Who reads a reply on a public case.
  func reachWords(_ isPublic: Bool, _ customer: String) -> String {
    isPublic
      ? "\(marks.openToAll) " + text("composer.public")
      : "\(marks.closed) " + text("composer.private", ["customer": customer])
  }
}
