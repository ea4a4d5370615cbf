import Screen
import Testing

@Suite struct ThemeTests {
  private let themes = ["dark": Theme.dark, "light": .light, "none": .none]

  @Test func `without colours nothing has a colour`() {
    for tint in Tint.allCases {
      for ground in Ground.allCases {
        let look = Theme.none.look(of: Style(tint, on: ground))
        #expect(look.foreground == .standard)
        #expect(look.background == .standard)
      }
    }
  }

  @Test(arguments: ["dark", "light", "none"])
  func `the selection is seen in every theme and on every tint`(_ name: String) throws {
    let theme = try #require(themes[name])
    for tint in Tint.allCases {
      let plain = theme.look(of: Style(tint))
      #expect(theme.look(of: Style(tint, on: .selection)) != plain)
      #expect(theme.look(of: Style(tint, on: .alarm)) != plain)
    }
  }

  @Test(arguments: ["dark", "light", "none"])
  func `reverse on a reversed ground is still seen`(_ name: String) throws {
    let theme = try #require(themes[name])
    let selected = theme.look(of: Style(.plain, on: .selection))
    #expect(theme.look(of: Style(.plain, on: .selection, .reverse)) != selected)
  }

  @Test(arguments: ["dark", "light"])
  func `text never has the colour of its ground`(_ name: String) throws {
    let theme = try #require(themes[name])
    for tint in Tint.allCases {
      for ground in Ground.allCases {
        let look = theme.look(of: Style(tint, on: ground))
        guard case .palette(let front, let basicFront) = look.foreground,
          case .palette(let back, let basicBack) = look.background
        else { continue }
        #expect(front != back, "\(tint) on \(ground)")
        #expect(basicFront != basicBack, "\(tint) on \(ground)")
      }
    }
  }
}
