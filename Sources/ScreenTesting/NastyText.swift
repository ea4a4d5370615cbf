/// Generated text of the scalars that break screens.
package enum NastyText {
  private static let pools: [[UInt32]] = [
    Array(0..<0x20),
    Array(0x20..<0x80),
    Array(0x80..<0xA0),
    Array(0x0300..<0x0370),
    [0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xAD, 0xFEFF, 0x2060, 0xFE0E, 0xFE0F, 0x3164],
    Array(0x202A...0x202E) + Array(0x2066...0x2069),
    Array(0x4E00..<0x4E40) + [0x3002, 0xFF0C, 0xFF01, 0x300C, 0x300D, 0x3000],
    Array(0x1F1E6...0x1F1FF) + Array(0x1F3FB...0x1F3FF) + Array(0x1F466...0x1F469),
    [0x20E3, 0x2764, 0x26A0, 0x2026, 0x201C, 0x201D, 0x2014, 0x2500, 0x2502],
    [0xE000, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFF, 0x0378, 0xFDD0, 0xE0001, 0xE0061, 0xF0000],
    [0x1100, 0x1161, 0x11A8, 0xAC00, 0x0E01, 0x0E33, 0x0E49, 0x0915, 0x094D, 0x0937, 0x05D0],
    [0x1FAE8, 0x20000, 0x2FA1D, 0x30000, 0x0903, 0x302E, 0x2028, 0x2029, 0x85],
  ]

  /// Up to so many scalars, mixed from the pools.
  ///
  /// - Parameters:
  ///   - length: The most scalars.
  ///   - random: Decides which.
  /// - Returns: The text.
  package static func make(length: Int, using random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &random) {
      let pool = pools[Int.random(in: 0..<pools.count, using: &random)]
      if let scalar = Unicode.Scalar(pool[Int.random(in: 0..<pool.count, using: &random)]) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Bytes that are no text: halves of surrogates, overlong and cut sequences, the beginnings of
  /// sequences that terminals obey.
  private static let oddBytes: [[UInt8]] = [
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    [0xE4, 0xBD], [0x80], [0x1B, 0x5D], [0x9B], [0x1B, 0x50],
  ]

  /// Like ``make(length:using:)``, with odd bytes put in anywhere, also within a character, in one
  /// of three.
  ///
  /// - Parameters:
  ///   - length: The most scalars.
  ///   - random: Decides which.
  /// - Returns: The text that such bytes are read as.
  package static func makeFromBytes(length: Int, using random: inout SeededGenerator) -> String {
    let text = make(length: length, using: &random)
    guard Int.random(in: 0..<3, using: &random) == 0 else { return text }
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      bytes.insert(
        contentsOf: oddBytes[Int.random(in: 0..<oddBytes.count, using: &random)], at: place)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
