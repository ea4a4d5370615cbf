import Desk
import Screen
import Vocabulary
import Workflow

/// What calls a supervisor: danger, raised hands, threats to turn outside, and requests.
extension Model {
  /// Whether this person is told when somebody is in danger (domain E9) or asks for help.
  var isAlarmed: Bool { [.supervisor, .senior].contains(sitting.person.role) }

  /// Takes the cases that call in; a new one that somebody else holds rings the bell.
  mutating func takeAlarms(_ window: QueueWindow) -> [Effect] {
    let endangered = newAlarm(in: window.alarms)
    let threatening = newThreat(in: window.threats)
    let knownHands = Set(hands.map(\.ref))
    let knownRequests = Set(requests.map(\.ref))
    alarms = window.alarms
    hands = window.hands.filter { $0.handler != sitting.person.id }
    threats = window.threats
    requests = window.requests.filter { $0.handler != sitting.person.id }
    if isAlarmed, let new = endangered, let kind = new.danger {
      say(
        text("notice.alarm", ["danger": name(kind), "customer": callName(of: new)]), .trouble)
      return [.ring]
    }
    if isAlarmed, let new = hands.first(where: { !knownHands.contains($0.ref) }) {
      say(
        text(
          "notice.hand",
          ["person": personName(new.handler), "customer": callName(of: new)]), .trouble)
      return [.ring]
    }
    if decides, let new = threatening {
      say(text("notice.threat", ["customer": callName(of: new)]), .trouble)
      return [.ring]
    }
    if decides, let new = requests.first(where: { !knownRequests.contains($0.ref) }) {
      say(
        text(
          "notice.request",
          ["person": personName(new.handler), "customer": callName(of: new)]), .plain)
      return [.ring]
    }
    return []
  }

  /// A case whose customer threatens to turn to somebody outside and did not before.
  func newThreat(in rows: [QueueRow]) -> QueueRow? {
    let known = Set(threats.map(\.ref))
    return decides ? rows.first { !known.contains($0.ref) } : nil
  }

  /// What stands in the title line while somebody calls.
  var alarmPieces: [StyledPiece] {
    var pieces: [StyledPiece] = []
    if decides, let first = threats.first {
      let more = threats.count > 1 ? " +\(threats.count - 1)" : ""
      pieces.append(
        StyledPiece(
          text("title.threat", ["customer": short(callName(of: first), 12)]) + more + "  ",
          Style(.danger).bold))
    }
    if decides, let due = requests.compactMap(\.approvalDue).min() {
      let clock = CaseClock(name: .approval, at: due, warnAt: due.adding(seconds: -300))
      pieces.append(
        StyledPiece(
          text("title.requests", count: requests.count) + "  ",
          style(of: clock.standing(at: now)).bold))
    }
    guard isAlarmed else { return pieces }
    if let first = alarms.first, let danger = first.danger {
      pieces.append(
        StyledPiece(
          "\(marks.danger) "
            + text(
              "linear.label",
              ["label": name(danger), "value": short(callName(of: first), 16)]) + "  ",
          Style(.danger).bold))
    }
    if let first = hands.first {
      let more = hands.count > 1 ? " +\(hands.count - 1)" : ""
      pieces.append(
        StyledPiece(
          text("title.hand", ["person": short(personName(first.handler), 14)]) + more + "  ",
          Style(.warning).bold))
    }
    return pieces
  }

  /// The cases that call, the loudest first.
  var calling: [QueueRow] {
    guard isAlarmed else { return questions + offers + deputyship.cases + alarms + hands }
    return alarms + hands + (decides ? threats : []) + questions + offers + deputyship.cases
  }

  /// Goes to the case that calls loudest.
  mutating func answerAlarm() -> [Effect] {
    let me = open?.ref
    guard let row = calling.first(where: { $0.ref != me }) ?? calling.first
    else { return [] }
    return visit(row.ref)
  }
}
