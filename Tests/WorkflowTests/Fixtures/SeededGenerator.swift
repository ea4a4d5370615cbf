/// A generator that yields the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// Whether something that happens in `percent` of a hundred cases happens now.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// A number in `range`.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of `choices`, which are not empty.
  mutating func pick<Choices: Collection>(_ choices: Choices, or other: Choices.Element)
    -> Choices.Element
  { choices.randomElement(using: &self) ?? other }

  /// One of the cases of an enumeration.
  mutating func any<Value: CaseIterable>(_ type: Value.Type, or other: Value) -> Value {
    type.allCases.randomElement(using: &self) ?? other
  }

  /// Some of the cases of an enumeration, often none.
  mutating func some<Value: CaseIterable & Hashable>(_ type: Value.Type) -> Set<Value> {
    guard chance(70) else { return [] }
    return Set((0..<number(0...3)).compactMap { _ in type.allCases.randomElement(using: &self) })
  }
}
