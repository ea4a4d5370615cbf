import Foundation
import Testing

/// One's own desk, and the check of a desk.
@Suite struct OwnDeskTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `one's own desk is made on first use, for one's own eyes`() async throws {
    let station = try Station()
    let folder = station.folder.appendingPathComponent("data/calmdesk").path
    #expect(!FileManager.default.fileExists(atPath: folder))
    let queue = try await station.calmdeskAlone("queue")
    #expect(queue.code == 0)
    #expect(queue.lines.count == 1)
    #expect(try mode(folder) == 0o700)
    #expect(try mode(folder + "/desk.sqlite") == 0o600)
    let made = try await station.calmdeskAlone("desk", "init")
    #expect(made.text.hasPrefix("\(folder)/desk.sqlite: "))
    #expect(made.text.hasSuffix(", supervisor\n"))
  }

  @Test func `a desk in a folder of a group is open to the group`() async throws {
    let station = try Station()
    let folder = station.folder.appendingPathComponent("team").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let given = try await station.shell(
      "chmod 2770 team && umask 077 && \"$0\" desk init --desk team/d")
    #expect(given.code == 0, "\(given.complaint)")
    #expect(try mode(folder + "/d") == 0o660)
    #expect(try mode(folder + "/d-lock") == 0o660)
  }

  @Test func `an event that was taken out is noticed by verify`() async throws {
    let station = try Station()
    _ = try await station.calmdesk(
      "intake",
      input: try [Conversation("one").line, Conversation("two").line].joined(separator: "\n"))
    try OtherProgram(at: station.desk).run("DELETE FROM events WHERE sequence = 2")
    let checked = try await station.calmdesk("verify")
    #expect(checked.code == 65)
    #expect(
      checked.lines.contains("Case C-1001 does not have the events that its version counts."),
      "\(checked.text)")
    #expect(checked.lines.contains("Something is missing from the log before entry 3."))
    #expect(!checked.text.contains("sound"))
  }
}
