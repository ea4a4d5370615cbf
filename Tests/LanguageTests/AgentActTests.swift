import Testing
import Vocabulary

@testable import Language

@Suite struct AgentActTests {
  private let reader = ShippedLexicon.reader
  private let complaint = "My dishwasher has leaked since Tuesday and the engineer never came"
  private let chinese = "我家的洗碗机漏水漏了三天，师傅一直没有上门"

  @Test(arguments: [
    ("I'm listening. Please go on.", [SpeechAct.acknowledgement]),
    ("您請繼續說，我一邊看一邊記", [.acknowledgement]),
    ("I'm so sorry about this.", [.regret]),
    ("真的很抱歉", [.regret]),
    ("That was our mistake.", [.responsibility]),
    ("查清楚了，是我们的错", [.responsibility, .progress]),
    ("是我們的疏失，真的很抱歉", [.responsibility, .regret]),
    ("Anyone would be angry about that.", [.empathy]),
    ("这事换谁都会生气", [.empathy]),
    ("What day did it stop?", [.question]),
    ("请问是哪一天断的", [.question]),
    ("We'll replace it.", [.offer, .promise]),
    ("Unfortunately we cannot process a refund for this item.", [.refusal]),
    ("I understand this is frustrating. Let me look into it.", [.empathy, .promise]),
    ("I'd be happy to send a replacement.", [.offer]),
    ("您放心，我們明天中午前寄出", [.promise]),
    ("I can refund the full price.", [.offer]),
    ("可以，給您退。", [.offer]),
    ("I'll call you by 5 pm.", [.promise]),
    ("我下午五点前给您回电话", [.promise]),
    ("You can call us any time.", []),
    ("您可以随时联系客服", []),
    ("Our manager Dan decides on this and will call you.", [.handUp]),
    ("这个要由周主管来定", [.handUp]),
    ("What would make this right for you?", [.askView]),
    ("您希望我们怎么处理？", [.askView]),
    ("您好，请问是哪一天断的？", [.greeting, .question]),
    ("请您以私信方式提供订单号", [.question]),
    ("我帮您确认一下", [.promise]),
    ("Has the refund arrived?", [.followUp]),
    ("退款收到了吗？", [.followUp]),
    ("The answer on the refund is no.", [.refusal]),
    ("这次办不了", [.refusal]),
    ("无法保证明天到", []),
    ("Is there anything else I can help with?", [.closing]),
    ("祝您生活愉快", [.closing]),
    ("Are you safe right now?", [.safety]),
    ("先断电，离远一点", [.safety]),
    ("请别骂人", [.boundary]),
    ("Thank you for telling us.", [.thanks]),
    ("感谢您的理解", []),
    ("您说“我们的错”，这句我记下了", [.acknowledgement]),
    ("Sure, no rush. I'll wait here.", []),
    ("I'd be worried sick too.", [.empathy]),
    ("What would you rather I do: a replacement or your money back?", [.askView]),
    ("Is it only the last hour, or has it happened before?", [.question]),
    ("您回A或B就可以，都不合適的話告訴我哪裡不合適。", []),
    ("三天了還是配送中", []),
    ("我請司機去拿。", []),
    ("照片截圖請您留著，之後用得上。", []),
    ("那不是您該承受的", [.empathy]),
    ("您要的是一個時間，不是再問一輪", [.empathy]),
    ("知道了", [.acknowledgement]),
    ("还要退这周的钱，对吧", []),
    ("没有门诊发票很正常，您把复印件发我，复印件我来确认能不能用。", [.promise]),
    ("", []),
    ("好", []),
  ])
  func `acts are read from the words`(_ text: String, _ acts: [SpeechAct]) {
    #expect(reader.agent(text).acts == Set(acts))
  }

  @Test(arguments: [
    "If it was our mistake, we will say so.",
    "It wasn't our fault.",
    "如果是我们的疏忽，会赔的",
    "这不是我们的责任",
    "We should have an answer by Friday.",
  ])
  func `regret and responsibility are told apart by who did it`(_ text: String) {
    #expect(!reader.agent(text).acts.contains(.responsibility))
    #expect(!reader.agent(text).disclosures.contains(.liability))
  }

  @Test(arguments: [
    ("So the dishwasher has been leaking since Tuesday. Is that right?", true),
    ("Your dishwasher is leaking and no engineer came. Have I missed anything?", true),
    ("So it stopped working. Is that right?", false),
    ("The dishwasher has been leaking since Tuesday.", false),
  ])
  func `a say-back repeats the customer's own words and checks`(_ text: String, _ isOne: Bool) {
    #expect(reader.agent(text, customerWords: [complaint]).acts.contains(.paraphrase) == isOne)
    #expect(!reader.agent(text, customerWords: []).acts.contains(.paraphrase))
  }

  @Test(arguments: [
    ("您的洗碗机漏水三天了，师傅没上门，对吗？", true),
    ("您的洗碗機漏水三天了，師傅沒上門，我有沒有理解錯？", true),
    ("您的问题我了解了，对吗？", false),
    ("我帮您确认一下洗碗机漏水三天的情况。", false),
    ("您的洗碗机漏水三天了。", false),
  ])
  func `a say-back is known in Chinese too`(_ text: String, _ isOne: Bool) {
    #expect(reader.agent(text, customerWords: [chinese]).acts.contains(.paraphrase) == isOne)
  }

  @Test func `the question that ends a say-back asks for no fact`() {
    let acts = reader.agent(
      "The dishwasher leaks since Tuesday, is that right?", customerWords: [complaint]
    ).acts
    #expect(acts == [.paraphrase])
  }

  @Test func `one message may do several things`() {
    let acts = reader.agent(
      "I'm sorry the dishwasher has leaked since Tuesday, have I got that right? "
        + "I can send a replacement, and I'll call you by 6 pm.", customerWords: [complaint]
    ).acts
    #expect(acts.isSuperset(of: [.regret, .paraphrase, .offer, .promise]))
  }

  @Test(arguments: [
    ("Refund by {due}, {customer}; again {due}", ["due", "customer"]),
    ("｛due｝前退款", ["due"]),
    ("{ due }", []),
    ("{}", []),
    ("{a", []),
    ("{王女士}", ["王女士"]),
    ("{1}", []),
    ("{{due}}", ["due"]),
    ("{option_a}", ["option_a"]),
    ("no variables", []),
    ("{" + String(repeating: "a", count: 5000) + "}", []),
  ])
  func `unfilled variables are named once each`(_ text: String, _ names: [String]) {
    #expect(reader.agent(text).unresolved == names)
  }

  @Test(arguments: [
    "可以的，不一定要原本的鞋盒，用別的紙箱裝也能退", "没有的话用别的硬纸盒装好也可以，不影响退货",
    "客廳堆著木板不能收，真的很抱歉",
  ])
  func `what helps or is sorry is no refusal`(_ text: String) {
    #expect(!reader.agent(text).acts.contains(.refusal))
  }

  @Test(arguments: [
    ("周同學您好，可以的，馬祖也能超商取貨", true), ("Hello Mr Shah, it ships tomorrow by noon.", true),
    ("Hello Mr Shah!", false), ("您好，请讲。", false),
  ])
  func `a greeting that tells something answers`(_ text: String, isAnswer: Bool) {
    let acts = reader.agent(text, circumstances: Circumstances(isSettled: true)).acts
    #expect((acts.contains(.answer) || !acts.isSubset(of: SpeechAct.soothing)) == isAnswer)
  }
}
