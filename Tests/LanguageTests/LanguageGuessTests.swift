import Testing
import Vocabulary

@testable import Language

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("hello", LanguageTag.en),
    ("", .en),
    ("😀", .en),
    ("12345", .en),
    ("Bonjour", .en),
    ("你好", .zhHans),
    ("我的订单", .zhHans),
    ("我的訂單", .zhHant),
    ("訂單", .zhHant),
    ("還沒", .zhHant),
    ("还没", .zhHans),
    ("妳好", .zhHant),
    ("「你好」", .zhHant),
    ("我的iPhone 15 Pro坏了", .zhHans),
    ("iPhone壞了", .zhHant),
    ("My name is 王偉 and my parcel has not arrived yet", .en),
    ("在台北，里面有后面", .zhHans),
    ("這個说明", .zhHant),
    ("这个說明书", .zhHans),
  ])
  func `the language is told from its letters`(_ text: String, _ tag: LanguageTag) {
    #expect(ShippedLexicon.reader.language(of: text) == tag)
  }
}
