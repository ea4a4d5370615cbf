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
  private var nodeClass: [UInt16] = [0]
  private var firstChild: [Int32] = [0]
  private var nextSibling: [Int32] = [0]
  private var fail: [Int32] = [0]
  /// The text that ends at a node, or -1.
  private var text: [Int32] = [-1]
  /// The nearest shorter suffix at which a text ends, or 0.
  private var shorter: [Int32] = [0]
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
    for (index, scalars) in texts.enumerated() { insert(scalars, named: Int32(index)) }
    link()
  }

  @inline(__always)
  private func column(_ scalar: UInt32) -> UInt16 {
    scalar < 0x10000 ? classes[Int(scalar)] : classesBeyond[scalar] ?? 0
  }

  private mutating func insert(_ scalars: [UInt32], named name: Int32) {
    var node: Int32 = 0
    for scalar in scalars {
      let column = column(scalar)
      var next = node == 0 ? root[Int(column)] : firstChild[Int(node)]
      if node != 0 {
        while next != 0, nodeClass[Int(next)] != column { next = nextSibling[Int(next)] }
      }
      if next == 0 {
        next = Int32(nodeClass.count)
        nodeClass.append(column)
        firstChild.append(0)
        nextSibling.append(firstChild[Int(node)])
        fail.append(0)
        text.append(-1)
        shorter.append(0)
        firstChild[Int(node)] = next
        if node == 0 { root[Int(column)] = next }
      }
      node = next
    }
    text[Int(node)] = name
    lengths.append(Int32(scalars.count))
  }

  /// Sets the failure links, nearest nodes first.
  private mutating func link() {
    var queue: [Int32] = []
    queue.reserveCapacity(nodeClass.count)
    var child = firstChild[0]
    while child != 0 {
      queue.append(child)
      child = nextSibling[Int(child)]
    }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      var child = firstChild[Int(node)]
      while child != 0 {
        var steps = 0
        let back = step(fail[Int(node)], nodeClass[Int(child)], &steps)
        fail[Int(child)] = back
        shorter[Int(child)] = text[Int(back)] >= 0 ? back : shorter[Int(back)]
        queue.append(child)
        child = nextSibling[Int(child)]
      }
    }
  }

  @inline(__always)
  private func step(_ from: Int32, _ column: UInt16, _ steps: inout Int) -> Int32 {
    var node = from
    while node != 0 {
      var child = firstChild[Int(node)]
      while child != 0 {
        steps += 1
        if nodeClass[Int(child)] == column { return child }
        child = nextSibling[Int(child)]
      }
      node = fail[Int(node)]
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
    var node = text[Int(state)] >= 0 ? state : shorter[Int(state)]
    while node != 0 {
      let name = Int(text[Int(node)])
      body(name, Int(lengths[name]))
      node = shorter[Int(node)]
    }
  }
}
