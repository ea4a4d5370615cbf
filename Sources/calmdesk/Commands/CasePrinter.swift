import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// A case as lines for people, in the language of the screen.
struct CasePrinter {
  let place: Workplace

  func print(_ shown: Case) throws {
    let now = place.desk.now()
    let wording = place.wording(for: shown.procedure)
    let time = TimeWords(place.language, timeZone: .current)
    let rules = try place.desk.rules(for: shown.procedure)
    Output.line(
      [
        shown.ref.rawValue, shown.customer.name, wording.name(of: shown.channel),
        wording.name(of: shown.state), wording.name(of: shown.step),
        wording.name(of: shown.heat),
      ].filter { !$0.isEmpty }.joined(separator: " · "))
    for message in shown.messages where !message.retracted {
      Output.line("")
      let who =
        message.from == .customer
        ? wording.name(of: Author.customer)
        : message.by?.rawValue ?? wording.name(of: Author.agent)
      let kind = message.kind == .text ? "" : " · " + wording.name(of: message.kind)
      Output.line("\(time.stamp(message.at, now: now))  \(who)\(kind)")
      for line in message.text.split(whereSeparator: \.isNewline) { Output.line("  \(line)") }
    }
    if !shown.fields.isEmpty { Output.line("") }
    for name in FieldName.allCases {
      guard let field = shown.fields[name] else { continue }
      Output.line("\(wording.name(of: name)): \(field.value ?? "– (\(field.reason ?? ""))")")
    }
    Output.line("")
    let subject = Subject(role: place.person.role)
    for status in shown.gates(before: .leave, by: rules, about: subject, now: now) {
      let missing = status.missing.map(wording.words(for:)).joined(separator: "; ")
      Output.line(
        "\(status.met ? "✓" : "·") \(wording.name(of: status.gate.id))"
          + (missing.isEmpty ? "" : " – \(missing)"))
    }
    for clock in shown.clocks(by: rules.clocks) {
      Output.line("\(wording.name(of: clock.name)): \(time.point(clock.at, now: now))")
    }
    if let closing = shown.closed {
      Output.line(
        "\(wording.name(of: shown.state)): \(wording.name(of: closing.reason)) \(closing.words)")
    }
  }
}
