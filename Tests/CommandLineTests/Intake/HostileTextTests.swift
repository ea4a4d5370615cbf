import Foundation
import Testing

/// No byte of a customer's text reaches a terminal as a control sequence, whichever way it is
/// printed.
@Suite struct HostileTextTests {
  @Test func `hostile words come in and are printed as harmless text everywhere`() async throws {
    let station = try Station()
    var conversations: [Conversation] = []
    for (name, text) in HostileText.all {
      var conversation = Conversation(text, id: name)
      conversation.customer = .init(name: text, phone: text, email: text)
      conversations.append(conversation)
    }
    let taken = try await station.calmdesk(
      "intake", input: try conversations.map { try $0.line }.joined(separator: "\n"))
    #expect(taken.code == 0, "\(taken.complaint)")
    #expect(taken.lines.count == HostileText.all.count)

    let commands = [["queue"], ["queue", "--json"], ["queue", "--lang", "zh-Hans"], []]
    for command in commands {
      let printed = try await station.calmdesk(command)
      #expect(printed.code == 0)
      #expect(printed.dangers == [], "\(command)")
    }
    for (ref, hostile) in zip(taken.lines, HostileText.all) {
      let plain = try await station.calmdesk("case", ref)
      #expect(plain.code == 0)
      #expect(plain.dangers == [], "\(hostile.name)")
      let document = try await station.calmdesk("case", ref, "--json")
      #expect(document.dangers == [], "\(hostile.name) as JSON")
      let said = try document.document()["messages"]?.items.first?["text"]?.text
      #expect(
        said == hostile.text.trimmingCharacters(in: .whitespacesAndNewlines), "\(hostile.name)")
    }
    let events = try await station.calmdesk("case", taken.lines[2], "--events")
    #expect(events.dangers == [])
    #expect(events.lines.count == 2)
  }

  @Test func `hostile words in commands are answered as harmless text`() async throws {
    let station = try Station()
    let opened = try await station.calmdesk("intake", input: try Conversation("hello").line)
    let ref = try #require(opened.lines.first)
    let lines = try HostileText.all.flatMap { _, text in
      let text = String(
        decoding: try JSONEncoder().encode(String(text.prefix(2000))), as: UTF8.self)
      return [
        #"{"case":"\#(ref)","do":"note","text":\#(text)}"#,
        #"{"case":"\#(ref)","do":"receive","text":\#(text)}"#,
        #"{"case":\#(text),"do":"claim"}"#, #"{"case":"\#(ref)","do":\#(text)}"#,
        #"{"case":"\#(ref)","do":"transfer","to":\#(text)}"#,
      ]
    }
    let done = try await station.calmdesk("do", input: lines.joined(separator: "\n"))
    #expect(try done.documents().count == lines.count)
    #expect(done.dangers == [])
    #expect(try await station.calmdesk("case", ref).dangers == [])
    let sound = try await station.calmdesk("verify")
    #expect(sound.code == 0, "\(sound.text)")
  }

  @Test func `hostile names of files, desks and people are complained of as harmless text`()
    async throws
  {
    let station = try Station()
    let name = "no\u{1B}[31m\u{202E}\u{9B}such\u{200B}file"
    let runs = [
      try await station.calmdesk("intake", name), try await station.calmdesk("case", name),
      try await station.calmdesk("queue", "--as", name),
      try await station.calmdesk("queue", "--playbook", name),
      try await station.calmdesk("playbook", "show", name),
      try await station.calmdeskAlone("queue", "--desk", name + "/x"),
      try await station.calmdesk("people", "remove", name),
      try await station.calmdesk("people", "add", name),
      try await station.calmdesk("people", "add", "mei", "--name", name),
      try await station.calmdesk(name),
    ]
    for run in runs {
      #expect(run.code >= 64)
      #expect(!run.complaint.isEmpty)
      #expect(run.dangers == [])
    }
  }
}
