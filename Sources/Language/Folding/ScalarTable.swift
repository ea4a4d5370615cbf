/// What every scalar of the Basic Multilingual Plane folds to, and what kind of scalar it is.
///
/// Built once, at first use, in about a millisecond; 192 KiB.
struct ScalarTable: Sendable {
  /// The kinds the readers tell apart.
  enum Kind: UInt8, Sendable {
    case other, letter, digit, han, space, newline, ignored
  }

  static let shared = ScalarTable()

  /// The folded scalar for each scalar below 0x10000.
  let folded: [UInt16]
  /// The kind of each folded scalar.
  let kinds: [Kind]

  /// The kind of a scalar that has been folded.
  @inline(__always)
  func kind(_ scalar: UInt32) -> Kind {
    // Most of a Chinese text, known without a look at the table.
    if scalar &- 0x4E00 < 0x5200 { return .han }
    return scalar < 0x10000 ? kinds[Int(scalar)] : ScalarTable.kindBeyond(scalar)
  }

  private static func kindBeyond(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x20000...0x323AF: .han
    case 0xE0001...0xE01EF, 0x1F3FB...0x1F3FF: .ignored
    default: .other
    }
  }

  private init() {
    var folded = (0..<0x10000).map { UInt16($0) }
    // Full-width forms stand beside the ASCII they fold to, 0xFEE0 further on.
    for code in 0xFF01...0xFF5E { folded[code] = UInt16(code - 0xFEE0) }
    for code in 0x41...0x5A {
      folded[code] = UInt16(code + 0x20)
      folded[code + 0xFEE0] = UInt16(code + 0x20)
    }
    func fold(_ letters: String, to target: Unicode.Scalar) {
      for scalar in letters.unicodeScalars where scalar.value < 0x10000 {
        folded[Int(scalar.value)] = UInt16(truncatingIfNeeded: target.value)
      }
    }
    for (base, accented) in ScalarTable.accented { fold(accented, to: base) }
    for (base, marks) in ScalarTable.marks { fold(marks, to: base) }
    for range in [0x0391...0x03A9, 0x0410...0x042F] {
      for code in range { folded[code] = UInt16(code + 0x20) }
    }
    for (from, to) in zip(
      HanVariants.traditional.unicodeScalars, HanVariants.simplified.unicodeScalars)
    where from.value < 0x10000 {
      folded[Int(from.value)] = UInt16(truncatingIfNeeded: to.value)
    }
    for (from, to) in HanVariants.alsoFolded where from.value < 0x10000 {
      folded[Int(from.value)] = UInt16(truncatingIfNeeded: to.value)
    }
    var kinds = [Kind](repeating: .other, count: 0x10000)
    func mark(_ range: ClosedRange<Int>, _ kind: Kind) {
      for code in range { kinds[code] = kind }
    }
    mark(0x61...0x7A, .letter)
    mark(0xC0...0x24F, .letter)
    mark(0x370...0x1FFF, .letter)
    mark(0x30...0x39, .digit)
    mark(0x3040...0x30FF, .letter)
    mark(0xAC00...0xD7A3, .letter)
    mark(0x3400...0x9FFF, .han)
    mark(0xF900...0xFAFF, .han)
    mark(0x3005...0x3007, .han)
    for code in [0x20, 0x09, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000] {
      kinds[code] = .space
    }
    mark(0x2000...0x200A, .space)
    mark(0x0A...0x0D, .newline)
    for code in [0x85, 0x2028, 0x2029] { kinds[code] = .newline }
    for range in ScalarTable.ignored { mark(range, .ignored) }
    self.folded = folded
    self.kinds = kinds
  }

  /// Marks that sit on another scalar, and signs without width: neither is ever part of a word.
  private static let ignored: [ClosedRange<Int>] = [
    0x00AD...0x00AD, 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F,
    0x061C...0x061C, 0x0E31...0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x180B...0x180E,
    0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
    0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF...0xFEFF,
  ]

  private static let accented: [(Unicode.Scalar, String)] = [
    ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđĎĐ"),
    ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģĜĞĠĢ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"),
    ("l", "ĺļľłĹĻĽŁ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"),
    ("s", "śŝşšŚŜŞŠ"), ("t", "ţťŢŤ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("y", "ýÿÝŸ"),
    ("z", "źżžŹŻŽ"),
  ]

  private static let marks: [(Unicode.Scalar, String)] = [
    ("'", "’‘ʼ＇`´"), ("*", "﹡✱❋＊"), ("-", "‐‑‒–−－"), ("?", "？﹖⁇⸮"), ("!", "！﹗"),
    (",", "，﹐、"), (";", "；﹔"), (":", "：﹕"), (".", "．｡"), ("\"", "＂"),
  ]
}
