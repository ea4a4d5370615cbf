import Testing
import Vocabulary

@testable import Language

@Suite struct HostileTextTests {
  private let reader = ShippedLexicon.reader

  private static let texts = [
    "", " ", "\n", "😀", "👨‍👩‍👧‍👦", "\u{301}\u{301}\u{301}", "\u{0}", "\u{1B}[31m你们", "שלום עולם?",
    "مرحبا، أين طلبي؟", "\u{202E}你们\u{202C}", "？", "……", "（（（", "{{{", "}}}", "@@@@", "****",
    "f***",
    "“““", "\"", "+", "(((((", "-", "1-", "+1", "a@", "@b.c", "密码", "otp", "\u{10FFFF}\u{E0001}",
    String(repeating: "e\u{301}\u{302}\u{303}", count: 300), String(repeating: "你们", count: 2000),
    String(repeating: "1 ", count: 3000), String(repeating: "a@b.co ", count: 800),
  ]

  @Test(arguments: texts)
  func `any text is read without harm and spans stay inside it`(_ text: String) {
    let length = text.unicodeScalars.count
    let customer = reader.customer(text, earlier: [text, text])
    let agent = reader.agent(text, customerWords: [text])
    let spans =
      customer.heat.signals.map(\.span) + customer.proposals.map(\.span)
      + agent.findings.map(\.span)
    for span in spans { #expect(span.start >= 0 && span.start <= span.end && span.end <= length) }
    #expect((0...100).contains(customer.heat.score))
    let masked = Redaction.mask(text)
    #expect(masked.text.unicodeScalars.count == length)
    _ = reader.language(of: text)
  }

  @Test(arguments: [
    "滚", "a", "a ", "你们", "1", "1 ", "f*", "\"", "密码", "(", "if court ", "再不投诉", "!?", "e\u{301}",
    "you people are thieves and I waited 3 hours. ", "垃圾桶", "x@y.zz ",
  ])
  func `the work grows with the text and no faster`(_ unit: String) {
    let one = reader.work(reading: String(repeating: unit, count: 500))
    let four = reader.work(reading: String(repeating: unit, count: 2_000))
    // Four times the text, a little to spare for what comes once.
    #expect(four <= one * 9 / 2, "\(one) → \(four)")
    let scalars = unit.unicodeScalars.count * 2_000
    #expect(four <= scalars * 200, "\(four) for \(scalars)")
  }

  @Test func `a text that repeats itself reports no more than it may`() {
    let folded = Folding.fold(String(repeating: "滚蛋 ", count: 2_000))
    let found = reader.lexicon.customer.find(in: folded, TextOutline(folded))
    #expect(found.all.count <= 20 * PatternMatcher.mostHits)
    let heat = reader.customer(String(repeating: "滚蛋 ", count: 2_000)).heat
    #expect(heat.signals.filter { $0.kind == "insult" }.count == 4)
  }

  @Test func `random text never breaks a reading`() {
    var random = SeededGenerator(seed: 23)
    let parts = [
      "你们", "再不", "投诉", "垃圾", "桶", "谢谢", "啊", "？", "！", "。", " ", "\n", "“", "”", "f*", "you ",
      "people", " never", "3", "天", "@", ".", "密码", "4111111111111111", "\u{301}", "😡", "{due}",
      "(", "-",
      "if ", "court", "訂單號", "不是，", "#", "好的", "\u{200B}",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<30, using: &random))
        .compactMap { _ in parts.randomElement(using: &random) }.joined()
      let length = text.unicodeScalars.count
      let reading = reader.customer(text, earlier: [text])
      let sum = reading.heat.signals.reduce(0) { $0 + $1.weight }
      #expect([0, Reader.score(of: sum)].contains(reading.heat.score))
      let spans =
        reading.heat.signals.map(\.span) + reading.proposals.map(\.span)
        + reader.agent(text, customerWords: [text]).findings.map(\.span)
      #expect(spans.allSatisfy { $0.start <= $0.end && $0.end <= length }, "\(text)")
      #expect(Redaction.mask(text).text.unicodeScalars.count == length)
    }
  }
}
