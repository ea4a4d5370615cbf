/// What a pass over a text looks up: for each text the elements it may be, laid out so that most
/// of them are never looked at.
///
/// A frequent word is the second part of hundreds of entries, nearly all without their first, and
/// begins hundreds of others.
struct PatternTables: Sendable {
  let elements: [PatternElements.Element]
  /// The last one is for numbers, and one more lets it end somewhere.
  private(set) var texts: [Text] = []
  private(set) var sieves: [Sieve] = []
  /// Where each run of followers begins; it ends where the next one begins.
  private(set) var runs: [Int32] = []
  private(set) var followers: [Follower] = []
  /// Elements that begin an entry at least.
  private(set) var openers: [Int32] = []

  /// A text, or a number.
  struct Text: Sendable {
    /// Where its sieves begin; they end where those of the next text begin.
    var sieves: Int32
    /// Where those of the openers begin that do nothing but begin entries.
    var beginnings: Int32
    /// Where its other openers begin; they end where those of the next text begin.
    var others: Int32
    /// What all of each ask for: inside of words a short text is mostly nothing.
    var followersNeed = PatternElements.WordEdges.both
    var beginningsNeed = PatternElements.WordEdges.both
    var othersNeed = PatternElements.WordEdges.both
    /// In scalars; 0 for a number.
    var length: UInt16
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

  /// An element that never begins an entry.
  struct Follower: Sendable {
    var element: Int32
    /// An element that must not have stood, since the follower stands behind it too; or -1.
    var unless: Int32
  }

  init(_ collected: PatternElements) {
    elements = collected.all
    for (text, names) in zip(collected.texts, collected.ofText) {
      add(names, length: text.count)
    }
    add(collected.numbers, length: 0)
    add([], length: 0)
    runs.append(Int32(followers.count))
  }

  private mutating func add(_ names: [Int32], length: Int) {
    var text = Text(
      sieves: Int32(sieves.count), beginnings: Int32(openers.count), others: 0,
      length: UInt16(clamping: length))
    var following: [(before: Int32, follower: Follower)] = []
    var others: [Int32] = []
    for name in names {
      let element = elements[Int(name)]
      if element.onlyFollows {
        text.followersNeed.formIntersection(element.needs)
        let (before, beyond) = (element.before, element.beforeOptional(among: elements))
        following.append((before, Follower(element: name, unless: -1)))
        if beyond != before { following.append((beyond, Follower(element: name, unless: before))) }
      } else if element.onlyBegins {
        text.beginningsNeed.formIntersection(element.needs)
        openers.append(name)
      } else {
        text.othersNeed.formIntersection(element.needs)
        others.append(name)
      }
    }
    text.others = Int32(openers.count)
    openers += others
    texts.append(text)
    sieve(following)
  }

  private mutating func sieve(_ following: [(before: Int32, follower: Follower)]) {
    let byBefore = Dictionary(grouping: following, by: \.before)
    for (before, found) in byBefore.sorted(by: { $0.key < $1.key }) {
      let bit: UInt64 = 1 << UInt64(before & 63)
      if let last = sieves.last, sieves.count > Int(texts[texts.count - 1].sieves),
        last.word == before >> 6
      {
        sieves[sieves.count - 1].mask |= bit
      } else {
        sieves.append(Sieve(mask: bit, word: before >> 6, run: Int32(runs.count)))
      }
      runs.append(Int32(followers.count))
      followers += found.map(\.follower)
    }
  }
}
