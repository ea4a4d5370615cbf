/// A word somebody typed to find phrases by; capitals of ASCII count as small letters.
struct TypedWord {
  private let bytes: [UInt8]

  init(_ word: some StringProtocol) { bytes = word.utf8.map(TypedWord.small) }

  /// Whether the word stands in `text`.
  ///
  /// - Complexity: linear in the length of the text, for words of the length people type.
  func stands(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { stands(in: $0) }
  }

  private func stands(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    guard text.count >= bytes.count else { return false }
    for start in 0...(text.count - bytes.count) where TypedWord.small(text[start]) == first {
      var length = 1
      while length < bytes.count, TypedWord.small(text[start + length]) == bytes[length] {
        length += 1
      }
      if length == bytes.count { return true }
    }
    return false
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
