/// What customers may write, or paste, or send by malice.
enum HostileText {
  static let all: [(name: String, text: String)] = [
    ("NUL", "before\u{0}after"),
    ("colour", "\u{1B}[31mred\u{1B}[0m"),
    ("title", "\u{1B}]0;mine now\u{7}"),
    ("screen", "\u{1B}[2J\u{1B}[H\u{1B}[?1049l\u{1B}c"),
    ("eight-bit controls", "\u{9B}2J\u{9D}0;x\u{9C}\u{85}end"),
    ("device control", "\u{1B}P1;2|70/41\u{1B}\\\u{1B}_x\u{1B}\\\u{1B}^y\u{1B}\\"),
    ("bell and backspace", "pay\u{7}\u{8}\u{8}\u{8}\u{7F}no"),
    ("carriage return", "real\rfake"),
    ("line breaks", "one\r\ntwo\u{B}three\u{C}four\u{2028}five\u{2029}six"),
    ("tabs", "a\tb\t\tc"),
    ("bidi", "\u{202E}desrever\u{202C} \u{2066}iso\u{2069} \u{200F}"),
    ("zero width", "a\u{200B}b\u{200C}c\u{200D}d\u{FEFF}e\u{2060}f\u{AD}g"),
    ("tag letters", "x\u{E0041}\u{E0042}\u{E007F}y"),
    ("lone marks", "\u{301}\u{302}\u{20DD}"),
    ("a heap of marks", "e" + String(repeating: "\u{301}", count: 400)),
    ("emoji", "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇹🇼🇬🇧🇨 ❤️‍🔥 1️⃣"),
    ("private use", "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}"),
    ("not characters", scalars(0xFFFE, 0xFDD0, 0x1FFFF, 0x10FFFF)),
    ("unassigned", "\u{378}\u{E0FFF}"),
    ("a long word", String(repeating: "a", count: 30_000)),
    ("a long word in Chinese", String(repeating: "等", count: 20_000)),
    ("Arabic and Hebrew", "أين طلبي؟ איפה ההזמנה שלי"),
    ("Hangul jamo and Indic", "ᄒ\u{1161}\u{11AB} क्\u{200D}ष தமிழ்"),
    ("a command", "$(rm -rf ~) `id` ; & | > < \\ ' \" %s %n \\033[31m"),
  ]

  /// Text of scalars that cannot be written in a literal.
  private static func scalars(_ values: UInt32...) -> String {
    String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
  }
}
