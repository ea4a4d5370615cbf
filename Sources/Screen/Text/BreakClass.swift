/// How a piece of text behaves at the end of a line: a small part of the Unicode line breaking
/// rules, with the prohibitions that Chinese and Japanese typesetting share.
enum BreakClass {
  /// Blanks, and the beginning of a paragraph.
  case blank
  /// Must not end a line: opening brackets and quotes, signs of currency.
  case opening
  /// Must not begin a line: closing brackets and quotes, commas, stops, small kana.
  case closing
  /// The same in full width, after which a break may stand.
  case wideClosing
  /// Quotes that open and close: no break beside them.
  case quote
  /// Han, kana, Hangul, emoji: a break may stand before and after.
  case ideograph
  /// Letters of words.
  case letter
  /// A hyphen inside a word: a break may stand after it.
  case hyphen
  /// A dash: a break may stand around it, not inside a doubled one.
  case dash
  /// Digits and everything else that holds together.
  case other

  /// Classifies a piece.
  ///
  /// - Parameters:
  ///   - cluster: The piece.
  ///   - previous: The class of the piece before it.
  init(_ cluster: Cluster, after previous: BreakClass) {
    if cluster.kind == .tab || cluster.isBlank {
      self = .blank
      return
    }
    let base = cluster.base
    switch base {
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x30...0x39: self = .other
    case 0x2D: self = previous == .letter ? .hyphen : .other
    case 0x22, 0x27: self = .quote
    case 0x2014, 0x2015, 0x2E3A: self = .dash
    case 0x4E00...0x9FFF: self = .ideograph
    default:
      if Self.closers.contains(base) {
        self = ScalarClass.of(base) == .wide ? .wideClosing : .closing
      } else if Self.openers.contains(base) {
        self = .opening
      } else if ScalarClass.of(base) == .wide {
        self = .ideograph
      } else {
        self = base >= 0xC0 ? .letter : .other
      }
    }
  }

  /// Whether a line may end between two pieces.
  ///
  /// - Parameter next: The class of the later piece.
  /// - Returns: Whether a break may stand here.
  func allowsBreak(before next: BreakClass) -> Bool {
    switch (self, next) {
    case (_, .blank): false
    case (.blank, _): true
    case (_, .closing), (_, .wideClosing), (.opening, _), (.quote, _), (_, .quote): false
    case (.dash, .dash): false
    case (.ideograph, _), (_, .ideograph), (.wideClosing, _), (.dash, _), (.closing, .opening):
      true
    case (.hyphen, .letter): true
    default: false
    }
  }

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }

  private static let closers = scalars(
    "!,.:;?)]}%\u{BB}\u{2019}\u{201D}…‥·‧‰℃、。，．！？：；）］｝」』】》〉〕〗〙〛％～〜・ー々〻ゝゞヽヾ"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡｣､･﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞﹂﹄")
  private static let openers = scalars(
    "([{#$£¥\u{AB}\u{2018}\u{201C}（［｛「『【《〈〔〖〘〚＄￥￡﹙﹛﹝﹁﹃｢")
}
