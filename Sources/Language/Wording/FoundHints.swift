/// The hints that stand in the units of a page, one after the other in one place, since a message
/// holds hundreds.
struct FoundHints: Sendable {
  /// A hint where it stands.
  struct Hit: Sendable {
    /// Its row in the table of its script.
    var row: Int32
    fileprivate var start: Int32
    fileprivate var count: Int32

    /// Its tokens.
    var tokens: Range<Int> { Int(start)..<Int(start + count) }
  }

  private var all: [Hit] = []
  /// For each unit and script, where its hits stand; nil before it was looked at.
  private var places: [Range<Int>?]
  private var begun = 0

  /// Nothing found yet in a page of so many units.
  init(units: Int) {
    places = Array(repeating: nil, count: units * LabelHints.Script.allCases.count)
  }

  /// Whether a unit was looked at.
  func isKnown(_ unit: Int, _ script: LabelHints.Script) -> Bool {
    places[FoundHints.place(unit, script)] != nil
  }

  /// The hints of a unit, in the order they stand.
  func hits(_ unit: Int, _ script: LabelHints.Script) -> ArraySlice<Hit> {
    all[places[FoundHints.place(unit, script)] ?? 0..<0]
  }

  /// Begins with a unit.
  mutating func begin() { begun = all.count }

  /// Adds a hint of the unit that was begun.
  @inline(__always)
  mutating func add(_ row: Int, _ tokens: Range<Int>) {
    all.append(
      Hit(row: Int32(row), start: Int32(tokens.lowerBound), count: Int32(tokens.count)))
  }

  /// The unit that was begun is done.
  mutating func end(_ unit: Int, _ script: LabelHints.Script) {
    places[FoundHints.place(unit, script)] = begun..<all.count
  }

  private static func place(_ unit: Int, _ script: LabelHints.Script) -> Int {
    unit * LabelHints.Script.allCases.count + script.place
  }
}
