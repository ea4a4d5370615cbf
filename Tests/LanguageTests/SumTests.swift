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

  @Test(arguments: [
    ("現在說要換教練就要補差價8000??", [Money(minor: 800_000, currency: "TWD")]),
    ("You want 212, and I paid 54.", [Money(minor: 21_200, currency: "TWD")]),
    ("8000步", []), ("8000 people", []), ("7 days", []), ("0912345678", []), ("", []),
  ])
  func `a number with nothing to count is a sum where customers speak`(
    _ text: String, _ sums: [Money]
  ) {
    #expect(
      Sum.all(in: Folding.fold(text), usually: "TWD", alone: true).map(\.money) == sums)
  }
}
