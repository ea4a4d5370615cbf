import Foundation

/// A word somebody typed, folded, to be found in folded text.
struct TypedWord {
  private let bytes: [UInt8]
  /// Which of its bytes is looked for: the rarest one.
  private let anchor: Int

  /// - Parameters:
  ///   - bytes: the word, folded.
  ///   - counts: how often each byte stands in the text.
  init(_ bytes: [UInt8], _ counts: [Int]) {
    self.bytes = bytes
    anchor = bytes.indices.min { counts[Int(bytes[$0])] < counts[Int(bytes[$1])] } ?? 0
  }

  /// Where the word next stands.
  ///
  /// - Parameters:
  ///   - text: UTF-8, folded.
  ///   - from: where the search begins.
  ///   - end: where it ends.
  /// - Returns: nil when the word does not stand there any more.
  func first(in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int? {
    guard !bytes.isEmpty, let start = text.baseAddress else { return nil }
    var place = from + anchor
    let last = end - bytes.count + anchor
    // The system finds a byte many times faster than a loop does.
    while place <= last, let hit = memchr(start + place, Int32(bytes[anchor]), last - place + 1) {
      place = UnsafeRawPointer(hit) - UnsafeRawPointer(start)
      let begin = place - anchor
      if bytes.indices.allSatisfy({ text[begin + $0] == bytes[$0] }) { return begin }
      place += 1
    }
    return nil
  }

  /// How well the word is found at its best place; 0 when it is not.
  func quality(in text: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int {
    var best = 0
    var place = from
    while best < SearchIndex.Worth.whole, let hit = first(in: text, from: place, to: end) {
      let isStart = hit == 0 || !TypedWord.joins(text[hit - 1], bytes[0])
      let after = hit + bytes.count
      let isEnd = after >= end || !TypedWord.joins(bytes[bytes.count - 1], text[after])
      best = max(
        best,
        isStart
          ? isEnd ? SearchIndex.Worth.whole : SearchIndex.Worth.beginning
          : SearchIndex.Worth.inside)
      place = hit + 1
    }
    return best
  }

  /// Whether two neighbours belong to one word; Chinese letters are words of their own.
  private static func joins(_ left: UInt8, _ right: UInt8) -> Bool {
    isLetter(left) && isLetter(right)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte < 0x80
      && (UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
  }
}
