import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary

/// Which keys do what, and what a person may change about it.
@Suite struct KeymapTests {
  @Test func `the shipped keys mean one thing each, and every action has one`() {
    let map = Keymap.standard
    let keys = Action.allCases.flatMap { map[$0] }
    #expect(Set(keys).count == keys.count)
    for action in Action.allCases {
      #expect(!map[action].isEmpty, "\(action)")
      for key in map[action] { #expect(map.action(of: key) == action) }
    }
    for (key, action) in Keymap.fixed { #expect(map.action(of: key) == action) }
    #expect(map.whileTyping(.character("a")) == nil)
    #expect(map.whileTyping(.control("z")) == nil)
    #expect(map.whileTyping(.function(5)) == .advance)
  }

  @Test func `nothing shipped surprises while writing`() {
    let same = Action.allCases.reduce(into: [:]) { changes, action in
      changes[action.rawValue] = Keymap.standard[action].map(\.name)
    }
    let (map, problems) = Keymap.standard.changed(by: same)
    #expect(problems.isEmpty, "\(problems.map(\.sentence))")
    #expect(map == Keymap.standard)
  }

  @Test func `a change frees the keys that were there`() {
    let (map, problems) = Keymap.standard.changed(by: ["advance": ["~", "f2"]])
    #expect(problems.isEmpty)
    #expect(map[.advance] == [.character("~"), .function(2)])
    #expect(map.action(of: .character("a")) == nil)
    #expect(map.action(of: .function(5)) == nil)
    #expect(map[.takeNext] == [.character("t"), .alt(.character("t"))])
    #expect(map.whileTyping(.function(2)) == .advance)
  }

  @Test func `two actions may change places`() {
    let (map, problems) = Keymap.standard.changed(by: ["reply": ["n"], "note": ["r"]])
    #expect(problems.isEmpty)
    #expect(map.action(of: .character("n")) == .reply)
    #expect(map.action(of: .character("r")) == .note)
  }

  @Test(arguments: [
    (
      ["advanse": ["a"]],
      "“advanse” is no action; did you mean “advance”? “calmdesk keys” lists them all."
    ),
    (["fly": ["a"]], "“fly” is no action. “calmdesk keys” lists them all."),
    (
      ["reply": ["ctrl+x"]],
      "“ctrl+x” in “reply” is no key's name; names are like a, A, f5, ctrl-r, alt-r or space."
    ),
    (
      ["reply": ["1"]],
      "1 in “reply” cannot be given away: it puts a phrase into the draft. Take another key."
    ),
    (
      ["reply": ["alt-9"]],
      "alt-9 in “reply” cannot be given away: it puts a phrase into the draft. Take another key."
    ),
    (
      ["reply": ["pagedown"]],
      "pagedown in “reply” cannot be given away: it moves within the panes. Take another key."
    ),
    (
      ["reply": ["enter"]],
      "enter in “reply” cannot be given away: it opens the selected case, chooses and sends. "
        + "Take another key."
    ),
    (
      ["reply": ["f12"]],
      "f12 in “reply” cannot be given away: it always opens the palette. Take another key."
    ),
    (
      ["reply": ["ctrl-m"]],
      "ctrl-m in “reply” reaches no program: terminals send enter for it. Take another key."
    ),
    (
      ["note": ["Q"], "reply": ["Q"]],
      "Q in “reply” is given to “note” already; take it out of one of them."
    ),
  ])
  func `what cannot be done is said, with the remedy`(
    _ changes: [String: [String]], _ sentence: String
  ) {
    let (map, problems) = Keymap.standard.changed(by: changes)
    #expect(problems.filter { !$0.isRemark }.map(\.sentence) == [sentence])
    #expect(map[.reply] == Keymap.standard[.reply])
  }

  @Test func `what is wrong in an entry leaves the rest of it`() {
    let (map, problems) = Keymap.standard.changed(by: ["reply": ["tab", "Q"], "close": ["X"]])
    #expect(problems.count == 1)
    #expect(map[.reply] == [.character("Q")])
    #expect(map[.close] == [.character("X")])
  }

  @Test func `an action may go without a key, and is told of`() {
    let (map, problems) = Keymap.standard.changed(by: ["survey": [], "close": ["alt-f"]])
    #expect(map[.survey].isEmpty)
    #expect(!problems.contains { !$0.isRemark })
    #expect(
      problems.map(\.sentence) == [
        "“survey” has no key now; the palette (f12) still finds it by name.",
        "alt-f in “close” edits while you write, so it does this only outside the draft.",
      ])
  }

  @Test func `the ways to everything else cannot be lost`() {
    let (map, _) = Keymap.standard.changed(by: ["palette": [], "help": ["K"], "look": ["?", ":"]])
    #expect(map[.palette] == [.function(12)])
    #expect(map[.help] == [.character("K"), .function(1)])
    #expect(map.action(of: .character(":")) == .look)
  }

  @Test func `a Chinese input method's punctuation means the key`() {
    let map = Keymap.standard
    #expect(map.meant(.character("：")) == .character(":"))
    #expect(map.meant(.alt(.character("："))) == .alt(.character(":")))
    #expect(map.meant(.character("？")) == .character("?"))
    #expect(map.meant(.character("、")) == .character("/"))
    #expect(map.meant(.character("。")) == .character("."))
    #expect(map.meant(.character("Ａ")) == .character("Ａ"))
    #expect(map.meant(.character("中")) == .character("中"))
    let (own, _) = map.changed(by: ["look": ["？"]])
    #expect(own.meant(.character("？")) == .character("？"))
  }

  // MARK: - On the screen

  @Test(arguments: LanguageTag.allCases)
  func `a key that was changed is shown wherever keys are told`(_ language: LanguageTag) throws {
    let (map, problems) = Keymap.standard.changed(
      by: ["take_next": ["!"], "help": ["%"], "reply": ["&"], "form": ["^"], "advance": ["|"]])
    #expect(!problems.contains { !$0.isRemark })
    let bench = try Workbench.shipped()
    try bench.open("My parcel is late again!")
    let driver = try Driver(
      bench, language: language, size: Size(columns: 120, rows: 36), keymap: map)
    #expect(
      driver.screen.contains("! \(Playbook.shipped.locale(language)["screen.action.take_next"])"))
    #expect(!driver.screen.contains("{key_"))
    driver.press("t")
    #expect(driver.model.open == nil)
    driver.press("!")
    #expect(driver.model.open != nil)
    let footer = driver.line(35)
    #expect(driver.line(35).contains("&") || driver.model.notice != nil, "\(footer)")
    driver.press("escape")
    #expect(
      driver.line(35).contains("& \(Playbook.shipped.locale(language)["screen.action.reply"])"))
    driver.press("|")
    #expect(driver.hasOverlay)
    driver.press("esc", "&")
    #expect(driver.model.focus == .composer)
    driver.press("esc", "%")
    #expect(driver.screen.contains("^"))
  }

  @Test func `an action without a key is told by its name in the palette`() throws {
    let (map, _) = Keymap.standard.changed(by: ["take_next": []])
    let driver = try Driver(
      try Workbench.shipped(), size: Size(columns: 120, rows: 36), keymap: map)
    #expect(driver.screen.contains("Press : take the next case"))
  }
}
