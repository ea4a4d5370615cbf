import Language
import Testing

/// Names found by some of their letters.
@Suite struct FuzzyMatchTests {
  /// The names that a query finds, the best first.
  private func found(_ query: String, in names: [String]) -> [String] {
    let match = FuzzyMatch(query)
    let scores = names.map { match.score(SearchForm.forms(of: $0)) }
    return names.indices.filter { scores[$0] != nil }
      .sorted { (scores[$0] ?? 0, $1) > (scores[$1] ?? 0, $0) }.map { names[$0] }
  }

  @Test(arguments: [
    ("cls", ["close", "decide requests", "clear lists"], "close"),
    ("close", ["enclosed", "close", "close all"], "close"),
    ("hu", ["hush up", "hand up", "the hut"], "hush up"),
    ("nr", ["next reply", "corner"], "next reply"),
    ("step", ["a stop for the pen", "next step"], "next step"),
    ("up hand", ["hand up", "handle"], "hand up"),
    ("FOLLOW-UP", ["follow-up", "fold"], "follow-up"),
    ("ja", ["直接答应", "结案", "交给同事"], "结案"),
    ("jiean", ["直接答应", "结案"], "结案"),
    ("jie an", ["直接答应", "结案"], "结案"),
    ("jian", ["直接答应", "结案"], "结案"),
    ("结案", ["直接答应", "結案"], "結案"),
    ("結案", ["直接答应", "结案"], "结案"),
    ("zhdy", ["转给同事", "直接答应"], "直接答应"),
    ("chonghua", ["重画屏幕", "找话术"], "重画屏幕"),
    ("chonghui", ["重繪畫面", "找話術"], "重繪畫面"),
    ("huifu", ["退回", "回复"], "回复"),
    ("zeng", ["曾女士", "陈女士"], "曾女士"),
    ("nvshi", ["曾女士", "陈先生"], "曾女士"),
  ])
  func `the name that is meant comes first`(_ query: String, _ names: [String], _ best: String) {
    #expect(found(query, in: names).first == best, "\(found(query, in: names))")
  }

  @Test(arguments: [
    ("slc", ["close"]), ("closed", ["close"]), ("ie", ["结案"]), ("xyz", ["close", "结案"]),
    ("close now", ["close"]),
  ])
  func `what is not in a name does not find it`(_ query: String, _ names: [String]) {
    #expect(found(query, in: names).isEmpty)
  }

  @Test func `nothing typed finds everything alike`() {
    #expect(FuzzyMatch("  ").isEmpty)
    #expect(FuzzyMatch("…").isEmpty)
    #expect(found("", in: ["b", "a"]) == ["b", "a"])
  }

  @Test func `letters have readings, the rest has none`() {
    #expect(Pinyin.readings(of: "案") == ["an"])
    #expect(Set(Pinyin.readings(of: "重")) == ["chong", "zhong"])
    #expect(Set(Pinyin.readings(of: "女")) == ["nv", "nu"])
    #expect(Pinyin.readings(of: "a").isEmpty)
    #expect(Pinyin.readings(of: "…").isEmpty)
    #expect(Pinyin.readings(of: "👍").isEmpty)
  }

  @Test func `no text, however long or odd, is too much`() {
    let odd = String(repeating: "\u{301}重还", count: 400) + "\u{0}👨‍👩‍👧"
    #expect(FuzzyMatch(odd).score(SearchForm.forms(of: odd)) != nil)
    #expect(FuzzyMatch("qqq").score(SearchForm.forms(of: odd)) == nil)
    #expect(FuzzyMatch("a").score([]) == nil)
  }
}
