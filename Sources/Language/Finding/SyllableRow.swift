/// The Chinese letters of many texts as syllables, to be found by pinyin.
struct SyllableRow: Sendable {
  /// For each letter what it may be read as, counted in ``readings``; 0 for anything else.
  private let letters: [UInt16]
  /// Where each entry ends in ``letters``.
  private let ends: [Int]
  /// The ways each letter is read; none for 0.
  private let readings: [[[UInt8]]]

  /// Collects texts.
  struct Builder {
    private var letters: [UInt16] = []
    private var ends: [Int] = []
    private var readings: [[[UInt8]]] = [[]]
    private var numbers: [Unicode.Scalar: UInt16] = [:]

    init() {}

    /// Adds a part of an entry, folded.
    mutating func add(_ text: String) {
      for scalar in text.unicodeScalars {
        guard scalar.value >= 0x2E80 else {
          // A sign ends what can be typed in one go; one for many is enough.
          if letters.last != 0 { letters.append(0) }
          continue
        }
        letters.append(number(of: scalar))
      }
      letters.append(0)
    }

    mutating func endEntry() { ends.append(letters.count) }

    private mutating func number(of scalar: Unicode.Scalar) -> UInt16 {
      if let known = numbers[scalar] { return known }
      let ways = Pinyin.readings(of: Character(scalar)).map { Array($0.utf8) }
      let isFull = readings.count > Int(UInt16.max)
      let number = ways.isEmpty || isFull ? 0 : UInt16(readings.count)
      if number > 0 { readings.append(ways) }
      numbers[scalar] = number
      return number
    }

    var made: SyllableRow { SyllableRow(letters: letters, ends: ends, readings: readings) }
  }

  /// Tells of every entry that what was typed is the pinyin of a part of: syllables whole, by their
  /// first letters, or mixed.
  ///
  /// - Parameters:
  ///   - typed: small letters; anything else finds nothing.
  ///   - among: the entries to look at, ascending; nil for all.
  ///   - take: is told of an entry and how well it fits.
  func find(_ typed: [UInt8], among: [Int]?, _ take: (Int, Int) -> Void) {
    guard readings.count > 1, typed.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
    else { return }
    let begins = readings.map { ways in ways.contains { $0.first == typed.first } }
    letters.withUnsafeBufferPointer { letters in
      func look(_ entry: Int) {
        let end = ends[entry]
        var best = 0
        for place in (entry == 0 ? 0 : ends[entry - 1])..<end where begins[Int(letters[place])] {
          var worth = worth(of: typed, letters, from: place, to: end)
          if worth > 0, place == 0 || letters[place - 1] == 0 { worth += SearchIndex.Worth.clause }
          best = max(best, worth)
        }
        if best > 0 { take(entry, best) }
      }
      if let among { among.forEach(look) } else { ends.indices.forEach(look) }
    }
  }

  /// How well the letters from one place on are what was typed; 0 when they are not.
  private func worth(
    of typed: [UInt8], _ letters: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int
  ) -> Int {
    // Bit n of each: n of the typed letters can be the syllables so far, taken in that way.
    var (whole, initials, mixed): (UInt64, UInt64, UInt64) = (1, 1, 1)
    let goal: UInt64 = 1 << typed.count
    var place = start
    while place < end, letters[place] != 0 {
      var next: (whole: UInt64, initials: UInt64, mixed: UInt64) = (0, 0, 0)
      for reading in readings[Int(letters[place])] {
        for taken in 0..<typed.count where mixed & (1 << taken) != 0 {
          var length = 0
          while length < reading.count, taken + length < typed.count,
            reading[length] == typed[taken + length]
          {
            length += 1
            let bit: UInt64 = 1 << (taken + length)
            next.mixed |= bit
            if length == 1, initials & (1 << taken) != 0 { next.initials |= bit }
            // The last syllable may not be whole yet while somebody types.
            if length == reading.count || bit == goal, whole & (1 << taken) != 0 {
              next.whole |= bit
            }
          }
        }
      }
      if next.mixed & goal != 0 {
        if next.whole & goal != 0, typed.count > 1 { return SearchIndex.Worth.pinyin }
        return next.initials & goal != 0 && typed.count > 1
          ? SearchIndex.Worth.initials : SearchIndex.Worth.mixedPinyin
      }
      guard next.mixed != 0 else { return 0 }
      (whole, initials, mixed) = next
      place += 1
    }
    return 0
  }
}
