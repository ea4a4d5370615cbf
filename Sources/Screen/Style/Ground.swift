/// What lies behind text; a ``Theme`` decides how it is shown.
package enum Ground: UInt8, CaseIterable, Sendable {
  /// The terminal's own background.
  case plain
  /// The selected row of the pane that has the focus.
  case selection
  /// The selected row of a pane without the focus.
  case selectionIdle
  /// A bar across the screen: status line, header.
  case bar
  /// A panel that lies above others: palette, dialog.
  case panel
  /// A field that takes typing.
  case field
  /// A call that must not be overlooked.
  case alarm
}
