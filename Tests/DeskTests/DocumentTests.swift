import Desk
import DeskTesting
import Foundation
import Testing
import Vocabulary
import Workflow

/// The shapes scripts rely on, and the sentences for what does not fit them.
@Suite struct DocumentTests {
  private func intake(_ text: String) throws -> IntakeLine {
    try IntakeLine(try JSONValue.parse(Data(text.utf8)))
  }

  @Test func `a line of intake needs only its turns`() throws {
    let line = try intake(#"{"turns":[{"from":"customer","text":"hello"}],"S_mean":-0.3}"#)
    #expect(line.channel == .chat)
    #expect(line.language == nil)
    #expect(line.turns == [.init(from: .customer, text: "hello", at: nil)])
  }

  @Test(arguments: [
    ("[]", "A JSON object was expected, but this is a list."),
    ("{", "It is not valid JSON; each line must be one JSON object."),
    ("{}", "“turns” is missing."),
    (#"{"turns":[]}"#, "“turns” is empty; a case needs at least one turn."),
    (#"{"turns":"x"}"#, "“turns” must be a list, but it is a text."),
    (
      #"{"turns":[{"from":"bot","text":"x"}]}"#,
      "Turn 1: “from” must be one of customer, helpdesk, agent, but it is “bot”."
    ),
    (#"{"turns":[{"from":"customer"}]}"#, "Turn 1: “text” is missing."),
    (#"{"turns":[{"from":"customer","text":" \n"}]}"#, "Turn 1: its text is empty."),
    (
      #"{"turns":[{"from":"customer","text":"x","at":"noon"}]}"#,
      "Turn 1: “at” must be an RFC 3339 time such as 2026-11-21T18:00:00Z, but it is “noon”."
    ),
    (
      #"{"channel":"fax","turns":[{"from":"customer","text":"x"}]}"#,
      "“channel” must be one of chat, phone, mail, public, but it is “fax”."
    ),
    (
      #"{"id":[1],"turns":[{"from":"customer","text":"x"}]}"#,
      "“id” must be a text or a number, but it is a list."
    ),
  ])
  func `what is wrong with a line of intake is said in a sentence`(text: String, why: String) {
    #expect(throws: DeskError.malformed(why)) { try intake(text) }
  }

  @Test func `a turn that is too long is refused by its size`() {
    let text = String(repeating: "a", count: 1_000_001)
    #expect(
      throws: DeskError.malformed(
        "Turn 1: its text has 1000001 bytes and the desk takes 1000000; shorten it.")
    ) { try intake(#"{"turns":[{"from":"customer","text":"\#(text)"}]}"#) }
  }

  @Test func `bytes that are no UTF-8 are named as such`() {
    #expect(
      throws: DeskError.malformed("It is not valid UTF-8; save the file as UTF-8.")
    ) { try JSONValue.parse(Data([0x7B, 0xFF, 0x7D])) }
  }

  @Test func `no control, bidirectional or invisible character leaves a JSON line`() throws {
    let nasty = "a\u{1B}[31mb\u{9B}2Jc\u{202E}d\u{200B}e\u{7F}f\u{0}g\u{2028}h\u{E0041}i"
    let line = JSONValue.object(["text": .string(nasty)]).line
    for scalar in line.unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
      #expect(scalar.properties.generalCategory != .format)
    }
    let back = try JSONValue.parse(Data(line.utf8))
    #expect(back["text"] == .string(nasty))
  }

  @Test func `every kind of event survives its JSON`() throws {
    let at = Instant(milliseconds: 1_795_000_000_123)
    let option = PlanOption(
      remedy: "refund", what: "a refund", amount: Money(minor: 8_950, currency: "CNY"), due: at)
    let events: [CaseEvent] = [
      .received(.init(text: "“hi”\n\u{0}", kind: .text, heat: .angry, moves: [.question])),
      .fieldSet(.order, value: nil, reason: "lost"),
      .offered(options: [option], onlyOneBecause: nil),
      .approvalRequested(.remedy(option)), .approvalRequested(.close(.declined)),
      .corrected(message: 3, acts: [.regret], heat: nil),
      .closed(reason: .noReply, words: "", signedOffBy: nil, review: true),
      .classified(Classification(class: .concern, severity: 2)),
      .surveyed(score: 4, words: "", ratings: [.channel: 5, .time: 2]),
      .improvementNoted(cause: "", proposal: "one box"),
      .taskGiven(department: "Dispatch", what: "the lid", due: at, promise: 1),
      .taskGiven(department: "Dispatch", what: "the lid", due: at, promise: nil),
      .taskDone(number: 1),
    ]
    for event in events {
      #expect(try EventCoding.event(in: try EventCoding.text(of: event)) == event)
    }
  }

  @Test func `a survey of one score from before is read as it was`() throws {
    let event = try EventCoding.event(in: #"{"score":4,"type":"surveyed","words":"fine"}"#)
    #expect(event == .surveyed(score: 4, words: "fine"))
    #expect(try EventCoding.text(of: event) == #"{"score":4,"type":"surveyed","words":"fine"}"#)
  }

  @Test(arguments: [
    (#""solved":true"#, FollowUpOutcome.fixed), (#""solved":false"#, .notFixed),
    (#""solved":true,"new_problem":true"#, .newProblem),
    (#""solved":false,"new_problem":true"#, .notFixed),
    (#""outcome":"unreachable""#, .unreachable),
  ])
  func `a look back is told by its two questions, or by a word`(
    answers: String, outcome: FollowUpOutcome
  ) throws {
    let told = try command(#"{"case":"C-1","do":"follow_up","done":true,"# + answers + "}")
    guard case .command(.followUpDone(let found)) = told.action else {
      Issue.record("no look back")
      return
    }
    #expect(found == outcome)
  }

  @Test func `surveys, tasks and notes are read with what was left out`() throws {
    let survey = try command(#"{"case":"C-1","do":"survey","channel":4,"effect":2}"#)
    guard case .command(.survey(nil, "", [.channel: 4, .effect: 2])) = survey.action else {
      Issue.record("no survey")
      return
    }
    let task = try command(
      #"{"case":"C-1","do":"task","department":"Dispatch","what":"it","#
        + #""due":"2026-11-24T10:00:00Z","promise":2}"#)
    guard case .command(.task("Dispatch", "it", Instant("2026-11-24T10:00:00Z"), 2)) = task.action
    else {
      Issue.record("no task")
      return
    }
    guard
      case .command(.improve("", "one box")) = try command(
        #"{"case":"C-1","do":"improve","proposal":"one box"}"#
      ).action
    else {
      Issue.record("no note")
      return
    }
  }

  private func command(_ text: String) throws -> CommandDocument {
    try CommandDocument(try JSONValue.parse(Data(text.utf8)), currency: "CNY")
  }

  @Test func `commands are read with their arguments`() throws {
    let grant = try command(
      #"{"case":"C-1","do":"grant","remedy":"refund","amount":89.5,"what":"all of it","#
        + #""due":"2026-11-24T10:00:00+08:00","id":"x","epoch":2}"#)
    #expect(grant.ref == "C-1")
    #expect(grant.epoch == 2)
    guard case .command(.grant(let option, let draft)) = grant.action else {
      Issue.record("no grant")
      return
    }
    #expect(option.amount == Money(minor: 8_950, currency: "CNY"))
    #expect(option.due == Instant("2026-11-24T02:00:00Z"))
    #expect(draft == nil)
  }

  @Test func `an override is a digit or words, and needs one of them`() throws {
    let digit = try command(#"{"case":"C-1","do":"advance","override":true,"reason":"2"}"#)
    #expect(digit.override == .digit(2))
    let words = try command(
      #"{"case":"C-1","do":"close","reason":"declined","override":"seen by Lin"}"#)
    #expect(words.override == .words("seen by Lin"))
    #expect(
      throws: DeskError.malformed(
        "“override” needs a reason: add “override_reason” with a digit or words.")
    ) { try command(#"{"case":"C-1","do":"close","reason":"declined","override":true}"#) }
  }

  @Test(arguments: [
    (#"{"do":"claim"}"#, "“case” is missing."),
    (#"{"case":"C-1"}"#, "“do” is missing."),
    (
      #"{"case":"C-1","do":"dance"}"#,
      "There is no command “dance”; “calmdesk help do” lists them all."
    ),
    (
      #"{"case":"C-1","do":"grant","remedy":"refund","amount":"much"}"#,
      "“amount” must be a number or a text such as “CNY 89.50”, but it is “much”."
    ),
    (
      #"{"case":"C-1","do":"danger","kind":"boredom"}"#,
      "“kind” must be one of fire, injury, self_harm, fraud, violence, but it is “boredom”."
    ),
  ])
  func `what is wrong with a command is said in a sentence`(text: String, why: String) {
    #expect(throws: DeskError.malformed(why)) { try command(text) }
  }
}
