/// How a notice leaves the terminal for the person's desktop.
package enum NoticeWay: String, CaseIterable, Hashable, Sendable {
  /// `OSC 9`, which iTerm2, WezTerm, kitty, Ghostty and Windows Terminal show.
  case osc9
  /// `OSC 777`, which foot, rxvt, and the terminals of GNOME and KDE show.
  case osc777

  /// The way that a terminal knows, by the variables it sets.
  ///
  /// Most of them do not cross a connection to another machine, so this is a guess, and one that
  /// does no harm: a terminal that knows neither way shows nothing.
  ///
  /// - Parameter environment: Names and values.
  package init(environment: [String: String]) {
    let type = environment["TERM"] ?? ""
    let others = ["VTE_VERSION", "KONSOLE_VERSION", "TILIX_ID"]
    let isOther =
      type.hasPrefix("rxvt") || type.hasPrefix("foot") || type.hasPrefix("contour")
      || others.contains { environment[$0] != nil }
    self = isOther && environment["TERM_PROGRAM"] == nil ? .osc777 : .osc9
  }
}
