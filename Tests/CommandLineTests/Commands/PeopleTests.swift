import Foundation
import Testing

/// Who may do what, by the command line.
@Suite struct PeopleTests {
  @Test func `the first person is the supervisor and adds the others`() async throws {
    let station = try Station()
    let me = try #require(
      try await station.calmdesk("people", "--json").document().items.first?["id"]?.text)
    #expect(try await station.calmdesk("people", "add", "mei", "--name", "陈梅").code == 0)
    #expect(try await station.calmdesk("people", "add", "lin", "--role", "auditor").code == 0)
    #expect(try await station.calmdesk("people", "add", "mei", "--role", "senior").code == 0)
    // A new name leaves the role as it is.
    #expect(try await station.calmdesk("people", "add", "mei", "--name", "梅").code == 0)
    let people = try await station.calmdesk("people", "--json").document().items
    let mei = try #require(people.first { $0["id"]?.text == "mei" })
    #expect(mei["name"]?.text == "梅")
    #expect(mei["role"]?.text == "senior")
    #expect(people.first { $0["id"]?.text == me }?["role"]?.text == "supervisor")
    #expect(
      Set(people.flatMap(\.keys)) == [
        "id", "name", "role", "active", "team", "department", "speaks", "skills", "capacity",
        "leave",
      ])

    let refused = try await station.calmdesk("people", "add", "bo", "--as", "mei")
    #expect(refused.code == 77)
    #expect(
      refused.complaint == "calmdesk: “mei” does not have the permission “people”; somebody "
        + "who has it has to do it.\n")
    let last = try await station.calmdesk("people", "remove", me)
    #expect(last.code == 65)
    #expect(
      last.complaint == "calmdesk: This would leave the desk without anybody who may add people; "
        + "make somebody else a supervisor first.\n")
    #expect(try await station.calmdesk("people", "remove", "lin").code == 0)
    let gone = try await station.calmdesk("queue", "--as", "lin")
    #expect(gone.code == 65)
    #expect(
      gone.complaint
        == "calmdesk: Nobody called “lin” is on this desk; “calmdesk people” lists everybody.\n")
  }

  @Test func `what people can is set, shown and kept`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("people", "add", "mei", "--name", "陈梅")
    let set = try await station.calmdesk(
      "people", "set", "mei", "--speaks", "zh-Hans,en", "--skill", "billing", "--capacity",
      "chat=2,mail=5")
    #expect(set.code == 0)
    func mei() async throws -> Document {
      let people = try await station.calmdesk("people", "--json").document().items
      return try #require(people.first { $0["id"]?.text == "mei" })
    }
    #expect(try await mei()["speaks"]?.items.map(\.text) == ["zh-Hans", "en"])
    #expect(try await mei()["skills"]?.items.map(\.text) == ["billing"])
    let listed = try await station.calmdesk("people", "--lang", "en").text
    #expect(listed.contains("简体中文, English · billing and refunds · chat 2, mail 5"))
    // A new role leaves it as it is, and so does setting something else.
    _ = try await station.calmdesk("people", "add", "mei", "--role", "senior")
    _ = try await station.calmdesk("people", "set", "mei", "--capacity", "")
    #expect(try await mei()["speaks"]?.items.count == 2)
    let odd = try await station.calmdesk("people", "set", "mei", "--skill", "juggling")
    #expect(odd.code == 65)
    #expect(
      odd.complaint == "calmdesk: “juggling” is no skill of authority/routing.yaml; there are "
        + "billing, technical.\n")
    #expect(try await station.calmdesk("people", "set", "mei", "--capacity", "chat").code == 64)
    #expect(try await station.calmdesk("people", "set", "mei").code == 64)
    #expect(try await station.calmdesk("people", "set", "nobody", "--speaks", "en").code == 65)
  }

  @Test func `an auditor looks but takes nothing in, and learns nothing by trying`() async throws {
    let station = try Station()
    let line = try Conversation("Where is it?", id: "1").line
    _ = try await station.calmdesk("intake", input: line)
    _ = try await station.calmdesk("people", "add", "lin", "--role", "auditor")
    #expect(try await station.calmdesk("queue", "--as", "lin").code == 0)
    let taken = try await station.calmdesk("intake", "--as", "lin", input: line)
    #expect(taken.code == 65)
    #expect(taken.text == "")
    #expect(taken.complaints.count == 1)
    #expect(taken.complaint.hasPrefix("calmdesk: standard input, line 1: "))
    let claim = try await station.calmdesk(
      "do", "--as", "lin", input: #"{"case":"C-1001","do":"claim"}"#)
    #expect(try claim.documents().first?["refused"]?["gate"]?.text == "role")
  }

  @Test func `on a shared desk nobody acts as another or at another time`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: try Conversation("Where is it?").line)
    _ = try await station.calmdesk("people", "add", "mei")
    try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: station.desk)
    let other = try await station.calmdesk("queue", "--as", "mei")
    #expect(other.code == 77)
    #expect(
      other.complaint == "calmdesk: --as works only on a desk that is yours alone, and "
        + "\(station.desk) is shared; leave it out.\n")
    let later = try await station.calmdesk("queue", "--now", "2026-11-21T18:00:00Z")
    #expect(later.code == 77)
    #expect(
      later.complaint == "calmdesk: --now works only on a desk that is yours alone, and "
        + "\(station.desk) is shared; leave it out.\n")
    let done = try await station.calmdesk(
      "do", input: #"{"case":"C-1001","do":"claim","by":"mei"}"#)
    #expect(done.code == 77)
    let error = try done.documents().first?["error"]
    #expect(error?["kind"]?.text == "permission")
    #expect(
      error?["message"]?.text == "“by” works only on a desk that is yours alone, and this one is "
        + "shared; leave it out.")
  }

  @Test func `a leave is said, shown, and called off`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("people", "add", "mei", "--name", "陈梅")
    _ = try await station.calmdesk("people", "add", "bo", "--name", "Bo")
    let now = "2026-11-21T10:00:00Z"
    #expect(
      try await station.calmdesk("people", "leave", "mei", "--now", now).text
        == "陈梅: no leave.\n")
    let said = try await station.calmdesk(
      "people", "leave", "--from", "2026-11-21T09:00:00Z", "--until", "2026-11-23T09:00:00Z",
      "--deputy", "bo", "--as", "mei", "--now", now)
    #expect(said.code == 0, "\(said.complaint)")
    #expect(
      said.text == "陈梅: on leave from 2026-11-21T09:00:00Z until 2026-11-23T09:00:00Z; "
        + "0 cases to bo.\n")
    let mei = try #require(
      try await station.calmdesk("people", "--json").document().items.first {
        $0["id"]?.text == "mei"
      })
    #expect(mei["leave"]?["deputy"]?.text == "bo")
    let next = try await station.calmdesk(
      "people", "leave", "mei", "--until", "2026-11-30", "--as", "bo", "--now", now)
    #expect(next.code == 77)
    let over = try await station.calmdesk(
      "people", "leave", "mei", "--until", "2026-11-20", "--now", now)
    #expect(over.code == 65)
    #expect(over.complaint.contains("The leave must end after it begins"))
    #expect(
      try await station.calmdesk("people", "leave", "mei", "--deputy", "bo", "--now", now).code
        == 64)
    #expect(
      try await station.calmdesk("people", "leave", "mei", "--end", "--now", now).text
        == "陈梅: no leave.\n")
  }

  @Test func `tidying says what would go, and then it is gone`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("people", "add", "mei", "--name", "陈梅")
    _ = try await station.calmdesk(
      "intake", "-", "--now", "2026-06-01T10:00:00Z",
      input: #"{"turns":[{"from":"customer","text":"This is useless!"}]}"# + "\n")
    let now = "2026-11-21T10:00:00Z"
    let dry = try await station.calmdesk("desk", "tidy", "--dry-run", "--now", now)
    #expect(
      dry.text
        == "Readings of 1 message from before 2026-08-23, older than 90 days, would go.\n",
      "\(dry.complaint)")
    #expect(
      try await station.calmdesk("desk", "tidy", "--json", "--now", now).document()["messages"]?
        .number == 1)
    #expect(
      try await station.calmdesk("desk", "tidy", "--now", now).text
        == "Readings of 0 messages from before 2026-08-23, older than 90 days, are gone.\n")
    #expect(try await station.calmdesk("verify").code == 0)
    #expect(
      try await station.calmdesk("desk", "tidy", "--as", "mei", "--now", now).code == 77)
  }
}
