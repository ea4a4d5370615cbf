/// What a pass over a text looks up: for each text the elements it may be, laid out so that most
/// of them are never looked at.
///
/// A frequent word is the second part of hundreds of entries, nearly all without their first, and
/// begins hundreds of others.
struct PatternTables: Sendable {
  let elements: [PatternElements.Element]
  /// The last one is for numbers.
  private(set) var texts: [Text] = []
  /// What stands right after something.
  let neighbours: Neighbours
  /// Of texts one after the other, each list ended by an empty one.
  private(set) var sieves: [Sieve] = []
  /// Where each run of followers begins; it ends where the next one begins.
  private(set) var runs: [Int32] = []
  /// Elements that never begin an entry.
  private(set) var followers: [Int32] = []
  /// Elements that begin an entry at least: for each text how many do nothing else, how many others
  /// there are, and then these and those.
  private(set) var openers: [Int32] = []

  /// A text, or a number; half a cache line.
  struct Text: Sendable {
    /// What may stand before those of its followers that stand right after something: a bit for all
    /// names alike in their last six bits.
    var before: UInt64
    /// Where the table of these followers begins among the neighbours; -1 where it has none.
    var asNext: Int32
    /// What its beginnings are called among the neighbours; -1 where nothing stands right after.
    var asEnded: Int32
    /// Where the sieves of its followers begin that may stand further away; -1 where it has none.
    var sieves: Int32 = -1
    /// Where its openers begin; -1 where it has none.
    var openers: Int32 = -1
    /// In scalars; 0 for a number.
    var length: UInt16
    /// What all of each ask for: inside of words a short text is mostly nothing.
    var followersNeed = PatternElements.WordEdges.both
    var beginningsNeed = PatternElements.WordEdges.both
    var othersNeed = PatternElements.WordEdges.both

    var hasFollowers: Bool { asNext >= 0 || sieves >= 0 }
  }

  /// Some followers, with what each of them must follow.
  struct Sieve: Sendable {
    /// A bit for each of 64 elements in a row: those that one of the followers must follow.
    var mask: UInt64
    /// Which 64.
    var word: Int32
    /// The run of followers of the lowest bit; those of the others come after it in their order.
    var run: Int32
  }

  init(_ collected: PatternElements) {
    let numbered = Neighbours.Numbered(collected)
    neighbours = numbered.neighbours
    elements = collected.all.enumerated().map { index, element in
      var element = element
      if numbered.leadsOn[index] { element.traits.insert(.leadsOn) }
      return element
    }
    for (name, names) in (collected.ofText + [collected.numbers]).enumerated() {
      let length = name < collected.texts.count ? collected.texts[name].count : 0
      add(
        names,
        Text(
          before: numbered.before[name], asNext: numbered.asNext[name],
          asEnded: numbered.asEnded[name], length: UInt16(clamping: length)))
    }
    runs.append(Int32(followers.count))
  }

  private mutating func add(_ names: [Int32], _ text: Text) {
    var text = text
    var far: [Following] = []
    var beginnings: [Int32] = []
    var others: [Int32] = []
    for name in names {
      let element = elements[Int(name)]
      if element.onlyFollows {
        text.followersNeed.formIntersection(element.needs)
        element.eachBefore(among: elements) { before, join in
          if join == .gap { far.append(Following(before: before, follower: name)) }
        }
      } else if element.onlyBegins {
        text.beginningsNeed.formIntersection(element.needs)
        beginnings.append(name)
      } else {
        text.othersNeed.formIntersection(element.needs)
        others.append(name)
      }
    }
    if !beginnings.isEmpty || !others.isEmpty {
      text.openers = Int32(openers.count)
      openers += [Int32(beginnings.count), Int32(others.count)] + beginnings + others
    }
    if !far.isEmpty {
      text.sieves = Int32(sieves.count)
      sieve(far)
    }
    texts.append(text)
  }

  private struct Following {
    var before: Int32
    var follower: Int32
  }

  private mutating func sieve(_ following: [Following]) {
    let first = sieves.count
    let byBefore = Dictionary(grouping: following, by: \.before)
    for (before, found) in byBefore.sorted(by: { $0.key < $1.key }) {
      let bit: UInt64 = 1 << UInt64(before & 63)
      if let last = sieves.last, sieves.count > first, last.word == before >> 6 {
        sieves[sieves.count - 1].mask |= bit
      } else {
        sieves.append(Sieve(mask: bit, word: before >> 6, run: Int32(runs.count)))
      }
      runs.append(Int32(followers.count))
      followers += found.map(\.follower)
    }
    sieves.append(Sieve(mask: 0, word: 0, run: 0))
  }
}
