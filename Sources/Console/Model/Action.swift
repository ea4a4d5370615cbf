import Desk
package import Screen

/// Something an agent can do with a key while not typing.
package enum Action: String, CaseIterable, Hashable, Sendable {
  // Taking and leaving
  case takeNext = "take_next"
  case openSelected = "open_selected"
  case look, release, transfer, snooze
  case raiseHand = "raise_hand"
  case alarm, status
  case shiftEnd = "shift_end"
  case nextWaiting = "next_waiting"
  case following, preceding
  case handUp = "hand_up"
  // Words
  case reply, note, said, heard, whisper
  case takeBack = "take_back"
  // Looking into the conversation
  case find, trajectory
  // The procedure
  case advance, back, skip, attest, confirm, form
  // Solutions
  case offer, answer, view, grant, promise
  case promiseKept = "promise_kept"
  case request, approvals
  // The end
  case followUp = "follow_up"
  case survey, close
  // The person and the case
  case identify, danger, correct, link, language
  // The screen
  case phrases, unfold, widen
  case filterQueue = "filter_queue"
  case help, redraw, quit

  /// The keys that do it, the main one first.
  package var keys: [Key] {
    switch self {
    case .takeNext: [.character("t"), .function(2), .alt(.character("t"))]
    case .openSelected: [.enter]
    case .look: [.character(" ")]
    case .release: [.character("l"), .alt(.character("l"))]
    case .transfer: [.character("T")]
    case .snooze: [.character("z"), .alt(.character("z"))]
    case .handUp: [.character("U"), .alt(.character("U"))]
    case .nextWaiting: [.character("j"), .alt(.character("j"))]
    case .following: [.character("]")]
    case .preceding: [.character("[")]
    case .reply: [.character("r"), .function(3), .alt(.character("r"))]
    case .note: [.character("n"), .alt(.character("n"))]
    case .said: [.character("s"), .alt(.character("s"))]
    case .heard: [.character("h"), .alt(.character("h"))]
    case .whisper: [.character("W")]
    case .takeBack: [.control("z")]
    case .raiseHand: [.character("!"), .alt(.character("!"))]
    case .alarm: [.character("*")]
    case .status: [.character("S")]
    case .shiftEnd: [.character("E")]
    case .language: [.character("M")]
    case .widen: [.character("=")]
    case .find: [.character("F")]
    case .trajectory: [.character("H")]
    case .advance: [.character("a"), .function(5), .alt(.character("a"))]
    case .back: [.character("b")]
    case .skip: [.character("x"), .alt(.character("x"))]
    case .attest: [.character("k"), .alt(.character("k"))]
    case .confirm: [.character("e"), .alt(.character("e"))]
    case .form: [.character("f"), .function(4)]
    case .offer: [.character("o"), .function(6), .alt(.character("o"))]
    case .answer: [.character("w"), .function(8), .alt(.character("w"))]
    case .view: [.character("v"), .alt(.character("v"))]
    case .grant: [.character("g"), .function(7), .alt(.character("g"))]
    case .promise: [.character("p"), .alt(.character("p"))]
    case .promiseKept: [.character("P"), .alt(.character("P"))]
    case .request: [.character("R"), .alt(.character("R"))]
    case .approvals: [.character("A"), .alt(.character("A"))]
    case .followUp: [.character("u"), .alt(.character("u"))]
    case .survey: [.character("y"), .alt(.character("y"))]
    case .close: [.character("c"), .function(10), .alt(.character("c"))]
    case .identify: [.character("i"), .alt(.character("i"))]
    case .danger: [.character("d"), .function(9)]
    case .correct: [.character("m"), .alt(.character("m"))]
    case .link: [.character("L")]
    case .phrases: [.character("/"), .alt(.character("/"))]
    case .unfold: [.character("."), .alt(.character("."))]
    case .filterQueue: [.character("\\")]
    case .help: [.character("?"), .function(1)]
    case .redraw: [.control("l")]
    case .quit: [.character("q")]
    }
  }

  /// What a key does while not typing.
  ///
  /// - Parameter key: the key.
  /// - Returns: nil when it does nothing.
  package static func of(_ key: Key) -> Action? { byKey[key] }

  /// What a key does while typing: function keys and Alt, which type nothing.
  ///
  /// - Parameter key: the key.
  /// - Returns: nil when it does nothing, or types.
  package static func whileTyping(_ key: Key) -> Action? {
    switch key {
    case .function, .alt, .control("l"): byKey[key]
    default: nil
    }
  }

  private static let byKey: [Key: Action] = allCases.reduce(into: [:]) { table, action in
    for key in action.keys { table[key] = action }
  }

  /// The text that names it.
  var textKey: String { "action.\(rawValue)" }
}

extension Key {
  /// The key as hints show it: `a`, `F5`, `^L`, `Alt-r`.
  package var shown: String {
    switch self {
    case .character(" "): "␣"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "^\(character.uppercased())"
    case .alt(let key): "Alt-\(key.shown)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    default: name
    }
  }
}
