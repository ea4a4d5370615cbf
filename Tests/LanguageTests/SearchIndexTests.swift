import Language
import Testing

/// Sentences found by words, fragments, pinyin and misspelt English, the best first.
@Suite struct SearchIndexTests {
  private static let sentences = [
    "对不起，让您等了这么久。", "我先帮您查一下订单。", "款项三天内退回原账户。", "對不起，這件事是我們不對。",
    "I'm sorry you had to wait.", "Your refund is on its way.", "We apologise for the delay.",
    "The parcel was refunded yesterday.", "Unsorryful", "重新安排一次配送。",
  ]

  private func found(_ typed: String) -> [String] {
    let index = SearchIndex(Self.sentences.map { [$0] })
    return index.matches(typed).sorted { ($0.score, $1.place) > ($1.score, $0.place) }
      .map { Self.sentences[$0.place] }
  }

  @Test(arguments: [
    ("dbq", [0, 3]), ("duibuqi", [0, 3]), ("dui bu qi", [0, 3]), ("duibq", [0, 3]),
    ("DBQ", [0, 3]), ("对不起", [0, 3]), ("對不起", [0, 3]), ("订单", [1]), ("訂單", [1]),
    ("dingdan", [1]), ("dd", [1]), ("dingd", [1]), ("退回", [2]), ("chongxin", [9]),
    ("zhongxin", [9]), ("ps", [9]), ("sorry", [4, 8]), ("SORRY", [4, 8]), ("refund", [5, 7]),
    ("fund", [5, 7]), ("im sorry", [4]), ("wait sorry", [4]), ("appologise", [6]),
    ("apologize", [6]), ("appolog", [6]), ("refnud", [5, 7]), ("yesteday", [7]), ("delya", [6]),
    ("parcle", [7]), ("您 查", [1]), ("sorry xyzzy", []), ("xq", []), ("zzz", []),
  ])
  func `what is typed finds what is meant, the best first`(_ typed: String, _ places: [Int]) {
    #expect(found(typed) == places.map { Self.sentences[$0] }, "\(found(typed))")
  }

  @Test func `nothing typed finds everything alike, and signs are nothing`() {
    for typed in ["", "  ", "…", "?!"] { #expect(found(typed) == Self.sentences) }
  }

  @Test func `short words are not taken for others`() {
    #expect(found("yuo").isEmpty)
    #expect(found("teh").isEmpty)
  }

  @Test func `no word is found across two entries or two parts`() {
    let index = SearchIndex([["abc", "def"], ["ghi", "对"], ["不起"]])
    for typed in ["cd", "fg", "duibu", "dbq", "对不"] { #expect(index.matches(typed).isEmpty) }
  }

  @Test(arguments: [
    String(repeating: "a", count: 100_000), String(repeating: "对", count: 10_000),
    String(repeating: "a b ", count: 10_000), "\u{0}", "\u{202E}olleh", "👩‍👩‍👧", "a\u{301}",
  ])
  func `whatever is typed finds something or nothing`(_ typed: String) {
    #expect(found(typed).count <= Self.sentences.count)
  }
}
