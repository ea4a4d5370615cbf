import Foundation
import Testing

/// Conversations come in line by line, and a bad line costs nobody else's.
@Suite struct IntakeTests {
  /// A bad line and what is said about it.
  private static let bad: [(line: String, why: String)] = [
    ("{\"turns\":", "It is not valid JSON; each line must be one JSON object."),
    ("hello", "It is not valid JSON; each line must be one JSON object."),
    (
      "{\"turns\":[{\"from\":\"customer\",\"text\":\"a\u{0}b\"}]}",
      "It is not valid JSON; each line must be one JSON object."
    ),
    (
      #"{"turns":[{"from":"customer","text":"half \ud800"}]}"#,
      "It is not valid JSON; each line must be one JSON object."
    ),
    (
      String(repeating: "[", count: 5000),
      "It is not valid JSON; each line must be one JSON object."
    ),
    ("[]", "A JSON object was expected, but this is a list."),
    ("null", "A JSON object was expected, but this is null."),
    ("{}", "“turns” is missing."),
    (#"{"turns":[]}"#, "“turns” is empty; a case needs at least one turn."),
    (#"{"turns":{"from":"customer"}}"#, "“turns” must be a list, but it is an object."),
    (#"{"turns":["hi"]}"#, "Turn 1 must be an object, but it is a text."),
    (
      #"{"turns":[{"from":"customer","text":"hi"},{"from":"customer","text":7}]}"#,
      "Turn 2: “text” must be a text, but it is a number."
    ),
    (
      #"{"turns":[{"from":"robot\u001b[31m","text":"hi"}]}"#,
      "Turn 1: “from” must be one of customer, helpdesk, agent, but it is “robot [31m”."
    ),
    (
      #"{"turns":[{"from":"customer","text":"hi","at":1700000000}]}"#,
      "Turn 1: “at” must be an RFC 3339 time such as 2026-11-21T18:00:00Z, but it is a number."
    ),
    (
      #"{"turns":[{"from":"customer","text":"hi","at":"21/11/2026"}]}"#,
      "Turn 1: “at” must be an RFC 3339 time such as 2026-11-21T18:00:00Z, but it is "
        + "“21/11/2026”."
    ),
    (
      #"{"customer":"Ms Reed","turns":[{"from":"customer","text":"hi"}]}"#,
      "“customer” must be an object, but it is a text."
    ),
    (
      #"{"customer":{"phone":123},"turns":[{"from":"customer","text":"hi"}]}"#,
      "“customer.phone” must be a text, but it is a number."
    ),
    (
      #"{"channel":"fax","turns":[{"from":"customer","text":"hi"}]}"#,
      "“channel” must be one of chat, phone, mail, public, but it is “fax”."
    ),
    (
      #"{"lang":"fr","turns":[{"from":"customer","text":"hi"}]}"#,
      "“lang” must be one of en, zh-Hans, zh-Hant, but it is “fr”."
    ),
    (
      #"{"id":" ","turns":[{"from":"customer","text":"hi"}]}"#,
      "“id” is empty; fill it in, or leave it out."
    ),
    (
      #"{"id":1e40,"turns":[{"from":"customer","text":"hi"}]}"#,
      "“id” must be a text or a whole number; put this one in quotation marks."
    ),
    (
      #"{"procedure":"seven_steps","turns":[{"from":"customer","text":"hi"}]}"#,
      "The playbook has no sound procedure “seven_steps”; “calmdesk playbook list” names those it "
        + "has, and “calmdesk playbook check” says what is wrong."
    ),
  ]

  @Test func `each bad line is named and passed over, and all the others are taken in`()
    async throws
  {
    let station = try Station()
    var input = Data()
    for (offset, bad) in Self.bad.enumerated() {
      input += Data((try Conversation("good \(offset)").line + "\r\n" + bad.line + "\n").utf8)
    }
    input += Data([0x7B, 0xFF, 0xFE, 0x7D, 0x0A])
    input += Data("\n   \t\n".utf8) + Data((try Conversation("the last").line).utf8)
    let file = try station.file("shift.jsonl", input)
    let taken = try await station.calmdesk("intake", file)
    #expect(taken.code == 65)
    #expect(taken.lines == (0...Self.bad.count).map { "C-\(1001 + $0)" })
    var wanted = Self.bad.enumerated().map { offset, bad in
      "calmdesk: \(file), line \(2 * offset + 2): \(bad.why)"
    }
    wanted.append(
      "calmdesk: \(file), line \(2 * Self.bad.count + 1): It is not valid UTF-8; save the file as "
        + "UTF-8.")
    #expect(taken.complaints == wanted)
    #expect(taken.dangers == [])
    let queue = try await station.calmdesk("queue", "--json").document().items
    #expect(queue.count == Self.bad.count + 1)
  }

  @Test func `a message of ten megabytes is refused by its size, and the next is taken in`()
    async throws
  {
    let station = try Station()
    let huge = try Conversation(String(repeating: "x", count: 10_000_000)).line
    let endless = String(repeating: "{", count: 17_000_000)
    let taken = try await station.calmdesk(
      "intake", input: [huge, endless, try Conversation("next").line].joined(separator: "\n"))
    #expect(taken.code == 65)
    #expect(taken.lines == ["C-1001"])
    #expect(
      taken.complaints == [
        "calmdesk: standard input, line 1: Turn 1: its text has 10000000 bytes and the desk takes "
          + "1000000; shorten it.",
        "calmdesk: standard input, line 2: It is longer than 16000000 bytes; split it into several "
          + "lines.",
      ])
  }

  @Test func `a very long message comes back whole`() async throws {
    let station = try Station()
    let words = String(repeating: "Where is my parcel? 包裹在哪里？", count: 4_000)
    let taken = try await station.calmdesk("intake", input: try Conversation(words).line)
    #expect(taken.lines == ["C-1001"])
    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    #expect(shown["messages"]?.items.first?["text"]?.text == words)
  }

  @Test func `the same id twice opens nothing twice, in one run or the next`() async throws {
    let station = try Station()
    let lines = try [
      Conversation("first", id: "17").line, Conversation("other", id: "18").line,
      Conversation("again", id: "17").line, #"{"id":17,"turns":[{"from":"customer","text":"n"}]}"#,
    ].joined(separator: "\n")
    let first = try await station.calmdesk("intake", input: lines)
    #expect(first.lines == ["C-1001", "C-1002", "C-1001", "C-1001"])
    #expect(first.code == 0)
    #expect(
      first.complaint
        == "calmdesk: 2 of 4 conversations were on the desk already, by “id”; nothing "
        + "was opened a second time.\n")
    let second = try await station.calmdesk("intake", input: lines)
    #expect(second.lines == first.lines)
    #expect(try await station.calmdesk("queue", "--json").document().items.count == 2)
    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    #expect(shown["messages"]?.items.compactMap { $0["text"]?.text } == ["first"])
  }

  @Test func `only turns must be there, and the rest has its defaults`() async throws {
    let station = try Station()
    let lines = [
      #"{"turns":[{"from":"customer","text":"东西还没到，怎么办？"}],"S_mean":-0.5}"#,
      #"{"lang":"zh_TW","channel":"mail","turns":[{"from":"customer","text":"hi"}]}"#,
      "\u{FEFF}" + #"{"turns":[{"from":"customer","text":"Where is it?"}]}"#,
    ]
    let taken = try await station.calmdesk(
      "intake", "--now", "2026-11-21T18:00:00Z", input: lines.joined(separator: "\n"))
    #expect(taken.code == 0, "\(taken.complaint)")
    var shown: [Document] = []
    for ref in taken.lines {
      shown.append(try await station.calmdesk("case", ref, "--json").document())
    }
    #expect(shown.map { $0["lang"]?.text } == ["zh-Hans", "zh-Hant", "en"])
    #expect(shown.map { $0["channel"]?.text } == ["chat", "mail", "chat"])
    let at = try #require(shown[0]["messages"]?.items.first?["at"]?.text)
    #expect(at.hasPrefix("2026-11-21T18:"))
  }

  @Test func `what the help desk said before is history: it answers but meets no gate`()
    async throws
  {
    let station = try Station()
    var conversation = Conversation("My order never came. This is a disgrace.")
    conversation.turns.append(
      .init(from: "helpdesk", text: "I'm so sorry to hear that. Is it order 5512?"))
    let taken = try await station.calmdesk("intake", input: try conversation.line)
    let ref = try #require(taken.lines.first)
    let shown = try await station.calmdesk("case", ref, "--json").document()
    #expect(shown["state"]?.text == "waiting")
    #expect(shown["messages"]?.items.last?["history"]?.flag == true)
    let apology = try #require(
      shown["gates"]?.items.first { $0["id"]?.text == "apology" })
    #expect(apology["met"]?.flag == false)
    #expect(shown["owner"] == .null)
    let claimed = try await station.calmdesk("do", input: #"{"case":"\#(ref)","do":"claim"}"#)
    let answer = try #require(try claimed.documents().first)
    #expect(answer["owner"] != .null)
  }

  @Test func `nothing whose reference was printed is lost when the run is cut short`()
    async throws
  {
    let station = try Station()
    let lines = try (1...400).map { try Conversation("message \($0)", id: "\($0)").line }
    try station.file("many.jsonl", lines.joined(separator: "\n"))
    let cut = try await station.shell(#""$0" intake --desk "$1" many.jsonl | head -n 40"#)
    #expect(cut.lines.count == 40)
    let queue = try await station.calmdesk("queue", "--json").document().items
    #expect(Set(cut.lines).isSubset(of: Set(queue.compactMap { $0["ref"]?.text })))
    let again = try await station.calmdesk("intake", "many.jsonl")
    #expect(again.code == 0)
    #expect(Set(again.lines).count == 400)
    #expect(try await station.calmdesk("verify").text == "\(station.desk): sound, 400 cases.\n")
  }
}
