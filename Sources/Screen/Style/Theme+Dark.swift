extension Theme {
  /// Colours for a dark background.
  package static let dark = Theme(
    tints: [
      .muted: Look(foreground: .palette(248, basic: 7)),
      .accent: Look(foreground: .palette(117, basic: 14), emphasis: .bold),
      .customer: Look(foreground: .palette(223, basic: 11)),
      .agent: Look(foreground: .palette(152, basic: 14)),
      .note: Look(foreground: .palette(183, basic: 13), emphasis: .italic),
      .system: Look(foreground: .palette(109, basic: 6)),
      .good: Look(foreground: .palette(114, basic: 10)),
      .warning: Look(foreground: .palette(221, basic: 11)),
      .danger: Look(foreground: .palette(210, basic: 9), emphasis: .bold),
      .heatCalm: Look(foreground: .palette(114, basic: 10)),
      .heatUneasy: Look(foreground: .palette(222, basic: 11)),
      .heatAngry: Look(foreground: .palette(215, basic: 9), emphasis: .bold),
      .heatExplosive: Look(foreground: .palette(210, basic: 9), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(foreground: .palette(242, basic: 8)),
      .borderFocused: Look(foreground: .palette(110, basic: 12)),
      .key: Look(foreground: .palette(229, basic: 15), emphasis: .bold),
      .match: Look(foreground: .palette(228, basic: 11), emphasis: .underline),
    ],
    grounds: darkGrounds)

  /// What lies behind text where the background is dark.
  static let darkGrounds: [Ground: Look] = [
    .selection: Look(background: .palette(18, basic: 4), emphasis: .bold),
    .selectionIdle: Look(background: .palette(236, basic: 0), emphasis: .underline),
    .bar: Look(foreground: .palette(252, basic: 15), background: .palette(236, basic: 4)),
    .panel: Look(background: .palette(235, basic: 0)),
    .field: Look(background: .palette(236, basic: 0), emphasis: .underline),
    .alarm: Look(
      foreground: .palette(231, basic: 15), background: .palette(124, basic: 1), emphasis: .bold),
  ]
}
