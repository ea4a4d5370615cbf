import Testing
import Vocabulary

@testable import Language

/// The customer's own facts told back, without a question that asks whether they are right.
@Suite struct SaidBackTests {
  private let reader = ShippedLexicon.reader

  private func acts(_ text: String, after said: String...) -> Set<SpeechAct> {
    reader.agent(text, customerWords: said).acts
  }

  @Test(arguments: [
    (
      "3rd time I've been on to you this week. It's down since Monday and every one of you tells me "
        + "it's fixed. It's not fixed.",
      "Three calls, three times you were told it's fixed, and it still isn't."
    ),
    (
      "my sofa came with a ripped arm and the driver just laughed and drove off. i want a new one",
      "So the sofa's arm is ripped, the driver laughed and left, and what you want is a new sofa."
    ),
    (
      "I reported the leak in the bathroom ceiling on 2 October, 9 October and 21 October. The mould "
        + "is now in my daughter's bedroom.",
      "You reported the bathroom leak on 2, 9 and 21 October, and now there is mould in your "
        + "daughter's bedroom."
    ),
    (
      "航班从下午三点延误到晚上十点，老人孩子坐在地上，连水都没有。到底还飞不飞？", "延误了七个小时，老人孩子还坐在地上，连水都没有。"
    ),
    ("我家洗碗机漏水漏了三天，师傅一直没有上门", "洗碗机漏水三天了，师傅一次都没上门。"),
    ("冷氣裝三次都裝不好，師傅把地板刮花了", "冷氣裝了三次都沒裝好，地板還被刮花。"),
  ])
  func `facts told back show that they were heard, and are not agreed yet`(
    _ said: String, _ reply: String
  ) throws {
    let reading = reader.agent(reply, customerWords: [said])
    #expect(reading.acts.contains(.acknowledgement))
    #expect(!reading.acts.contains(.paraphrase))
    let told = try #require(reading.said.first { $0.act == .acknowledgement })
    #expect(told.span.end > told.span.start)
    #expect(!reader.agent(reply).acts.contains(.acknowledgement), "nothing of theirs to tell")
  }

  private static let leak =
    "My dishwasher has leaked since Tuesday, the engineer never came and order 48213 never arrived."
  private static let chinese = "我家洗碗机漏水漏了三天，师傅一直没有上门，订单48213也没到货"
  private static let taiwan = "我家洗碗機漏水漏了三天，師傅一直沒有上門，訂單48213也沒到貨"

  @Test(arguments: [
    (leak, "You say the engineer never came, but order 48213 and the dishwasher arrived."),
    (leak, "The system shows the engineer came on Tuesday and order 48213 arrived."),
    (leak, "Please send a photo of the dishwasher leak and of order 48213 from Tuesday."),
    (leak, "I'm ringing the engineer about the dishwasher leak and order 48213."),
    (leak, "The engineer for your dishwasher leak will come on Tuesday with order 48213."),
    (leak, "Did the engineer look at the dishwasher leak on Tuesday, order 48213?"),
    (leak, "The dishwasher."),
    (
      "Does the blue dishwasher come with free delivery and a hose",
      "The blue dishwasher comes with free delivery and a hose."
    ),
    (chinese, "您说师傅没有上门，可是洗碗机漏水订单48213已经完成。"),
    (chinese, "请把洗碗机漏水三天的照片和订单48213发来。"),
    (chinese, "我去问师傅洗碗机漏水和订单48213的事。"),
    (chinese, "系统显示师傅上门修了洗碗机漏水，订单48213到货。"),
    (chinese, "洗碗机。"),
    (taiwan, "您說師傅沒有上門，但洗碗機漏水訂單48213已經完成。"),
    (taiwan, "請把洗碗機漏水三天的照片和訂單48213傳來。"),
    (taiwan, "我去問師傅洗碗機漏水和訂單48213的事。"),
  ])
  func `who disputes, asks, acts or answers tells nothing back`(_ said: String, _ reply: String) {
    #expect(!acts(reply, after: said).contains(.acknowledgement))
  }

  @Test func `a say-back that checks itself stays one`() {
    let acts = acts(
      "So the dishwasher has leaked since Tuesday and the engineer never came. Is that right?",
      after: Self.leak)
    #expect(acts.contains(.paraphrase))
  }

  @Test func `what the register holds may be told back too`() {
    let reading = reader.agent(
      "The dishwasher leaks, the engineer never came and the order is late.", customerWords: [],
      registerWords: ["The dishwasher leaks, the engineer never came, the order is late"])
    #expect(reading.acts.contains(.acknowledgement))
  }
}
