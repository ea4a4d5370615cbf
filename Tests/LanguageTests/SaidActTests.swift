import Foundation
import Testing
import Vocabulary

@testable import Language

/// The acts one by one: which question, how many ways out, whether a time stands beside a promise.
@Suite struct SaidActTests {
  private let reader = ShippedLexicon.reader

  @Test(arguments: [
    "You were charged RMB 10 for a service you never signed up for, and nobody sent you a message.",
    "You were told it was for texts, and for years you paid 7 RMB a month for something else.",
    "You were promised a new phone and the one you were given had already been used.",
  ])
  func `saying back what happened owns no promise`(_ text: String) {
    #expect(!reader.agent(text).acts.contains(.ownsPromise))
  }

  @Test(arguments: [
    ("Could you tell me your order number?", QuestionKind.identity),
    ("请问您贵姓？", .identity),
    ("What happened first?", .descriptive),
    ("请问当时是怎么回事？", .descriptive),
    ("Which of the two parcels is it?", .clarifying),
    ("請問是哪一個包裹？", .clarifying),
    ("Was the light red or green?", .choice),
    ("当时亮的是红灯还是绿灯？", .choice),
    ("How much did you lose?", .result),
    ("請問造成了哪些損失？", .result),
    ("Is there anything else you need from us?", .wishes),
    ("您还有别的要求吗？", .wishes),
  ])
  func `a question is one of six kinds`(_ text: String, _ kind: QuestionKind) {
    let said = reader.agent(text).said
    #expect(said.compactMap(\.question) == [kind], "\(said)")
  }

  @Test(arguments: [
    ("There are two ways: I can refund you by Friday, or send a new one tomorrow.", 2, true),
    ("I can refund the full price.", 1, false),
    ("有两个办法：周五前给您换新，或者今天给您退款。", 2, true),
    ("可以，給您退。", 1, false),
  ])
  func `an offer counts its ways out`(_ text: String, _ options: Int, _ isDated: Bool) throws {
    let offer = try #require(reader.agent(text).said.first { $0.act == .offer })
    #expect(offer.options == options)
    #expect(offer.isDated == isDated)
  }

  @Test(arguments: [
    ("I'll call you by 5 pm.", true), ("I'll look into it.", false),
    ("我下午五点前给您回电话", true), ("我帮您确认一下", false),
  ])
  func `a promise is dated or not`(_ text: String, _ isDated: Bool) throws {
    let promise = try #require(reader.agent(text).said.first { $0.act == .promise })
    #expect(promise.isDated == isDated)
  }

  @Test func `every act names the words behind it`() {
    let text = "I'm so sorry about this. I'll call you by 5 pm."
    for act in reader.agent(text).said { #expect(!text.words(at: act.span).isEmpty) }
    #expect(Set(reader.agent(text).said.map(\.act)) == reader.agent(text).acts)
  }

  @Test func `a reading from before the acts were told apart still opens`() throws {
    let old = Data(#"{"acts":["regret"],"disclosures":[],"unresolved":[],"findings":[]}"#.utf8)
    #expect(try JSONDecoder().decode(AgentReading.self, from: old).said == [])
  }
}
