import Foundation
import Testing

/// Whole cases from the first word to a close, by the words alone.
@Suite struct WalkTests {
  /// What an answer says was refused or wrong; nil when it was done.
  private func trouble(_ answer: Document) -> String? {
    answer["refused"]?["why"]?.text ?? answer["error"]?["message"]?.text
  }

  @Test(arguments: SixStepWalks.all)
  func `a complaint goes through all six steps to a close, in each language`(walk: Walk)
    async throws
  {
    let station = try Station()
    let answers = try await walk.run(at: station).flatMap { $0 }
    #expect(answers.compactMap(trouble) == [])
    var steps: [String] = []
    for step in answers.compactMap({ $0["step"]?.text }) where step != steps.last {
      steps.append(step)
    }
    #expect(steps == ["vent", "apologise", "collect", "solve", "follow_up"])
    let last = try #require(answers.last)
    #expect(last["state"]?.text == "closed")
    let events = answers.flatMap { $0["events"]?.items ?? [] }
    #expect(!events.contains { ["overridden", "attested"].contains($0["type"]?.text) })

    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    #expect(shown["disposition"]?["reason"]?.text == "satisfied")
    #expect(shown["remedies"]?.items.first?["answer"]?["option"]?.number == 1)
    #expect(shown["commitments"]?.items.map { $0["state"]?.text } == ["kept"])
    #expect(shown["follow_ups"]?.items.first?["outcome"]?.text == "fixed")
    #expect(shown["satisfaction"]?["score"]?.number == 5)
    #expect(shown["version"]?.number == last["version"]?.number)
    #expect(try await station.calmdesk("queue", "--json").document().items == [])
    #expect(try await station.calmdesk("queue", "--closed", "--json").document().items.count == 1)
    let end = try #require(walk.sittings.last).now
    let verified = try await station.calmdesk("verify", "--now", end)
    #expect(verified.text == "\(station.desk): sound, 1 cases.\n")
  }

  @Test(arguments: SixStepWalks.all)
  func `at every step the way on is closed before its words are said`(walk: Walk) async throws {
    let station = try Station()
    let sitting = try #require(walk.sittings.first)
    // Every advance is tried once more before each message of ours.
    let early = Walk(
      language: walk.language, values: walk.values,
      sittings: [
        .init(
          now: sitting.now,
          lines: sitting.lines.replacing(
            #"{"do":"send""#, with: #"{"do":"advance"}"# + "\n" + #"{"do":"send""#,
            maxReplacements: 6))
      ])
    let answers = try await early.run(at: station).flatMap { $0 }
    let refused = answers.compactMap { $0["refused"] }
    #expect(refused.count == 6)
    let gates = refused.compactMap { $0["gate"]?.text }
    #expect(
      gates.dropLast() == [
        "problem_stated", "problem_confirmed", "problem_confirmed", "notes_read_back",
        "notes_read_back",
      ])
    // In one language the offer was said in so many words before it was recorded.
    #expect(["plan_offered", "answer_recorded"].contains(gates.last))
    for refusal in refused {
      #expect(refusal["override"]?.text == "agent")
      #expect(refusal["strength"]?.text == "advice")
      #expect(refusal["needs"]?.texts.isEmpty == false)
      #expect(refusal["why"]?.text?.hasSuffix(walk.language == "en" ? "." : "。") == true)
    }
    #expect(answers.last?["step"]?.text == "follow_up")
  }

  @Test func `a plain demand is granted in one message, and comes back when it failed`()
    async throws
  {
    let station = try Station()
    let walk = Walk(
      language: "zh-Hans", values: ["amount": "89元", "due": "周六下午6点"],
      sittings: [
        .init(
          now: "2026-11-26T09:00:00Z",
          lines: #"""
            {"do":"open","id":"grant","lang":"zh-Hans","customer":{"name":"李先生","phone":"13900005678"},"turns":[{"from":"customer","text":"订单 88219960 的电水壶底下漏水，我就想把钱退了。"}]}
            {"do":"claim"}
            {"do":"set","field":"problem","value":"电水壶底部漏水"}
            {"do":"set","field":"demand","value":"全额退款"}
            {"do":"grant","remedy":"refund","amount":"CNY 89","what":"全额退款89元","due":"2026-11-28T10:00:00Z","phrase":"grant.refund_chat"}
            {"do":"set","field":"order","value":"88219960"}
            {"do":"grant","remedy":"refund","amount":"CNY 289","what":"全额退款289元","due":"2026-11-28T10:00:00Z","phrase":"grant.refund_chat"}
            {"do":"grant","remedy":"refund","amount":"CNY 89","what":"全额退款89元","due":"2026-11-28T10:00:00Z","phrase":"grant.refund_chat","id":"g-1"}
            {"do":"close","reason":"granted"}
            """#),
        .init(
          now: "2026-11-28T11:00:00Z",
          lines: #"""
            {"do":"grant","remedy":"refund","amount":"CNY 89","what":"全额退款89元","due":"2026-11-28T10:00:00Z","phrase":"grant.refund_chat","id":"g-1"}
            {"do":"follow_up","done":true,"outcome":"not_fixed"}
            """#),
      ])
    let answers = try await walk.run(at: station)
    #expect(answers[0][4]["refused"]?["gate"]?.text == "identity_for_grant")
    #expect(answers[0][4]["refused"]?["needs"]?.texts == ["one_of(identify,field:order)"])
    let granted = answers[0][7]
    #expect(granted["ok"]?.flag == true)
    #expect(granted["step"]?.text == "follow_up")
    let events = Set((granted["events"]?.items ?? []).compactMap { $0["type"]?.text })
    #expect(events.isSuperset(of: ["replied", "granted", "promised", "follow_up_arranged"]))
    #expect(answers[0][8]["state"]?.text == "closed")
    let again = answers[1][0]
    #expect(again["repeated"]?.flag == true)
    #expect(again["state"]?.text == "closed")
    let failed = answers[1][1]
    #expect(failed["state"]?.text == "open")
    #expect(failed["step"]?.text == "solve")
  }

  @Test func `more than one's limit is refused by authority, and approval opens it`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("people", "add", "mei", "--name", "陈梅")
    let grant =
      #""do":"grant","remedy":"refund","amount":"CNY 289","what":"a full refund","due":"2026-11-28T10:00:00Z","text":"I'm refunding you CNY 289 in full; you'll have it by Saturday.""#
    let done = try await station.calmdesk(
      "do", "--now", "2026-11-26T09:00:00Z",
      input: #"""
        {"do":"open","turns":[{"from":"customer","text":"The kettle leaks. I'd like my money back, please."}],"by":"mei"}
        {"case":"C-1001","do":"claim","by":"mei"}
        {"case":"C-1001","do":"set","field":"order","value":"50977","by":"mei"}
        {"case":"C-1001",\#(grant),"by":"mei"}
        {"case":"C-1001","do":"request_approval","remedy":"refund","amount":"CNY 289","by":"mei"}
        {"case":"C-1001","do":"approve","reason":"a leak is a leak","by":"mei"}
        {"case":"C-1001","do":"approve","reason":"a leak is a leak"}
        {"case":"C-1001",\#(grant),"by":"mei"}
        """#)
    let answers = try done.documents()
    let refused = try #require(answers[3]["refused"])
    #expect(refused["gate"]?.text == "authority")
    #expect(refused["needs"]?.texts == ["approval:refund"])
    // No reason passes a limit; somebody with a wider one has to say yes.
    #expect(refused["override"] == .null)
    #expect(answers[5]["refused"]?["gate"]?.text == "role")
    #expect(answers[7]["ok"]?.flag == true, "\(answers[7])")
    #expect(answers[7]["step"]?.text == "follow_up")
  }

  @Test func `a customer who falls silent is reminded twice, then closed, and comes back`()
    async throws
  {
    let station = try Station()
    let walk = Walk(
      language: "zh-Hant", values: [:],
      sittings: [
        .init(
          now: "2026-11-26T09:00:00Z",
          lines: #"""
            {"do":"open","id":"silent","lang":"zh-Hant","customer":{"name":"許小姐"},"turns":[{"from":"customer","text":"十月份的帳單扣了兩筆，哪一筆才是對的？"}]}
            {"do":"claim"}
            {"do":"close","reason":"no_reply"}
            {"do":"send","text":"麻煩您提供帳單編號，在帳單的右上角，我來幫您查。"}
            {"do":"close","reason":"no_reply"}
            """#),
        .init(
          now: "2026-11-27T09:30:00Z",
          lines: #"""
            {"do":"send","text":"許小姐您好，您那邊方便提供帳單編號嗎？有編號我馬上就能查。"}
            {"do":"close","reason":"no_reply"}
            """#),
        .init(
          now: "2026-11-28T10:00:00Z",
          lines: #"""
            {"do":"send","text":"許小姐，還沒有收到您的帳單編號，這件先幫您保留，您隨時回覆就會接著處理。"}
            {"do":"close","reason":"no_reply"}
            """#),
        .init(
          now: "2026-11-30T10:00:00Z",
          lines: #"""
            {"do":"receive","text":"不好意思現在才回，帳單編號是 7712。"}
            """#),
      ])
    let answers = try await walk.run(at: station)
    #expect(answers[0][2]["refused"]?["gate"]?.text == "unanswered")
    #expect(answers[0][4]["refused"]?["needs"]?.texts == ["nudges:2"])
    #expect(answers[1][1]["refused"]?["needs"]?.texts == ["nudges:1"])
    #expect(answers[2][1]["state"]?.text == "closed")
    #expect(answers[3][0]["state"]?.text == "open")
    #expect(
      answers[3][0]["events"]?.items.compactMap { $0["type"]?.text } == ["received", "reopened"])
  }

  @Test func `flaring up again at solve asks to be heard, and keeps the accepted plan`()
    async throws
  {
    let station = try Station()
    let walk = Walk(
      language: "en", values: [:],
      sittings: [
        .init(
          now: "2026-11-26T09:00:00Z",
          lines: #"""
            {"do":"open","id":"flare","lang":"en","customer":{"name":"Mr Bassi","phone":"+44 20 7946 0112"},"turns":[{"from":"customer","text":"The washing machine you repaired last week has stopped again. Third time now. When will someone come?"}]}
            {"do":"claim"}
            {"do":"send","text":"I've read every word, and I'm sorry: three times is far too often, and I'd be angry too. Let me check I've got this right: the washing machine we repaired last week has stopped again, for the third time, and you want to know when someone will come. Is that right?"}
            {"do":"receive","text":"Yes. Order R-88120, if you need it."}
            {"do":"set","field":"problem","value":"the washing machine has stopped again"}
            {"do":"set","field":"demand","value":"a repair that lasts"}
            {"do":"set","field":"order","value":"R-88120"}
            {"do":"advance","to":"apologise"}
            {"do":"advance","to":"collect"}
            {"do":"send","text":"Here's what I've written down: order R-88120, the machine has stopped for the third time, and you'd like a repair that lasts. Anything to change or add? What would you like us to do?"}
            {"do":"receive","text":"Just repair it properly this time."}
            {"do":"advance","to":"solve"}
            {"do":"offer","options":[{"remedy":"repair","what":"a repair with new parts","due":"2026-11-27T12:00:00Z"},{"remedy":"exchange","what":"a new machine","due":"2026-12-01T12:00:00Z"}]}
            {"do":"send","text":"There are two ways we can do this: a repair with new parts by noon tomorrow, or a new machine by Tuesday. Which suits you better?"}
            {"do":"receive","text":"OK, the repair. That works for me."}
            {"do":"answer","accepted":true,"option":1,"words":"OK, the repair. That works for me."}
            {"do":"receive","text":"Hang on, now your engineer says he can't come at all! This is a complete joke, you useless idiots. I'm calling my lawyer!"}
            {"do":"advance","to":"follow_up"}
            {"do":"send","text":"I'd be furious too. I'm sorry: you took the repair and then heard the opposite. I see what that did. I'm ringing the engineer now and I'll write to you by six with his answer."}
            {"do":"advance","to":"follow_up"}
            """#)
      ])
    let answers = try await walk.run(at: station)[0]
    #expect(answers.dropLast(3).compactMap(trouble) == [])
    #expect(answers[16]["events"]?.items.last?["type"]?.text == "flared")
    #expect(answers[17]["refused"]?["gate"]?.text == "heard_again")
    #expect(answers[17]["refused"]?["needs"]?.texts == ["hear_again"])
    #expect(answers[19]["ok"]?.flag == true)
    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    #expect(shown["step"]?.text == "follow_up")
    #expect(shown["remedies"]?.items.first?["answer"]?["accepted"]?.flag == true)
  }
}
