/// One press or turn of the mouse.
package struct Pointer: Hashable, Sendable {
  /// What was done with it.
  package enum Act: Hashable, Sendable {
    /// The main button was pressed.
    case press
    /// The wheel was turned away from the person, towards what stands above.
    case wheelUp
    /// The wheel was turned towards the person.
    case wheelDown
  }

  /// What was done.
  package var act: Act
  /// The cell it was done on, from the upper left corner of the screen.
  package var position: Position

  /// Makes a press or a turn.
  ///
  /// - Parameters:
  ///   - act: What was done.
  ///   - position: The cell it was done on.
  package init(_ act: Act, at position: Position) {
    self.act = act
    self.position = position
  }
}
