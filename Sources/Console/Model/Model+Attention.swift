import Desk
import Playbook
import Vocabulary

/// Calling a person whose console is behind another window.
extension Model {
  /// What is shown on the desktop about a page of the queue: somebody in danger, or a customer of
  /// this person's who wrote; nothing while the console is in front.
  func calls(of window: QueueWindow) -> [Effect] {
    guard !isInFront, sitting.preferences.notices != .off else { return [] }
    if isAlarmed, let row = newAlarm(in: window.alarms), let danger = row.danger {
      return [
        .notify(
          text("notice.alarm", ["danger": name(danger), "customer": callName(of: row)]))
      ]
    }
    if let row = newThreat(in: window.threats) {
      return [.notify(text("notice.threat", ["customer": callName(of: row)]))]
    }
    let known = mine.reduce(into: [:]) { $0[$1.ref] = $1.unread }
    return window.mine.first { row in known[row.ref].map { row.unread > $0 } == true }
      .map { [.notify(text("notice.wrote", ["customer": callName(of: $0)]))] } ?? []
  }

  /// A case in danger that was not there before and that somebody else holds, or nobody.
  func newAlarm(in rows: [QueueRow]) -> QueueRow? {
    let known = Set(alarms.map(\.ref))
    return rows.first { !known.contains($0.ref) && $0.handler != sitting.person.id }
  }
}
