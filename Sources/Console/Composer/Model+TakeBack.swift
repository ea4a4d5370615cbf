import Desk
import Screen
import Vocabulary
import Workflow

/// What was sent from a case last, as it was before it went.
struct SentWords: Equatable, Sendable {
  /// The words, with the phrases they came from.
  var words: Unsent
  /// The grant they told of.
  var grant: Form?
}

/// Taking back what has just been sent.
extension Model {
  /// The last words of this person's: what they sent, or noted of a call, whoever said it.
  private func lastOwn(_ open: OpenCase) -> CaseMessage? {
    open.current.messages.last { $0.canBeTakenBack && $0.by == sitting.person.id }
  }

  /// Why the last words cannot be taken back; nil when they can. The desk has the last word.
  var takeBackObstacle: String? {
    guard let open, let last = lastOwn(open) else { return text("obstacle.nothing_to_take_back") }
    if open.current.isUnheard(last, at: now, by: open.rules.clocks) { return nil }
    if last.kind == .spoken { return text("obstacle.noted_since") }
    if open.current.lastCustomerMessage?.number ?? 0 > last.number {
      return text("obstacle.read_already", ["customer": customerName(open.current)])
    }
    return text("obstacle.sent_long_ago", ["seconds": String(open.rules.clocks.undo)])
  }

  /// Whether undo means what was just sent: the composer is empty and nothing was typed since.
  func meansTakingBack(_ key: Key) -> Bool {
    (mode == .reply || mode == .said || mode == .heard) && hasWrittenNothing
      && keymap.action(of: keymap.meant(key)) == .takeBack
  }

  /// Nothing stands in the composer, and there is nothing to undo in it.
  var hasWrittenNothing: Bool { unsent.isEmpty && !unsent.editor.canUndo }

  mutating func takeBack() -> [Effect] {
    guard let open, let last = lastOwn(open) else { return [] }
    return perform(.retract(message: last.number), then: .bringBack(message: last.number))
  }

  /// Remembers what goes out, so that it can come back as it was.
  mutating func rememberSent(_ words: Unsent, on ref: CaseRef, granting form: Form? = nil) {
    if sent.count >= 32 { sent = [:] }
    sent[ref] = SentWords(words: words, grant: form)
  }

  /// Puts words that did not go, or came back, before whatever was written since.
  mutating func putBack(_ back: Unsent, in mode: ComposerMode, on ref: CaseRef) {
    var words = back
    drafts.change(ref, mode) { unsent in
      if !unsent.isEmpty {
        words.editor.moveToEnd()
        words.editor.insert("\n" + unsent.editor.text)
        words.pieces += unsent.pieces
        words.promises += unsent.promises
      }
      unsent = words
    }
  }

  /// Brings words that were taken back into the draft they came from, before whatever was written
  /// since; a grant goes back into its form.
  mutating func bringBack(_ number: Int, on ref: CaseRef) {
    let message = open?.ref == ref ? open?.current.message(number) : nil
    let text = message?.text
    let mode: ComposerMode =
      message?.from == .customer ? .heard : message?.kind == .spoken ? .said : .reply
    let known = sent.removeValue(forKey: ref).flatMap { sent in
      text == nil || sent.words.editor.text.trimmingBlanks == text?.trimmingBlanks ? sent : nil
    }
    if let form = known?.grant {
      keep(form, of: ref)
      say(self.text("notice.grant_taken_back"), .good)
      return
    }
    var words = known?.words ?? Unsent(text ?? "")
    words.onItsWay = nil
    words.failed = nil
    putBack(words, in: mode, on: ref)
    if open?.ref == ref {
      self.mode = mode
      focus = .composer
      open?.overtakenAt = nil
      // What was meant for one customer must not come back meant for the world.
      if let message, open?.current.channel == .public {
        open?.reach[.reply] = message.isPublic
      }
    }
    say(self.text(mode == .reply ? "notice.taken_back" : "notice.unnoted"), .good)
  }
}
