import Screen

/// A course of numbers as a few rows of characters, the highest as tall as all of them.
struct Sparkline {
  /// What a cell is filled with, from nothing to all of it.
  private static let blocks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let ascii: [Character] = [" ", ".", ":", "#"]

  private let levels: [Character]
  /// What stands where there is nothing, so that the length of the course is seen.
  private let ground: Character

  /// - Parameter isPlain: whether only ASCII is to be drawn.
  init(isPlain: Bool) {
    levels = isPlain ? Sparkline.ascii : Sparkline.blocks
    ground = isPlain ? "_" : "·"
  }

  /// Draws numbers.
  ///
  /// - Parameters:
  ///   - values: one a column, none below zero; anything above zero is seen.
  ///   - rows: how tall.
  /// - Returns: the rows from top to bottom.
  func lines(_ values: [Int], rows: Int) -> [String] {
    let full = levels.count - 1
    let most = max(1, values.max() ?? 0)
    let heights = values.map { value in
      value <= 0 ? 0 : max(1, Int((Double(value) / Double(most) * Double(rows * full)).rounded()))
    }
    return (0..<max(1, rows)).map { row in
      let below = (rows - 1 - row) * full
      return String(
        heights.map { height in
          height == 0 && below == 0 ? ground : levels[max(0, min(full, height - below))]
        })
    }
  }

  /// A bar from the left, of its share of some columns; anything above zero is seen.
  func bar(_ value: Int, of most: Int, columns: Int) -> String {
    guard value > 0, most > 0, let last = levels.last else { return "" }
    let length = Int((Double(value) / Double(most) * Double(columns)).rounded())
    return String(repeating: last, count: max(1, min(columns, length)))
  }
}
