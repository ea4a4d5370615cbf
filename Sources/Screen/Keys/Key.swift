/// One press at the keyboard, as the terminal could tell it.
package enum Key: Hashable, Sendable {
  /// A character that was typed or put in by an input method; never a control character.
  case character(Character)
  /// Enter or Return.
  case enter
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Escape.
  case escape
  /// The key that deletes backwards.
  case backspace
  /// The key that deletes forwards.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Insert.
  case insert
  /// A function key, 1…63.
  case function(Int)
  /// Control with a character: a lower-case letter, space, or one of `[ \ ] ^ _ /`.
  case control(Character)
  /// Alt (Meta, Option) with another key.
  indirect case alt(Key)
  /// Shift with a key that types nothing, such as an arrow.
  indirect case shift(Key)
  /// Control with a key that types nothing, such as an arrow.
  indirect case controlled(Key)
  /// Text pasted in one piece. It is as untrusted as any other text and may hold line breaks,
  /// which are always LF.
  case paste(String)
}
