import Playbook
import Screen
import Vocabulary
import Workflow

/// What our answers rest on (S4-9): information that is wrong makes a second complaint.
extension Model {
  /// The message a source is named for: the one at hand where it is ours, else our last.
  var citedMessage: CaseMessage? {
    guard let open else { return nil }
    if let message = open.messageAtHand, message.meetsGates { return message }
    return open.current.messages.last(where: \.meetsGates)
  }

  /// The remedies' paragraphs and rules, the limits of law, and one's own.
  var sourceMenu: Menu? {
    guard let open, let message = citedMessage else { return nil }
    let granted = Set(open.current.settledOptions.map(\.remedy))
    // What was given stands first.
    let remedies =
      content.remedies.filter { granted.contains($0.id) }
      + content.remedies.filter { !granted.contains($0.id) }
    let sources =
      remedies.map { SourceID("remedy:\($0.id)") }
      + open.rules.clocks.presets.map { SourceID("preset:\($0.id)") }
    let own = MenuItem(
      label: text("menu.cite.own"), choice: .form(.source(message: message.number)))
    return Menu(
      title: text("menu.cite.title"), lead: [short(message.text, 60)],
      items: [own]
        + sources.compactMap { source in
          words(of: source, in: open).map { words in
            MenuItem(
              label: title(of: source, in: open), detail: [words],
              mark: message.sources.contains(source) ? marks.current : "",
              choice: .command(.cite(source, message: message.number)))
          }
        })
  }

  /// What a source says: its paragraph or rule, or the words it was named with; nil where the
  /// playbook has no such entry any more.
  func words(of source: SourceID, in open: OpenCase) -> String? {
    let parts = source.rawValue.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return source.rawValue }
    switch parts[0] {
    case "remedy":
      return content.remedies.first { $0.id.rawValue == parts[1] }?
        .cited(in: open.rules.authority.regions[open.current.language], sitting.language)
    case "preset": return open.rules.clocks.preset(ClockPresetID(parts[1]))?.source
    default: return source.rawValue
    }
  }

  private func title(of source: SourceID, in open: OpenCase) -> String {
    let id = source.rawValue.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    return source.rawValue.hasPrefix("remedy:")
      ? remedyName(RemedyID(id))
      : open.rules.clocks.preset(ClockPresetID(id))?.names[sitting.language] ?? id
  }
}
