internal import CNcurses
internal import Screen

/// What the terminal's description says, read once after it was set up.
struct Capabilities {
  /// Asks the terminal to mark what is pasted; unknown to a terminal, it does nothing.
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  /// Asks to be told when the window comes to the front or goes behind another.
  private static let focusOn = "\u{1B}[?1004h"
  private static let focusOff = "\u{1B}[?1004l"
  /// Asks to be told of presses and of the wheel, with numbers of any size.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Whether the terminal is one of those with windows, a mouse and a clipboard, which understand
  /// the sequences of xterm. The Linux console has a mouse of another kind and shows what it does
  /// not understand.
  let isWindow: Bool
  /// Switches on what is asked for beside what ncurses does.
  let modesOn: String
  /// Switches the same off again.
  let modesOff: String
  /// Gives a terminal back without ncurses, from a signal handler if need be: breaks off any
  /// sequence under way, then undoes one by one what was switched on.
  let undo: String
  /// Wipes what customers wrote off a terminal that has no screen of its own for full-screen
  /// programs, such as the Linux console; empty for others.
  let wipe: String
  /// What the terminal's keys send.
  let keys: KeyDecoder.Table

  /// Reads the description of the terminal that was set up last.
  ///
  /// - Parameters:
  ///   - mouse: Whether the mouse is wanted.
  ///   - type: What kind of terminal it is, as `TERM` names it.
  init(mouse: Bool, type: String) {
    isWindow = cn_capability("kmous") != nil && !type.hasPrefix("linux")
    let hasMouse = mouse && isWindow
    modesOn = Self.pasteOn + (isWindow ? Self.focusOn : "") + (hasMouse ? Self.mouseOn : "")
    modesOff = (hasMouse ? Self.mouseOff : "") + (isWindow ? Self.focusOff : "") + Self.pasteOff
    let attributes = Self.text("sgr0")
    let cursor = Self.text("cnorm")
    let keypad = Self.text("rmkx")
    let screen = Self.text("rmcup")
    wipe = screen.isEmpty ? Self.text("clear") : ""
    undo = "\u{18}" + modesOff + attributes + cursor + keypad + screen + wipe + "\r"
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in Self.names {
      if let text = cn_capability(name) { sequences[Array(String(cString: text).utf8)] = key }
    }
    for number in 1...63 {
      guard let text = cn_capability("kf\(number)") else { continue }
      let bytes = Array(String(cString: text).utf8)
      if sequences[bytes] == nil { sequences[bytes] = .function(number) }
    }
    keys = KeyDecoder.Table(
      sequences: sequences,
      backspaceIsControlH: cn_capability("kbs").map { String(cString: $0) == "\u{8}" } ?? false)
  }

  /// A capability without the pauses that only printing terminals need.
  private static func text(_ name: String) -> String {
    guard let capability = cn_capability(name) else { return "" }
    var text = String(cString: capability)
    while let start = text.firstRange(of: "$<"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    {
      text.removeSubrange(start.lowerBound...end)
    }
    return text
  }

  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
    ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
    ("kcbt", .backTab), ("kent", .enter), ("kLFT", .shift(.left)), ("kRIT", .shift(.right)),
    ("kri", .shift(.up)), ("kind", .shift(.down)), ("kHOM", .shift(.home)), ("kEND", .shift(.end)),
    ("kDC", .shift(.delete)), ("kIC", .shift(.insert)), ("kPRV", .shift(.pageUp)),
    ("kNXT", .shift(.pageDown)), ("kLFT5", .controlled(.left)), ("kRIT5", .controlled(.right)),
    ("kUP5", .controlled(.up)), ("kDN5", .controlled(.down)), ("kHOM5", .controlled(.home)),
    ("kEND5", .controlled(.end)), ("kLFT3", .alt(.left)), ("kRIT3", .alt(.right)),
    ("kUP3", .alt(.up)), ("kDN3", .alt(.down)),
  ]
}
