import Foundation
import Testing
import Vocabulary

/// The small words of the house, and how they are written down.
struct WordTests {
  @Test func `heat has an order and a cooler neighbour`() {
    #expect(HeatLevel.allCases == HeatLevel.allCases.sorted())
    #expect(HeatLevel.allCases.map(\.cooler) == [.calm, .calm, .uneasy, .angry])
  }

  @Test func `a span never ends before it starts, made or read`() throws {
    #expect(TextSpan(start: 5, end: 2) == TextSpan(start: 5, end: 5))
    let read = try JSONDecoder().decode(
      TextSpan.self, from: Data(#"{"start":5,"end":2}"#.utf8))
    #expect(read.end == 5)
  }

  @Test func `names are plain text, as values and as keys`() throws {
    let remedies: [RemedyID: Int] = ["refund": 1, "visit": 2]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(remedies), as: UTF8.self)
    #expect(text == #"{"refund":1,"visit":2}"#)
    let back = try JSONDecoder().decode([RemedyID: Int].self, from: Data(text.utf8))
    #expect(back == remedies)
    #expect(RemedyID("a") < RemedyID("b"))
    #expect("\(CaseRef("C-1"))" == "C-1")
  }

  @Test func `soothing alone carries no matter, hearing shows the customer was heard`() {
    #expect(SpeechAct.soothing.isDisjoint(with: [.offer, .progress, .question, .explanation]))
    #expect(SpeechAct.hearing.contains(.paraphrase))
    #expect(!SpeechAct.soothing.contains(.paraphrase))
  }

  /// These names stand in stored events and in scripts: they are never used for something else.
  @Test func `wire names are as they always were`() {
    #expect(
      Set(SpeechAct.allCases.map(\.rawValue)).isSuperset(of: [
        "greeting", "acknowledgement", "regret", "responsibility", "empathy", "paraphrase",
        "question", "read_back", "explanation", "offer", "promise", "refusal", "thanks",
        "hand_up", "ask_view", "follow_up", "progress", "boundary", "safety", "closing",
      ]))
    #expect(
      Set(CustomerMove.allCases.map(\.rawValue)).isSuperset(of: [
        "question", "correction", "acceptance", "rejection", "thanks", "adds", "asks_for_superior",
        "withdrawal", "threat", "danger", "abuse",
      ]))
    #expect(HeatLevel.allCases.map(\.rawValue) == ["calm", "uneasy", "angry", "explosive"])
    #expect(
      Set(Channel.allCases.map(\.rawValue)).isSuperset(of: ["chat", "phone", "mail", "public"]))
    #expect(LanguageTag.allCases.map(\.rawValue) == ["en", "zh-Hans", "zh-Hant"])
  }
}
