extension Theme {
  /// Colours for a light background.
  package static let light = Theme(
    tints: [
      .muted: Look(foreground: .palette(240, basic: 8)),
      .accent: Look(foreground: .palette(25, basic: 4), emphasis: .bold),
      .customer: Look(foreground: .palette(58, basic: 5)),
      .agent: Look(foreground: .palette(24, basic: 4)),
      .note: Look(foreground: .palette(90, basic: 5), emphasis: .italic),
      .system: Look(foreground: .palette(23, basic: 4)),
      .good: Look(foreground: .palette(22, basic: 4)),
      .warning: Look(foreground: .palette(94, basic: 5)),
      .danger: Look(foreground: .palette(124, basic: 1), emphasis: .bold),
      .heatCalm: Look(foreground: .palette(22, basic: 4)),
      .heatUneasy: Look(foreground: .palette(94, basic: 5)),
      .heatAngry: Look(foreground: .palette(124, basic: 1), emphasis: .bold),
      .heatExplosive: Look(foreground: .palette(124, basic: 1), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(foreground: .palette(247, basic: 8)),
      .borderFocused: Look(foreground: .palette(25, basic: 4)),
      .key: Look(foreground: .palette(18, basic: 4), emphasis: .bold),
      .match: Look(foreground: .palette(53, basic: 1), emphasis: .underline),
    ],
    grounds: lightGrounds)

  /// What lies behind text where the background is light.
  static let lightGrounds: [Ground: Look] = [
    .selection: Look(background: .palette(159, basic: 6), emphasis: .bold),
    .selectionIdle: Look(background: .palette(254, basic: 7), emphasis: .underline),
    .bar: Look(foreground: .palette(235, basic: 0), background: .palette(254, basic: 7)),
    .panel: Look(background: .palette(255, basic: 15)),
    .field: Look(background: .palette(254, basic: 7), emphasis: .underline),
    .alarm: Look(
      foreground: .palette(231, basic: 15), background: .palette(124, basic: 1), emphasis: .bold),
  ]
}
