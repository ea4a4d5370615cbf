import Language
package import Screen

/// Text being written, with a caret, and everything that can be undone.
///
/// The caret always stands between whole characters as a reader sees them, so no key can tear one
/// apart. Every operation costs at most the length of the text.
package struct Editor: Equatable, Sendable {
  /// What has been written.
  package private(set) var text: String
  /// Before which character the next one goes.
  package private(set) var caret: String.Index
  /// What the last kill took away, for putting it back.
  private var killed = ""
  private var past: [Snapshot] = []
  private var future: [Snapshot] = []
  /// The last change was typing, so more typing joins it as one thing to undo.
  private var typing = false
  /// The column that moving up and down keeps to.
  private var wishedColumn: Int?

  /// Changes that can be undone.
  private static let memory = 200
  /// Bytes they may take, all in all; the last one is remembered whatever it takes.
  private static let memoryBytes = 1 << 20

  private struct Snapshot: Equatable, Sendable {
    var text: String
    var offset: Int
  }

  /// An editor with some text and the caret behind it.
  ///
  /// - Parameter text: the text.
  package init(_ text: String = "") {
    var native = text
    native.makeContiguousUTF8()
    self.text = native
    caret = self.text.endIndex
  }

  /// Whether there is a change to undo.
  package var canUndo: Bool { !past.isEmpty }

  /// Whether nothing but blanks is written.
  package var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The caret, counted in UTF-8 bytes from the beginning.
  private var offset: Int { text.utf8.distance(from: text.startIndex, to: caret) }

  // MARK: - Changing

  /// Puts text in at the caret and moves the caret behind it.
  ///
  /// - Parameters:
  ///   - string: the text; line breaks are kept.
  ///   - typed: whether it joins the typing before it as one thing to undo.
  package mutating func insert(_ string: String, typed: Bool = false) {
    guard !string.isEmpty else { return }
    remember(joining: typed && typing)
    typing = typed && !(string.last?.isWhitespace ?? true)
    replace(caret..<caret, with: string)
  }

  /// Replaces everything, as one thing to undo.
  ///
  /// - Parameter string: the new text; the caret goes behind it.
  package mutating func replaceAll(with string: String) {
    guard string != text else { return }
    change()
    replace(text.startIndex..<text.endIndex, with: string)
  }

  /// Puts text in the place of a stretch, as one thing to undo; the caret goes before its first
  /// open brace, which is a blank to fill, or behind it.
  ///
  /// - Parameters:
  ///   - range: the stretch in UTF-8 bytes; clamped to the text and to whole characters.
  ///   - string: what stands there then.
  package mutating func replace(utf8 range: Range<Int>, with string: String) {
    let start = place(ofUTF8: range.lowerBound)
    let end = max(start, place(ofUTF8: range.upperBound))
    guard text[start..<end] != string else { return }
    change()
    let before = text.utf8.distance(from: text.startIndex, to: start)
    replace(start..<end, with: string)
    if let blank = string.firstIndex(of: "{") {
      place(atUTF8: before + string.utf8.distance(from: string.startIndex, to: blank))
    }
  }

  /// Takes the character before the caret away.
  package mutating func deleteBackward() {
    guard caret > text.startIndex else { return }
    change()
    replace(text.index(before: caret)..<caret, with: "")
  }

  /// Takes the character after the caret away.
  package mutating func deleteForward() {
    guard caret < text.endIndex else { return }
    change()
    replace(caret..<text.index(after: caret), with: "")
  }

  /// Takes away what lies between the caret and the beginning of the word before it.
  package mutating func deleteWordBackward() { kill(wordStart(before: caret)..<caret) }

  /// Takes away what lies between the caret and the end of the word after it.
  package mutating func deleteWordForward() { kill(caret..<wordEnd(after: caret)) }

  /// Takes the rest of the line away, or the line break when nothing is left of the line.
  package mutating func killToLineEnd() {
    let end = lineEnd(from: caret)
    kill(caret..<(end == caret && end < text.endIndex ? text.index(after: end) : end))
  }

  /// Takes the line up to the caret away, or the line break before it.
  package mutating func killToLineStart() {
    let start = lineStart(from: caret)
    let back = start == caret && start > text.startIndex ? text.index(before: start) : start
    kill(back..<caret)
  }

  /// Puts back what the last kill took away.
  package mutating func yank() { insert(killed) }

  /// Takes the last change back.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let last = past.popLast() else { return false }
    future.append(Snapshot(text: text, offset: offset))
    restore(last)
    return true
  }

  /// Makes the last change taken back again.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let next = future.popLast() else { return false }
    past.append(Snapshot(text: text, offset: offset))
    restore(next)
    return true
  }

  private mutating func kill(_ range: Range<String.Index>) {
    guard !range.isEmpty else { return }
    killed = String(text[range])
    change()
    replace(range, with: "")
  }

  private mutating func change() {
    remember(joining: false)
    typing = false
  }

  private mutating func remember(joining: Bool) {
    future = []
    wishedColumn = nil
    guard !joining else { return }
    past.append(Snapshot(text: text, offset: offset))
    var excess = past.count - Self.memory
    var bytes = past.reduce(0) { $0 + $1.text.utf8.count }
    let forgotten = past.dropLast().prefix { oldest in
      guard excess > 0 || bytes > Self.memoryBytes else { return false }
      excess -= 1
      bytes -= oldest.text.utf8.count
      return true
    }
    past.removeFirst(forgotten.count)
  }

  private mutating func restore(_ snapshot: Snapshot) {
    text = snapshot.text
    place(atUTF8: snapshot.offset)
    typing = false
    wishedColumn = nil
  }

  private mutating func replace(_ range: Range<String.Index>, with string: String) {
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    text.replaceSubrange(range, with: string)
    place(atUTF8: start + string.utf8.count)
  }

  /// Puts the caret at a byte, or behind the character that byte has become part of: a mark typed
  /// after a letter joins it.
  private mutating func place(atUTF8 offset: Int) { caret = place(ofUTF8: offset) }

  /// The place of a byte, or behind the character it is within.
  private func place(ofUTF8 offset: Int) -> String.Index {
    rounded(
      text.utf8.index(text.startIndex, offsetBy: max(0, offset), limitedBy: text.endIndex)
        ?? text.endIndex)
  }

  /// The nearest place between two whole characters, at or behind a place.
  private func rounded(_ place: String.Index) -> String.Index {
    var place = place
    while place < text.endIndex, String.Index(place, within: text) == nil {
      place = text.utf8.index(after: place)
    }
    return place
  }

  // MARK: - Moving

  /// Puts the caret before a character.
  ///
  /// - Parameter index: a place in ``text``.
  package mutating func move(to index: String.Index) {
    caret = rounded(min(max(index, text.startIndex), text.endIndex))
    settle()
  }

  /// Moves one character back.
  package mutating func moveLeft() {
    if caret > text.startIndex { caret = text.index(before: caret) }
    settle()
  }

  /// Moves one character on.
  package mutating func moveRight() {
    if caret < text.endIndex { caret = text.index(after: caret) }
    settle()
  }

  /// Moves to the beginning of the word before the caret.
  package mutating func moveWordLeft() { move(to: wordStart(before: caret)) }

  /// Moves to the end of the word after the caret.
  package mutating func moveWordRight() { move(to: wordEnd(after: caret)) }

  /// Moves to the beginning of the line.
  package mutating func moveToLineStart() { move(to: lineStart(from: caret)) }

  /// Moves to the end of the line.
  package mutating func moveToLineEnd() { move(to: lineEnd(from: caret)) }

  /// Moves to the beginning of the text.
  package mutating func moveToStart() { move(to: text.startIndex) }

  /// Moves to the end of the text.
  package mutating func moveToEnd() { move(to: text.endIndex) }

  /// Moves a shown line up or down and keeps to the column it came from.
  ///
  /// - Parameters:
  ///   - lines: how many, up when negative.
  ///   - columns: how wide the text is shown.
  ///   - measure: how it is measured.
  /// - Returns: false when there is no such line; the caret then stays.
  @discardableResult
  package mutating func move(lines: Int, columns: Int, measure: TextWidth) -> Bool {
    let wrap = TextWrap(text, columns: columns, measure: measure)
    let here = wrap.position(of: caret)
    let column = wishedColumn ?? here.column
    let row = here.row + lines
    guard row >= 0, row < wrap.lines.count else { return false }
    caret = rounded(wrap.index(at: Position(column: column, row: row)))
    typing = false
    wishedColumn = column
    return true
  }

  private mutating func settle() {
    typing = false
    wishedColumn = nil
  }

  // MARK: - Lines and words

  private func lineStart(from index: String.Index) -> String.Index {
    text[..<index].lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
  }

  private func lineEnd(from index: String.Index) -> String.Index {
    text[index...].firstIndex(where: \.isNewline) ?? text.endIndex
  }

  private func wordStart(before index: String.Index) -> String.Index {
    WordBreaks.start(before: index, in: text)
  }

  private func wordEnd(after index: String.Index) -> String.Index {
    WordBreaks.end(after: index, in: text)
  }
}
