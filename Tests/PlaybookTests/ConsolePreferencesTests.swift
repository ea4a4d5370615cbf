import Playbook
import Testing

@Suite struct ConsolePreferencesTests {
  private static let path = "/home/mei/.config/calmdesk/console.yaml"

  private func load(_ text: String) -> (preferences: ConsolePreferences, problems: [String]) {
    let found = ConsolePreferences.load(
      Self.path, files: .memory([Self.path: text]))
    return (found.preferences, found.problems.map(\.description))
  }

  @Test func `everything can be said`() {
    let (preferences, problems) = load(
      """
      # how Mei likes it
      theme: colour-blind
      layout: linear
      mouse: off
      borders: ascii
      ambiguous: wide
      bell: off
      notices: osc777
      paste_question_lines: 12
      keys:
        reply: r
        take_next: [t, f2]
      """)
    #expect(problems == [])
    #expect(preferences.theme == .colourBlind)
    #expect(preferences.layout == .linear)
    #expect(!preferences.mouse)
    #expect(preferences.borders == .ascii)
    #expect(preferences.ambiguous == .wide)
    #expect(!preferences.bell)
    #expect(preferences.notices == .osc777)
    #expect(preferences.pasteQuestionLines == 12)
    #expect(preferences.keys == ["reply": ["r"], "take_next": ["t", "f2"]])
    #expect(preferences.keyLines == ["reply": 11, "take_next": 12])
  }

  @Test(arguments: ["", "\n\n", "# nothing yet\n  # at all\n"])
  func `a file that says nothing leaves all as usual`(_ text: String) {
    let (preferences, problems) = load(text)
    #expect(preferences == ConsolePreferences())
    #expect(problems == [])
  }

  @Test func `no file leaves all as usual`() {
    let found = ConsolePreferences.load(Self.path, files: .memory([:]))
    #expect(found.preferences == ConsolePreferences())
    #expect(found.problems == [])
  }

  @Test(arguments: [
    (
      "theme: drak",
      "line 1: the console names the theme “drak”, which does not exist; did you "
        + "mean “dark”?"
    ),
    (
      "bell: on\nmouse: true",
      "line 2: the console names the setting “true”, which does not exist; "
        + "known are on, off."
    ),
    (
      "them: dark",
      "line 1: the console has the key “them”, which is not known here; did you mean "
        + "“theme”?"
    ),
    (
      "paste_question_lines: 20000",
      "line 1: the console wants 10000 at most in “paste_question_lines”, not 20000."
    ),
    (
      "paste_question_lines: many",
      "line 1: the console wants a whole number in “paste_question_lines”, not “many”."
    ),
    ("keys: [a, b]", "line 1: the console wants a map in “keys”, not a list."),
    ("- dark", "line 1: the console wants a map in “preferences”, not a list."),
  ])
  func `what is wrong is told by line, with the remedy`(_ text: String, _ problem: String) {
    #expect(load(text).problems == ["\(Self.path), \(problem)"])
  }

  @Test func `what is wrong does not spoil the rest`() {
    let (preferences, problems) = load("theme: drak\nbell: off\nnotices: loud\nborders: ascii")
    #expect(problems.count == 2)
    #expect(preferences.theme == .auto)
    #expect(!preferences.bell)
    #expect(preferences.notices == .on)
    #expect(preferences.borders == .ascii)
    let broken = load("theme: [")
    #expect(broken.preferences == ConsolePreferences())
    #expect(broken.problems.count == 1)
  }

  @Test func `the environment stands above the file, and NO_COLOR above every theme in it`() {
    var preferences = load("theme: light\nborders: ascii").preferences
    #expect(
      preferences.apply(environment: [
        "CALMDESK_THEME": "contrast", "CALMDESK_AMBIGUOUS": "wide", "CALMDESK_LAYOUT": "linear",
      ]) == [])
    #expect(preferences.layout == .linear)
    #expect(preferences.theme == .contrast)
    #expect(preferences.borders == .ascii)
    #expect(preferences.ambiguous == .wide)
    #expect(preferences.apply(environment: ["NO_COLOR": "", "CALMDESK_BORDERS": "lines"]) == [])
    #expect(preferences.theme == .contrast)
    #expect(preferences.borders == .lines)
    #expect(preferences.apply(environment: ["NO_COLOR": "1", "CALMDESK_THEME": "dark"]) == [])
    #expect(preferences.theme == .none)
    #expect(
      preferences.apply(environment: ["CALMDESK_BORDERS": "round"]).map(\.description) == [
        "CALMDESK_BORDERS: “round” is not known here; known are lines, ascii."
      ])
  }

  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/calmdesk/console.yaml"),
    (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/calmdesk/console.yaml"),
    (["HOME": "/h"], "/h/.config/calmdesk/console.yaml"),
  ])
  func `the file lies in the configuration folder`(
    _ environment: [String: String], _ path: String
  ) {
    #expect(ConsolePreferences.path(environment) == path)
  }

  @Test func `without a home there is no file`() {
    #expect(ConsolePreferences.path([:]) == nil)
  }
}
