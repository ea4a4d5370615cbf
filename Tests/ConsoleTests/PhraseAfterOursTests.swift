import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// What comes first behind words of ours that still stand without an answer.
@Suite struct PhraseAfterOursTests: PhraseSeat {
  @Test(arguments: [
    "I'm sorry about that. I'm checking with the courier now.",
    "I'm checking now whether it can be done in Leeds.",
  ])
  func `after our words a step comes, then the say-back, and no word about having read it`(
    words: String
  ) throws {
    let (driver, bench, ref) = try seat("My kettle leaks and the lid is loose.")
    try bench.perform(.send(Draft(text: words)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    let order = shown(driver)
    #expect(["hold.chat", "offer.help", "progress.checking"].contains(order.first), "\(order)")
    let back = try #require(order.firstIndex { $0.hasPrefix("say_back.") })
    let step = try #require(order.firstIndex(of: "hold.chat"))
    #expect(step < back)
    #expect(!order.contains { $0.hasPrefix("listening.") && $0 != "listening.go_on" }, "\(order)")
    // Once they write, we may say again that we read it.
    try bench.hear("And it cost me £40.", on: ref)
    driver.follow()
    #expect(shown(driver).contains { $0.hasPrefix("listening.") }, "\(shown(driver))")
  }

  @Test func `nobody is thanked for an answer that has not come`() {
    let thanks = Phrase(id: "thanks", kind: .thanks, acts: [.thanks], text: "Thanks for that")
    let ask = Phrase(id: "ask", kind: .question, acts: [.question], text: "Which one?")
    func order(_ last: Set<SpeechAct>?) -> [PhraseID] {
      PhraseShelf(PhraseMoment(wanted: [.thanks], lastActs: last)).phrases([ask, thanks]).map(\.id)
    }
    #expect(order(nil) == ["thanks", "ask"])
    #expect(order([.regret]) == ["ask", "thanks"])
  }

  @Test func `an angry customer gets the sympathy they have not had before a step`() {
    let step = Phrase(
      id: "step", kind: .hold, acts: [.promise], variables: ["action"], text: "I'll {action}")
    let sorry = Phrase(id: "sorry", kind: .regret, acts: [.regret], text: "I'm sorry")
    func first(_ heat: HeatLevel, given: Set<SpeechAct>, last: Set<SpeechAct>) -> PhraseID? {
      PhraseShelf(
        PhraseMoment(
          stages: ["vent"], heat: heat, wanted: [.regret], given: given, lastActs: last,
          hasSpoken: true)
      ).phrases([sorry, step]).first?.id
    }
    #expect(first(.angry, given: [.paraphrase], last: [.paraphrase]) == "sorry")
    #expect(first(.uneasy, given: [.paraphrase], last: [.paraphrase]) == "step")
    #expect(first(.angry, given: [.empathy], last: [.empathy]) == "step")
    // A time was promised in those very words: another one is no news.
    #expect(first(.angry, given: [.empathy], last: [.empathy, .promise]) == "sorry")
  }

  @Test func `three steps are no choice, so the third place is for what else may be said`() {
    func step(_ id: PhraseID) -> Phrase {
      Phrase(id: id, kind: .hold, acts: [.promise], variables: ["action"], text: "I'll {action}")
    }
    let sorry = Phrase(id: "sorry", kind: .regret, acts: [.regret], text: "I'm sorry")
    let ask = Phrase(id: "ask", kind: .question, acts: [.question], text: "Which one?")
    let all = [step("a"), step("b"), step("c"), ask, sorry]
    func third(given: Set<SpeechAct>, last: Set<SpeechAct>) -> PhraseID? {
      let moment = PhraseMoment(
        stages: ["vent"], heat: .uneasy, given: given, filed: [.problem], lastActs: last,
        hasSpoken: true)
      return PhraseShelf(moment).phrases(all)[2].id
    }
    // The sympathy they have not had, or else what comes next.
    #expect(third(given: [.paraphrase], last: [.paraphrase]) == "sorry")
    #expect(third(given: [.regret], last: [.regret]) == "ask")
  }

  @Test func `nobody promises a step on a matter they have just asked about`() {
    let step = Phrase(
      id: "step", kind: .hold, acts: [.promise], variables: ["action"], text: "I'll {action}")
    let sorry = Phrase(id: "sorry", kind: .regret, acts: [.regret], text: "I'm sorry")
    func first(filed: Set<FieldName>) -> PhraseID? {
      PhraseShelf(
        PhraseMoment(
          stages: ["vent"], heat: .uneasy, wanted: [.regret], filed: filed, hasAsked: true,
          lastActs: [.question], hasSpoken: true)
      ).phrases([sorry, step]).first?.id
    }
    #expect(first(filed: [.problem]) == "step")
    #expect(first(filed: []) == "sorry")
  }
}
