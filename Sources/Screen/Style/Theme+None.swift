extension Theme {
  /// No colours at all, for `NO_COLOR` and terminals without colours: bold, underline and reverse
  /// alone, which every terminal has.
  package static let none = Theme(
    tints: [
      .accent: Look(emphasis: .bold),
      .danger: Look(emphasis: .bold),
      .heatAngry: Look(emphasis: .bold),
      .heatExplosive: Look(emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .borderFocused: Look(emphasis: .bold),
      .key: Look(emphasis: .bold),
      .match: Look(emphasis: .underline),
    ],
    grounds: basicGrounds.merging([.alarm: Look(emphasis: [.reverse, .bold])]) { $1 })
}
