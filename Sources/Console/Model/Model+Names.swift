import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Words for what the model holds, in the language of the screen.
extension Model {
  /// A text of the screen.
  func text(_ key: String, _ values: [String: String] = [:]) -> String {
    values.isEmpty ? content.texts["screen." + key] : content.texts("screen." + key, values)
  }

  /// A text of the screen for a number.
  func text(_ key: String, count: Int) -> String {
    content.texts("screen." + key, count: count)
  }

  /// The name of one of a closed set of words.
  func name(_ term: some LocaleTerm) -> String { content.texts[term.localeKey] }

  /// How a channel is used, such as “by phone” or “under the post”.
  func byChannel(_ channel: Channel) -> String {
    // What has gone on in private is looked back at in private.
    let isPrivate = channel == .public && repliesInPublic == false
    return content.texts[isPrivate ? "by_channel_private" : "by_channel.\(channel.rawValue)"]
  }

  var marks: Marks { Marks(sitting.marks, texts: content.texts) }

  /// The playbook's words for the open case.
  var wording: Wording {
    var wording = Wording(
      texts: content.texts, procedure: open?.rules.procedure, house: open?.rules.house ?? [],
      remedies: content.remedies, reasons: content.reasons,
      people: (sitting.colleagues + [sitting.person]).reduce(into: [:]) { $0[$1.id] = $1.name })
    for number in open?.current.unanswered.prefix(4) ?? [] {
      guard let message = open?.current.message(number) else { continue }
      let words = message.text.map { $0.isNewline ? " " : $0 }
      wording.quotes[number] = short(String(words).trimmingBlanks, 24)
    }
    return wording
  }

  /// The name of a step; its id where the playbook does not know it.
  func stepName(_ id: StepID, in rules: Rules) -> String {
    rules.procedure.step(id)?.words[sitting.language]?.name ?? id.rawValue
  }

  /// The name of the step a row of the queue stands at.
  func stepName(of row: QueueRow) -> String {
    stepNames[row.procedure]?[row.step] ?? row.step.rawValue
  }

  func remedyName(_ id: RemedyID) -> String {
    content.remedies.first { $0.id == id }?.name[sitting.language] ?? id.rawValue
  }

  func reasonWords(_ reason: Reason) -> String { reason.words[sitting.language] ?? reason.id }

  /// A person as colleagues read them; “me” for the person at the desk.
  func personName(_ id: PersonID?) -> String {
    guard let id else { return text("person.desk") }
    if id == sitting.person.id { return text("person.me") }
    return sitting.colleagues.first { $0.id == id }?.name ?? id.rawValue
  }

  /// How a customer is called; the reference where no name is known.
  /// Columns a name may take on the screen.
  private static let mostOfAName = 40

  func customerName(_ current: Case) -> String {
    // Whatever was filed as a name, it takes no more room than one.
    current.customer.name.isEmpty
      ? current.ref.rawValue : short(current.customer.name, Model.mostOfAName)
  }

  /// How hot somebody is; nil for who is in danger and does not shout: no “calm” stands beside a fire.
  func heatWord(_ heat: HeatLevel, isEndangered: Bool) -> String? {
    isEndangered && heat == .calm ? nil : name(heat)
  }

  /// The same in a row of the queue; nil while a danger stands there instead.
  func heatWord(_ row: QueueRow) -> String? {
    heatWord(row.heat, isEndangered: row.danger != nil || row.tellsOfDanger)
  }

  func heatStyle(_ heat: HeatLevel) -> Style {
    switch heat {
    case .calm: Style(.heatCalm)
    case .uneasy: Style(.heatUneasy)
    case .angry: Style(.heatAngry)
    case .explosive: Style(.heatExplosive)
    }
  }
}
