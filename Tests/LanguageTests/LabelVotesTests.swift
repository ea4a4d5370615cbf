import Testing
import Vocabulary

@testable import Language

/// Hints by label, on a small lexicon of its own.
@Suite struct LabelVotesTests {
  private static let yaml = """
    tone:
      - kind: blame
        words: {en: [nonsense], zh: [胡说]}
        why: {en: why, zh-Hans: 为什么, zh-Hant: 為什麼}
        rewrite: {en: rewrite, zh-Hans: 改写, zh-Hant: 改寫}
    marks:
      - kind: fine
        words: {en: [as agreed]}
      - kind: time
        words: {en: [by noon]}
    votes:
      - {reads: tone, kind: anything, lang: en, start: -1, hints: {"1": "read_it careless", "-2": "[time]"}}
      - {reads: tone, kind: blame, lang: en, pass: 1, hints: {"1": "you_should read_it", "-1.5": "^we"}}
      - {reads: tone, kind: anything, lang: zh, hints: {"1": "没看"}}
      - {reads: tone, kind: blame, lang: zh, pass: 2, hints: {"1.5": "您没看 #遍?"}}
      - {reads: acts, kind: promise, lang: en, pass: 1, hints: {"1": "i_ring", "0.5": "you_back$"}}
    """

  private func reader(_ yaml: String = Self.yaml) throws -> Reader {
    Reader(lexicon: Lexicon([try ShippedLexicon.source(yaml)]))
  }

  @Test(arguments: [
    ("You should read it.", true), ("You should. Read it.", true), ("You should", false),
    ("You should try it.", false), ("We think you should read it.", false),
    ("You should read it by noon.", false), ("Please read it all now.", true), ("Read it.", false),
    ("您没看说明书吧", true), ("您沒看說明書吧", true), ("您没看", false), ("您看了没", false), ("", false),
  ])
  func `a vote speaks from as many points as its label asks for`(
    _ text: String, _ speaks: Bool
  ) throws {
    let findings = try reader().agent(text).findings
    #expect(findings.map(\.kind) == (speaks ? ["blame"] : []))
    #expect(findings.allSatisfy { $0.strength == .advice && $0.why.isEmpty == false })
  }

  @Test func `one point more to pass and it stays silent`() throws {
    let text = "You should read it."
    for (pass, speaks) in [("2", true), ("2.05", false)] {
      let yaml = Self.yaml.replacing(
        "lang: en, pass: 1, hints: {\"1\": \"you_should",
        with: "lang: en, pass: \(pass), hints: {\"1\": \"you_should")
      #expect(try reader(yaml).agent(text).findings.isEmpty != speaks)
    }
  }

  @Test func `it names the words behind it`() throws {
    let text = "Well, hello there. You should read it, my friend."
    let finding = try #require(try reader().agent(text).findings.first)
    #expect(text.words(at: finding.span) == "You should read it")
    #expect(finding.why == "why")
    #expect(finding.rewrite == "rewrite")
    let chinese = "您好，您没看说明"
    let other = try #require(try reader().agent(chinese, language: .zhHans).findings.first)
    #expect(chinese.words(at: other.span) == "您没看说明")
    #expect(other.why == "为什么")
  }

  @Test(arguments: [
    "They wrote “you should read it”.", "您说“您没看”", "「您没看」這句話我記下來",
  ])
  func `what is quoted does not count`(_ text: String) throws {
    #expect(try reader().agent(text).findings.isEmpty)
  }

  @Test func `the organisation's own word that something is fine ends it`() throws {
    #expect(try reader().agent("You should read it, as agreed.").findings.isEmpty)
  }

  @Test func `where the lexicon found something no vote is asked`() throws {
    let text = "Nonsense, you should read it."
    let findings = try reader().agent(text).findings
    #expect(findings.map { text.words(at: $0.span) } == ["Nonsense"])
  }

  @Test func `without votes only the named words speak`() throws {
    let reader = Reader(
      lexicon: Lexicon([try ShippedLexicon.source(Self.yaml)]), readsVotes: false)
    #expect(reader.agent("You should read it.").findings.isEmpty)
  }

  @Test func `acts are voted on sentence by sentence`() throws {
    let reader = try reader()
    let text = "Thanks. I ring you back."
    let reading = reader.agent(text)
    #expect(reading.acts == [.promise])
    #expect(reading.said.map { text.words(at: $0.span) } == ["I ring you back"])
    // Half a vote in each of two sentences is none.
    #expect(reader.agent("You back. You back.").acts.isEmpty)
  }

  @Test func `a later file stands in for the hints of a label`() throws {
    let own = try ShippedLexicon.source(
      "votes: [{reads: tone, kind: blame, lang: en, pass: 1, hints: {\"3\": sugar}}]")
    let reader = Reader(lexicon: Lexicon([try ShippedLexicon.source(Self.yaml), own]))
    #expect(reader.agent("You should try it, sugar.").findings.map(\.kind) == ["blame"])
    #expect(reader.agent("You should read it.").findings.isEmpty)
  }

  @Test(arguments: [
    ("{reads: acts, kind: dance, lang: en, pass: 1, hints: {}}", "dance"),
    ("{reads: tone, kind: rude, lang: en, pass: 1, hints: {}}", "no group in “tone”"),
    ("{reads: tone, kind: blame, lang: en, hints: {}}", "add “pass”"),
    ("{reads: tone, kind: anything, lang: en, pass: 1, hints: {}}", "leave out “pass”"),
  ])
  func `a vote that cannot be used is named and the rest works`(
    _ vote: String, _ words: String
  ) throws {
    let lexicon = Lexicon([try ShippedLexicon.source(Self.yaml + "\n  - \(vote)\n")])
    let problem = try #require(lexicon.problems.first)
    #expect(lexicon.problems.count == 1)
    #expect(problem.description.contains(words), "\(problem)")
    #expect(problem.description.hasPrefix("own.yaml: votes, group 6"))
    #expect(Reader(lexicon: lexicon).agent("You should read it.").findings.count == 1)
  }

  @Test(arguments: [
    "{reads: tone, kind: blame, lang: en, pass: 1, hints: {much: a}}",
    "{reads: tone, kind: blame, lang: en, pass: .nan, hints: {}}",
    "{reads: tone, kind: blame, lang: fr, pass: 1, hints: {}}",
    "{reads: heat, kind: blame, lang: en, pass: 1, hints: {}}",
    "{reads: tone, kind: blame, lang: en, pass: 1}",
    "{reads: tone, kind: blame, lang: en, pass: 1, hints: {}, extra: 1}",
  ])
  func `what is no vote is refused`(_ vote: String) {
    #expect(throws: DecodingError.self) { try ShippedLexicon.source("votes: [\(vote)]") }
  }

  @Test(arguments: [
    "you_should", "^您好", "#点前", "reset?", "don't_you", "您ok吗", "you_may_go", ",但", "\"{~!$",
  ])
  func `a hint is written as it is read`(_ hint: String) {
    let text = Folding.fold(
      hint.replacing("_", with: " ").replacing("#", with: "12").replacing("^", with: "")
        .replacing("$", with: "").replacing("\"", with: "“x”").replacing("{", with: "{y}"))
    let tokens = Tokens(text, TextOutline(text))
    var found: Set<String> = []
    for unit in tokens.units {
      Hint.walk(tokens.all, unit, longest: 4) { key, range in
        let written = Hint.text(of: tokens.all[range], in: text)
        #expect(Hint.keys(of: written[...]).own == key, "\(written)")
        found.insert(written)
        return true
      }
    }
    #expect(found.contains(hint) || hint.contains("{"), "\(found)")
  }

  @Test func `every shipped hint is well written and in one label once`() {
    let votes = ShippedLexicon.sources.flatMap(\.votes)
    #expect(Set(votes.map { "\($0.reads) \($0.kind) \($0.lang)" }).count == votes.count)
    #expect(votes.contains { $0.kind == LabelHints.anything && $0.lang == .zh })
    #expect(ShippedLexicon.lexicon.problems.isEmpty)
    for vote in votes {
      let hints = vote.hints.values.flatMap { $0.split(separator: " ") }
      #expect(Set(hints).count == hints.count)
      #expect(Set(hints.map { Hint.keys(of: $0).own }).count == hints.count)
    }
  }

  @Test func `points that are just enough are enough in any order`() {
    let entries = ["a", "b", "c"].map {
      LabelTable.Entry(key: Hint.keys(of: $0[...]).own, label: 0, points: 0.1)
    }
    let table = LabelTable(entries, split: 0)
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      var sums = [0]
      let rows = order.compactMap { table.find(entries[$0].key)?.row }
      let steps = table.add(rows, aboveSplit: true, to: &sums)
      #expect(sums == [LabelTable.thousandths(0.3)])
      #expect(steps == 6)
    }
  }

  @Test func `a hint is worth what it says to however many labels`() {
    let (labels, split) = (26, 11)
    var entries: [LabelTable.Entry] = []
    var worths: [UInt64: [Int: Double]] = [:]
    for (number, hint) in "一二三四五六七八九十百千".enumerated() {
      let key = Hint.keys(of: Substring(String(hint))).own
      for label in 0..<labels where (label * 7 + number) % 12 <= number {
        let points = Double((label - 9) * 10 + number) / 100
        entries.append(LabelTable.Entry(key: key, label: label, points: points))
        worths[key, default: [:]][label] = points
      }
    }
    let table = LabelTable(entries, split: split)
    #expect(table.count == worths.count)
    var sums = [Int](repeating: 0, count: labels)
    let rows = worths.keys.compactMap { table.find($0)?.row }
    #expect(Set(rows).count == worths.count)
    _ = table.add(rows, aboveSplit: false, to: &sums)
    _ = table.add(rows, aboveSplit: true, to: &sums)
    for label in 0..<labels {
      let points = worths.values.compactMap { $0[label] }
      #expect(sums[label] == points.reduce(0) { $0 + LabelTable.thousandths($1) })
      for (key, known) in worths {
        let row = table.find(key)?.row
        #expect(row.map { table.points($0, for: label) } == known[label] ?? 0)
      }
    }
  }

  @Test func `a hint is found though nothing shorter is one`() {
    let hint = Hint.keys(of: "您没看好")
    let entry = LabelTable.Entry(key: hint.own, before: hint.before, label: 0, points: 1)
    let table = LabelTable([entry], split: 1)
    #expect(hint.before.allSatisfy { table.find($0)?.leadsOn == true })
    #expect(hint.before.count == 3)
    #expect(table.find(hint.own)?.leadsOn == false)
    #expect(table.count == 1)
  }

  @Test(arguments: [
    "您没看", "a", "a ", "you should read it. ", "？", "“您”", "\"", "{", "{due}", "1", "~", "您\n", "，",
    "!?",
  ])
  func `the work grows with the text and no faster`(_ unit: String) {
    let reader = ShippedLexicon.reader
    let one = reader.work(readingAgent: String(repeating: unit, count: 500))
    let four = reader.work(readingAgent: String(repeating: unit, count: 2_000))
    #expect(four <= one * 9 / 2 + 64, "\(one) → \(four)")
  }
}
