package import Screen

extension Editor {
  /// Does what a key means while writing, in the habits of readline and of common editors.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - columns: how wide the text is shown, for moving up and down; nil for a single line.
  ///   - measure: how it is measured.
  /// - Returns: false when the key means nothing here.
  package mutating func press(_ key: Key, columns: Int?, measure: TextWidth) -> Bool {
    switch key {
    case .character(let character): insert(String(character), typed: true)
    case .paste(let words): insert(columns == nil ? Editor.oneLine(words) : words)
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToLineStart()
    case .end, .control("e"): moveToLineEnd()
    case .controlled(.left), .alt(.left), .alt(.character("b")): moveWordLeft()
    case .controlled(.right), .alt(.right), .alt(.character("f")): moveWordRight()
    case .controlled(.home): moveToStart()
    case .controlled(.end): moveToEnd()
    case .control("k"): killToLineEnd()
    case .control("u"): killToLineStart()
    case .control("w"), .alt(.backspace): deleteWordBackward()
    case .alt(.delete), .controlled(.delete), .alt(.character("d")): deleteWordForward()
    case .control("y"): yank()
    case .control("z"), .control("_"), .control("/"): undo()
    case .control("r"): redo()
    case .up, .control("p"):
      guard let columns else { return false }
      if !move(lines: -1, columns: columns, measure: measure) { moveToLineStart() }
    case .down, .control("n"):
      guard let columns else { return false }
      if !move(lines: 1, columns: columns, measure: measure) { moveToLineEnd() }
    case .control("j"), .alt(.enter):
      guard columns != nil else { return false }
      insert("\n")
    default: return false
    }
    return true
  }

  private static func oneLine(_ words: String) -> String {
    String(words.map { $0.isNewline ? " " : $0 })
  }
}
