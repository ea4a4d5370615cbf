import Testing
import Vocabulary

@testable import Language

@Suite struct CustomerMoveTests {
  private let reader = ShippedLexicon.reader

  @Test(arguments: [
    ("什么时候能到", [CustomerMove.question]),
    ("這個可以退嗎", [.question]),
    ("为什么还没发货呢", [.question]),
    ("怎么申请退款", [.question]),
    ("When will it arrive", [.question]),
    ("My order is 48213. Any news?", [.question]),
    ("凭什么不给我退？", []),
    ("How dare you?", []),
    ("到底什么时候发货？", [.question]),
    ("不是，我说的是换货", [.correction]),
    ("不是，我說的是換貨", [.correction]),
    ("That's not what I said.", [.correction]),
    ("No, I meant the blue one.", [.correction]),
    ("好的", [.acceptance]),
    ("行吧，那就退款吧", [.acceptance]),
    ("問題解決了", [.acceptance]),
    ("OK, that works for me.", [.acceptance]),
    ("没解决", []),
    ("It's not fixed", []),
    ("我不接受", [.rejection]),
    ("That is not good enough.", [.rejection]),
    ("谢谢，收到了", [.thanks]),
    ("謝謝", [.thanks]),
    ("Thank you so much", [.thanks]),
    ("Thanks for nothing", []),
    ("真是谢谢你们了", []),
    ("叫你们经理来", [.asksForSuperior]),
    ("請你們主管跟我聯絡", [.asksForSuperior]),
    ("Let me speak to your manager", [.asksForSuperior]),
    ("算了，不投诉了", [.withdrawal]),
    ("Please cancel my complaint.", [.withdrawal]),
    ("再不处理我就去12315投诉", [.threat]),
    ("明天再沒答覆我就找消保官", [.threat]),
    ("Refund me or I'm calling my lawyer", [.threat]),
    ("我想投诉", []),
    ("I want to make a complaint.", []),
    ("充电器冒烟了", [.danger]),
    ("延長線起火了，我手被燙傷", [.danger]),
    ("The charger caught fire", [.danger]),
    ("我不想活了", [.danger]),
    ("这是跳楼价", []),
    ("Nobody was hurt, it was not on fire", []),
    ("你是傻逼", [.abuse]),
    ("你們客服都是白痴", [.abuse]),
    ("You are an idiot.", [.abuse]),
    ("this app is shit", []),
    ("这破软件真垃圾", []),
    ("Are you serious?", []),
    ("its painfull u know?", []),
    ("这就是电信服务？", []),
    ("是要你賠我逆？", []),
    ("我就要知道哪天能修好", [.question]),
    ("沒訊號我合約可以不用付違約金解約吧", [.question]),
    ("對啦，就是這樣", [.acceptance]),
    ("嘿啦，就是按呢", [.acceptance]),
    ("又是“尽快”，上回也是这么说的", [.rejection]),
    ("Thanks. Please call me ASAP. And make sure they bring it inside.", [.thanks, .adds]),
    ("障碍号：02712345678，谢谢", [.thanks, .adds]),
    ("对，是这样。别再打电话催了。", [.acceptance, .adds]),
    ("好，那就麻烦你们了", [.acceptance]),
    ("Yes please, send it.", [.acceptance]),
    ("直接把钱退我就行", []),
    ("你们拿用户当智障吗", [.question]),
    ("", []),
    ("？？？", []),
  ])
  func `moves are read from the words`(_ text: String, _ moves: [CustomerMove]) {
    #expect(reader.customer(text).moves == Set(moves))
  }

  @Test func `words of other people make no move`() {
    #expect(reader.customer("他说“我不接受”").moves.isEmpty)
  }
}
