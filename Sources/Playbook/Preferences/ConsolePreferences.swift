/// How one person likes the console: what `console.yaml` says, with what was left out at its usual
/// value.
///
/// The file belongs to the person and not to the playbook: nothing in it changes what a case needs.
package struct ConsolePreferences: Equatable, Sendable {
  /// Which colours are used.
  package var theme = ThemeChoice.auto
  /// Whether the mouse is the program's; off leaves selecting and pasting to the terminal.
  package var mouse = true
  /// Whether everything is on the screen at once, or one thing after the other.
  package var layout = LayoutChoice.panes
  /// What lines and marks are drawn with.
  package var borders = BorderChoice.lines
  /// How wide characters of ambiguous width are.
  package var ambiguous = AmbiguousChoice.narrow
  /// Whether the bell may ring.
  package var bell = true
  /// Whether and how notices reach the desktop.
  package var notices = NoticeChoice.on
  /// From how many pasted lines on the console asks before it takes them; 0 for never.
  package var pasteQuestionLines = 5
  /// Names of keys by what they do, as written; whoever binds keys says which of them exist.
  package var keys: [String: [String]] = [:]
  /// The line of each entry of ``keys``, from 1.
  package var keyLines: [String: Int] = [:]

  /// Everything at its usual value.
  package init() {}
}

/// Which colours are used.
package enum ThemeChoice: String, CaseIterable, Sendable {
  /// Dark or light, by what the terminal says of its background.
  case auto
  /// For a dark background.
  case dark
  /// For a light background.
  case light
  /// Of high contrast, for the background the terminal says it has.
  case contrast
  /// Of high contrast, for a light background.
  case contrastLight = "contrast-light"
  /// For eyes that confuse red and green, for the background the terminal says it has.
  case colourBlind = "colour-blind"
  /// For eyes that confuse red and green, for a light background.
  case colourBlindLight = "colour-blind-light"
  /// No colours: bold, underlined and reversed text alone.
  case none
}

/// Whether everything is on the screen at once, or one thing after the other.
package enum LayoutChoice: String, CaseIterable, Sendable {
  /// Queue, conversation and guide side by side.
  case panes
  /// One thing at a time, in words alone, for screen readers and braille displays.
  case linear
}

/// What lines and marks are drawn with.
package enum BorderChoice: String, CaseIterable, Sendable {
  /// Lines of the box-drawing block.
  case lines
  /// ASCII alone.
  case ascii
}

/// How wide characters of ambiguous width (`…`, `“`, `①`) are on this person's terminal.
package enum AmbiguousChoice: String, CaseIterable, Sendable {
  /// One column.
  case narrow
  /// Two columns.
  case wide
}

/// Whether and how notices reach the desktop.
package enum NoticeChoice: String, CaseIterable, Sendable {
  /// The way the terminal seems to know.
  case on
  /// Never.
  case off
  /// By `OSC 9`.
  case osc9
  /// By `OSC 777`.
  case osc777
}
