import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Keys while words are being written.
extension Model {
  /// The words in the composer.
  var unsent: Unsent {
    open.map { drafts[$0.ref, mode] } ?? Unsent()
  }

  mutating func changeUnsent(_ body: (inout Unsent) -> Void) {
    guard let ref = open?.ref else { return }
    drafts.change(ref, mode, body)
  }

  mutating func pressInComposer(_ key: Key) -> [Effect] {
    if unsent.onItsWay != nil {
      // Nothing typed is lost, and nothing is sent twice.
      if typedAhead.count < Model.mostTypedAhead { typedAhead.append(key) }
      return []
    }
    switch key {
    case .escape:
      focus = .conversation
      if unsent.isEmpty { mode = usualMode }
      return keepDrafts()
    case .tab:
      // Words with a blank cannot go out, so the way on leads to it.
      var isBlank = false
      changeUnsent { isBlank = $0.editor.moveToBlank() }
      if !isBlank { focus = .sidebar }
      return []
    case .backTab:
      focus = .conversation
      return []
    case .enter: return send()
    case .paste(let words) where isLong(words):
      overlays.append(.pasting(words))
      return []
    case .pageUp, .pageDown:
      let page = max(1, (messagesRect?.height ?? 2) - 2)
      scroll(lines: key == .pageUp ? -page : page)
      return []
    case .alt(.up): return preview(by: -1)
    case .alt(.down): return preview(by: 1)
    case .alt(.character(let digit)):
      if let number = digit.digit, mode == .reply || mode == .said {
        return pick(phrase: number == 0 ? open?.sidebar.selected ?? 0 : number - 1)
      }
    default: break
    }
    // Right behind a message, undo means the message.
    if meansTakingBack(key) { return run(.takeBack) }
    let columns = composerColumns
    var understood = false
    let measure = sitting.measure
    changeUnsent {
      understood =
        $0.editor.type(key)
        || $0.editor.press(key, columns: columns, measure: measure)
    }
    if understood {
      touched = .words
      return []
    }
    guard let action = keymap.whileTyping(keymap.meant(key)) else { return [] }
    return run(action)
  }

  /// Whether a paste has so many lines that it is asked about.
  private func isLong(_ words: String) -> Bool {
    let most = sitting.preferences.pasteQuestionLines
    return most > 0 && Model.lineCount(of: words) >= most
  }

  /// Lines of a pasted text; the break behind the last one begins no other.
  static func lineCount(of words: String) -> Int {
    words.count(where: \.isNewline) + (words.last?.isNewline == false ? 1 : 0)
  }

  /// Keys while it is asked whether many lines are meant.
  mutating func press(_ key: Key, pasting words: String) -> [Effect] {
    switch key {
    case .enter, .character("y"), .character("Y"):
      overlays.removeLast()
      changeUnsent { $0.editor.insert(words) }
    case .escape, .character("n"), .character("N"): overlays.removeLast()
    default: break
    }
    return []
  }

  /// Presses the keys that were pressed while words or a case were on their way.
  mutating func replayTyping() -> [Effect] {
    guard !typedAhead.isEmpty, unsent.onItsWay == nil, !awaitsCase else { return [] }
    if overlay != nil { writeTypedAhead() }
    let keys = typedAhead
    typedAhead = []
    return keys.flatMap { press($0) }
  }

  /// Puts the words that were typed ahead into the draft and sends nothing: what they were to
  /// follow did not go through, or a question came up that they are no answer to.
  mutating func writeTypedAhead() {
    let keys = typedAhead
    typedAhead = []
    guard focus == .composer, open != nil else { return }
    let columns = composerColumns
    let measure = sitting.measure
    changeUnsent { unsent in
      guard keys.contains(where: \.isText) else { return }
      // Another message, as far as its writer knew.
      if !unsent.isEmpty { unsent.editor.insert("\n") }
      for key in keys where key != .enter {
        guard unsent.editor.press(key, columns: columns, measure: measure) else { return }
      }
    }
  }

  // MARK: - Sending

  /// How long words that came in are taken for unread while others are being written, in seconds.
  private static let unreadFor: Int64 = 10

  private mutating func send() -> [Effect] {
    guard let open else { return [] }
    if let obstacle = obstacle(to: action(of: mode)) {
      say(obstacle, .trouble)
      return []
    }
    let unsent = self.unsent
    guard !unsent.editor.isBlank else {
      say(text("notice.empty"), .plain)
      return []
    }
    if mode == .reply { self.open?.overtakenAt = nil }
    // What has been on the screen for a while has been read.
    if mode == .reply, let arrival = open.overtakenAt,
      now.seconds(since: arrival) < Model.unreadFor
    {
      say(text("notice.overtaken", ["customer": customerName(open.current)]), .trouble)
      return []
    }
    guard let command = command(for: unsent, in: open) else { return [] }
    // The same words go under the same id, so that they cannot arrive twice.
    let known = unsent.failed.flatMap { $0.command == command ? $0.id : nil }
    let effects = perform(command, then: .clearDraft(mode), as: known)
    let id = known ?? lastCommand
    changeUnsent { $0.onItsWay = id }
    return effects
  }

  private func command(for unsent: Unsent, in open: OpenCase) -> CaseCommand? {
    let words = unsent.editor.text
    switch mode {
    case .reply:
      var draft = unsent.draft
      // What the screen showed is what is asked for.
      draft.isPublic = isInPublic
      return .send(draft)
    case .said: return .say(unsent.draft)
    case .note: return .note(text: words)
    case .whisper: return .whisper(text: words)
    case .heard:
      return .receive(
        text: words, spoken: open.current.channel == .phone, isPublic: isInPublic)
    }
  }

  private func action(of mode: ComposerMode) -> Action {
    switch mode {
    case .reply: .reply
    case .note: .note
    case .said: .said
    case .heard: .heard
    case .whisper: .whisper
    }
  }

  // MARK: - Phrases

  /// Puts words into the draft at the caret.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - piece: the phrase they come from.
  ///   - promises: the promises they make.
  mutating func put(
    _ words: String, from piece: Unsent.Piece?, promises: [Unsent.PendingPromise] = []
  ) {
    if mode != .reply && mode != .said {
      mode = open?.current.channel == .phone ? .said : .reply
    }
    let joint = Joint(
      isMail: mode == .reply && open?.current.channel == .mail,
      isSpaced: open?.current.language == .en)
    changeUnsent { unsent in
      let text = unsent.editor.text
      let caret = unsent.editor.caret
      unsent.pieces.removeAll { !Unsent.stands($0.text, in: text) }
      unsent.editor.insert(
        joint.between(text[..<caret], words) + words + joint.between(words[...], text[caret...]))
      if let piece { unsent.pieces.append(piece) }
      unsent.promises += promises
    }
    focus = .composer
  }
}

extension Editor {
  /// Types over a blank.
  ///
  /// - Returns: false where there is none at the caret, or the key types nothing.
  fileprivate mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character): fillBlank(with: String(character))
    case .paste(let words): fillBlank(with: words)
    default: false
    }
  }
}

extension Key {
  /// Whether it puts words in.
  fileprivate var isText: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }
}
