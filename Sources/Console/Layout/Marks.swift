import Playbook
import Vocabulary
import Workflow

/// The small signs of the screen, each with an ASCII stand-in.
struct Marks: Equatable, Sendable {
  let plain: Bool

  init(plain: Bool) { self.plain = plain }

  /// Beside every line of the customer's.
  var customer: String { plain ? "|" : "▌" }
  var agent: String { plain ? ">" : "▷" }
  var note: String { plain ? "#" : "✎" }
  /// Beside every line of a note.
  var noteLine: String { plain ? ":" : "┆" }
  var whisper: String { plain ? "@" : "»" }
  var openToAll: String { plain ? "(o)" : "◎" }
  var focused: String { plain ? ">" : "▸" }
  var bullet: String { plain ? "-" : "·" }
  var danger: String { plain ? "!!" : "‼" }
  var overdue: String { "!" }
  var mine: String { plain ? "*" : "★" }
  /// Whose phrase it is.
  func whose(_ origin: PhraseOrigin) -> String {
    switch origin {
    case .mine: mine
    case .team: plain ? "+" : "☆"
    case .playbook: ""
    }
  }
  var never: String { plain ? "x" : "✗" }
  var more: String { plain ? "..." : "…" }
  var arrow: String { plain ? "->" : "→" }
  var dash: String { plain ? "-" : "—" }
  var left: String { plain ? "<" : "‹" }
  var right: String { plain ? ">" : "›" }
  var on: String { plain ? "[x]" : "[✓]" }
  var off: String { "[ ]" }

  /// The name of a key, or of several, in hints.
  func key(_ name: String) -> String {
    guard plain else { return name }
    let names = [
      ("↑↓", "Up/Down"), ("←→", "Left/Right"), ("␣", "Space"), ("–", "-"), ("…", "-"),
    ]
    return names.reduce(name) { $0.replacing($1.0, with: $1.1) }
  }

  /// How a gate came to be met, or that it is not.
  func gate(_ how: Met?) -> String {
    switch how {
    // Not an x: that stands beside what must never be said.
    case .observed, .corrected: plain ? "+" : "✓"
    case .implied: "~"
    case .attested: plain ? "o" : "◦"
    case .overridden: "!"
    case .suspended: plain ? "-" : "–"
    case nil: plain ? "." : "·"
    }
  }
}
