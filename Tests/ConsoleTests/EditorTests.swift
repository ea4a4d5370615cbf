import Console
import Screen
import Testing

/// Text being written, with a caret.
@Suite struct EditorTests {
  /// An editor with the caret where the bar stands.
  private func editor(_ marked: String) -> Editor {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    var editor = Editor(parts.joined())
    editor.move(to: editor.text.index(editor.text.startIndex, offsetBy: parts[0].count))
    return editor
  }

  /// The text with a bar where the caret stands.
  private func marked(_ editor: Editor) -> String {
    String(editor.text[..<editor.caret]) + "|" + String(editor.text[editor.caret...])
  }

  private func pressed(_ names: [String], _ start: String, columns: Int? = 20) -> String {
    var editor = editor(start)
    for name in names {
      guard let key = Key(name: name) else { continue }
      _ = editor.press(key, columns: columns, measure: .standard)
    }
    return marked(editor)
  }

  @Test(arguments: [
    ("ab|cd", ["x"], "abx|cd"),
    ("ab|cd", ["left", "x"], "ax|bcd"),
    ("ab|cd", ["backspace"], "a|cd"),
    ("ab|cd", ["delete"], "ab|d"),
    ("|ab", ["backspace"], "|ab"),
    ("ab|", ["delete"], "ab|"),
    ("one\ntwo|", ["ctrl-a", "x"], "one\nx|two"),
    ("|one\ntwo", ["ctrl-e"], "one|\ntwo"),
    ("one two|", ["ctrl-w"], "one |"),
    ("one two|", ["ctrl-w", "ctrl-w"], "|"),
    ("one|, two", ["ctrl-w", "ctrl-y", "ctrl-y"], "oneone|, two"),
    ("on|e two", ["ctrl-k"], "on|"),
    ("one|\ntwo", ["ctrl-k"], "one|two"),
    ("one tw|o", ["ctrl-u"], "|o"),
    ("one\n|two", ["ctrl-u"], "one|two"),
    ("a|", ["ctrl-j", "b"], "a\nb|"),
    ("a|", ["alt-enter", "b"], "a\nb|"),
    ("one two|", ["ctrl-left", "ctrl-left"], "|one two"),
    ("|one, two", ["ctrl-right", "ctrl-right"], "one, two|"),
    ("one two|", ["alt-b", "alt-d"], "one |"),
    ("|one two", ["alt-f", "x"], "onex| two"),
  ])
  func `keys do what hands expect`(_ row: (String, [String], String)) {
    #expect(pressed(row.1, row.0) == row.2)
  }

  @Test(arguments: [
    ("👍🏽|", "|"), ("👨‍👩‍👧|a", "|a"), ("e\u{301}|", "|"), ("🇨🇳|", "|"), ("한|", "|"),
    ("a\r\n|b", "a|b"),
  ])
  func `a character goes as a whole`(_ row: (String, String)) {
    #expect(pressed(["backspace"], row.0) == row.1)
  }

  @Test func `a mark typed behind a letter joins it and the caret stays behind both`() {
    var editor = Editor("e")
    _ = editor.press(.character("\u{301}"), columns: 20, measure: .standard)
    #expect(editor.text == "e\u{301}")
    #expect(editor.caret == editor.text.endIndex)
    editor.deleteBackward()
    #expect(editor.text.isEmpty)
  }

  @Test func `input methods hand over several characters at once, in order`() {
    var editor = Editor()
    for character in "您的订单" {
      _ = editor.press(.character(character), columns: 20, measure: .standard)
    }
    #expect(marked(editor) == "您的订单|")
  }

  @Test func `words of Chinese are short`() {
    var editor = editor("您的宽带已经修好了|")
    var stops: [String] = []
    while editor.caret > editor.text.startIndex {
      editor.moveWordLeft()
      stops.append(String(editor.text[editor.caret...].prefix(2)))
    }
    #expect(stops == ["了", "修好", "已经", "宽带", "的宽", "您的"])
    editor.moveWordRight()
    #expect(marked(editor) == "您|的宽带已经修好了")
  }

  @Test func `Chinese and English words stand apart`() {
    #expect(pressed(["ctrl-left"], "订单ABC123|") == "订单|ABC123")
    #expect(pressed(["ctrl-left", "ctrl-left"], "订单ABC123|") == "|订单ABC123")
    #expect(pressed(["ctrl-left"], "好的，|") == "好|的，")
  }

  @Test func `typing is undone word by word, other changes one by one`() {
    var editor = Editor()
    for character in "one two" {
      _ = editor.press(.character(character), columns: 20, measure: .standard)
    }
    editor.deleteWordBackward()
    #expect(editor.text == "one ")
    editor.undo()
    #expect(editor.text == "one two")
    editor.undo()
    #expect(editor.text == "one ")
    editor.undo()
    #expect(editor.text == "")
    let undone = editor.undo()
    #expect(!undone)
    editor.redo()
    editor.redo()
    #expect(editor.text == "one two")
    editor.insert("!", typed: true)
    let redone = editor.redo()
    #expect(!redone)
  }

  @Test func `a paste keeps its lines, and on a single line becomes one`() {
    var editor = Editor()
    _ = editor.press(.paste("one\ntwo"), columns: 20, measure: .standard)
    #expect(editor.text == "one\ntwo")
    var single = Editor()
    _ = single.press(.paste("one\ntwo"), columns: nil, measure: .standard)
    #expect(single.text == "one two")
  }

  @Test func `up and down follow the lines as they are shown, and keep the column`() {
    #expect(pressed(["up"], "一二三四五六七八九十|", columns: 10) == "一二三四|五六七八九十")
    #expect(pressed(["up", "up"], "abcdef\nx\nabcd|ef", columns: 20) == "abcd|ef\nx\nabcdef")
    #expect(pressed(["up"], "abc|", columns: 20) == "|abc")
    #expect(pressed(["down"], "|abc", columns: 20) == "abc|")
  }

  @Test func `any keys in any order leave the caret between characters`() {
    let names = [
      "left", "right", "up", "down", "home", "end", "backspace", "delete", "ctrl-w", "ctrl-k",
      "ctrl-u", "ctrl-y", "ctrl-z", "ctrl-r", "ctrl-left", "ctrl-right", "ctrl-j",
    ].compactMap { Key(name: $0) }
    let pieces: [Character] = ["a", "中", "👨‍👩‍👧", "\u{301}", "é", "🇨🇳", "，", " ", "\u{200D}"]
    var state: UInt64 = 42
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var editor = Editor()
    for _ in 0..<4_000 {
      let key: Key =
        next(2) == 0 ? .character(pieces[next(pieces.count)]) : names[next(names.count)]
      _ = editor.press(key, columns: 12, measure: .standard)
      #expect(editor.caret <= editor.text.endIndex)
      #expect(
        editor.caret == editor.text.endIndex
          || String.Index(editor.caret, within: editor.text) == editor.caret)
    }
  }

  @Test func `large changes are not all remembered, the last one always is`() {
    var editor = Editor()
    for _ in 0..<8 { editor.insert(String(repeating: "x", count: 400_000)) }
    var undone = 0
    while editor.undo() { undone += 1 }
    #expect((1...3).contains(undone))
  }
}
