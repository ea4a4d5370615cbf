import Playbook
import Vocabulary
import Workflow

/// The small signs of the screen, each with an ASCII stand-in, and with none but words where the
/// screen is read out.
struct Marks: Sendable {
  /// What they are made of.
  enum Kind: Equatable, Sendable {
    case signs
    case ascii
    case words
  }

  let kind: Kind
  /// Where the words are looked up.
  private let texts: Texts?

  /// - Parameters:
  ///   - kind: what they are made of.
  ///   - texts: where the words are looked up; needed for words alone.
  init(_ kind: Kind, texts: Texts? = nil) {
    self.kind = kind
    self.texts = texts
  }

  private func mark(_ sign: String, _ ascii: String, _ words: String = "") -> String {
    switch kind {
    case .signs: sign
    case .ascii: ascii
    case .words: words
    }
  }

  private func mark(_ sign: String, _ ascii: String, text key: String) -> String {
    mark(sign, ascii, texts?["screen.linear.mark.\(key)"] ?? "")
  }

  /// Beside every line of the customer's.
  var customer: String { mark("▌", "|") }
  var agent: String { mark("▷", ">") }
  var note: String { mark("✎", "#") }
  /// Beside every line of a note.
  var noteLine: String { mark("┆", ":") }
  var whisper: String { mark("»", "@") }
  var openToAll: String { mark("◎", "(o)") }
  /// Beside what only the customer reads, on a case the world reads elsewhere.
  var closed: String { mark("●", "(*)") }
  var focused: String { mark("▸", ">") }
  /// Before one of several lines that belong together.
  var bullet: String { mark("·", "-") }
  /// Between the parts of a line.
  var between: String { mark(" · ", " - ", comma) }
  /// A comma with the blank that some languages want behind it.
  private var comma: String { texts?["screen.linear.mark.comma"] ?? ", " }
  var danger: String { mark("‼", "!!") }
  var overdue: String { mark("!", "!") }
  /// Beside what breaks soon; beside what has broken; nothing while it runs.
  func clock(_ standing: ClockStanding?) -> String {
    switch standing {
    case .broken: overdue
    case .warned: clock
    case .running, nil: ""
    }
  }
  var mine: String { mark("★", "*") }
  /// Whose phrase it is; empty for the playbook's.
  func whose(_ origin: PhraseOrigin) -> String {
    switch origin {
    case .mine: mine
    case .team: mark("☆", "+")
    case .playbook: ""
    }
  }
  /// Before what must never be said.
  var never: String { mark("✗", "x") }
  var more: String { mark("…", "...", "...") }
  /// Beside what falls due.
  var clock: String { mark("◷", "@") }
  /// In the margin, where lines stand above or below those that are seen.
  var above: String { mark("↑", "^") }
  var below: String { mark("↓", "v") }
  var arrow: String { mark("→", "->") }
  /// Before what is still missing for a gate.
  var missing: String { mark("→", "->", text: "missing") }
  /// Beside the danger that was declared.
  var declared: String { mark("‼", "!!", text: "declared") }
  /// Beside the danger that the customer's words tell of.
  var toldOf: String { mark("→", "->", text: "told_of") }
  /// Beside what is in force now.
  var current: String { mark("→", "->", text: "current") }
  /// Beside the way a case usually goes.
  var usual: String { mark("→", "->", text: "usual") }
  var dash: String { mark("—", "-") }
  var left: String { mark("‹", "<") }
  var right: String { mark("›", ">") }
  /// Between what came first and what came next.
  var then: String { mark(" › ", " > ", comma) }
  var on: String { mark("[✓]", "[x]", text: "on") }
  var off: String { mark("[ ]", "[ ]", text: "off") }

  /// The name of a key, or of several, in hints.
  func key(_ name: String) -> String {
    guard kind != .signs else { return name }
    var names = [
      ("↑↓", "Up/Down"), ("←→", "Left/Right"), ("↑", "Up"), ("↓", "Down"), ("␣", "Space"),
      ("–", "-"), ("…", "-"),
    ]
    if kind == .words { names += [("S-Tab", "Shift-Tab")] }
    let plain = names.reduce(name) { $0.replacing($1.0, with: $1.1) }
    guard kind == .words else { return plain }
    // A caret alone is a key of its own.
    return plain.replacing(/\^(?=\S)/, with: "Ctrl-")
  }

  /// How a gate came to be met, or that it is not.
  func gate(_ how: Met?) -> String {
    guard kind != .words else { return mark("", "", text: how == nil ? "open" : "met") }
    switch how {
    // Not an x: that stands beside what must never be said.
    case .observed, .corrected: return mark("✓", "+")
    case .implied: return "~"
    case .attested: return mark("◦", "o")
    case .overridden: return "!"
    case .suspended: return mark("–", "-")
    case nil: return mark("·", ".")
    }
  }
}
