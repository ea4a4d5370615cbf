import Testing
import Vocabulary

@testable import Language

/// What hurts by the moment it is said at.
@Suite struct SituationTests {
  private let reader = ShippedLexicon.reader

  private func kinds(_ text: String, _ circumstances: Circumstances) -> [String] {
    reader.agent(text, circumstances: circumstances).findings.map(\.kind)
  }

  @Test(arguments: [
    "It was late because the van broke down.", "晚到是因为仓库盘点。", "會延誤是因為零件要從國外調。",
  ])
  func `a reason comes too early while the customer still tells`(_ text: String) {
    let hearing = Circumstances(isHearing: true, isSettled: true)
    #expect(kinds(text, hearing).contains("early_explanation"))
    #expect(!kinds(text, Circumstances(isSettled: true)).contains("early_explanation"))
  }

  @Test(arguments: [
    ("When did it stop? Where do you live?", 0), ("When did it stop?", 1),
    ("请问是哪一天断的？您住哪里？", 0), ("請問是哪一天斷的？", 1),
  ])
  func `one question at a time while they are upset`(_ text: String, _ asked: Int) {
    #expect(
      kinds(text, Circumstances(isHearing: true, isSettled: true, questions: asked))
        == ["question_chain"])
    #expect(kinds(text, Circumstances(isSettled: true, questions: asked)) == [])
  }

  @Test(arguments: ["When did it stop?", "请问是哪一天断的？"])
  func `the first question is welcome`(_ text: String) {
    #expect(kinds(text, Circumstances(isHearing: true, isSettled: true)) == [])
  }

  @Test(arguments: [
    "Why didn't you ring us before Friday?", "You never told us about the second parcel.",
    "您当时怎么不打电话来？", "您為什麼不先問一下？",
  ])
  func `words at an angry customer tip a talk over unless they bring something`(_ text: String) {
    let tense = Circumstances(isTense: true, isSettled: true)
    let found = reader.agent(text, circumstances: tense).findings
    // What the words alone say comes first where both speak of the same words.
    #expect(!found.isEmpty)
    let helped = text.contains("y") ? "I can see why you're angry. " : "您生气我明白，换我也会急。"
    #expect(!kinds(helped + text, tense).contains("derailing"))
    #expect(!kinds(text, Circumstances(isSettled: true)).contains("derailing"))
  }

  @Test func `an angry customer is turned on by nobody who says what happened to them`() {
    let tense = Circumstances(isTense: true, isSettled: true)
    #expect(kinds("You were told Monday, and it's Thursday.", tense) == [])
    #expect(kinds("您没做错什么，这一单我来查。", tense) == [])
    #expect(kinds("You said the box was open?", tense) == ["derailing"])
  }

  @Test func `a third apology helps only with something done`() {
    let again = Circumstances(isSettled: true, emptyApologies: 2)
    #expect(kinds("I'm so sorry about this.", again) == ["empty_apology"])
    #expect(kinds("真的很抱歉", again) == ["empty_apology"])
    #expect(kinds("I'm sorry. I'll call you by 5 pm.", again) == [])
    #expect(kinds("I'm so sorry.", Circumstances(isSettled: true, emptyApologies: 1)) == [])
  }

  @Test func `the same reply again is told`() {
    let before = "I'm reading every word, and I can see why you've had enough."
    let said = Circumstances(isSettled: true, saidBefore: [before])
    #expect(kinds(before, said) == ["repeated"])
    #expect(kinds("I've found the parcel in the depot at Leeds.", said) == [])
  }

  @Test(arguments: [
    "Is there anything else I can help you with today?", "还有什么可以帮您的吗？", "祝您生活愉快",
  ])
  func `a goodbye is fine once the matter is settled`(_ text: String) {
    #expect(kinds(text, Circumstances()) == ["still_open"])
    #expect(kinds(text, Circumstances(isSettled: true)) == [])
  }

  @Test(arguments: [
    ("I'll refund you £400 today.", "GBP"), ("我给您退400元。", "CNY"), ("我幫您退 4,000 元。", "TWD"),
  ])
  func `more money than one may grant holds the message`(_ text: String, _ currency: String) {
    var moment = Circumstances(isSettled: true, limits: [currency: 5_000], currency: currency)
    let findings = reader.agent(text, circumstances: moment).findings
    #expect(findings.map(\.kind) == ["beyond_authority"])
    #expect(findings.allSatisfy { $0.strength == .hold && !$0.hasGate })
    moment.limits = [currency: 500_000]
    #expect(kinds(text, moment) == [])
    moment.limits = [currency: 5_000]
    moment.cleared = [
      Money(minor: 40_000, currency: currency), Money(minor: 400_000, currency: currency),
    ]
    #expect(kinds(text, moment) == [])
  }

  @Test func `a price is no remedy`() {
    let moment = Circumstances(isSettled: true, limits: [:], currency: "GBP")
    #expect(kinds("The new one costs £400.", moment) == [])
    #expect(kinds("You paid £400 on Monday.", moment) == [])
    // Two sums that are said back give nothing either.
    #expect(kinds("So we took £212 instead of £54, is that right?", moment) == [])
  }

  @Test func `the customer's own sum may be said back, however they wrote it`() {
    let moment = Circumstances(isSettled: true, goodwill: [], currency: "TWD")
    func kinds(hearing said: String) -> [String] {
      reader.agent("您說當初講好換教練就退8000元，對嗎？", customerWords: [said], circumstances: moment)
        .findings.map(\.kind)
    }
    #expect(kinds(hearing: "當初說換教練就退8000??") == [])
    #expect(kinds(hearing: "當初說可以換教練") == ["unrecorded_sum"])
    #expect(kinds(hearing: "我走了8000步") == ["unrecorded_sum"])
  }

  @Test(arguments: ["That was our mistake.", "是我们弄错了", "是我們的疏失"])
  func `an admission waits for a finding`(_ text: String) {
    let findings = reader.agent(text, circumstances: Circumstances(isSettled: true)).findings
    #expect(findings.map(\.kind) == ["early_admission"])
    #expect(findings.allSatisfy { $0.strength == .hold && $0.hasGate })
    #expect(kinds(text, Circumstances(isSettled: true, mayAdmit: true)) == [])
  }

  @Test(arguments: [
    "We should have rung you back, I'm sorry.", "I'm sorry we left you waiting, that's on us.",
    "让您等了这么久都没人回，这点是我们不对。", "沒人給您回電話，是我們不對。",
    "這是我們該弄清楚的，造成您困擾很抱歉。",
  ])
  func `regret for the wait and the silence needs no finding`(_ text: String) {
    let reading = reader.agent(text, circumstances: Circumstances(isSettled: true))
    #expect(!reading.findings.contains { $0.kind == "early_admission" })
    #expect(reading.acts.contains(.regret))
  }

  @Test(arguments: [
    "It's our fault that the parcel went missing, and I'm sorry you've waited.",
    "包裹寄丟是我們的錯，讓您等這麼久很抱歉。", "多扣的钱是我们的错，让您等了这么久。",
  ])
  func `beside it a fault in the matter still waits for a finding`(_ text: String) {
    #expect(kinds(text, Circumstances(isSettled: true)).contains("early_admission"))
  }

  @Test(arguments: ["Is it working for you now?", "现在恢复了吗？", "現在網路恢復了嗎？"])
  func `whether it works asks for a fact until something was done`(_ text: String) {
    func acts(_ moment: Circumstances) -> Set<SpeechAct> {
      reader.agent(text, circumstances: moment).acts
    }
    #expect(acts(Circumstances()) == [.question])
    #expect(acts(Circumstances(isSettled: true)) == [.followUp])
    #expect(acts(Circumstances(hasPromise: true)) == [.followUp])
  }

  @Test func `personal data is held where everybody reads`() {
    let text = "We'll call you on 07700 900123."
    let open = Circumstances(isSettled: true, isPublic: true, hasPromise: true)
    #expect(kinds(text, open) == ["personal_data"])
    #expect(kinds(text, Circumstances(isSettled: true, hasPromise: true)) == [])
  }

  @Test func `in danger nobody minds the tone`() {
    let danger = Circumstances(isDanger: true, isSettled: true)
    #expect(kinds("Calm down and switch it off.", danger) == [])
    #expect(kinds("You idiot, switch it off.", danger) == ["insult"])
  }

  @Test func `a promise on record makes up for a missing time`() {
    #expect(kinds("I'll get back to you.", Circumstances(isSettled: true)) == ["undated"])
    #expect(kinds("I'll get back to you.", Circumstances(isSettled: true, hasPromise: true)) == [])
  }

  @Test(arguments: ["", "😀", "？！", "مرحبا", String(repeating: "哈", count: 50_000)])
  func `hostile text is read like any other`(_ text: String) {
    let moment = Circumstances(
      isHearing: true, emptyApologies: 5, questions: 3, saidBefore: [text], limits: [:])
    for finding in reader.agent(text, circumstances: moment).findings {
      #expect(finding.span.end <= text.unicodeScalars.count)
    }
  }
}
