package import Screen

/// What the terminal, or the system about the terminal, has to tell.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed, or text was pasted.
  case key(Key)
  /// The mouse was pressed or its wheel turned; only where the options ask for it.
  case pointer(Pointer)
  /// The terminal's window came to the front (true) or went behind another one, as far as the
  /// terminal tells.
  case focus(Bool)
  /// The paste just before was longer than allowed, and only its beginning was handed over.
  case pasteWasCut(bytes: Int)
  /// The terminal has another size.
  case resized(Size)
  /// Somebody called ``Waker/wake()``.
  case woken
  /// The program was stopped and goes on; whoever watches clocks looks at them again. The screen
  /// is painted by the next ``Terminal/paint(_:)``, whatever it shows.
  case resumed
  /// The terminal is gone for good: save, release, leave. Nothing can be shown any more.
  case hungUp
  /// The system asks the program to leave (SIGTERM).
  case terminationAsked
  /// The person asks the program to leave (SIGINT sent from outside; the key Control-C is a key).
  case interrupted
}
