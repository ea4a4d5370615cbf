/// Finds any of thousands of folded texts in one pass (Aho and Corasick, 1975).
///
/// Building is linear in the texts; a pass is linear in the text read plus what is found.
struct LiteralAutomaton: Sendable {
  /// The column of the root table for each scalar of the BMP that occurs; 0 for the others.
  private var classes = [UInt16](repeating: 0, count: 0x10000)
  /// The same for scalars beyond.
  private var classesBeyond: [UInt32: UInt16] = [:]
  private var classCount: UInt16 = 1
  /// Columns below this, and from 1, begin a text: each is the node it leads to from the root.
  private var openings: UInt16 = 1
  /// Nearest to the root first, so that those visited most lie together in memory and the nodes
  /// below one follow each other.
  private var nodes = [Node()]
  /// For each node, the column that leads to it; in order below each node.
  private var columns: [UInt16] = [0]
  /// For each text, the longest other one that ends wherever it does, written alike.
  private var shorter: [Int32] = []

  /// What must be known of a node, side by side in memory: four of them share a cache line.
  fileprivate struct Node: Sendable {
    /// A bit for each column that leads on, of all columns alike in their last five bits.
    var leadsOn: UInt32 = 0
    /// Where the nodes below begin; they end where those below the next node begin.
    var below: Int32 = 0
    /// Where to go on when no link leads further.
    var fail: Int32 = 0
    /// The longest text that ends here, doubled, plus one if shorter ones do; or -1.
    var text: Int32 = -1
  }

  /// Builds for `texts`, which are distinct and not empty; texts are named by their index.
  init(_ texts: [[UInt32]]) {
    for text in texts { addColumns(of: text.prefix(1)) }
    openings = classCount
    for text in texts { addColumns(of: text[...]) }
    shorter = [Int32](repeating: -1, count: texts.count)
    grow(texts)
    link()
  }

  private mutating func addColumns(of scalars: ArraySlice<UInt32>) {
    for scalar in scalars where column(scalar) == 0 {
      guard classCount < .max else { continue }
      if scalar < 0x10000 {
        classes[Int(scalar)] = classCount
      } else {
        classesBeyond[scalar] = classCount
      }
      classCount += 1
    }
  }

  private func column(_ scalar: UInt32) -> UInt16 {
    scalar < 0x10000 ? classes[Int(scalar)] : classesBeyond[scalar] ?? 0
  }

  /// Makes the nodes, level by level: the texts in order, so that those with the same beginning
  /// stand together.
  private mutating func grow(_ texts: [[UInt32]]) {
    let keys = texts.map { $0.map(column) }
    // A text with a scalar that has no column is never found.
    let order = keys.indices.filter { !keys[$0].contains(0) }.sorted {
      keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    var level: [(node: Int32, texts: Range<Int>)] = [(0, order.indices)]
    var depth = 0
    while !level.isEmpty {
      var next: [(node: Int32, texts: Range<Int>)] = []
      for (node, members) in level {
        var start = members.lowerBound
        // The shortest comes first: it ends here.
        if start < members.upperBound, keys[order[start]].count == depth {
          nodes[Int(node)].text = Int32(order[start]) * 2
          start += 1
        }
        let first = Int32(nodes.count)
        while start < members.upperBound {
          let column = keys[order[start]][depth]
          var end = start + 1
          while end < members.upperBound, keys[order[end]][depth] == column { end += 1 }
          next.append((Int32(nodes.count), start..<end))
          nodes[Int(node)].leadsOn |= 1 << UInt32(column & 31)
          nodes.append(Node())
          columns.append(column)
          start = end
        }
        nodes[Int(node)].below = first
      }
      level = next
      depth += 1
    }
    // One more, so that the last one ends somewhere.
    nodes.append(Node(below: Int32(nodes.count)))
    columns.append(0)
  }

  /// Sets the failure links, nearest nodes first.
  private mutating func link() {
    for node in nodes.indices.dropFirst().dropLast() {
      for child in nodes[node].below..<nodes[node + 1].below {
        let back = run { running in
          var steps = 0
          return running.step(nodes[node].fail, columns[Int(child)], &steps)
        }
        nodes[Int(child)].fail = back
        let suffix = nodes[Int(back)].text
        if nodes[Int(child)].text < 0 {
          nodes[Int(child)].text = suffix
        } else if suffix >= 0 {
          shorter[Int(nodes[Int(child)].text / 2)] = suffix
          nodes[Int(child)].text += 1
        }
      }
    }
  }

  /// Calls `body` with the automaton made ready to run.
  @inline(__always)
  func run<Result>(_ body: (Running) -> Result) -> Result {
    classes.withUnsafeBufferPointer { classes in
      nodes.withUnsafeBufferPointer { nodes in
        columns.withUnsafeBufferPointer { columns in
          shorter.withUnsafeBufferPointer { shorter in
            body(
              Running(
                classes: classes, classesBeyond: classesBeyond, openings: openings, nodes: nodes,
                columns: columns, shorter: shorter))
          }
        }
      }
    }
  }

  /// Whether any of the texts stands in `scalars`.
  func isAnywhere(in scalars: ArraySlice<UInt32>) -> Bool {
    run { running in
      var state: Int32 = 0
      var steps = 0
      var isFound = false
      for scalar in scalars where !isFound {
        state = running.advance(state, over: scalar, &steps)
        running.found(at: state) { _ in isFound = true }
      }
      return isFound
    }
  }
}

extension LiteralAutomaton {
  /// The automaton while it runs: its tables as bare buffers, since every scalar of every message
  /// passes here. States are its own, so no text leads outside of them.
  struct Running {
    fileprivate let classes: UnsafeBufferPointer<UInt16>
    fileprivate let classesBeyond: [UInt32: UInt16]
    fileprivate let openings: UInt16
    fileprivate let nodes: UnsafeBufferPointer<Node>
    fileprivate let columns: UnsafeBufferPointer<UInt16>
    fileprivate let shorter: UnsafeBufferPointer<Int32>

    /// The state after `scalar`; counts the links looked at.
    @inline(__always)
    func advance(_ state: Int32, over scalar: UInt32, _ steps: inout Int) -> Int32 {
      let column = scalar < 0x10000 ? classes[Int(scalar)] : classesBeyond[scalar] ?? 0
      if column == 0 {
        steps += 1
        return 0
      }
      return step(state, column, &steps)
    }

    /// Calls `body` with each text that ends at `state`, longest first.
    @inline(__always)
    func found(at state: Int32, _ body: (_ text: Int) -> Void) {
      var text = nodes[Int(state)].text
      while text >= 0 {
        body(Int(text >> 1))
        text = text & 1 == 0 ? -1 : shorter[Int(text >> 1)]
      }
    }

    @inline(__always)
    fileprivate func step(_ from: Int32, _ column: UInt16, _ steps: inout Int) -> Int32 {
      var node = from
      while node != 0 {
        steps += 1
        let here = nodes[Int(node)]
        if here.leadsOn & (1 << UInt32(column & 31)) != 0 {
          let next = below(node, column)
          if next != 0 { return next }
        }
        node = here.fail
      }
      steps += 1
      return column < openings ? Int32(column) : 0
    }

    /// The node below `node` that `column` leads to; 0 when there is none.
    @inline(__always)
    private func below(_ node: Int32, _ column: UInt16) -> Int32 {
      var low = Int(nodes[Int(node)].below)
      var high = Int(nodes[Int(node) + 1].below)
      while low < high {
        let middle = (low + high) / 2
        let found = columns[middle]
        if found == column { return Int32(middle) }
        if found < column { low = middle + 1 } else { high = middle }
      }
      return 0
    }
  }
}
