import Foundation
import Testing

/// What `calmdesk do` answers to what cannot be done.
@Suite struct DoTests {
  private static func line(_ rest: String) -> String { "{\"case\":\"C-1001\"," + rest + "}" }

  /// A line that is wrong in itself, and what is said about it.
  private static let wrong: [(line: String, kind: String, why: String)] =
    [
      ("oops", "malformed", "It is not valid JSON; each line must be one JSON object."),
      ("[1]", "malformed", "A JSON object was expected, but this is a list."),
      ("{}", "malformed", "“do” is missing."),
      (#"{"do":"claim"}"#, "malformed", "“case” is missing."),
      (#"{"do":"claim","case":""}"#, "malformed", "“case” is empty; fill it in, or leave it out."),
      (#"{"do":"claim","case":7}"#, "malformed", "“case” must be a text, but it is a number."),
      (
        #"{"do":"claim","case":"C-9"}"#, "unknown_case",
        "There is no case C-9 on this desk; “calmdesk queue” lists the open ones."
      ),
      (#"{"do":"open"}"#, "malformed", "“turns” is missing."),
    ]
    + [
      (
        #""do":"dance""#, "malformed",
        "There is no command “dance”; “calmdesk help do” lists them all."
      ),
      (#""do":"send""#, "malformed", "“text” is missing."),
      (#""do":"send","text":["a"]"#, "malformed", "“text” must be a text, but it is a list."),
      (
        #""do":"send","text":"a","phrases":["no.such"]"#, "unknown_phrase",
        "The playbook has no phrase “no.such”; “calmdesk playbook list” counts those it has."
      ),
      (
        #""do":"send","text":"a","promises":[{"what":"b"}]"#, "malformed",
        "Promise 1: “due” is missing."
      ),
      (
        #""do":"promise","what":"a call","due":"tomorrow""#, "malformed",
        "“due” must be an RFC 3339 time such as 2026-11-21T18:00:00Z, but it is “tomorrow”."
      ),
      (
        #""do":"offer","options":[7]"#, "malformed",
        "Option 1 must be an object, but it is a number."
      ),
      (
        #""do":"offer","options":[{"remedy":"refund","amount":"a lot"}]"#, "malformed",
        "Option 1: “amount” must be a number or a text such as “CNY 89.50”, but it is “a lot”."
      ),
      (
        #""do":"answer","accepted":true,"option":0,"words":"yes""#, "malformed",
        "“option” counts from 1, but it is 0."
      ),
      (
        #""do":"answer","accepted":"yes","words":"yes""#, "malformed",
        "“accepted” must be true or false, but it is a text."
      ),
      (
        #""do":"advance","override":0"#, "malformed",
        "“override” must be true, a digit from 1 to 9, or the reason in words."
      ),
      (
        #""do":"advance","override":true"#, "malformed",
        "“override” needs a reason: add “override_reason” with a digit or words."
      ),
      (
        #""do":"survey","score":4.5"#, "malformed",
        "“score” must be a whole number, but it is a number."
      ),
      (#""do":"tag","tag":" ""#, "malformed", "“tag” is empty; fill it in."),
      (
        #""do":"close","reason":"bored""#, "malformed",
        "“reason” must be one of satisfied, accepted, granted, answered, withdrawn, duplicate, "
          + "misdirected, no_reply, declined, unreachable, referred, but it is “bored”."
      ),
      (
        #""do":"transfer","to":"ghost""#, "permission",
        "Nobody called “ghost” is on this desk; “calmdesk people” lists everybody."
      ),
      (
        #""do":"claim","by":"ghost""#, "permission",
        "Nobody called “ghost” is on this desk; “calmdesk people” lists everybody."
      ),
      (
        #""do":"link","to":"C-4711""#, "unknown_case",
        "There is no case C-4711 on this desk; “calmdesk queue” lists the open ones."
      ),
      (
        #""do":"note","text":"x","id":"""#, "malformed",
        "“id” is empty; fill it in, or leave it out."
      ),
    ].map { (line($0.0), $0.1, $0.2) }

  @Test func `a line that is wrong is answered with a sentence, and the others are carried out`()
    async throws
  {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: try Conversation("Where is it?").line)
    let done = try await station.calmdesk(
      "do",
      input: ([Self.line(#""do":"claim""#)] + Self.wrong.map(\.line)
        + [Self.line(#""do":"note","text":"still here""#)]).joined(separator: "\n"))
    #expect(done.code == 65)
    #expect(done.complaint.isEmpty)
    let answers = try done.documents()
    #expect(answers.first?["ok"]?.flag == true)
    #expect(answers.last?["ok"]?.flag == true)
    #expect(answers.last?["version"]?.number == 4)
    for (wrong, answer) in zip(Self.wrong, answers.dropFirst()) {
      #expect(answer["ok"]?.flag == false)
      #expect(answer["error"]?["kind"]?.text == wrong.kind, "\(wrong.line)")
      #expect(answer["error"]?["message"]?.text == wrong.why, "\(wrong.line)")
    }
  }

  @Test func `a refusal names the gate, why, what is needed and who could pass it`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: try Conversation("Where is it?").line)
    let lines = [
      #""do":"claim""#, #""do":"advance""#, #""do":"advance","to":"solve""#,
      #""do":"send","text":"Hello {customer}""#, #""do":"attest","act":"regret""#,
      #""do":"close","reason":"satisfied""#, #""do":"confirm","what":"problem""#,
      #""do":"set","field":"order","unknown":true"#, #""do":"claim","epoch":9"#,
      #""do":"snooze","until":"2999-01-01T00:00:00Z""#, #""do":"offer","options":[]"#,
    ].map(Self.line).joined(separator: "\n")
    var sentences: [[String]] = []
    for language in ["en", "zh-Hans", "zh-Hant"] {
      let done = try await station.calmdesk("do", "--lang", language, input: lines)
      #expect(done.code == 0)
      let refused = try done.documents().compactMap { $0["refused"] }
      #expect(
        refused.compactMap { $0["gate"]?.text } == [
          "problem_stated", "branch", "variable", "readable", "unanswered", "premise", "complete",
          "claim", "state", "complete",
        ])
      for refusal in refused {
        #expect(refusal.keys.isSuperset(of: ["gate", "why", "needs", "override", "strength"]))
        #expect(refusal["needs"]?.texts.isEmpty == false)
        let end = language == "en" ? "." : "。"
        #expect(refusal["why"]?.text?.hasSuffix(end) == true, "\(refusal)")
      }
      #expect(refused[0]["override"]?.text == "agent")
      #expect(refused[1]["override"] == .null)
      #expect(refused[4]["override"]?.text == "supervisor")
      sentences.append(refused.compactMap { $0["why"]?.text })
    }
    for index in 0..<10 {
      #expect(Set(sentences.map { $0[index] }).count == 3, "not said in three languages")
    }
  }

  @Test func `an advice gate lets a digit pass, and the record keeps the reason`() async throws {
    let station = try Station()
    let done = try await station.calmdesk(
      "do",
      input: #"""
        {"do":"open","turns":[{"from":"customer","text":"Where is it?"}]}
        {"case":"C-1001","do":"claim"}
        {"case":"C-1001","do":"advance","override":1}
        {"case":"C-1001","do":"advance","override":true,"reason":2}
        {"case":"C-1001","do":"advance","override":"it is all in the mail of Monday"}
        """#)
    #expect(done.code == 0)
    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    #expect(shown["step"]?.text == "solve")
    let reasons = shown["overrides"]?.items.compactMap { $0["reason"]?.text } ?? []
    #expect(reasons.first == "customer_in_hurry")
    #expect(reasons.last == "it is all in the mail of Monday")
  }

  @Test func `the same command id twice is one change, and never another case's`() async throws {
    let station = try Station()
    let note = #"{"case":"C-1001","do":"note","text":"once","id":"n-1"}"#
    let done = try await station.calmdesk(
      "do",
      input: #"""
        {"do":"open","id":"o-1","turns":[{"from":"customer","text":"first"}]}
        {"do":"open","id":"o-1","turns":[{"from":"customer","text":"first"}]}
        {"do":"open","id":"o-2","turns":[{"from":"customer","text":"second"}]}
        \#(note)
        \#(note)
        {"case":"C-1002","do":"note","text":"elsewhere","id":"n-1"}
        {"do":"open","id":"n-1","turns":[{"from":"customer","text":"third"}]}
        """#)
    let answers = try done.documents()
    #expect(done.code == 65)
    #expect(answers.map { $0["repeated"]?.flag } == [false, true, false, false, true, nil, nil])
    #expect(answers[1]["ref"]?.text == "C-1001")
    #expect(answers[3]["version"]?.number == answers[4]["version"]?.number)
    for answer in answers.suffix(2) {
      #expect(answer["error"]?["kind"]?.text == "reused_command")
      #expect(
        answer["error"]?["message"]?.text == "The command id “n-1” was already used on case "
          + "C-1001; give every command an id of its own.")
    }
    let later = try await station.calmdesk("do", input: note)
    #expect(try later.documents().first?["repeated"]?.flag == true)
    #expect(try await station.calmdesk("queue", "--json").document().items.count == 2)
  }

  @Test func `the most urgent case is taken, and when none is free that is said`() async throws {
    let station = try Station()
    _ = try await station.calmdesk(
      "intake",
      input: try [
        Conversation("When will it come?").line,
        Conversation("You useless idiots, I will see you in court! Third time!").line,
      ].joined(separator: "\n"))
    let done = try await station.calmdesk(
      "do",
      input: #"{"do":"take_next"}"# + "\n" + #"{"do":"take_next"}"# + "\n"
        + #"{"do":"take_next"}"# + "\n" + #"{"case":"C-1002","do":"status"}"#)
    #expect(done.code == 0)
    let answers = try done.documents()
    #expect(answers.map { $0["ref"]?.text } == ["C-1002", "C-1001", nil, "C-1002"])
    #expect(answers[2]["error"]?["kind"]?.text == "nothing_free")
    #expect(
      answers[2]["error"]?["message"]?.text
        == "No case is free; “calmdesk queue” shows who holds what.")
    #expect(answers[3]["handler"]?.text == answers[0]["handler"]?.text)
    #expect(answers[3]["events"]?.items == [])
  }
}
