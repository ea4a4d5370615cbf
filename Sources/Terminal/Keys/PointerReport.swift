internal import Screen

/// What a terminal says about its mouse, in either of the two ways that terminals have.
struct PointerReport {
  private let button: Int
  private let column: Int
  private let row: Int
  private let isRelease: Bool

  /// Bits of a button's number that say what was held down.
  private static let modifiers = 4 | 8 | 16

  /// Reads the usual kind: `ESC [ < button ; column ; row M`, or `m` for a release.
  ///
  /// - Parameters:
  ///   - parameters: The bytes between ESC [ and the final byte.
  ///   - final: The final byte.
  init?(parameters: [UInt8], final: UInt8) {
    guard parameters.first == UInt8(ascii: "<"),
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return nil }
    let fields = parameters.dropFirst()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { field -> Int? in
        guard (1...5).contains(field.count), field.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      }
    guard fields.count == 3, let button = fields[0], let column = fields[1], let row = fields[2]
    else { return nil }
    self.init(button: button, column: column, row: row, isRelease: final == UInt8(ascii: "m"))
  }

  /// Reads the old kind, of terminals that do not know the usual one: three bytes after ESC [ M,
  /// each 32 more than what it says.
  ///
  /// - Parameter bytes: The three bytes.
  init?(old bytes: ArraySlice<UInt8>) {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    self.init(
      button: numbers[0], column: numbers[1], row: numbers[2], isRelease: numbers[0] & 3 == 3)
  }

  private init(button: Int, column: Int, row: Int, isRelease: Bool) {
    self.button = button
    self.column = column
    self.row = row
    self.isRelease = isRelease
  }

  /// What it means to the program; nothing for a release, a movement or another button.
  var pointer: Pointer? {
    guard column >= 1, row >= 1 else { return nil }
    let position = Position(column: column - 1, row: row - 1)
    switch button & ~Self.modifiers {
    case 0: return isRelease ? nil : Pointer(.press, at: position)
    case 64: return Pointer(.wheelUp, at: position)
    case 65: return Pointer(.wheelDown, at: position)
    default: return nil
    }
  }
}
