import Testing
import Vocabulary

@testable import Language

@Suite struct DisclosureTests {
  private let reader = ShippedLexicon.reader

  @Test(arguments: [
    ("We'll ring you on 13812345678", [Disclosure.personalData, .accountData]),
    ("您的訂單編號 20931188 已出貨", [.personalData, .accountData]),
    ("寄到忠孝東路4段", [.personalData, .accountData]),
    ("我们寄到wang@example.com了", [.personalData, .accountData]),
    ("Your card number is on file: 11010519491231002X", [.personalData, .accountData]),
    ("A parcel went to 44 Baker Street.", [.personalData, .accountData]),
    ("A collapsed chamber beside Mill Lane is dangerous.", []),
    ("A gang is mending the hole in the road.", []),
    ("Please call 400-810-1234", []),
    ("打10086就行", []),
    ("I'll refund you the £45.", [.remedy]),
    ("给您退45元", [.remedy]),
    ("送您一张优惠券", [.remedy]),
    ("You asked about a refund.", []),
    ("无法给您退", []),
    ("That was our mistake.", [.liability]),
    ("是我們的疏失", [.liability]),
    ("如果是我们的责任，我们会负责", []),
    ("We got your message.", []),
    ("", []),
  ])
  func `what the words give away is read`(_ text: String, _ disclosures: [Disclosure]) {
    #expect(reader.agent(text).disclosures == Set(disclosures))
  }

  @Test(arguments: [
    ("We'll ring you on 13812345678", "my number is 138 1234 5678"),
    ("我们寄到忠孝东路4段", "請寄到忠孝東路4段"),
    ("Order QW88123 is on its way", "order number qw88123 please"),
  ])
  func `what the customer said tells nothing that is on file`(_ text: String, _ said: String) {
    #expect(reader.agent(text, customerWords: [said]).disclosures == [.personalData])
    #expect(
      reader.agent(text, customerWords: ["hello"]).disclosures == [.personalData, .accountData])
  }
}
