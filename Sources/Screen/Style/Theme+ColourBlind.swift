extension Theme {
  /// Colours for a dark background that stay apart for eyes that confuse red and green: blue for
  /// good, pale yellow for doubtful, orange for danger, each of its own brightness.
  package static let colourBlind = Theme(
    tints: [
      .muted: Look(foreground: .palette(248, basic: 7)),
      .accent: Look(foreground: .palette(117, basic: 14), emphasis: .bold),
      .customer: Look(foreground: .palette(223, basic: 15)),
      .agent: Look(foreground: .palette(153, basic: 14)),
      .note: Look(foreground: .palette(189, basic: 7), emphasis: .italic),
      .system: Look(foreground: .palette(250, basic: 7)),
      .good: Look(foreground: .palette(75, basic: 14)),
      .warning: Look(foreground: .palette(229, basic: 11)),
      .danger: Look(foreground: .palette(208, basic: 9), emphasis: .bold),
      .heatCalm: Look(foreground: .palette(75, basic: 14)),
      .heatUneasy: Look(foreground: .palette(229, basic: 11)),
      .heatAngry: Look(foreground: .palette(208, basic: 9), emphasis: .bold),
      .heatExplosive: Look(foreground: .palette(208, basic: 9), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(foreground: .palette(242, basic: 8)),
      .borderFocused: Look(foreground: .palette(75, basic: 12)),
      .key: Look(foreground: .palette(229, basic: 15), emphasis: .bold),
      .match: Look(foreground: .palette(229, basic: 11), emphasis: .underline),
    ],
    grounds: colourBlindDarkGrounds)

  /// The same for a light background.
  package static let colourBlindLight = Theme(
    tints: [
      .muted: Look(foreground: .palette(240, basic: 8)),
      .accent: Look(foreground: .palette(25, basic: 4), emphasis: .bold),
      .customer: Look(foreground: .palette(58, basic: 0)),
      .agent: Look(foreground: .palette(24, basic: 4)),
      .note: Look(foreground: .palette(54, basic: 8), emphasis: .italic),
      .system: Look(foreground: .palette(239, basic: 8)),
      .good: Look(foreground: .palette(25, basic: 4)),
      .warning: Look(foreground: .palette(94, basic: 5)),
      .danger: Look(foreground: .palette(125, basic: 1), emphasis: .bold),
      .heatCalm: Look(foreground: .palette(25, basic: 4)),
      .heatUneasy: Look(foreground: .palette(94, basic: 5)),
      .heatAngry: Look(foreground: .palette(125, basic: 1), emphasis: .bold),
      .heatExplosive: Look(foreground: .palette(125, basic: 1), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(foreground: .palette(247, basic: 8)),
      .borderFocused: Look(foreground: .palette(25, basic: 4)),
      .key: Look(foreground: .palette(18, basic: 4), emphasis: .bold),
      .match: Look(foreground: .palette(18, basic: 4), emphasis: .underline),
    ],
    grounds: lightGrounds)

  /// The alarm is black on orange: white on red would be dim to those eyes.
  private static let colourBlindDarkGrounds = darkGrounds.merging([
    .alarm: Look(
      foreground: .palette(16, basic: 0), background: .palette(208, basic: 11), emphasis: .bold)
  ]) { $1 }
}
