extension Action {
  /// Whether it means nothing while the desk is out of reach. Words can be written and what is at hand
  /// read; who holds a case and what is decided of it is the desk's to say.
  var needsDesk: Bool {
    switch self {
    case .openSelected, .look, .alarm, .nextWaiting, .following, .preceding: false
    case .status, .pause, .mark, .shiftEnd, .quit: false
    case .reply, .note, .said, .heard, .takeBack, .reach, .takeRewrite, .keepPhrase, .outgoing:
      false
    case .find, .trajectory, .copy, .phrases, .unfold, .form: false
    case .widen, .palette, .help, .redraw: false
    default: true
    }
  }
}
