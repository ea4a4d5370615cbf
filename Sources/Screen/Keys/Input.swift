/// What a person does at the terminal: a key, the mouse, or looking at another window.
package enum Input: Hashable, Sendable {
  /// A key was pressed, or text was pasted.
  case key(Key)
  /// The mouse was pressed, or its wheel turned.
  case pointer(Pointer)
  /// The terminal's window came to the front (true), or another one did.
  case focus(Bool)
}
