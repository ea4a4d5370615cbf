import Testing
import Vocabulary

@testable import Language

@Suite struct SumTests {
  @Test(arguments: [
    ("£45.50 back", [Money(minor: 4_550, currency: "GBP")]),
    ("$1,200", [Money(minor: 120_000, currency: "USD")]),
    ("NT$900", [Money(minor: 90_000, currency: "TWD")]),
    ("45元", [Money(minor: 4_500, currency: "CNY")]),
    ("1.5 块", [Money(minor: 150, currency: "CNY")]),
    ("2万元", [Money(minor: 2_000_000, currency: "CNY")]),
    ("order 48213", []), ("", []), ("元", []),
    (String(repeating: "9", count: 40) + "元", []),
  ])
  func `sums are told from other numbers`(_ text: String, _ sums: [Money]) {
    #expect(Sum.all(in: Folding.fold(text), usually: "CNY").map(\.money) == sums)
  }
}
