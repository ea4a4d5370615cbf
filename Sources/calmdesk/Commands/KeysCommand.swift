import ArgumentParser
import Console
import Desk
import Foundation
import Playbook
import Screen
import Vocabulary

/// The keys of the console, as this person has them.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the console's keys, or check a file that changes them.",
    usage: "calmdesk keys [<options>]",
    discussion: """
        calmdesk keys
        calmdesk keys --lang zh-Hans
        calmdesk keys --check ~/.config/calmdesk/console.yaml

      Every key can be given to another action in console.yaml, by the names in
      the first column. An action listed there has those keys and no others:

        keys:
          advance: [J, f5]
          take_next: ctrl-t
          survey: []              # none; the palette still finds it

      Digits, arrows, Tab, Escape and Enter stay as they are, F1 always shows
      the keys and F12 always opens the palette.
      """)

  @OptionGroup var options: PlaybookCommand.Options

  @Option(
    help: ArgumentHelp(
      "Check this file instead; exits with 65 when something is wrong.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var check: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    try CommandFailure.reporting {
      if let check {
        try self.check(check)
      } else {
        try list()
      }
    }
  }

  // MARK: - Listing

  private func list() throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = ConsoleSettings(environment: environment)
    for problem in settings.problems { Output.error("calmdesk: \(problem)") }
    let texts = try options.load().locale(options.lang ?? Workplace.language(environment))
    let rows = Action.allCases.map { action in
      (
        action: action, keys: settings.keymap[action].map(\.name),
        name: texts["screen.action.\(action.rawValue)"]
      )
    }
    if json {
      let actions = rows.map { row in
        JSONValue.object([
          "action": .string(row.action.rawValue), "group": .string(row.action.group.rawValue),
          "keys": .array(row.keys.map(JSONValue.string)), "name": .string(row.name),
        ])
      }
      try Output.json(JSONValue.object(["actions": .array(actions)]).line)
      return
    }
    for group in ActionGroup.allCases {
      try Output.line(texts["screen.help.\(group.rawValue)"])
      for row in rows where row.action.group == group {
        try Output.row([
          ("  " + row.action.rawValue, 18), (row.keys.joined(separator: " "), 18), (row.name, 0),
        ])
      }
    }
  }

  // MARK: - Checking

  private func check(_ path: String) throws {
    let found: Bool
    do {
      found = try FileAccess.disk.text(path) != nil
    } catch {
      throw CommandFailure("\(error)", CommandFailure.noInput)
    }
    guard found else {
      throw CommandFailure(
        "There is no file “\(path)”; name one that says which keys do what.",
        CommandFailure.noInput)
    }
    let file = ConsolePreferences.load(path)
    let keys = Keymap.standard.changed(by: file.preferences.keys)
    let wrong =
      file.problems
      + keys.problems.filter { !$0.isRemark }.map { $0.inFile(path, file.preferences.keyLines) }
    let remarks = keys.problems.filter(\.isRemark).map {
      $0.inFile(path, file.preferences.keyLines)
    }
    if json {
      try Output.json(
        JSONValue.object([
          "file": .string(path), "sound": .bool(wrong.isEmpty),
          "problems": .array(wrong.sorted().map(document)),
          "remarks": .array(remarks.sorted().map(document)),
        ]).line)
    } else {
      for problem in (wrong + remarks).sorted() { try Output.line(problem.description) }
      if wrong.isEmpty {
        let count = file.preferences.keys.count
        try Output.line(
          "The file is sound: \(count) \(count == 1 ? "action has" : "actions have") other keys.")
      }
    }
    guard wrong.isEmpty else { throw CommandFailure.data }
  }

  private func document(_ problem: PlaybookProblem) -> JSONValue {
    .object([
      "line": problem.line.map { .int(Int64($0)) } ?? .null, "sentence": .string(problem.sentence),
    ])
  }
}
