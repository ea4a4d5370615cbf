import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// A case as lines for people, in the language of the screen.
struct CasePrinter {
  let place: Workplace

  /// What stands between a name and its value.
  var colon: String { place.colon }

  /// - Parameter shown: the case.
  /// - Throws: `DeskError` when its procedure is gone, `CommandFailure` when it cannot be printed.
  func print(_ shown: Case) throws {
    let now = place.desk.now()
    let wording = place.wording(for: shown.procedure)
    let time = TimeWords(place.language, timeZone: .current)
    let rules = try place.desk.rules(for: shown.procedure)
    try Output.line(
      [
        shown.ref.rawValue, shown.customer.name, wording.name(of: shown.channel),
        wording.name(of: shown.state), wording.name(of: shown.step),
        wording.name(of: shown.heat), shown.danger.map { "! " + wording.name(of: $0) } ?? "",
        shown.handler.map(wording.name(of:)) ?? "",
      ].filter { !$0.isEmpty }.joined(separator: " · "))
    try printRouting(of: shown, wording)
    for message in shown.messages where !message.retracted {
      try Output.line("")
      let who =
        message.from == .customer
        ? wording.name(of: Author.customer)
        : message.by.map(wording.name(of:)) ?? wording.name(of: Author.agent)
      let kind = message.kind == .text ? "" : " · " + wording.name(of: message.kind)
      try Output.line("\(time.stamp(message.at, now: now))  \(who)\(kind)")
      for line in message.text.split(whereSeparator: \.isNewline) { try Output.line("  \(line)") }
    }
    if !shown.fields.isEmpty { try Output.line("") }
    for name in FieldName.allCases {
      guard let field = shown.fields[name] else { continue }
      let value =
        field.value ?? "–" + (field.reason.map { " (\(wording.words(ofReason: $0)))" } ?? "")
      try Output.line(wording.name(of: name) + colon + value)
    }
    try printSettlement(of: shown, wording, now: now)
    try Output.line("")
    if shown.closed == nil { try printGates(of: shown, wording, now: now) }
    for clock in shown.clocks(by: rules.clocks) {
      try Output.line(wording.name(of: clock.name) + colon + time.point(clock.at, now: now))
    }
    if let closing = shown.closed {
      try Output.line(
        wording.name(of: shown.state) + colon + wording.name(of: closing.reason)
          + (closing.words.isEmpty ? "" : " · " + closing.words))
    }
  }

  /// What still stands before the step at hand is left.
  private func printGates(of shown: Case, _ wording: Wording, now: Instant) throws {
    let rules = try place.desk.rules(for: shown.procedure)
    let subject = Subject(role: place.person.role)
    for status in shown.gates(before: .leave, by: rules, about: subject, now: now) {
      let missing = wording.list(status.missing)
      try Output.line(
        "\(status.met ? "✓" : "·") \(wording.name(of: status.gate.id))"
          + (missing.isEmpty ? "" : colon + missing))
    }
  }
}
