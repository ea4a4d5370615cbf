extension Theme {
  /// Colours for a dark background.
  package static let dark = Theme(
    tints: [
      .muted: Look(foreground: .palette(246, basic: 7)),
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
      .heatExplosive: Look(foreground: .palette(203, basic: 9), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(foreground: .palette(240, basic: 8)),
      .borderFocused: Look(foreground: .palette(110, basic: 12)),
      .key: Look(foreground: .palette(229, basic: 15), emphasis: .bold),
      .match: Look(foreground: .palette(228, basic: 11), emphasis: .underline),
    ],
    grounds: [
      .selection: Look(background: .palette(24, basic: 4), emphasis: .bold),
      .selectionIdle: Look(background: .palette(237, basic: 0), emphasis: .underline),
      .bar: Look(foreground: .palette(252, basic: 15), background: .palette(236, basic: 4)),
      .panel: Look(background: .palette(235, basic: 0)),
      .field: Look(background: .palette(236, basic: 0), emphasis: .underline),
      .alarm: Look(
        foreground: .palette(231, basic: 15), background: .palette(124, basic: 1), emphasis: .bold),
    ])

  /// Colours for a light background.
  package static let light = Theme(
    tints: [
      .muted: Look(foreground: .palette(243, basic: 8)),
      .accent: Look(foreground: .palette(25, basic: 4), emphasis: .bold),
      .customer: Look(foreground: .palette(94, basic: 5)),
      .agent: Look(foreground: .palette(24, basic: 4)),
      .note: Look(foreground: .palette(90, basic: 5), emphasis: .italic),
      .system: Look(foreground: .palette(66, basic: 4)),
      .good: Look(foreground: .palette(28, basic: 2)),
      .warning: Look(foreground: .palette(130, basic: 5)),
      .danger: Look(foreground: .palette(160, basic: 1), emphasis: .bold),
      .heatCalm: Look(foreground: .palette(28, basic: 2)),
      .heatUneasy: Look(foreground: .palette(136, basic: 5)),
      .heatAngry: Look(foreground: .palette(166, basic: 1), emphasis: .bold),
      .heatExplosive: Look(foreground: .palette(160, basic: 1), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(foreground: .palette(250, basic: 8)),
      .borderFocused: Look(foreground: .palette(25, basic: 4)),
      .key: Look(foreground: .palette(18, basic: 4), emphasis: .bold),
      .match: Look(foreground: .palette(124, basic: 1), emphasis: .underline),
    ],
    grounds: [
      .selection: Look(background: .palette(153, basic: 6), emphasis: .bold),
      .selectionIdle: Look(background: .palette(254, basic: 7), emphasis: .underline),
      .bar: Look(foreground: .palette(235, basic: 0), background: .palette(252, basic: 7)),
      .panel: Look(background: .palette(255, basic: 15)),
      .field: Look(background: .palette(254, basic: 7), emphasis: .underline),
      .alarm: Look(
        foreground: .palette(231, basic: 15), background: .palette(160, basic: 1), emphasis: .bold),
    ])

  /// No colours at all, for `NO_COLOR` and terminals without colours: attributes alone.
  package static let none = Theme(
    tints: [
      .muted: Look(emphasis: .dim),
      .accent: Look(emphasis: .bold),
      .note: Look(emphasis: .italic),
      .danger: Look(emphasis: .bold),
      .heatAngry: Look(emphasis: .bold),
      .heatExplosive: Look(emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .border: Look(emphasis: .dim),
      .key: Look(emphasis: .bold),
      .match: Look(emphasis: .underline),
    ],
    grounds: [
      .selection: Look(emphasis: .reverse),
      .selectionIdle: Look(emphasis: .underline),
      .bar: Look(emphasis: .reverse),
      .field: Look(emphasis: .underline),
      .alarm: Look(emphasis: [.reverse, .bold]),
    ])
}
