import Foundation
import Testing

/// Help, completions, and what is said about arguments that do not fit.
@Suite struct HelpTests {
  static let commands = [
    "", "console", "demo", "intake", "queue", "case", "do", "playbook", "playbook check",
    "playbook list",
    "playbook show", "language", "language heat", "language tone",
    "language evaluate", "people", "people list",
    "people add", "people remove", "report", "register", "export", "verify", "desk", "desk init",
  ]

  @Test(arguments: commands)
  func `help has an example, fits eighty columns, and is the same by option`(command: String)
    async throws
  {
    let station = try Station()
    let words = command.split(separator: " ").map(String.init)
    let help = try await station.shell(
      "exec \"$0\" help \(command)", environment: ["COLUMNS": "80"])
    #expect(help.code == 0)
    let example = (["calmdesk"] + words).joined(separator: " ")
    #expect(
      help.lines.contains { $0.hasPrefix("  ") && $0.contains(example) }
        || ["people list", "console"].contains(command), "no example of \(example)")
    for line in help.text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.count <= 80, "\(line)")
    }
    let option = try await station.shell(
      "exec \"$0\" \(command) --help", environment: ["COLUMNS": "80"])
    #expect(option.text == help.text)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `completions are printed`(shell: String)
    async throws
  {
    let station = try Station()
    let script = try await station.calmdeskAlone("--generate-completion-script", shell)
    #expect(script.code == 0)
    for word in ["intake", "playbook", "people", "verify", "desk"] {
      #expect(script.text.contains(word))
    }
    try station.file("completion.\(shell)", script.output)
    let check = try await station.shell(
      "command -v \(shell) >/dev/null || exit 0; exec \(shell) -n completion.\(shell)")
    #expect(check.code == 0, "\(check.complaint)")
  }

  /// Arguments that do not fit, and what is said first.
  static let misused: [(arguments: [String], why: String)] = [
    (["frobnicate"], "There is no command “frobnicate”; “calmdesk help” lists them all."),
    (["queue", "--frob"], "Unknown option '--frob'"),
    (["queue", "--limit", "many"], "The value 'many' is invalid for '--limit <count>'"),
    (["queue", "--limit=-1"], "“--limit” must be 0 for all, or more."),
    (["queue", "--mine", "--closed"], "Choose “--mine” or “--closed”; not both."),
    (["queue", "C-1001"], "Unexpected argument 'C-1001'"),
    (
      ["queue", "--now", "noon"],
      "The value 'noon' is invalid for '--now <instant>': it must be an RFC 3339 time such as "
        + "2026-11-21T18:00:00Z."
    ),
    (
      ["queue", "--lang", "fr"],
      "The value 'fr' is invalid for '--lang <language>'. Please provide one of 'en', 'zh-Hans' or "
        + "'zh-Hant'."
    ),
    (["demo", "--speed", "0"], "“--speed” must be between 0.25 and 20."),
    (["case"], "Missing expected argument '<ref>'"),
    (["case", "C-1001", "--json", "--events"], "Choose “--json” or “--events”; not both."),
    (
      ["people", "add", "a b"],
      "A person's id must be one word, as the system knows the user."
    ),
    (
      ["people", "add", "mei", "--name", "a\nb"],
      "A person's name must be one line of plain text."
    ),
    (
      ["people", "add", "mei", "--role", "system"],
      "The value 'system' is invalid for '--role <role>'. Please provide one of 'agent', 'senior', "
        + "'supervisor', 'trainer' or 'auditor'."
    ),
  ]

  @Test func `what does not fit is said, with the way to help, and exits with 64`() async throws {
    let station = try Station()
    for (arguments, why) in Self.misused {
      let run = try await station.calmdesk(arguments)
      #expect(run.code == 64, "\(arguments)")
      #expect(run.complaints.first?.hasPrefix("Error: " + why) == true, "\(run.complaint)")
      #expect(run.complaint.contains("Usage: calmdesk "))
      #expect(run.text == "")
    }
    #expect(!FileManager.default.fileExists(atPath: station.desk))
  }

  @Test func `a file that is missing, a folder, and a phrase that is not there are named`()
    async throws
  {
    let station = try Station()
    for command in [["intake"], ["do"], ["language", "heat"], ["language", "tone"]] {
      let missing = try await station.run(command + ["gone.jsonl"])
      #expect(missing.code == 66)
      #expect(
        missing.complaint == "calmdesk: There is no file “gone.jsonl”; check its name, or leave it "
          + "out to read standard input.\n")
      let folder = try await station.run(command + ["home"])
      #expect(folder.code == 66)
      #expect(folder.complaint == "calmdesk: “home” is a folder; name a file of JSON lines.\n")
    }
    let unknown = try await station.calmdeskAlone("playbook", "show", "tea")
    #expect(unknown.code == 65)
    #expect(
      unknown.complaint == "calmdesk: The playbook has no procedure and no kind of phrase called "
        + "“tea”; “calmdesk playbook list” names what it has.\n")
  }
}
