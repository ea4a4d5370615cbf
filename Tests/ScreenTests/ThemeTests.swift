import Screen
import Testing

@Suite struct ThemeTests {
  static let themes: [(name: String, theme: Theme, backgrounds: [[Double]])] = [
    ("dark", .dark, darks), ("light", .light, lights),
    ("contrast", .contrast, darks), ("contrast-light", .contrastLight, lights),
    ("colour-blind", .colourBlind, darks), ("colour-blind-light", .colourBlindLight, lights),
  ]
  /// What terminals commonly show behind text.
  private static let darks: [[Double]] = [[0, 0, 0], [0x1E, 0x1E, 0x1E]]
  private static let lights: [[Double]] = [[255, 255, 255], [0xF5, 0xF5, 0xF5]]
  /// Tints of lines, which are no text.
  private static let lines: Set<Tint> = [.border, .borderFocused]

  static let names = themes.map(\.name) + ["none"]

  static func theme(_ name: String) -> Theme {
    themes.first { $0.name == name }?.theme ?? .none
  }

  @Test func `without colours nothing has a colour, and nothing but bold, underline and reverse`() {
    for tint in Tint.allCases {
      for ground in Ground.allCases {
        let look = Theme.none.look(of: Style(tint, on: ground))
        #expect(look.foreground == .standard)
        #expect(look.background == .standard)
        #expect(look.emphasis.isSubset(of: [.bold, .underline, .reverse]))
      }
    }
  }

  @Test(arguments: names)
  func `the selection is seen in every theme and on every tint`(_ name: String) throws {
    for theme in [Self.theme(name), Self.theme(name).basic] {
      for tint in Tint.allCases {
        let plain = theme.look(of: Style(tint))
        #expect(theme.look(of: Style(tint, on: .selection)) != plain)
        #expect(theme.look(of: Style(tint, on: .alarm)) != plain)
      }
      #expect(theme.look(of: Style(on: .selectionIdle)) != theme.look(of: .plain))
    }
  }

  @Test(arguments: names)
  func `reverse on a reversed ground is still seen`(_ name: String) throws {
    let theme = Self.theme(name)
    let selected = theme.look(of: Style(.plain, on: .selection))
    #expect(theme.look(of: Style(.plain, on: .selection, .reverse)) != selected)
  }

  @Test(arguments: names)
  func `text never has the colour of its ground`(_ name: String) throws {
    for theme in [Self.theme(name), Self.theme(name).basic] {
      for tint in Tint.allCases {
        for ground in Ground.allCases {
          let look = theme.look(of: Style(tint, on: ground))
          guard case .palette(let front, let basicFront) = look.foreground,
            case .palette(let back, let basicBack) = look.background
          else { continue }
          #expect(front != back, "\(tint) on \(ground)")
          #expect(basicFront != basicBack || theme != theme.basic, "\(tint) on \(ground)")
        }
      }
    }
  }

  @Test(arguments: themes.map(\.name))
  func `text can be read on the usual backgrounds and on every ground`(_ name: String) throws {
    let (_, theme, backgrounds) = try #require(Self.themes.first { $0.name == name })
    let least = name.hasPrefix("contrast") ? 7.0 : 4.5
    for tint in Tint.allCases where !Self.lines.contains(tint) {
      for ground in Ground.allCases {
        let look = theme.look(of: Style(tint, on: ground))
        let behind = ColourSight.rgb(look.background).map { [$0] } ?? backgrounds
        // The terminal's own text is as far from its background as can be.
        guard let front = ColourSight.rgb(look.foreground) else { continue }
        for back in behind {
          let ratio = ColourSight.contrast(front, back)
          #expect(ratio >= least, "\(name): \(tint) on \(ground) has \(ratio)")
        }
      }
    }
  }

  @Test(arguments: themes.map(\.name))
  func `sixteen colours are read too`(_ name: String) throws {
    let (_, theme, backgrounds) = try #require(Self.themes.first { $0.name == name })
    for tint in Tint.allCases where !Self.lines.contains(tint) {
      guard case .palette(_, let basic) = theme.look(of: Style(tint)).foreground else { continue }
      let ratio = ColourSight.contrast(ColourSight.rgb(basic), backgrounds[0])
      #expect(ratio >= 3.9, "\(name): \(tint) has \(ratio)")
    }
  }

  @Test(arguments: ["colour-blind", "colour-blind-light"])
  func `good, doubtful and dangerous stay apart for eyes that confuse red and green`(
    _ name: String
  ) throws {
    let theme = Self.theme(name)
    for group in [[Tint.good, .warning, .danger], [.heatCalm, .heatUneasy, .heatAngry]] {
      for (index, one) in group.enumerated() {
        for other in group[(index + 1)...] {
          let colours = try [one, other].map {
            try #require(ColourSight.rgb(theme.look(of: Style($0)).foreground))
          }
          let difference = ColourSight.deuteranopicDifference(colours[0], colours[1])
          #expect(difference >= 25, "\(one) and \(other) differ by \(difference)")
        }
      }
    }
  }

  @Test func `no meaning rests on colour alone`() {
    // Whatever is worse than doubtful is bold or reversed in every theme, with and without colours.
    for name in Self.names {
      let theme = Self.theme(name)
      for tint in [Tint.danger, .heatAngry, .heatExplosive] {
        #expect(!theme.look(of: Style(tint)).emphasis.isDisjoint(with: [.bold, .reverse]))
      }
      #expect(theme.look(of: Style(.heatExplosive)) != theme.look(of: Style(.heatAngry)))
    }
  }
}
