/// Gathers a bracketed paste up to its end.
struct PasteCollector: Sendable {
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]  // ESC [ 2 0 1 ~

  private let limit: Int
  private var bytes: [UInt8] = []
  /// How many bytes of the ending sequence were seen last.
  private var matched = 0
  /// Whether bytes beyond the limit were dropped.
  private(set) var wasCut = false

  /// Starts with nothing.
  ///
  /// - Parameter limit: The most bytes kept.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes bytes until the end of the paste.
  ///
  /// - Parameter more: What has arrived.
  /// - Returns: How many bytes were taken, and whether the last one ended the paste.
  mutating func take(_ more: ArraySlice<UInt8>) -> (count: Int, isEnd: Bool) {
    var count = 0
    for byte in more {
      count += 1
      if byte == Self.end[matched] {
        matched += 1
        if matched == Self.end.count { return (count, true) }
        continue
      }
      keep(Self.end[..<matched])
      // ESC stands nowhere in the ending sequence but at its beginning.
      matched = byte == Self.end[0] ? 1 : 0
      if matched == 0 { keep([byte]) }
    }
    return (count, false)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    guard bytes.count + more.count <= limit else {
      wasCut = wasCut || !more.isEmpty
      return
    }
    bytes.append(contentsOf: more)
  }

  /// The pasted text: valid, its line breaks LF, without control characters but LF and tab.
  ///
  /// - Parameter isFinal: Whether the paste ended without its ending sequence.
  /// - Returns: The text.
  func text(isFinal: Bool) -> String {
    let decoded = String(decoding: bytes, as: UTF8.self)
    var text = ""
    text.reserveCapacity(bytes.count)
    var followsReturn = false
    for scalar in decoded.unicodeScalars {
      switch scalar.value {
      case 0x0D: text.unicodeScalars.append("\n")
      case 0x0A: if !followsReturn { text.unicodeScalars.append("\n") }
      case 0x09: text.unicodeScalars.append("\t")
      case 0..<0x20, 0x7F..<0xA0: break
      default: text.unicodeScalars.append(scalar)
      }
      followsReturn = scalar.value == 0x0D
    }
    // A cut may have gone through a character.
    if wasCut || isFinal {
      while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
    }
    return text
  }
}
