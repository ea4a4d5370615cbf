import Testing
import Vocabulary

@testable import Language

@Suite struct ProposalTests {
  private let reader = ShippedLexicon.reader

  /// What is proposed besides the problem and the demand.
  private func details(_ text: String) -> [String] {
    reader.customer(text, earlier: ["x"]).proposals
      .filter { $0.field != .demand && $0.field != .problem }
      .map { "\($0.field.rawValue) \($0.value)" }
  }

  @Test(arguments: [
    ("我电话13812345678", ["phone 13812345678"]),
    ("Order ID: #407-9876543-1234567 is late", ["order 407-9876543-1234567"]),
    ("手機 0912-345-678", ["phone 0912345678"]),
    ("＋86 138 1234 5678", ["phone +8613812345678"]),
    ("call me on (415) 555-2671", ["phone 4155552671"]),
    ("+44 20 7946 0958", ["phone +442079460958"]),
    ("ring 07700 900123", ["phone 07700900123"]),
    ("座机 010-82345678", ["phone 01082345678"]),
    ("電話 02-2345-6789", ["phone 0223456789"]),
    ("打了10086和400-810-1234", []),
    ("订单号：2024110512345678", ["order 2024110512345678"]),
    ("訂單編號是 TW-20931-88", ["order TW-20931-88"]),
    ("Order #48213-AB is late", ["order 48213-AB"]),
    ("my order number is QW88123", ["order QW88123"]),
    ("2024110512345678", ["order 2024110512345678"]),
    ("订单2000元", []),
    ("order 2024-05-01 please", []),
    ("the meeting is on 2024-05-01 10:30", []),
    ("mail me at Wang.Li+x@Example.co.uk.", ["email wang.li+x@example.co.uk"]),
    ("@中国电信 你好", []),
    ("a@b", []),
    ("138 1234 5678 139 8765 4321", ["phone 13812345678", "phone 13987654321"]),
    ("身份证11010519491231002X", []),
    ("尺寸 1200 宽 600", []),
    ("It's CK-71825", ["order CK-71825"]),
    ("CK-71825.", ["order CK-71825"]),
    ("是CK71825", ["order CK71825"]),
    ("My WH-1000XM4 broke", []),
    ("the RTX-4090 is dead", []),
  ])
  func `numbers and addresses are proposed`(_ text: String, _ proposals: [String]) {
    #expect(details(text) == proposals)
  }

  @Test(arguments: [
    ("😀 我电话13812345678", "13812345678"),
    ("訂單號：ＡＢ１２３４５", "ＡＢ１２３４５"),
    ("write to wang@example.com!", "wang@example.com"),
  ])
  func `spans stand on the original signs`(_ text: String, _ words: String) throws {
    let proposal = try #require(
      reader.customer(text, earlier: ["x"]).proposals.first { $0.field != .problem })
    #expect(text.words(at: proposal.span) == words)
  }

  @Test func `the first telling sentence is proposed as the problem`() {
    func problem(_ text: String, earlier: [String] = []) -> String? {
      reader.customer(text, earlier: earlier).proposals.first { $0.field == .problem }?.value
    }
    #expect(problem("您好。我家的寬帶斷了五天了！快點") == "我家的寬帶斷了五天了")
    #expect(
      problem("Hello. My Dishwasher leaks on the floor. Help") == "My Dishwasher leaks on the floor"
    )
    #expect(problem("Hello there") == nil)
    #expect(problem("@联通客服@联通 我家的宽带断了五天") == "我家的宽带断了五天")
    #expect(problem("@联通客服@联通重庆客服") == nil)
    #expect(problem("我家的宽带断了五天了", earlier: ["在吗"]) == nil)
    #expect((problem(String(repeating: "长", count: 500)) ?? "").unicodeScalars.count == 120)
  }

  @Test(arguments: [
    (
      "@BrightPower This is a joke right? You've taken £212 out of my account instead of £54.",
      "You've taken £212 out of my account instead of £54"
    ),
    (
      "@ China Unicom Customer Service in Guangdong  Shit! I have called the staff service for 3"
        + " hours, but no one answer my phone call.",
      "I have called the staff service for 3 hours, but no one answer my phone call"
    ),
    (
      "@ Customer Service of North Bank  [Complaint] Just now I was logged in to someone else's"
        + " account.",
      "Just now I was logged in to someone else's account"
    ),
    (
      "Please help me. The 3G signal in our building is very weak. Number 17.",
      "The 3G signal in our building is very weak"
    ),
    (
      "Hi, I ordered a grey sofa and a beige one came. Pathetic, honestly, all of you.",
      "I ordered a grey sofa and a beige one came"
    ),
    ("#电信服务怎么了？#我们小区信号差,投诉几年都没人处理.", "我们小区信号差,投诉几年都没人处理"),
    ("@优选客服 呵呵，你们是来搞笑的吧？订单写着昨天到，今天快递说根本没发。", "订单写着昨天到，今天快递说根本没发"),
    ("什麼態度啊？？等了兩個小時車沒來，司機還叫我下次早點來。", "等了兩個小時車沒來，司機還叫我下次早點來"),
    ("請問課程延期的話可以改成線上上課嗎？我下個月要出差。", "課程延期的話可以改成線上上課嗎"),
  ])
  func `the problem is the sentence that says what went wrong`(_ text: String, _ problem: String) {
    let found = reader.customer(text).proposals.first { $0.field == .problem }
    #expect(found?.value == problem)
    #expect(found.map { text.words(at: $0.span) } == problem)
  }

  @Test(arguments: [
    "@BrightPower This is a joke right?", "呵呵，你们是来搞笑的吧？", "什麼態度啊？？這樣的服務？",
    "How dare you, all of you people?",
  ])
  func `scorn alone states no problem`(_ text: String) {
    #expect(!reader.customer(text).proposals.contains { $0.field == .problem })
  }

  @Test func `a long sentence is cut between words, at the clause that tells`() throws {
    let text =
      "I was badly in need of a line at home, so in the middle of June I went to the shop in the"
      + " high street with all of my papers, and nobody came to install it on the day we agreed on"
    let found = try #require(reader.customer(text).proposals.first { $0.field == .problem })
    #expect(found.value == "nobody came to install it on the day we agreed on")
  }

  @Test(arguments: [
    ("洗碗机坏了，我要求全额退款，尽快", "全额退款"),
    ("壞了兩次，請幫我換貨。", "換貨"),
    ("It broke, I want a full refund.", "a full refund"),
    ("我媽媽上個月過世了，想取消她的網路。", "取消她的網路"),
  ])
  func `the clause that asks is proposed as the demand`(_ text: String, _ demand: String) {
    let found = reader.customer(text).proposals.first { $0.field == .demand }
    #expect(found?.value == demand)
    #expect(found.map { text.words(at: $0.span) } == demand)
  }

  @Test func `nothing is proposed from nothing`() {
    #expect(reader.customer("").proposals.isEmpty)
    #expect(reader.customer("好的，谢谢").proposals.isEmpty)
  }
}
