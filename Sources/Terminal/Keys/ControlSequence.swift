import Screen

/// A sequence of the kind that terminals send for keys: ESC [, numbers, a final byte.
struct ControlSequence {
  private let numbers: [Int]
  private let final: UInt8

  /// Reads a sequence.
  ///
  /// - Parameters:
  ///   - parameters: The bytes between ESC [ and the final byte.
  ///   - final: The final byte.
  init(parameters: [UInt8], final: UInt8) {
    self.numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(Self.number)
    self.final = final
  }

  /// A field's number; 1 when it is left out, -1 when it is none.
  private static func number(_ field: ArraySlice<UInt8>) -> Int {
    // A colon separates details that no key of ours needs.
    let digits = field.prefix { $0 != UInt8(ascii: ":") }
    guard !digits.isEmpty else { return 1 }
    guard digits.count <= 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return -1 }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The key the sequence stands for, if any.
  var key: Key? {
    guard !numbers.contains(-1), numbers.count <= 3 else { return nil }
    let modifiers = numbers.count > 1 ? numbers[1] : 1
    switch final {
    case UInt8(ascii: "~"):
      if numbers.first == 27, numbers.count == 3 {
        return Self.typed(numbers[2], modifiers: modifiers)
      }
      return numbers.first.flatMap { Self.numbered[$0] }.map {
        Self.modify($0, with: modifiers)
      }
    case UInt8(ascii: "u"):
      return numbers.first.flatMap { Self.typed($0, modifiers: modifiers) }
    case UInt8(ascii: "Z"):
      return Self.modify(.backTab, with: modifiers)
    default:
      return Self.lettered[final].map { Self.modify($0, with: modifiers) }
    }
  }

  /// The key of a sequence ESC O with a final byte.
  ///
  /// - Parameters:
  ///   - final: The final byte.
  ///   - modifiers: Digits before it, which say what else was held down.
  /// - Returns: The key, if any.
  static func singleShift(final: UInt8, modifiers: [UInt8]) -> Key? {
    let number = number(modifiers[...])
    if let key = lettered[final] { return modify(key, with: number) }
    switch final {
    case UInt8(ascii: "M"): return modify(.enter, with: number)
    // The keypad in application mode: operators and digits lie at a fixed distance.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Character(Unicode.Scalar(final - 0x40)))
    case UInt8(ascii: "X"): return .character("=")
    default: return nil
    }
  }

  private static let lettered: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    // rxvt marks shifted arrows by small letters.
    UInt8(ascii: "a"): .shift(.up), UInt8(ascii: "b"): .shift(.down),
    UInt8(ascii: "c"): .shift(.right), UInt8(ascii: "d"): .shift(.left),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]

  /// A key that types something, told by its number in Unicode.
  private static func typed(_ code: Int, modifiers: Int) -> Key? {
    switch code {
    case 9: return modifiers == 2 ? .backTab : modify(.tab, with: modifiers)
    case 13, 57_414: return modify(.enter, with: modifiers)
    case 27: return modify(.escape, with: modifiers)
    case 127, 8: return modify(.backspace, with: modifiers)
    default: break
    }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), code >= 0x20,
      !(0x7F..<0xA0).contains(code), !(0xE000..<0xF900).contains(code)
    else { return nil }
    let bits = max(0, modifiers - 1)
    var character = Character(scalar)
    // With Control the letter is told apart by its key, else by what it types.
    if bits & 1 != 0, bits & 4 == 0, let upper = character.uppercased().first {
      character = upper
    }
    var key = Key.character(character)
    if bits & 4 != 0 {
      guard let named = Key(name: "ctrl-\(character == " " ? "space" : String(character))") else {
        return nil
      }
      key = named
    }
    return bits & (2 | 8 | 32) != 0 ? .alt(key) : key
  }

  /// A key with what was held down beside it, as terminals number that: one more than the bits.
  private static func modify(_ key: Key, with modifiers: Int) -> Key {
    let bits = max(0, min(modifiers, 256) - 1)
    var key = key
    if bits & 1 != 0 {
      switch key {
      case .shift, .backTab: break
      case .tab: key = .backTab
      default: key = .shift(key)
      }
    }
    if bits & 4 != 0 { key = .controlled(key) }
    // Meta is the same to everybody as Alt.
    if bits & (2 | 8 | 32) != 0 { key = .alt(key) }
    return key
  }
}
