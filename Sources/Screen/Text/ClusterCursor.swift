/// Walks through UTF-8 text, piece by piece, making it safe to show on the way.
///
/// This is the only place that decides what of a text is seen: width, wrapping, the command line
/// and the frame all walk with it, and so agree.
struct ClusterCursor {
  /// Columns between two tab stops.
  static let tabStop = 4

  private let bytes: UnsafeBufferPointer<UInt8>
  private let ambiguousColumns: Int
  /// Where the next piece starts, in UTF-8 bytes.
  private(set) var offset = 0
  /// The column the next piece would be shown in, from which tabs are counted.
  var column: Int
  private var joinsNext = false
  private var openFlag = false

  /// Starts at the beginning of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text; it must outlive the cursor.
  ///   - measure: How wide ambiguous scalars are.
  ///   - column: The column the text starts in, from which tabs are counted.
  init(_ bytes: UnsafeBufferPointer<UInt8>, measure: TextWidth, column: Int = 0) {
    self.bytes = bytes
    self.ambiguousColumns = measure.ambiguousIsWide ? 2 : 1
    self.column = column
  }

  /// Reads the next piece.
  ///
  /// - Returns: Nothing at the end of the text.
  mutating func next() -> Cluster? {
    let start = offset
    if let (scalar, length) = plain() {
      let columns = length == 1 ? 1 : 2
      let cluster = Cluster(
        kind: .text, base: scalar, marks: .none, columns: columns, start: start,
        end: start + length, isJoined: joinsNext)
      joinsNext = false
      openFlag = false
      offset = start + length
      column &+= columns
      return cluster
    }
    while offset < bytes.count {
      let scalar = decode()
      guard var cluster = begin(scalar, start: start) else { continue }
      joinsNext = false
      if cluster.kind == .text { absorb(into: &cluster) }
      cluster.end = offset
      column &+= cluster.columns
      return cluster
    }
    return nil
  }

  /// The scalar at the offset and its length in bytes when it is printable ASCII or a common Han
  /// ideograph that nothing can join, told by the first byte after it: most of all text.
  private func plain() -> (scalar: UInt32, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    let length = first >= 0x20 && first < 0x7F ? 1 : first >= 0xE4 && first <= 0xE9 ? 3 : 0
    guard length > 0, offset + length <= bytes.count else { return nil }
    if offset + length < bytes.count {
      let after = bytes[offset + length]
      guard after < 0x80 || after >= 0xE4 && after <= 0xE9 else { return nil }
    }
    if length == 1 { return (UInt32(first), 1) }
    let scalar =
      UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
      | UInt32(bytes[offset + 2] & 0x3F)
    return scalar >= 0x4E00 && scalar < 0x9FFD ? (scalar, 3) : nil
  }

  /// Makes the piece that a scalar begins, or nothing when the scalar is not shown.
  private mutating func begin(_ scalar: UInt32, start: Int) -> Cluster? {
    var cluster = Cluster(
      kind: .text, base: scalar, marks: .none, columns: 1, start: start, end: start,
      isJoined: joinsNext)
    let isFlag = scalar >= 0x1F1E6 && scalar <= 0x1F1FF
    if isFlag && openFlag { cluster.isJoined = true }
    openFlag = isFlag && !openFlag
    switch ScalarClass.of(scalar) {
    case .narrow: break
    case .wide: cluster.columns = 2
    case .ambiguous: cluster.columns = ambiguousColumns
    case .mark:
      // Without a base of its own a mark would fall on its neighbour's cell.
      cluster.base = 0x25CC
      cluster.marks.append(scalar)
    case .dropped: return nil
    case .replaced: replace(scalar, in: &cluster)
    }
    return cluster
  }

  private mutating func replace(_ scalar: UInt32, in cluster: inout Cluster) {
    switch scalar {
    case 0x09:
      cluster.kind = .tab
      cluster.base = 0x20
      cluster.columns = Self.tabStop - column % Self.tabStop
    case 0x0D where offset < bytes.count && bytes[offset] == 0x0A:
      offset += 1
      cluster.kind = .lineBreak
      cluster.base = 0x20
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
      cluster.kind = .lineBreak
      cluster.base = 0x20
    case 0..<0x20:
      cluster.base = 0x2400 + scalar
    case 0x7F:
      cluster.base = 0x2421
    default:
      cluster.base = 0xFFFD
      cluster.columns = ambiguousColumns
    }
  }

  /// Takes in what follows a base without a cell of its own.
  private mutating func absorb(into cluster: inout Cluster) {
    while offset < bytes.count {
      // Neither marks nor anything dropped is found in ASCII.
      guard bytes[offset] >= 0x80 else { return }
      let before = offset
      let scalar = decode()
      switch ScalarClass.of(scalar) {
      case .mark:
        cluster.marks.append(scalar)
        joinsNext = false
      case .dropped:
        joinsNext = scalar == 0x200D
      case .wide where scalar >= 0x1F3FB && scalar <= 0x1F3FF && cluster.base >= 0x203C:
        // A skin tone: terminals disagree about its width, so the plain emoji is shown.
        break
      default:
        offset = before
        return
      }
    }
  }

  /// Decodes the scalar at the offset and steps over it. A `String` holds nothing but valid
  /// UTF-8; should it not, one byte is taken as U+FFFD.
  private mutating func decode() -> UInt32 {
    let first = UInt32(bytes[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1 else {
      offset += 1
      return first
    }
    guard first >= 0xC2, offset + length <= bytes.count else {
      offset += 1
      return 0xFFFD
    }
    var scalar = first & (0x7F >> UInt32(length))
    for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F) }
    offset += length
    return scalar
  }
}
