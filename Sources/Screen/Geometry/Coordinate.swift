/// The bounds that every coordinate and length of the screen is kept within.
enum Coordinate {
  /// The largest coordinate: what the kernel's window size can say.
  static let largest = 65_535

  /// The nearest value within 0…65,535.
  static func bounded(_ value: Int) -> Int {
    min(max(value, 0), largest)
  }
}
