import Workflow

/// Something that lies over the panes and takes the keys.
package enum Overlay: Equatable, Sendable {
  /// The keys, from a line on.
  case help(top: Int)
  case menu(Menu)
  case form(Form)
  case register(Register)
  case blocked(Blocked)
  /// Asks whether many lines from the clipboard are meant for the customer.
  case pasting(String)
  /// Asks whether to leave although words are unsent.
  case leaving
}
