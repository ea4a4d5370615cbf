import Screen
import Terminal
import Testing

@Suite struct TerminalOptionsTests {
  @Test(arguments: [
    ([:], "dark"), (["NO_COLOR": "1"], "none"), (["NO_COLOR": ""], "dark"),
    (["COLORFGBG": "15;0"], "dark"), (["COLORFGBG": "0;15"], "light"),
    (["COLORFGBG": "0;default;15"], "light"), (["COLORFGBG": "0;7"], "light"),
    (["COLORFGBG": "7;8"], "dark"), (["COLORFGBG": "nonsense"], "dark"),
    (["COLORFGBG": "0;15", "NO_COLOR": "yes"], "none"),
  ])
  func `the environment chooses the theme`(_ environment: [String: String], _ name: String) {
    let themes = ["dark": Theme.dark, "light": .light, "none": .none]
    #expect(TerminalOptions(environment: environment).theme == themes[name])
  }

  @Test(arguments: [
    ([:], NoticeWay.osc9), (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], .osc9),
    (["TERM": "xterm-kitty"], .osc9), (["TERM": "foot"], .osc777),
    (["TERM": "rxvt-unicode-256color"], .osc777), (["VTE_VERSION": "7006"], .osc777),
    (["TERM": "xterm-256color", "KONSOLE_VERSION": "230804"], .osc777),
    (["VTE_VERSION": "7006", "TERM_PROGRAM": "WezTerm"], .osc9),
  ])
  func `the environment says how notices are shown`(
    _ environment: [String: String], _ way: NoticeWay
  ) {
    #expect(TerminalOptions(environment: environment).notices == way)
  }

  @Test(arguments: [
    ([:], 25), (["ESCDELAY": "100"], 100), (["ESCDELAY": "0"], 1), (["ESCDELAY": "-5"], 1),
    (["ESCDELAY": "99999999999999999999"], 25), (["ESCDELAY": "9999999"], 5_000),
  ])
  func `the delay after ESC stays within reason`(_ environment: [String: String], _ delay: Int) {
    #expect(TerminalOptions(environment: environment).escapeDelay == delay)
  }
}
