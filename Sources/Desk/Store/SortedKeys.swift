/// A set kept in order, for stores in memory: any place in it is found in logarithmic time, and a
/// change moves a few hundred neighbours however many keys there are.
struct SortedKeys<Key: Comparable & Sendable>: Sendable {
  /// In order and never empty, each with at most `capacity` keys in order.
  private var chunks: [[Key]] = []

  private static var capacity: Int { 512 }

  var isEmpty: Bool { chunks.isEmpty }

  /// Adds a key; one that is there already stays as it is.
  mutating func insert(_ key: Key) {
    guard !chunks.isEmpty else {
      chunks = [[key]]
      return
    }
    let chunk = min(chunkIndex(reaching: key), chunks.count - 1)
    let offset = Self.offset(reaching: key, in: chunks[chunk])
    if offset < chunks[chunk].count, chunks[chunk][offset] == key { return }
    chunks[chunk].insert(key, at: offset)
    if chunks[chunk].count > Self.capacity {
      let half = Self.capacity / 2
      let upper = Array(chunks[chunk][half...])
      chunks[chunk].removeSubrange(half...)
      chunks.insert(upper, at: chunk + 1)
    }
  }

  /// Takes a key out; one that is not there changes nothing.
  mutating func remove(_ key: Key) {
    let chunk = chunkIndex(reaching: key)
    guard chunk < chunks.count else { return }
    let offset = Self.offset(reaching: key, in: chunks[chunk])
    guard offset < chunks[chunk].count, chunks[chunk][offset] == key else { return }
    chunks[chunk].remove(at: offset)
    if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
  }

  /// The first keys that are not below `lower`.
  ///
  /// - Parameters:
  ///   - lower: nil for the very first ones.
  ///   - excluding: whether `lower` itself is left out.
  ///   - limit: at most this many.
  /// - Returns: in ascending order.
  func ascending(from lower: Key?, excluding: Bool = false, limit: Int) -> [Key] {
    var found: [Key] = []
    var chunk = lower.map(chunkIndex(reaching:)) ?? 0
    var offset = 0
    if let lower, chunk < chunks.count {
      offset = Self.offset(reaching: lower, in: chunks[chunk])
      if excluding, offset < chunks[chunk].count, chunks[chunk][offset] == lower { offset += 1 }
    }
    while chunk < chunks.count, found.count < limit {
      found += chunks[chunk][offset...].prefix(limit - found.count)
      chunk += 1
      offset = 0
    }
    return found
  }

  /// The last keys that are below `upper`.
  ///
  /// - Parameters:
  ///   - upper: nil for the very last ones.
  ///   - limit: at most this many.
  /// - Returns: in ascending order.
  func last(below upper: Key?, limit: Int) -> [Key] {
    var found: [Key] = []
    var chunk = chunks.count - 1
    var end = chunks.last?.count ?? 0
    if let upper {
      let reaching = chunkIndex(reaching: upper)
      if reaching < chunks.count {
        chunk = reaching
        end = Self.offset(reaching: upper, in: chunks[chunk])
      }
    }
    while chunk >= 0, found.count < limit {
      found += chunks[chunk][..<end].suffix(limit - found.count).reversed()
      chunk -= 1
      if chunk >= 0 { end = chunks[chunk].count }
    }
    return found.reversed()
  }

  /// The first chunk whose last key is not below `key`; the number of chunks when there is none.
  private func chunkIndex(reaching key: Key) -> Int {
    var low = 0
    var high = chunks.count
    while low < high {
      let middle = (low + high) / 2
      if let last = chunks[middle].last, last < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place in `chunk` whose key is not below `key`.
  private static func offset(reaching key: Key, in chunk: [Key]) -> Int {
    var low = 0
    var high = chunk.count
    while low < high {
      let middle = (low + high) / 2
      if chunk[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
