/// Whether the terminal shows light text on dark or dark text on light.
package enum Background: Hashable, Sendable {
  /// Light text on dark.
  case dark
  /// Dark text on light.
  case light

  /// Guesses from `COLORFGBG`, which some terminals set; dark where nothing is known, as most are.
  ///
  /// - Parameter environment: Names and values.
  package init(environment: [String: String]) {
    // "15;0" or "15;default;0": the last field is the background.
    let field = environment["COLORFGBG"]?.split(separator: ";").last
    let number = field.flatMap { Int($0) } ?? 0
    self = number == 7 || (9...15).contains(number) ? .light : .dark
  }
}
