import Testing
import Vocabulary

struct LanguageTagTests {
  @Test(arguments: [
    ("en", LanguageTag.en), ("en_GB.UTF-8", .en), ("zh", .zhHans), ("zh_CN.UTF-8", .zhHans),
    ("zh-Hans", .zhHans), ("zh_SG", .zhHans), ("zh-Hant", .zhHant), ("zh_TW.UTF-8", .zhHant),
    ("zh_HK@stroke", .zhHant), ("zh-MO", .zhHant), ("zh-Hans-TW", .zhHans),
    ("ZH-hant-CN", .zhHant),
  ])
  func `a locale means one of three languages`(locale: String, tag: LanguageTag) {
    #expect(LanguageTag(locale: locale) == tag)
  }

  @Test(arguments: ["", "C", "POSIX", "de_DE", "english", ".UTF-8"])
  func `or none of them`(locale: String) {
    #expect(LanguageTag(locale: locale) == nil)
  }
}
