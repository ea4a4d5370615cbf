import Screen

/// What an action is for, as the help and the palette order them.
package enum ActionGroup: String, CaseIterable, Sendable {
  case taking, words, procedure, solution, ending, screen
}

extension Action {
  /// What an action is for, and the keys that do it unless a person says otherwise.
  struct Usual: Sendable {
    var group: ActionGroup
    var keys: [Key]

    /// - Parameters:
    ///   - group: what it is for.
    ///   - keys: names of keys, the main one first.
    init(_ group: ActionGroup, _ keys: String...) {
      self.group = group
      self.keys = keys.compactMap(Key.init(name:))
    }
  }

  /// Its group and its usual keys; read once into ``Keymap/standard``.
  var usual: Usual {
    switch self {
    case .takeNext: Usual(.taking, "t", "f2", "alt-t")
    case .openSelected: Usual(.taking, "enter")
    case .look: Usual(.taking, "space")
    case .release: Usual(.taking, "l", "alt-l")
    case .transfer: Usual(.taking, "T")
    case .snooze: Usual(.taking, "z", "alt-z")
    case .raiseHand: Usual(.taking, "!", "alt-!")
    case .alarm: Usual(.taking, "*")
    case .status: Usual(.taking, "S")
    case .pause: Usual(.taking, "Z", "alt-Z")
    case .board: Usual(.taking, "D")
    case .mark: Usual(.taking, "+")
    case .bulk: Usual(.taking, "&")
    case .shiftEnd: Usual(.taking, "E")
    // 假, in Pinyin: no letter of “leave” or “away” is free.
    case .setLeave: Usual(.taking, "J")
    case .handUp: Usual(.taking, "U", "alt-U")
    case .nextWaiting: Usual(.taking, "j", "alt-j")
    case .following: Usual(.taking, "]")
    case .preceding: Usual(.taking, "[")
    case .reply: Usual(.words, "r", "f3", "alt-r")
    case .note: Usual(.words, "n", "alt-n")
    case .said: Usual(.words, "s", "alt-s")
    case .heard: Usual(.words, "h", "alt-h")
    case .whisper: Usual(.words, "W")
    case .takeBack: Usual(.words, "ctrl-z")
    case .reach: Usual(.words, "V", "alt-V")
    case .outgoing: Usual(.words, "Q", "alt-Q")
    case .takeRewrite: Usual(.words, ",", "alt-,")
    case .keepPhrase: Usual(.words, "K", "alt-K")
    case .find: Usual(.words, "F")
    case .trajectory: Usual(.words, "H")
    case .history: Usual(.words, "O")
    case .copy: Usual(.words, "Y", "alt-Y")
    case .advance: Usual(.procedure, "a", "f5", "alt-a")
    case .back: Usual(.procedure, "b")
    case .skip: Usual(.procedure, "x", "alt-x")
    case .attest: Usual(.procedure, "k", "alt-k")
    case .confirm: Usual(.procedure, "e", "alt-e")
    case .form: Usual(.procedure, "f", "f4")
    case .offer: Usual(.solution, "o", "f6", "alt-o")
    case .answer: Usual(.solution, "w", "f8", "alt-w")
    case .view: Usual(.solution, "v", "alt-v")
    case .grant: Usual(.solution, "g", "f7", "alt-g")
    case .promise: Usual(.solution, "p", "alt-p")
    case .promiseKept: Usual(.solution, "P", "alt-P")
    case .request: Usual(.solution, "R", "alt-R")
    case .approvals: Usual(.solution, "A", "alt-A")
    case .seeThreat: Usual(.solution, "N", "alt-N")
    case .consult: Usual(.solution, "@", "alt-@")
    case .crowds: Usual(.taking, "#")
    case .specialist: Usual(.solution, "X", "alt-X")
    case .conduct: Usual(.ending, "G", "alt-G")
    case .followUp: Usual(.ending, "u", "alt-u")
    case .survey: Usual(.ending, "y", "alt-y")
    case .close: Usual(.ending, "c", "f10", "alt-c")
    case .identify: Usual(.procedure, "i", "alt-i")
    case .danger: Usual(.screen, "d", "f9")
    case .behaviour: Usual(.procedure, "B", "alt-B")
    case .correct: Usual(.words, "m", "alt-m")
    case .link: Usual(.ending, "L")
    case .complainedAbout: Usual(.taking, "C")
    case .vip: Usual(.taking, "I")
    case .cite: Usual(.words, "$", "alt-$")
    case .inService: Usual(.procedure, "%", "alt-%")
    case .phrases: Usual(.words, "/", "alt-/")
    case .unfold: Usual(.procedure, ".", "alt-.")
    case .filterQueue: Usual(.taking, "\\")
    case .language: Usual(.words, "M")
    case .widen: Usual(.screen, "=")
    case .palette: Usual(.screen, ":", "f12", "alt-:")
    case .help: Usual(.screen, "?", "f1")
    case .redraw: Usual(.screen, "ctrl-l")
    case .quit: Usual(.screen, "q")
    }
  }

  /// What it is for.
  package var group: ActionGroup { Action.groups[self] ?? .screen }

  private static let groups = allCases.reduce(into: [:]) { $0[$1] = $1.usual.group }
}
