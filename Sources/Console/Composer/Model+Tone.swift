import Playbook
import Screen
import Vocabulary
import Workflow

/// The tone guard while words are being written.
extension Model {
  /// Longer words are read once a second at most, and not with every key.
  private static let quickBytes = 4_096

  /// What is found in the words on the screen and worth saying.
  package var toneMarks: [DraftMark] {
    guard let open, tone.reading?.ref == open.ref, tone.reading?.mode == mode else { return [] }
    let text = unsent.editor.text
    return tone.shown.filter { $0.place(in: text) != nil }
  }

  /// Gives words that changed away to be read.
  mutating func readDraft(onTick: Bool = false) -> [Effect] {
    // What was said on the phone is a record, and no better wording belongs into it.
    guard let open, mode == .reply, holdsOpenCase, !unsent.isEmpty,
      unsent.onItsWay == nil
    else {
      tone.rest()
      if let open, unsent.isEmpty { tone.begin(open.ref) }
      return []
    }
    let asked = ToneGuard.Asked(
      ref: open.ref, mode: mode, revision: drafts.revision, version: open.current.version,
      isPublic: isInPublic)
    guard asked != tone.asked else { return [] }
    let text = unsent.editor.text
    guard onTick || text.utf8.count <= Model.quickBytes else { return [] }
    tone.ask(asked)
    return [
      .readDraft(
        DraftWords(
          ref: open.ref, mode: mode, revision: asked.revision, version: asked.version, text: text,
          isPublic: asked.isPublic))
    ]
  }

  /// Takes in what the words were read as.
  mutating func take(_ reading: DraftReading) -> [Effect] {
    touched = tone.take(reading) ? .words : .nothing
    // Where nothing is drawn beside the words, it is told.
    if isLinear, touched == .words, let found = toneWords {
      say([found.words, found.why].filter { !$0.isEmpty }.joined(separator: " "), .plain)
    }
    return []
  }

  /// Puts what is better said in the place of what was found.
  mutating func takeRewrite() -> [Effect] {
    guard let open, let mark = toneMarks.first(where: { $0.finding.rewrite != nil }),
      let rewrite = mark.finding.rewrite
    else { return [] }
    let known = PhraseValues(self, open)
    let names = Placeholders.names(in: rewrite)
    let words = Placeholders.fill(
      rewrite, naming(names, known.values(for: names)), in: open.current.language)
    changeUnsent { $0.editor.replace(utf8: mark.replaced, with: words) }
    focus = .composer
    return []
  }

  // MARK: - On the screen

  /// The key of an action that works while words are typed; its main key where none does.
  func typingKey(_ action: Action) -> String {
    (keymap[action].first(where: Keymap.typesNothing) ?? keymap[action].first).map(shown) ?? ""
  }

  /// What is found in the words and why it hurts, for a width; at most `limit` lines.
  func toneLines(width: Int, limit: Int) -> [StyledLine] {
    guard limit > 0, let (mark, words, why) = toneWords else { return [] }
    let holds = mark == nil || mark?.finding.strength == .hold
    let style = holds ? Style(.danger).bold : Style(.warning)
    let sign = holds ? "\(marks.overdue) " : "\(marks.bullet) "
    let key =
      mark == nil
      ? marks.key("Tab") : mark?.finding.rewrite == nil ? "" : typingKey(.takeRewrite)
    let trailing = key.isEmpty ? nil : StyledPiece(key, Style(.key).bold)
    let room = trailing.map { width - sitting.measure.columns(of: $0.text) - 1 } ?? width
    let whole = sign + words + " " + why
    if sitting.measure.columns(of: whole) <= room || limit == 1 {
      return [
        StyledLine(
          [StyledPiece(sign + words + " ", style), StyledPiece(why, Style(.muted))],
          trailing: trailing)
      ]
    }
    var lines = [StyledLine([StyledPiece(sign + words, style)], trailing: trailing)]
    lines += wrapped(why, width: width - 2, style: Style(.muted)).prefix(limit - 1).map {
      StyledLine([StyledPiece("  ")] + $0.pieces)
    }
    return lines
  }

  /// What stands below the draft: what may hurt in it, and what it is made of.
  func belowDraft(width: Int, limit: Int) -> [StyledLine] {
    let joined = joinedWords
    let unbroken = unbrokenWords
    let room = joined == nil && unbroken == nil || limit < 2 ? limit : limit - 1
    let tone = toneLines(width: width, limit: room)
    guard let length = unbroken ?? joined?.length, tone.count < limit else { return tone }
    let said = joined?.said ?? ""
    let words = said.isEmpty ? length : length + marks.between + said
    let style = Style(said.isEmpty ? .muted : .warning)
    return tone
      + wrapped("\(marks.bullet) " + words, width: width, style: style).prefix(limit - tone.count)
  }

  /// How long the draft is once phrases were joined, and what they say more than once; nil while it
  /// is made of one at most.
  var joinedWords: (length: String, said: String)? {
    guard let open, mode == .reply || mode == .said, unsent.pieces.count > 1 else { return nil }
    let text = unsent.editor.text
    let pieces = unsent.pieces.filter { Unsent.stands($0.text, in: text) }
    guard pieces.count > 1 else { return nil }
    let isSpaced = open.current.language == .en
    let size = size(of: text, isSpaced)
    let length = self.text(
      isSpaced ? "composer.joined_words" : "composer.joined_characters",
      ["n": String(pieces.count), "size": String(size)])
    let twice = SpeechAct.allCases.filter { act in pieces.count { $0.acts.contains(act) } > 1 }
    guard !twice.isEmpty else { return (length, "") }
    let acts = twice.map { name($0) }.joined(separator: self.text("tone.joint"))
    return (length, self.text("composer.said_twice", ["acts": acts]))
  }

  /// Words in a spaced script, letters in one without spaces.
  private func size(of text: String, _ isSpaced: Bool) -> Int {
    isSpaced ? text.split(whereSeparator: \.isWhitespace).count : text.count { !$0.isWhitespace }
  }

  /// That a reply is long and all in one piece, where steps on lines of their own would be followed
  /// more easily (S4-8); nil for any other.
  private var unbrokenWords: String? {
    // Asked at every key: a short text is not looked through.
    let text = unsent.editor.text
    guard let open, mode == .reply, text.utf8.count > Model.longestPiece.letters,
      !text.contains(where: \.isNewline)
    else { return nil }
    let isSpaced = open.current.language == .en
    let size = size(of: text, isSpaced)
    guard size > (isSpaced ? Model.longestPiece.words : Model.longestPiece.letters) else {
      return nil
    }
    return self.text(
      isSpaced ? "composer.unbroken_words" : "composer.unbroken_characters",
      ["size": String(size)])
  }

  /// What is read in one breath on a small screen.
  private static let longestPiece = (words: 90, letters: 160)

  /// The finding that is told, what it is, and why it hurts; nil when there is none.
  var toneWords: (mark: DraftMark?, words: String, why: String)? {
    let found = toneMarks
    if let mark = found.first {
      let holds = mark.finding.strength == .hold
      var words = text(
        holds ? "tone.holds" : "tone.found",
        [
          "kind": wording.name(ofFinding: mark.finding.kind), "words": mark.words.onOneLine,
        ])
      if found.count > 1 { words += " " + text("tone.more", ["n": String(found.count - 1)]) }
      return (mark, words, mark.finding.why)
    }
    guard let blanks = tone.reading?.unresolved, !blanks.isEmpty, !unsent.isEmpty,
      tone.reading?.ref == open?.ref, tone.reading?.mode == mode
    else { return nil }
    let names = blanks.map { wording.name(ofVariable: $0) }.joined(separator: text("tone.joint"))
    return (nil, text("tone.blanks", ["names": names]), "")
  }

  /// The lines below the draft.
  func drawTone(_ frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = Rect(x: rect.x + 1, y: rect.y, width: max(0, rect.width - 1), height: rect.height)
    for (row, line) in belowDraft(width: inner.width, limit: rect.height).enumerated() {
      frame.draw(line, in: inner, row: row)
    }
  }

  /// Underlines what was found in the rows of the draft that are seen.
  func underline(_ frame: inout Frame, _ wrap: TextWrap, top: Int, in rect: Rect) {
    let text = unsent.editor.text
    for mark in toneMarks {
      guard let place = mark.place(in: text) else { continue }
      let tint: Tint? = mark.finding.strength == .hold ? .danger : nil
      for row in 0..<rect.height where top + row < wrap.lines.count {
        let shown = wrap.lines[top + row].shown
        let lower = max(shown.lowerBound, place.lowerBound)
        let upper = min(shown.upperBound, place.upperBound)
        guard lower < upper else { continue }
        let before = sitting.measure.columns(of: text[shown.lowerBound..<lower])
        let columns = sitting.measure.columns(of: text[lower..<upper], from: before)
        frame.restyle(
          Rect(
            x: rect.x + 1 + before, y: rect.y + row,
            width: min(columns, rect.width - 1 - before), height: 1)
        ) {
          $0.emphasis.formUnion(.underline)
          if let tint { $0.foreground = tint }
        }
      }
    }
  }
}

extension String {
  /// The words with every run of blanks and line breaks as one blank.
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
