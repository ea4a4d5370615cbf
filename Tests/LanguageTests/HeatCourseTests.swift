import Testing
import Vocabulary

@testable import Language

@Suite struct HeatCourseTests {
  private func course(_ texts: [String]) -> HeatCourse {
    var earlier: [String] = []
    return HeatCourse(
      texts.map { text in
        defer { earlier.append(text) }
        return ShippedLexicon.reader.customer(text, earlier: earlier).heat
      })
  }

  @Test(arguments: [
    ([], HeatDirection.steady),
    (["Where is my order?"], .steady),
    (["Where is my order?", "You people keep lying to me, this is ridiculous."], .heating),
    (["Where is it?", "If it isn't here by Friday I'm going to my lawyer."], .heating),
    (["我的宽带断了五天没人修", "我的宽带断了五天没人修"], .heating),
    (["This is ridiculous, you liars.", "OK, thanks."], .cooling),
    (["太过分了，你们这些骗子", "好的"], .cooling),
    (
      ["This is ridiculous.", "Thanks, but you people are liars and this is ridiculous."], .heating
    ),
    (["這太扯了，你們到底在幹嘛", "等三天了", "想請問何時出貨"], .cooling),
    (["Can I change it?", "The blue one."], .steady),
    (["Where is my order?", "My money back would do."], .steady),
    (["Where is my order?", "I didn't quite catch that."], .steady),
    (["My broadband has been off for three days, thanks."], .steady),
    (["Where is my order?", "Thanks."], .steady),
    (["請問何時出貨", "好的，謝謝"], .steady),
  ])
  func `the direction is told from the latest messages`(
    _ texts: [String], _ direction: HeatDirection
  ) {
    #expect(course(texts).direction == direction, "\(texts)")
  }

  @Test func `a hot message fades over the next two`() {
    func heat(_ score: Int) -> Heat {
      Heat(score: score, level: Reader.level(of: score), mood: .seekingHelp, signals: [])
    }
    #expect(HeatCourse([]).score == 0)
    #expect(HeatCourse([heat(80)]).score == 80)
    #expect(HeatCourse([heat(80), heat(10)]).score == 64)
    #expect(HeatCourse([heat(80), heat(10), heat(10)]).score == 51)
    #expect(HeatCourse([heat(80), heat(10), heat(10), heat(10)]).score == 10)
    #expect(HeatCourse([heat(80), heat(10)]).level == .angry)
  }
}
