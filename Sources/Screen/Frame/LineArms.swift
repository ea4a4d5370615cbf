/// The directions in which the line in a cell goes on; from them follows the character drawn.
struct LineArms: OptionSet {
  let rawValue: Int

  static let up = LineArms(rawValue: 1)
  static let down = LineArms(rawValue: 2)
  static let left = LineArms(rawValue: 4)
  static let right = LineArms(rawValue: 8)

  /// The box-drawing character of every set of arms, at the index of its bits.
  private static let box: [Unicode.Scalar] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The arms of the line that a cell shows, none when it shows something else.
  ///
  /// - Parameters:
  ///   - base: The number of the scalar in the cell.
  ///   - strokes: What lines are drawn with.
  init(base: UInt32, strokes: Strokes) {
    switch strokes {
    case .none: self = []
    case .ascii:
      switch base {
      case 0x2B: self = [.up, .down, .left, .right]
      case 0x2D: self = [.left, .right]
      case 0x7C: self = [.up, .down]
      default: self = []
      }
    case .box:
      switch base {
      case 0x2502: self = [.up, .down]
      case 0x2500: self = [.left, .right]
      case 0x2500...0x257F:
        self = LineArms(rawValue: Self.box.firstIndex { $0.value == base } ?? 0)
      default: self = []
      }
    }
  }

  /// The character to draw.
  ///
  /// - Parameter strokes: What lines are drawn with.
  /// - Returns: One character.
  func scalar(_ strokes: Strokes) -> Unicode.Scalar {
    switch strokes {
    case .none: return " "
    case .ascii:
      let isHorizontal = !isDisjoint(with: [.left, .right])
      let isVertical = !isDisjoint(with: [.up, .down])
      return isHorizontal ? (isVertical ? "+" : "-") : (isVertical ? "|" : " ")
    case .box:
      return Self.box.indices.contains(rawValue) ? Self.box[rawValue] : " "
    }
  }
}
