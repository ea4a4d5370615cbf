import Testing
import Vocabulary

@testable import Language

@Suite struct ToneTests {
  private let reader = ShippedLexicon.reader

  /// Sentences a list of words would stumble over.
  @Test(arguments: [
    "您说得没错，是我们弄错了。",
    "You should have a confirmation email by now. If not, tell me and I'll resend it.",
    "這筆錢不可能讓您自己吸收，我已經幫您申請退費了。",
    "您别急着删聊天记录，里面的截图用得上。",
    "No, you don't need to send it back. Keep it.",
    "我現在不知道答案，但我知道要問誰，今天下午 5 點前回您。",
    "网上买的七天内不用说理由就能退，这是国家规定。",
    "Stop using the charger and unplug it now.",
    "您说客服当时回您“你自己不会用”，这句原话我记下来，一起交上去。",
    "我沒辦法保證明天一定到，但中午 12 點前我會告訴您車子到哪裡。",
    "I've read every message, and I can see why you're angry. Please carry on.",
    "可以，给您退。45元按原付款方式退回，我已经提交好了，明天下午6点前到账。",
    "抱歉没有及时回复您。",
    "需保证账户里有余额。",
    "我直接跟您說結果：這次沒有辦法處理，原因是超過期限。",
    "Our engineers are at the end of the road now.",
    "The rate normally doesn't allow it, so I'm asking the hotel for an exception.",
    "您六點才下班，沒辦法在家收貨，這不是您的問題。",
    "假都請好了、孩子也期待這麼久，真的非常抱歉讓您一家失望了。",
    "验证码不用发，也别告诉任何人。",
    "",
    "😀",
  ])
  func `good sentences are not nagged`(_ text: String) {
    #expect(reader.agent(text).findings == [])
  }

  @Test(arguments: [
    ("感谢您的理解与支持！", "dismiss"),
    ("亲，先别着急哦～[呵呵]", "dismiss"),
    ("您可以再仔细看一下活动规则。", "blame"),
    ("您的心情我能理解，但公司有公司的规定。", "dismiss"),
    ("請您放心，我們一定會盡快處理。", "overpromise"),
    ("不好意思，這部分要再麻煩您自行聯繫物流喔。", "buck"),
    ("系統顯示已送達，請問您確定家人沒有代收嗎？", "doubt"),
    ("Sorry for any confusion.", "blame"),
    ("As I mentioned earlier, refunds take 3 to 5 working days.", "argue"),
    ("Please calm down.", "dismiss"),
    ("You should have read the terms.", "blame"),
    ("We will get back to you as soon as possible.", "overpromise"),
    ("That's not my department.", "buck"),
    ("You are an idiot.", "insult"),
    ("您这是无理取闹", "insult"),
    ("我們會追究您的法律責任", "threat"),
    ("别人用都好好的，就您这台有毛病。", "doubt"),
    ("这么简单的事看看说明书就会了", "insult"),
    ("把验证码发我一下就行。", "command"),
    ("阿伯您不會用就叫您兒子女兒幫您弄啦。", "blame"),
    ("You've had three years to read your bill.", "blame"),
    ("Maybe be more careful next time.", "blame"),
    ("You do realise half the city is having problems, not just you.", "dismiss"),
    ("Sir, you need to calm down.", "dismiss"),
  ])
  func `sentences that hurt are found`(_ text: String, _ kind: String) throws {
    let finding = try #require(reader.agent(text).findings.first)
    #expect(finding.kind == kind)
    #expect(finding.span.end > finding.span.start)
    #expect(finding.span.end <= text.unicodeScalars.count)
  }

  @Test(arguments: [
    "您说的是“尽快处理”，我记下了。", "您要的是尽快换新，对吗？", "You'd like it as soon as possible, is that right?",
    "後台沒有您本人的申請簡訊，這點對您有利，我來查是誰開通的，今天下午五點前回覆您。",
  ])
  func `what the customer wants is no promise of ours`(_ text: String) {
    #expect(reader.agent(text).findings == [])
  }

  @Test(arguments: [
    ("司機那邊我來聯絡，您要投訴是您的權利，我這邊會把經過記下來。", "buck", "您要投訴是您的權利，"),
    ("系統這邊我看過了，要不要再回想一下？", "doubt", "要不要再回想一下？"),
    ("给您带来不便，请您谅解", "dismiss", "给您带来不便，请您谅解"),
    (
      "I've read it all. You should have checked the box. Thanks.", "blame",
      "You should have checked the box."
    ),
  ])
  func `a rewrite leaves what else was said`(_ text: String, _ kind: String, _ place: String) throws
  {
    let finding = try #require(reader.agent(text).findings.first { $0.kind == kind })
    let span = finding.replaced ?? finding.span
    let scalars = text.unicodeScalars.dropFirst(span.start).prefix(span.end - span.start)
    #expect(String(String.UnicodeScalarView(scalars)) == place)
  }

  @Test func `asking to be excused is not called thanks`() throws {
    let asked = try #require(reader.agent("请您谅解").findings.first)
    #expect(asked.why == "对方没有答应，这句却先要人谅解。")
    let thanked = try #require(reader.agent("感谢您的理解").findings.first)
    #expect(thanked.why != asked.why)
  }

  @Test func `only an insult holds the message`() {
    #expect(reader.agent("你有病吧").findings.map(\.strength) == [.hold])
    #expect(reader.agent("Calm down.").findings.map(\.strength) == [.advice])
    let belittling = reader.agent("亲，说明书看一下就会了").findings
    #expect(belittling.map(\.kind) == ["dismiss", "insult"])
    #expect(belittling.map(\.strength) == [.advice, .advice])
  }

  @Test func `the reason and the rewrite come in the language of the draft`() throws {
    let hant = try #require(reader.agent("請您冷靜一下").findings.first)
    #expect(hant.why == "叫人冷靜，只會讓人更火大。")
    let hans = try #require(reader.agent("请您冷静一下").findings.first)
    #expect(hans.why == "叫人冷静，人只会更火。")
    let english = try #require(reader.agent("calm down").findings.first)
    #expect(english.why == "Nobody ever calmed down because they were told to.")
    #expect(english.rewrite?.isEmpty == false)
    let asked = try #require(reader.agent("calm down", language: .zhHans).findings.first)
    #expect(asked.why == hans.why)
  }

  @Test func `the span stands on the words in the original`() throws {
    let text = "😀 好的，請您先別著急喔"
    let finding = try #require(reader.agent(text).findings.first)
    #expect(text.words(at: finding.span) == "先別著急")
  }

  @Test func `a time in the message makes a promise of soon honest`() {
    #expect(reader.agent("我们会尽快回复您").findings.map(\.kind) == ["overpromise"])
    #expect(reader.agent("我尽快查，下午四点前回您").findings == [])
    #expect(reader.agent("I'll check as soon as possible and call by 5 pm.").findings == [])
  }
}
