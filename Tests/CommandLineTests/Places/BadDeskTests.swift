import Foundation
import Testing

/// A desk that cannot be used is named in one sentence with the remedy.
@Suite struct BadDeskTests {
  private func expect(
    _ station: Station, _ desk: String, _ code: Int32, _ sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    for command in [["queue"], ["intake"], ["do"], ["verify"], ["case", "C-1001"], []] {
      let run = try await station.calmdesk(command, desk: desk)
      #expect(run.code == code, "\(command)", sourceLocation: sourceLocation)
      #expect(run.complaint == "calmdesk: \(sentence)\n", sourceLocation: sourceLocation)
      #expect(run.text == "", sourceLocation: sourceLocation)
    }
  }

  @Test func `random bytes, text and another program's database are no desk`() async throws {
    let station = try Station()
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 9) }
    let noise = try station.file("noise", Data(bytes))
    let text = try station.file("text", "dear diary")
    let other = station.folder.appendingPathComponent("other").path
    try OtherProgram(at: other).run("CREATE TABLE diary (day, words)")
    let run = try await station.calmdesk(["queue"], desk: other)
    #expect(run.code == 65)
    #expect(
      run.complaint
        == "calmdesk: The file \(other) is damaged or is no desk (it belongs to another "
        + "program); put a backup in its place, or name another desk with --desk.\n")
    for path in [noise, text] {
      try await expect(
        station, path, 65,
        "The file \(path) is damaged or is no desk (it is not a database); put a backup in its "
          + "place, or name another desk with --desk.")
    }
  }

  @Test func `a desk that was cut off is damaged, and nothing of it is changed`() async throws {
    let station = try Station()
    let lines = try (0..<60).map { try Conversation("message \($0)").line }
    _ = try await station.calmdesk("intake", input: lines.joined(separator: "\n"))
    let whole = try #require(FileManager.default.contents(atPath: station.desk))
    let path = try station.file("cut.sqlite", whole.prefix(whole.count / 2))
    try await expect(
      station, path, 65,
      "The file \(path) is damaged or is no desk (database disk image is malformed); put a backup "
        + "in its place, or name another desk with --desk.")
    #expect(FileManager.default.contents(atPath: path) == whole.prefix(whole.count / 2))
  }

  @Test func `a desk of a newer program is left alone`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("desk", "init")
    try OtherProgram(at: station.desk).run("PRAGMA user_version = 99")
    let run = try await station.calmdesk("queue")
    #expect(run.code == 65)
    #expect(
      run.complaint.wholeMatch(
        of:
          /calmdesk: The desk at .* was made by a newer CalmDesk \(schema 99, this program knows \d+\); update the program\.\n/
      ) != nil, "\(run.complaint)")
  }

  @Test func `a folder, a device, a missing folder and a server are no place for a desk`()
    async throws
  {
    let station = try Station()
    let folder = station.folder.path
    try await expect(
      station, folder, 73,
      "A desk cannot be made at \(folder): it is a folder. Choose another place with --desk.")
    try await expect(
      station, "/dev/null", 73,
      "A desk cannot be made at /dev/null: it is not a plain file. Choose another place with "
        + "--desk.")
    let missing = folder + "/no/desk.sqlite"
    try await expect(
      station, missing, 73,
      "A desk cannot be made at \(missing): the folder \(folder)/no does not exist. Choose another "
        + "place with --desk.")
    #if PostgreSQL
      try await expect(
        station, "mysql://mei:secret@desk.example/shift", 65,
        "“mysql://mei@desk.example/shift” names a desk on a server; this program keeps desks in "
          + "PostgreSQL servers (postgresql://…) and in files. Give an address of that kind, or a "
          + "path.")
    #else
      try await expect(
        station, "postgresql://mei:secret@desk.example/shift", 65,
        "“postgresql://mei@desk.example/shift” names a desk on a server; this program keeps desks "
          + "in files. Give a path; for PostgreSQL build it with “--traits PostgreSQL”.")
    #endif
  }

  @Test(.enabled("needs a user without root's rights") { try await Station.canDropRights() })
  func `a desk that may not be written is said to be so`() async throws {
    let station = try Station()
    let folder = station.folder.appendingPathComponent("held").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let desk = folder + "/desk.sqlite"
    #expect(try await station.calmdesk(["desk", "init"], desk: desk).code == 0)
    for path in [desk, folder] {
      try FileManager.default.setAttributes(
        [.posixPermissions: path == folder ? 0o555 : 0o444], ofItemAtPath: path)
    }
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let run = try await station.calmdeskUnprivileged("queue", "--desk", desk)
    #expect(run.code == 77)
    #expect(
      run.complaint == "calmdesk: The desk at \(desk) may not be written by you; ask its owner for "
        + "write permission, or name a desk of your own with --desk.\n")
    let new = try await station.calmdeskUnprivileged("queue", "--desk", folder + "/new.sqlite")
    #expect(new.code == 73)
    #expect(
      new.complaint == "calmdesk: A desk cannot be made at \(folder)/new.sqlite: you may not write "
        + "in the folder \(folder). Choose another place with --desk.\n")
    let words = try station.file("held/words.jsonl", "{}")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: words)
    let unread = try await station.calmdeskUnprivileged("intake", words)
    #expect(unread.code == 66)
    #expect(
      unread.complaint
        == "calmdesk: The file “\(words)” cannot be opened; check who may read it.\n")
  }

  @Test func `a desk another program has locked is waited for, then named`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: try Conversation("Where is it?").line)
    let program = try OtherProgram(at: station.desk)
    try program.run("BEGIN EXCLUSIVE")
    async let queue = station.calmdesk("queue")
    async let intake = station.calmdesk("intake", input: try Conversation("Me too").line)
    async let done = station.calmdesk("do", input: #"{"case":"C-1001","do":"claim"}"#)
    let sentence =
      "Another program has held the desk at \(station.desk) for 10 seconds; end it, or try again."
    #expect(try await queue.code == 0)
    #expect(try await intake.code == 75)
    #expect(try await intake.text == "")
    #expect(try await intake.complaint == "calmdesk: standard input, line 1: \(sentence)\n")
    #expect(try await done.code == 75)
    let error = try await done.documents().first?["error"]
    #expect(error?["kind"]?.text == "store")
    #expect(error?["message"]?.text == sentence)
    try program.run("COMMIT")
    let after = try await station.calmdesk("do", input: #"{"case":"C-1001","do":"claim"}"#)
    #expect(try after.documents().first?["ok"]?.flag == true)
  }

  @Test func `when there is no room left nothing acknowledged is lost`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: try Conversation("Where is it?", id: "0").line)
    let words = String(repeating: "and then it broke again. ", count: 80)
    let lines = try (1...40).map { try Conversation("\($0) " + words, id: "\($0)").line }
    try station.file("many.jsonl", lines.joined(separator: "\n"))
    let cut = try await station.shell(
      #"ulimit -f 400; exec "$0" intake --desk "$1" many.jsonl 2>&1 | cat"#)
    let refs = cut.lines.filter { $0.hasPrefix("C-") }
    #expect(!refs.isEmpty)
    #expect(refs.count < 40)
    let place = "calmdesk: many.jsonl, line \(refs.count + 1): "
    #expect(
      cut.lines.last == place + "There is no room left for the desk at \(station.desk); nothing "
        + "was lost, but free some space before going on.")
    let queue = try await station.calmdesk("queue", "--json").document().items
    #expect(Set(refs).isSubset(of: Set(queue.compactMap { $0["ref"]?.text })))
    #expect(queue.count == refs.count + 1)
    #expect(try await station.calmdesk("verify").code == 0)
    let again = try await station.calmdesk("intake", "many.jsonl")
    #expect(again.lines.count == 40)
    #expect(try await station.calmdesk("queue", "--json").document().items.count == 41)
  }
}
