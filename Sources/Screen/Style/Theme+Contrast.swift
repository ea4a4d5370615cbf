extension Theme {
  /// High contrast on a dark background: nothing faint, nothing on a tinted ground; what is set
  /// apart is reversed or underlined.
  package static let contrast = Theme(
    tints: [
      .accent: Look(foreground: .palette(123, basic: 14), emphasis: .bold),
      .customer: Look(foreground: .palette(229, basic: 11)),
      .agent: Look(foreground: .palette(159, basic: 14)),
      .note: Look(foreground: .palette(225, basic: 13)),
      .good: Look(foreground: .palette(120, basic: 10)),
      .warning: Look(foreground: .palette(226, basic: 11), emphasis: .bold),
      .danger: Look(foreground: .palette(217, basic: 9), emphasis: [.bold, .underline]),
      .heatCalm: Look(foreground: .palette(120, basic: 10)),
      .heatUneasy: Look(foreground: .palette(226, basic: 11)),
      .heatAngry: Look(foreground: .palette(217, basic: 9), emphasis: [.bold, .underline]),
      .heatExplosive: Look(foreground: .palette(217, basic: 9), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .borderFocused: Look(foreground: .palette(226, basic: 11), emphasis: .bold),
      .key: Look(foreground: .palette(226, basic: 11), emphasis: .bold),
      .match: Look(foreground: .palette(226, basic: 11), emphasis: [.bold, .underline]),
    ],
    grounds: basicGrounds)

  /// High contrast on a light background.
  package static let contrastLight = Theme(
    tints: [
      .accent: Look(foreground: .palette(18, basic: 4), emphasis: .bold),
      .customer: Look(foreground: .palette(52, basic: 5)),
      .agent: Look(foreground: .palette(17, basic: 4)),
      .note: Look(foreground: .palette(53, basic: 5)),
      .good: Look(foreground: .palette(22, basic: 4)),
      .warning: Look(foreground: .palette(53, basic: 5), emphasis: .bold),
      .danger: Look(foreground: .palette(88, basic: 1), emphasis: [.bold, .underline]),
      .heatCalm: Look(foreground: .palette(22, basic: 4)),
      .heatUneasy: Look(foreground: .palette(53, basic: 5)),
      .heatAngry: Look(foreground: .palette(88, basic: 1), emphasis: [.bold, .underline]),
      .heatExplosive: Look(foreground: .palette(88, basic: 1), emphasis: [.bold, .reverse]),
      .title: Look(emphasis: .bold),
      .borderFocused: Look(foreground: .palette(18, basic: 4), emphasis: .bold),
      .key: Look(foreground: .palette(18, basic: 4), emphasis: .bold),
      .match: Look(foreground: .palette(18, basic: 4), emphasis: [.bold, .underline]),
    ],
    grounds: basicGrounds)

  /// What lies behind text where few colours are to be had, or none is wanted: no tint is ever
  /// shown on another one.
  package static let basicGrounds: [Ground: Look] = [
    .selection: Look(emphasis: .reverse),
    .selectionIdle: Look(emphasis: .underline),
    .bar: Look(emphasis: .reverse),
    .field: Look(emphasis: .underline),
    .alarm: Look(
      foreground: .palette(231, basic: 15), background: .palette(124, basic: 1), emphasis: .bold),
  ]
}
