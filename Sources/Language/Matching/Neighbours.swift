/// Which elements may stand right after what has just ended.
///
/// Hundreds of entries go on with a frequent character, nearly all without what they begin with. So
/// it is not asked of each of them whether its beginning stood there: the few texts and elements
/// that ended are known, and each of them leads, with the text that comes, to those that follow.
struct Neighbours: Sendable {
  /// A small table for each thing that may follow, in the order of those: a frequent one is asked
  /// for with what is frequent before it, so that what is wanted often lies together.
  private let slots: [Slot]
  /// Where something leads to several: how many, and then these.
  private let lists: [Int32]

  /// What may have ended, and what it leads to. The first slot of a table holds how many follow.
  private struct Slot: Sendable {
    /// -1 where the slot is free.
    var ended: Int32
    /// An element; or, below 0, the place in `lists`, counted from -1 down.
    var value: Int32 = 0
  }

  /// Makes the tables.
  ///
  /// - Parameter leads: for each thing that may follow, the elements it may be after what has ended.
  /// - Returns: the neighbours, and where the table of each begins.
  static func tables(_ leads: [[Int32: [Int32]]]) -> (Neighbours, starts: [Int32]) {
    var slots: [Slot] = []
    var lists: [Int32] = []
    var starts: [Int32] = []
    for elements in leads {
      let size = elements.count * 4 / 3 + 1
      let start = slots.count
      starts.append(Int32(start))
      slots.append(Slot(ended: Int32(size)))
      slots += Array(repeating: Slot(ended: -1), count: size)
      for (ended, elements) in elements.sorted(by: { $0.key < $1.key }) {
        var slot = place(of: ended, size)
        while slots[start + 1 + slot].ended >= 0 { slot = slot + 1 == size ? 0 : slot + 1 }
        var value = elements.first ?? 0
        if elements.count > 1 {
          value = -1 - Int32(lists.count)
          lists.append(Int32(elements.count))
          lists += elements
        }
        slots[start + 1 + slot] = Slot(ended: ended, value: value)
      }
    }
    return (Neighbours(slots: slots, lists: lists), starts)
  }

  /// Where to look for what has ended in a table of `size`; one slot at least is free.
  @inline(__always)
  private static func place(of ended: Int32, _ size: Int) -> Int {
    Int((UInt64(UInt32(bitPattern: ended) &* 0x9E37_79B9) &* UInt64(size)) >> 32)
  }

  /// Calls `body` with each element that may follow `ended`, by the table that begins at `start`.
  @inline(__always)
  func each(after ended: Int32, _ start: Int32, _ body: (Int32) -> Void) {
    slots.withUnsafeBufferPointer { slots in
      let first = Int(start) + 1
      let size = Int(slots[first - 1].ended)
      var slot = Neighbours.place(of: ended, size)
      while slots[first + slot].ended != ended {
        if slots[first + slot].ended < 0 { return }
        slot = slot + 1 == size ? 0 : slot + 1
      }
      let value = slots[first + slot].value
      if value >= 0 { return body(value) }
      let list = Int(-1 - value)
      for place in list + 1...list + Int(lists[list]) { body(lists[place]) }
    }
  }
}

extension Neighbours {
  /// The neighbours of a lexicon, with the numbers that its texts have among them.
  ///
  /// Texts that are the same elements share a number, which leaves a third of the pairs.
  struct Numbered {
    let neighbours: Neighbours
    /// For each element whether something may stand right after it.
    private(set) var leadsOn: [Bool]
    /// For each text, and then for a number, what its beginnings are called; those of what else may
    /// end are beyond `PatternElements.all`, where each element has its own. -1 where there are none.
    private(set) var asEnded: [Int32] = []
    /// For each text, and then for a number, where the table of its followers begins, or -1.
    private(set) var asNext: [Int32] = []
    /// For each of these, a bit for all names in that table that are alike in their last six bits.
    private(set) var before: [UInt64] = []

    init(_ collected: PatternElements) {
      let elements = collected.all
      var beginnings = Sets()
      var followers = Sets()
      for names in collected.ofText + [collected.numbers] {
        asEnded.append(beginnings.name(names.filter { elements[Int($0)].onlyBegins }))
        asNext.append(
          followers.name(names.filter { elements[Int($0)].mayStandNext(among: elements) }))
      }
      // Each element's own names, and those of the sets that it is in.
      var ended = elements.indices.map { elements[$0].onlyBegins ? [] : [Int32($0)] }
      for (name, set) in beginnings.all.enumerated() {
        for element in set { ended[Int(element)].append(Int32(elements.count + name)) }
      }
      asEnded = asEnded.map { $0 < 0 ? -1 : Int32(elements.count) + $0 }
      let leads = followers.all.map { set in
        var leads: [Int32: [Int32]] = [:]
        for follower in set {
          elements[Int(follower)].eachBefore(among: elements) { before, join in
            guard join < .gap else { return }
            for name in ended[Int(before)] { leads[name, default: []].append(follower) }
          }
        }
        return leads
      }
      let (neighbours, starts) = Neighbours.tables(leads)
      self.neighbours = neighbours
      let leading = Set(leads.flatMap(\.keys))
      leadsOn = elements.indices.map { leading.contains(Int32($0)) }
      asEnded = asEnded.map { leading.contains($0) ? $0 : -1 }
      before = asNext.map { next in
        next < 0 ? 0 : leads[Int(next)].keys.reduce(0) { $0 | 1 << UInt64($1 & 63) }
      }
      asNext = asNext.map { $0 < 0 ? -1 : starts[Int($0)] }
    }

    /// Sets of elements, numbered as they come.
    private struct Sets {
      private(set) var all: [[Int32]] = []
      private var names: [[Int32]: Int32] = [:]

      /// The number of a set; -1 for the empty one.
      mutating func name(_ elements: [Int32]) -> Int32 {
        guard !elements.isEmpty else { return -1 }
        if let name = names[elements] { return name }
        let name = Int32(all.count)
        names[elements] = name
        all.append(elements)
        return name
      }
    }
  }
}

extension PatternElements.Element {
  /// Whether it may stand right after something and never begins an entry.
  fileprivate func mayStandNext(among elements: [PatternElements.Element]) -> Bool {
    var isNext = false
    if onlyFollows { eachBefore(among: elements) { _, join in isNext = isNext || join < .gap } }
    return isNext
  }
}
