import Testing
import Vocabulary

struct MoneyTests {
  @Test(arguments: [
    ("89", 8_900, "CNY"), ("89.5", 8_950, "CNY"), ("89.05", 8_905, "CNY"),
    ("twd 90", 9_000, "TWD"), (" USD 0.01 ", 1, "USD"), ("0", 0, "CNY"),
    ("92233720368547758.07", .max, "CNY"), ("１２", 1_200, "CNY"), ("1,299.00", 129_900, "CNY"),
    ("5 CNY", 500, "CNY"), ("£18.40", 1_840, "GBP"), ("18.40€", 1_840, "EUR"),
    ("¥60", 6_000, "CNY"), ("￥60", 6_000, "CNY"), ("60元", 6_000, "CNY"),
    ("$12", 1_200, "USD"), ("NT$890", 89_000, "TWD"), ("NT$ 1,890", 189_000, "TWD"),
  ])
  func `what a person types is an amount`(text: String, minor: Int64, currency: String) {
    #expect(Money(text, currency: "CNY") == Money(minor: minor, currency: currency))
  }

  @Test(arguments: [
    ("$890", "TWD", "TWD"), ("$890", "CNY", "USD"), ("890元", "TWD", "TWD"),
    ("890元", "GBP", "CNY"), ("¥890", "JPY", "JPY"), ("£890", "EUR", "GBP"),
  ])
  func `a sign means the desk's own currency where it can`(
    text: String, usual: String, currency: String
  ) {
    #expect(Money(text, currency: usual) == Money(minor: 89_000, currency: currency))
  }

  @Test(arguments: [
    "", " ", "-1", "-0.5", "+5", "1.+5", "1.-5", "1.", ".5", "1.234", "1,5", "1.5.1", "eighty",
    "YUAN 5", "CN 5", "٣", "1e3", "1,29", "1299,000", "£5€", "$", "5%", "12,",
    "92233720368547758.08",
    "99999999999999999999", "1 2 3",
  ])
  func `anything else is none`(text: String) {
    #expect(Money(text, currency: "CNY") == nil)
  }

  @Test(
    arguments: [
      (8_900, "CNY 89"), (8_950, "CNY 89.50"), (5, "CNY 0.05"), (0, "CNY 0"), (-50, "CNY -0.50"),
      (.min, "CNY -92233720368547758.08"), (.max, "CNY 92233720368547758.07"),
    ] as [(Int64, String)])
  func `an amount says its code, and decimals where there are any`(minor: Int64, text: String) {
    #expect(Money(minor: minor, currency: "CNY").description == text)
  }

  @Test func `what is written can be typed again`() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<2_000 {
      let money = Money(
        minor: Int64.random(in: 0...Int64.max, using: &random), currency: "TWD")
      #expect(Money(money.description, currency: "CNY") == money, "seed 11, round \(round)")
    }
  }
}
