internal import CNcurses
internal import Screen

/// Turns styles into what ncurses calls attributes and pairs of colours, each only once.
struct Palette {
  /// What ncurses is told for a style.
  struct Rendition {
    /// Bold, underlined and the like.
    var attributes: attr_t
    /// The number of the pair of colours; 0 is the terminal's own.
    var pair: Int32
  }

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let theme: Theme
  private let colours: Int
  private let pairLimit: Int
  private var pairs: [Pair: Int32] = [:]
  /// Indexed by the style's three bytes, which keeps painting free of hashing.
  private var known: [Rendition?]

  private static let grounds = Ground.allCases.count
  private static let emphases = 32

  /// Makes a palette without any pairs in use.
  ///
  /// - Parameters:
  ///   - theme: Turns meanings into colours.
  ///   - colours: How many colours the terminal has; with fewer than eight none is used.
  ///   - pairLimit: How many pairs can be defined.
  init(theme: Theme, colours: Int, pairLimit: Int) {
    self.theme = colours >= 256 ? theme : colours >= 8 ? theme.basic : .none
    self.colours = colours
    self.pairLimit = pairLimit
    known = Array(
      repeating: nil, count: Tint.allCases.count * Self.grounds * Self.emphases)
  }

  /// What ncurses is told for a style.
  ///
  /// - Parameter style: The style.
  /// - Returns: Attributes and pair.
  mutating func rendition(of style: Style) -> Rendition {
    let index =
      (Int(style.foreground.rawValue) * Self.grounds + Int(style.background.rawValue))
      * Self.emphases + Int(style.emphasis.rawValue) % Self.emphases
    if let rendition = known[index] { return rendition }
    let look = theme.look(of: style)
    var emphasis = look.emphasis
    var pair = Pair(
      foreground: number(look.foreground), background: number(look.background))
    if colours < 16 {
      // Eight colours have no bright ones: bold stands for that, and a grey is the plain colour.
      if pair.foreground == 8 { pair.foreground = -1 }
      if pair.foreground > 8 { emphasis.insert(.bold) }
      if pair.foreground > 7 { pair.foreground -= 8 }
      if pair.background > 7 { pair.background -= 8 }
      if pair.foreground == pair.background { pair.foreground = -1 }
    }
    let rendition = Rendition(
      attributes: cn_attributes(UInt32(emphasis.rawValue)), pair: defined(pair))
    known[index] = rendition
    return rendition
  }

  private func number(_ colour: Colour) -> Int32 {
    switch colour {
    case .standard: -1
    case .palette(let rich, let basic): Int32(colours >= 256 ? rich : basic)
    }
  }

  private mutating func defined(_ pair: Pair) -> Int32 {
    if pair.foreground == -1 && pair.background == -1 { return 0 }
    if let number = pairs[pair] { return number }
    let number = Int32(pairs.count + 1)
    guard number < pairLimit, cn_define_pair(number, pair.foreground, pair.background) == OK
    else { return 0 }
    pairs[pair] = number
    return number
  }
}
