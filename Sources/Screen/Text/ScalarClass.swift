/// What becomes of a scalar on the screen.
enum ScalarClass: UInt8, Sendable {
  /// Takes one column.
  case narrow = 0
  /// Takes two columns.
  case wide = 1
  /// Takes one column on most terminals and two on some East Asian ones.
  case ambiguous = 2
  /// Joins the cell of the scalar before it.
  case mark = 3
  /// Shows nothing: joiners, selectors, direction controls and the like.
  case dropped = 4
  /// Must not be shown as it is: controls, private, unassigned, non-characters.
  case replaced = 5

  /// Above this scalar the classes are searched for instead of looked up.
  private static let tableSize = 0x20000

  /// One class a scalar for the planes in everyday use.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: ScalarClass.replaced.rawValue, count: tableSize)
    for (index, change) in changes.enumerated() {
      let first = Int(change & 0xFF_FFFF)
      let next = index + 1 < changes.count ? Int(changes[index + 1] & 0xFF_FFFF) : tableSize
      guard first < tableSize else { break }
      for scalar in first..<min(next, tableSize) { table[scalar] = UInt8(change >> 24) }
    }
    return table
  }()

  /// The class of a scalar.
  ///
  /// - Parameter scalar: A scalar's number; anything beyond Unicode is ``replaced``.
  /// - Returns: The class.
  static func of(_ scalar: UInt32) -> ScalarClass {
    // Printable ASCII and the Han ideographs in common use.
    if scalar < 0x7F && scalar >= 0x20 { return .narrow }
    if scalar >= 0x4E00 && scalar < 0x9FFD { return .wide }
    if scalar < UInt32(tableSize) {
      return ScalarClass(rawValue: table[Int(scalar)]) ?? .replaced
    }
    guard scalar < 0x110000 else { return .replaced }
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle] & 0xFF_FFFF <= scalar { low = middle } else { high = middle }
    }
    return ScalarClass(rawValue: UInt8(changes[low] >> 24)) ?? .replaced
  }
}
