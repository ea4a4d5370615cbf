import Playbook
import Testing
import Vocabulary
import Workflow

/// Remedies, authority, reasons and clocks, as their files tell them.
struct SettingsFileTests {
  @Test func `the files become values`() throws {
    let playbook = SmallPlaybook().playbook
    let refund = try #require(playbook.remedy("refund"))
    #expect(refund.kind == .entitlement)
    #expect(refund.terms == RemedyTerms(statutory: false, takesAmount: true))
    #expect(
      refund.wording(in: .zhHant, amount: Money(minor: 89_000, currency: "TWD")) == "退 890 元")
    let authority = try #require(playbook.authority)
    #expect(
      authority
        == Authority(
          remedies: ["refund": RemedyTerms(statutory: false, takesAmount: true)],
          limits: [
            .agent: ["refund": .upTo(["CNY": 20_000, "USD": 3000])],
            .supervisor: ["refund": .unlimited],
          ],
          permissions: [.agent: [.intake, .work], .supervisor: [.work, .override]],
          currencies: [.en: "USD", .zhHans: "CNY", .zhHant: "TWD"]))
    #expect(playbook.currency(for: .zhHant) == "TWD")
    let clocks = try #require(playbook.clocks)
    #expect(clocks.respond(on: .chat, at: .explosive) == 30)
    #expect(clocks.nudge(on: .mail) == 3 * 86_400)
    #expect(clocks.returning == 30 * 86_400)
    #expect(playbook.reasons.map(\.id) == ["hurry"])
    #expect(playbook.reasons.first?.words[.zhHant] == "趕時間")
    let rules = try #require(playbook.rules(for: "small"))
    #expect(rules.house.count == 7)
    #expect(rules.reasons == ["hurry"])
    #expect(playbook.problems == [])
  }

  @Test func `looks back are proposed by the first entry that fits, and faults are named`() throws {
    let shipped = try #require(ShippedPlaybook.found).followUps.rules
    #expect(shipped.first == .init(severities: [3, 4], after: 86_400, channel: .phone))
    #expect(shipped.contains(.init(contents: [.product], after: 7 * 86_400)))
    #expect(SmallPlaybook().playbook.followUps.rules.isEmpty)
    let playbook = SmallPlaybook.laying(
      "clocks/follow_up.yaml",
      """
      rules:
        - {content: product, after: 2d}
        - {severity: 9, after: 1d}
        - {content: [serv], by: phone}
        - {cause: price}
      """
    ).playbook
    #expect(playbook.followUps.rules.isEmpty, "a file with a problem is not used")
    let sentences = playbook.problems.map(\.sentence)
    #expect(sentences.contains("a follow-up wants a severity from 1 to 4, not 9."))
    #expect(sentences.contains { $0.contains("“serv”") })
    #expect(sentences.contains("a follow-up says neither “after” nor “by”; add one."))
  }

  @Test(arguments: [
    (
      "remedies/remedies.yaml", "kind: entitlement", "kind: goodwil",
      "line 3: remedy “refund” names the kind of remedy “goodwil”, which does not exist;"
        + " did you mean “goodwill”?"
    ),
    (
      "remedies/remedies.yaml", "takes_amount: true", "takes_amount: yes",
      "line 4: remedy “refund” wants true or false in “takes_amount”, not “yes”."
    ),
    (
      "remedies/remedies.yaml", "en: \"{amount} back\"", "en: \"{amout} back\"",
      "line 7: remedy “refund” takes an amount, so “what” in en must say {amount} and nothing else"
        + " in braces."
    ),
    (
      "remedies/remedies.yaml", "takes_amount: true", "takes_amount: false",
      "line 7: remedy “refund” takes no amount, so “what” in en may have nothing in braces."
    ),
    (
      "remedies/remedies.yaml", "zh-Hant: 退款}", "}",
      "line 6: remedy “refund” has no “name” in zh-Hant; add it."
    ),
    (
      "authority/authority.yaml", "USD, zh-Hans", "usd, zh-Hans",
      "line 1: authority has “usd” in “currencies.en”, which is no currency code such as USD."
    ),
    (
      "authority/authority.yaml", "agent: [intake, work]", "agnt: [intake, work]",
      "line 2: authority names the role “agnt” in “permissions”, which does not exist;"
        + " did you mean “agent”?"
    ),
    (
      "authority/authority.yaml", "[work, override]", "[work, overide]",
      "line 2: authority names the permission “overide”, which does not exist;"
        + " did you mean “override”?"
    ),
    (
      "authority/authority.yaml", "agent: {refund:", "agent: {refnd:",
      "line 4: authority gives agent a limit for the remedy “refnd”, which does not exist;"
        + " did you mean “refund”?"
    ),
    (
      "authority/authority.yaml", "refund: unlimited", "refund: much",
      "line 5: authority wants “unlimited” or amounts such as {CNY: 200, USD: 30} for “refund”."
    ),
    (
      "authority/authority.yaml", "CNY: 200", "CNY: 9223372036854775807",
      "line 4: authority has an amount in “CNY” that no money can reach."
    ),
    (
      "authority/authority.yaml", "CNY: 200", "CNY: -5",
      "line 4: authority wants a whole number in “CNY”, not “-5”."
    ),
    (
      "authority/authority.yaml", "CNY: 200", "yuan: 200",
      "line 4: authority has “yuan”, which is no currency code."
    ),
    (
      "authority/reasons.yaml", "zh-Hant: 趕時間", "zh-Hant: ''",
      "line 3: reason “hurry” has an empty “words.zh-Hant”; fill it or take it out."
    ),
    (
      "authority/reasons.yaml", "words:", "word:",
      "line 3: reason “hurry” has the key “word”, which is not known here; did you mean “words”?"
    ),
    (
      "clocks/clocks.yaml", "follow_up: 3d", "follow_up: soon",
      "line 7: the list of clocks wants a time such as 90s, 10m, 2h, 3d, 4 working hours or 15 working"
        + " days in “follow_up”,"
        + " not “soon”."
    ),
    (
      "clocks/clocks.yaml", "explosive: 30s}\n  phone", "explsive: 30s}\n  phone",
      "line 2: the list of clocks names the heat “explsive” in “chat”, which does not exist;"
        + " did you mean “explosive”?"
    ),
    (
      "clocks/clocks.yaml", "explosive: 30s}\n  phone", "}\n  phone",
      "line 2: the list of clocks has no “explosive” in “chat”; add it."
    ),
    (
      "clocks/clocks.yaml", "undo: 10s", "undo: 99999999999999d",
      "line 10: the list of clocks wants a time such as 90s, 10m, 2h or 3d in “undo”,"
        + " not “99999999999999d”."
    ),
  ])
  func `a slip in a file is named with its line`(
    path: String, old: String, new: String, problem: String
  ) {
    let playbook = SmallPlaybook.changing(path, old, to: new).playbook
    _ = (playbook.authority, playbook.clocks, playbook.reasons)
    #expect(playbook.problems.map(\.description).contains("\(path), \(problem)"))
  }

  @Test func `ten reasons do not fit one digit`() {
    let reason = "  - {id: a, words: {en: A, zh-Hans: 甲, zh-Hant: 甲}}\n"
    let reasons = (0..<10).map { reason.replacing("id: a", with: "id: a\($0)") }
    let text = "reasons:\n" + reasons.joined()
    let playbook = SmallPlaybook.laying("authority/reasons.yaml", text).playbook
    #expect(playbook.reasons.map(\.id) == ["hurry"])
    #expect(
      playbook.problems.map(\.description) == [
        "/ours/authority/reasons.yaml, line 11: the list of reasons lists 10 reasons;"
          + " one digit holds 9."
      ])
  }

  @Test(arguments: ["authority/authority.yaml", "clocks/clocks.yaml", "procedures/house.yaml"])
  func `no case is decided where a part is missing`(path: String) {
    var small = SmallPlaybook()
    small.base[path] = nil
    let playbook = small.playbook
    #expect(playbook.rules(for: "small") == nil)
    #expect(
      playbook.problems == [
        PlaybookProblem(file: path, sentence: "The file is missing; put it back.")
      ])
  }
}
