import Foundation
import Testing

/// Streams that are closed, full or no terminal.
@Suite struct StreamTests {
  private func opened() async throws -> Station {
    let station = try Station()
    let lines = try (1...30).map { try Conversation("message \($0)").line }
    _ = try await station.calmdesk("intake", input: lines.joined(separator: "\n"))
    return station
  }

  @Test func `without a terminal the queue is printed, whatever the terminal's type`()
    async throws
  {
    let station = try await opened()
    for type in ["TERM=dumb", "TERM=nonsense", "TERM=", "-u TERM"] {
      let run = try await station.shell("exec env \(type) \"$0\" --desk \"$1\"")
      #expect(run.code == 0)
      #expect(run.lines.count == 31)
      #expect(run.lines.first == "our turn 30 · their turn 0 · put aside 0 · closed 0")
      #expect(run.complaint == "")
    }
    let chinese = try await station.shell("LC_ALL=zh_TW.UTF-8 exec \"$0\" --desk \"$1\"")
    #expect(chinese.lines.count == 31)
    #expect(chinese.lines.first?.contains("已結案 0") == true, "\(chinese.text)")
  }

  @Test func `a reader that goes away is no fault`() async throws {
    let station = try await opened()
    for command in ["queue", "queue --json", "case C-1001 --json", "do"] {
      let run = try await station.shell(
        "printf '%s\\n%s\\n' '{\"do\":\"take_next\"}' '{\"do\":\"take_next\"}' | "
          + "\"$0\" \(command) --desk \"$1\" | head -c 20 >/dev/null")
      #expect(run.code == 0)
      #expect(run.complaint == "")
      let ignoring = try await station.shell(
        "trap '' PIPE; \"$0\" \(command) --desk \"$1\" </dev/null | true")
      #expect(ignoring.complaint == "")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `output that cannot be written is no success`() async throws {
    let station = try await opened()
    for command in ["queue", "queue --json", "case C-1001", "verify", "people", "playbook check"] {
      let run = try await station.shell(
        "exec \"$0\" \(command) \(command.hasPrefix("playbook") ? "" : "--desk \"$1\"") >/dev/full")
      #expect(run.code == 74)
      #expect(
        run.complaint == "calmdesk: Standard output cannot be written (No space left on device); "
          + "what is done stays done, but the rest was not printed.\n")
    }
  }

  @Test func `a closed stream is never taken for the desk or any file of ours`() async throws {
    let station = try await opened()
    let closed = try await station.shell("exec \"$0\" queue --desk \"$1\" >&-")
    #expect(closed.code == 74)
    let silent = try await station.shell("exec \"$0\" queue --desk \"$1\" >&- 2>&-")
    #expect(silent.code == 74)
    let deaf = try await station.shell("exec \"$0\" do --desk \"$1\" <&-")
    #expect(deaf.code == 74)
    #expect(
      deaf.complaint == "calmdesk: Reading standard input failed after line 0; check the disk or "
        + "the connection it comes from.\n")
    #expect(
      try await station.calmdesk("verify").text == "\(station.desk): sound, 30 cases.\n")
    let lock = FileManager.default.contents(atPath: station.desk + "-lock") ?? Data()
    #expect(lock.allSatisfy { $0 == 0 })
  }

  @Test func `a terminal of an unusable type is named, and nothing is drawn on it`() async throws {
    let station = try await opened()
    for (type, sentence) in [
      (
        "dumb",
        "A terminal of the type “dumb” in TERM cannot move its cursor, which a full screen needs; "
          + "set TERM to your terminal's type, for example TERM=xterm-256color, or use the "
          + "subcommands, which need no screen."
      ),
      (
        "nonsense",
        "The terminal type “nonsense” in TERM is not known on this machine; install its description "
          + "(the package ncurses-term has many), or set a usual one such as TERM=xterm-256color."
      ),
      (
        "",
        "TERM is not set, so the terminal's type is not known; set it to your terminal's type, for "
          + "example TERM=xterm-256color."
      ),
    ] {
      let run = try await station.shell(
        "command -v script >/dev/null || exit 99; TERM=\(type) exec script -qec "
          + "\"$0 --desk $1\" /dev/null </dev/null")
      guard run.code != 99 else { continue }
      #expect(run.code == 66, "\(run.text)")
      #expect(run.text.trimmingCharacters(in: .whitespacesAndNewlines) == "calmdesk: " + sentence)
    }
  }
}
