import Foundation

/// A word somebody typed to find phrases by; capitals of ASCII count as small letters.
struct TypedWord {
  private let bytes: [UInt8]

  init(_ word: some StringProtocol) { bytes = word.utf8.map(TypedWord.small) }

  /// Bytes of the word.
  var count: Int { bytes.count }

  /// Where the word next stands in text of small letters.
  ///
  /// - Parameters:
  ///   - text: UTF-8 in small letters.
  ///   - from: where the search begins.
  /// - Returns: nil when the word does not stand there any more.
  func first(in text: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard let letter = bytes.first, let start = text.baseAddress else { return from }
    var place = from
    // The system finds a byte many times faster than a loop does.
    while place + bytes.count <= text.count,
      let hit = memchr(start + place, Int32(letter), text.count - place - bytes.count + 1)
    {
      place = UnsafeRawPointer(hit) - UnsafeRawPointer(start)
      if (1..<bytes.count).allSatisfy({ text[place + $0] == bytes[$0] }) { return place }
      place += 1
    }
    return nil
  }

  static func small(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
