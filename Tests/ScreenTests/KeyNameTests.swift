import Screen
import Testing

@Suite struct KeyNameTests {
  private static let everyKey: [Key] = {
    let plain: [Key] = [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .insert,
    ]
    let functions = (1...63).map { Key.function($0) }
    let characters = "abcXYZ019 -+/?中é👍".map { Key.character($0) }
    let controls = "abcrz [\\]^_/".map { Key.control($0) }
    // Shift and Tab have a name of their own.
    let modified = plain.filter { $0 != .tab }.flatMap {
      [Key.shift($0), .controlled($0), .controlled(.shift($0))]
    }
    let alone = plain + functions + characters + controls + modified
    return alone + alone.map { Key.alt($0) }
  }()

  @Test func `every key is found again by its name`() {
    for key in Self.everyKey {
      #expect(Key(name: key.name) == key, "\(key.name)")
    }
    #expect(Set(Self.everyKey.map(\.name)).count == Self.everyKey.count)
  }

  @Test(arguments: [
    ("ctrl-r", Key.control("r")), ("Ctrl-R", .control("r")), ("alt-enter", .alt(.enter)),
    ("f5", .function(5)), ("a", .character("a")), ("A", .character("A")), ("-", .character("-")),
    ("ctrl-space", .control(" ")), ("esc", .escape), ("shift-tab", .backTab),
    ("ctrl-left", .controlled(.left)), ("meta-x", .alt(.character("x"))), ("pgup", .pageUp),
    ("alt--", .alt(.character("-"))),
  ])
  func `names mean keys`(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", "paste", "f0", "f64", "f05", "ctrl-", "ctrl-中", "ctrl-alt-x", "alt-alt-x", "shift-a",
    "hello", "\u{1B}", "\r\n", "\u{7F}", "ctrl-1",
  ])
  func `what is no key's name is refused`(_ name: String) {
    #expect(Key(name: name) == nil)
  }
}
