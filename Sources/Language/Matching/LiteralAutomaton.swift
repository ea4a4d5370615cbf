/// Finds any of thousands of folded texts in one pass (Aho and Corasick, 1975).
///
/// Building is linear in the texts; a pass is linear in the text read plus what is found.
struct LiteralAutomaton: Sendable {
  /// The column of the root table for each scalar of the BMP that occurs; 0 for the others.
  private var classes = [UInt16](repeating: 0, count: 0x10000)
  /// The same for scalars beyond.
  private var classesBeyond: [UInt32: UInt16] = [:]
  private var classCount: UInt16 = 1
  private var root: [Int32] = [0]
  /// The links below the root. Some characters begin hundreds of texts, so they are found by hash
  /// and not one after another.
  private var links = LinkTable()
  private var nodes = [Node()]

  /// What must be known of a node, side by side in memory.
  private struct Node: Sendable {
    /// A bit for each column that leads on, of all columns alike in their last six bits.
    var leadsOn: UInt64 = 0
    /// Where to go on when no link leads further.
    var fail: Int32 = 0
    /// The text that ends here, or -1.
    var text: Int32 = -1
    /// The nearest shorter suffix at which a text ends, or 0.
    var shorter: Int32 = 0
  }

  /// How long each text is, in scalars.
  private(set) var lengths: [Int32] = []

  /// Builds for `texts`, which are distinct and not empty; texts are named by their index.
  init(_ texts: [[UInt32]]) {
    for text in texts {
      for scalar in text where column(scalar) == 0 {
        guard classCount < .max else { continue }
        if scalar < 0x10000 {
          classes[Int(scalar)] = classCount
        } else {
          classesBeyond[scalar] = classCount
        }
        classCount += 1
      }
    }
    root = [Int32](repeating: 0, count: Int(classCount))
    links = LinkTable(atMost: texts.reduce(0) { $0 + $1.count })
    var children: [[(column: UInt16, node: Int32)]] = [[]]
    for (index, scalars) in texts.enumerated() {
      insert(scalars, named: Int32(index), &children)
    }
    link(children)
  }

  @inline(__always)
  private func column(_ scalar: UInt32) -> UInt16 {
    scalar < 0x10000 ? classes[Int(scalar)] : classesBeyond[scalar] ?? 0
  }

  private mutating func insert(
    _ scalars: [UInt32], named name: Int32, _ children: inout [[(column: UInt16, node: Int32)]]
  ) {
    var node: Int32 = 0
    for scalar in scalars {
      let column = column(scalar)
      var next = node == 0 ? root[Int(column)] : links.node(below: node, column)
      if next == 0 {
        next = Int32(children.count)
        children.append([])
        nodes.append(Node())
        nodes[Int(node)].leadsOn |= 1 << UInt64(column & 63)
        children[Int(node)].append((column, next))
        if node == 0 { root[Int(column)] = next } else { links.add(next, below: node, column) }
      }
      node = next
    }
    nodes[Int(node)].text = name
    lengths.append(Int32(scalars.count))
  }

  /// Sets the failure links, nearest nodes first.
  private mutating func link(_ children: [[(column: UInt16, node: Int32)]]) {
    var queue = (children.first ?? []).map(\.node)
    queue.reserveCapacity(children.count)
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for child in children[Int(node)] {
        var steps = 0
        let back = step(nodes[Int(node)].fail, child.column, &steps)
        nodes[Int(child.node)].fail = back
        let suffix = nodes[Int(back)]
        nodes[Int(child.node)].shorter = suffix.text >= 0 ? back : suffix.shorter
        queue.append(child.node)
      }
    }
  }

  @inline(__always)
  private func step(_ from: Int32, _ column: UInt16, _ steps: inout Int) -> Int32 {
    var node = from
    while node != 0 {
      steps += 1
      let here = nodes[Int(node)]
      if here.leadsOn & (1 << UInt64(column & 63)) != 0 {
        let next = links.node(below: node, column)
        if next != 0 { return next }
      }
      node = here.fail
    }
    steps += 1
    return root[Int(column)]
  }

  /// The state after `scalar`; counts the links looked at.
  @inline(__always)
  func advance(_ state: Int32, over scalar: UInt32, _ steps: inout Int) -> Int32 {
    let column = column(scalar)
    if column == 0 {
      steps += 1
      return 0
    }
    return step(state, column, &steps)
  }

  /// Calls `body` with each text that ends at `state`, longest first.
  @inline(__always)
  func found(at state: Int32, _ body: (_ text: Int, _ length: Int) -> Void) {
    var node = nodes[Int(state)]
    if node.text < 0 { node = nodes[Int(node.shorter)] }
    while node.text >= 0 {
      body(Int(node.text), Int(lengths[Int(node.text)]))
      node = nodes[Int(node.shorter)]
    }
  }
}
