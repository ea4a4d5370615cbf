import Console
import ConsoleTesting
import Screen
import ScreenTesting

/// What a robot does at the keyboard: mostly what means something, and now and then anything.
struct RobotHand {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &random)
  }

  // MARK: - Messages

  /// The next thing told to a console.
  mutating func message(at size: Size) -> Message {
    switch number(0..<100) {
    case ..<88: return .key(key())
    case ..<95: return .pointer(pointer(in: size))
    case ..<97: return .focus(chance(50))
    default: return .resized(newSize())
    }
  }

  /// What somebody who knows their keys does in one go, as far as the moment lets them.
  mutating func gesture() -> [Key] {
    let words = Key.paste(pick(RobotHand.replies) ?? "One moment.")
    let due = pick(["+2h", "tomorrow 10:00", "+3d", "明天", "x"]) ?? "+2h"
    let typedDue = due.map { Key.character($0) }
    let digit = Key.character(Character("\(number(1..<8))"))
    let leave: [Key] = [.escape, .escape, .escape]
    switch number(0..<14) {
    case 0: return leave + [.character("t")]
    case 1: return leave + [.character("r"), words, .enter]
    case 2: return leave + [digit, .enter]
    case 3: return leave + [.character("a"), .character("1")]
    case 4: return leave + [.character("f"), .enter, words, .enter, .enter, words, .enter, .escape]
    case 5: return leave + [.character("o"), words, .tab, .tab] + typedDue + [.function(10)]
    case 6: return leave + [.character("g"), digit, .tab, digit, .tab] + typedDue + [.function(10)]
    case 7:
      return leave + [pick([.character("w"), .character("v")]) ?? .enter, words, .enter, .enter]
    case 8: return leave + [.character("c"), digit, words, .enter, .enter]
    case 9:
      return leave + [pick([.character("p"), .character("z")]) ?? .enter] + typedDue + [.enter]
    case 10: return leave + [.character("j"), .character("r"), words, .enter]
    case 11: return leave + [.character(":"), .character("a"), .down, .enter]
    case 12:
      return leave + [
        pick([.character("n"), .character("h"), .character("s")]) ?? .enter, words, .enter,
      ]
    default:
      let action = pick(Action.allCases.filter { $0 != .quit }) ?? .help
      return leave + (Keymap.standard[action].first.map { [$0] } ?? []) + [digit, words, .enter]
    }
  }

  private static let replies = [
    "I'm sorry you were kept waiting. So the parcel is a week late, is that right?",
    "You're right, that should not have happened. We will refund 20 euros by tomorrow 5 pm.",
    "What would you like us to do?", "可以，给您全额退款，明天下午6点前到账。", "請問您的訂單編號是？", "ok",
  ]

  mutating func key() -> Key {
    switch number(0..<100) {
    case ..<30: pick(RobotHand.commands) ?? .enter
    case ..<50: pick(RobotHand.moves) ?? .down
    case ..<60: .character(Character("\(number(0..<10))"))
    case ..<80: typed()
    case ..<86: pick(RobotHand.editing) ?? .backspace
    case ..<90: .paste(pasted())
    case ..<94: .alt(pick(RobotHand.commands) ?? .enter)
    case ..<97: .function(number(1..<14))
    default: pick([.shift(.up), .controlled(.left), .insert, .delete, .alt(.enter)]) ?? .insert
    }
  }

  private mutating func typed() -> Key {
    if chance(80) { return .character(pick(RobotHand.letters) ?? "x") }
    let text = NastyText.make(length: 3, using: &random)
    // A key is never a control character; whatever else there is may be typed.
    let typable = text.filter {
      $0.unicodeScalars.allSatisfy { !($0.properties.generalCategory == .control) }
    }
    return .character(typable.first ?? "字")
  }

  private mutating func pasted() -> String {
    switch number(0..<8) {
    case 0: return ""
    case 1: return String(repeating: "line\n", count: number(1..<40))
    case 2: return NastyText.makeFromBytes(length: 80, using: &random)
    case 3: return String(repeating: "長", count: number(1..<400))
    default: return "One two three, four five."
    }
  }

  private mutating func pointer(in size: Size) -> Pointer {
    Pointer(
      pick([.press, .press, .wheelUp, .wheelDown]) ?? .press,
      at: Position(
        column: number(0..<max(1, size.columns + 2)), row: number(0..<max(1, size.rows + 2))))
  }

  /// Usually one the screen is made for; now and then any, down to nothing.
  mutating func newSize() -> Size {
    switch number(0..<10) {
    case 0: Size(columns: number(1..<301), rows: number(1..<81))
    case 1:
      pick([Size(columns: 1, rows: 1), Size(columns: 60, rows: 15), Size(columns: 59, rows: 14)])
        ?? Size(columns: 1, rows: 1)
    case 2: Size(columns: 300, rows: 80)
    default:
      pick(sizes + [Size(columns: 66, rows: 18), Size(columns: 100, rows: 30)])
        ?? Size(columns: 80, rows: 24)
    }
  }

  // MARK: - Words

  /// What a customer writes.
  mutating func customerWords() -> String {
    switch number(0..<16) {
    case 0: NastyText.makeFromBytes(length: 60, using: &random)
    case 1: String(repeating: pick(["a", "字", "e\u{301}", "👩‍👩‍👧", "\u{202E}x"]) ?? "a", count: 10_000)
    case 2: String(repeating: "\n", count: number(1..<30)) + "?"
    case 3: "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m" + NastyText.make(length: 20, using: &random)
    case 4: "\u{301}\u{302}\u{303}" + String(repeating: "\u{20DD}", count: 200)
    case 5: "👨‍👩‍👧‍👦🏳️‍🌈🇹🇼👍🏽1️⃣ ﷽ \u{202E}olleh\u{202C}"
    default: pick(RobotHand.complaints) ?? "Hello?"
    }
  }

  mutating func name() -> String {
    chance(15)
      ? NastyText.makeFromBytes(length: 20, using: &random)
      : pick([
        "Ms Reed", "Mr Bassi", "王女士", "陳小姐", "", "A very long name that does not fit anywhere",
      ])
        ?? "Ms Reed"
  }

  private static let complaints = [
    "Where is my parcel? I have waited a week!", "This is the third time. Nobody cares!",
    "Yes, that's right.", "No, that is not what I said.", "Thanks, that works for me.",
    "I want my money back now, order QW-48213, or I'll call my lawyer.",
    "My card is 4111 1111 1111 1111, password hunter2.", "There is smoke coming out of it!",
    "宽带断了五天了，你们到底管不管？", "好的，谢谢。", "我的訂單到底在哪裡？已經等一個禮拜了！",
    "電話 0912-345-678，請打給我。", "ok", "?", "Call me at 020 7946 0000 or mail me at a@b.org",
  ]

  private static let letters = Array("the quick brown fox, jumps over 42 lazy dogs. 您好我查一下這個問題é{}")
  private static let moves: [Key] = [
    .up, .down, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab, .backTab, .enter,
    .enter, .enter, .escape, .escape, .character(" "),
  ]
  private static let editing: [Key] =
    [.backspace, .delete, .alt(.backspace), .alt(.enter)]
    + "abdefhjklnpruwyz".map { .control($0) } + [.control("_"), .control(" ")]
  /// Every usual key of every action, the frequent ones more often.
  private static let commands: [Key] =
    Action.allCases.flatMap { Keymap.standard[$0] }
    + Array("tttrrraaaegoywcufn]j").map { .character($0) }
}
