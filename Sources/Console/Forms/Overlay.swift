import Workflow

/// Something that lies over the panes and takes the keys.
package enum Overlay: Equatable, Sendable {
  /// The keys.
  case help(Help)
  /// Everything that can be done, by name.
  case palette(Palette)
  /// The whole floor at a glance.
  case board(Board)
  case menu(Menu)
  case form(Form)
  case register(Register)
  case blocked(Blocked)
  /// Asks whether many lines from the clipboard are meant for the customer.
  case pasting(String)
  /// Asks whether to leave although words are unsent.
  case leaving

  /// Whether it covers the panes and moves none of them.
  package var liesOver: Bool {
    switch self {
    case .help, .palette, .board: true
    case .menu, .form, .register, .blocked, .pasting, .leaving: false
    }
  }
}
