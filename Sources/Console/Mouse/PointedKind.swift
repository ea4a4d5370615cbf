import Screen

/// What the mouse can point at on the screen.
enum PointedKind: Int {
  /// A case, by its place among the rows at hand.
  case queueRow
  /// A conversation of one's own, by its place in the strip.
  case mine
  /// A message, by its number.
  case message
  /// A phrase of the sidebar, by its place in the list.
  case phrase
  /// A line of a list, a field of a form, a row of the register, a short reason.
  case panelEntry
  /// A line of the palette, by its place in what was found.
  case paletteEntry
  /// A case on the wallboard, by its place in its list.
  case boardCase
  /// A line of the help.
  case helpEntry
}

extension Frame {
  /// Says that a part of the screen stands for something.
  mutating func mark(_ rect: Rect, _ kind: PointedKind, _ index: Int) {
    add(Zone(rect, kind: kind.rawValue, index: index))
  }
}
