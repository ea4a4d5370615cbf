/// The links from node to node of an automaton, found by hash.
struct LinkTable: Sendable {
  private var links: [Link]
  private let mask: Int

  /// Makes room for `count` links.
  init(atMost count: Int = 0) {
    var room = 8
    while room < count * 2 { room *= 2 }
    links = [Link](repeating: Link(), count: room)
    mask = room - 1
  }

  private struct Link: Sendable {
    /// Node and column; above 0, which marks an empty place, since no link is below the root.
    var key: UInt64 = 0
    var node: Int32 = 0
  }

  @inline(__always)
  private func key(_ node: Int32, _ column: UInt16) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(column)
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while links[place].key != 0, links[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// The node that `column` leads to from `node`, which is not the root; 0 when there is none.
  @inline(__always)
  func node(below node: Int32, _ column: UInt16) -> Int32 {
    links[place(of: key(node, column))].node
  }

  /// Adds a link that is not there yet; there must be room for it.
  mutating func add(_ next: Int32, below node: Int32, _ column: UInt16) {
    let key = key(node, column)
    links[place(of: key)] = Link(key: key, node: next)
  }
}
