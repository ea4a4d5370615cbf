import Desk
import Screen
import Vocabulary
import Workflow

/// What calls a supervisor: danger, and raised hands.
extension Model {
  /// Whether this person is told when somebody is in danger (domain E9) or asks for help.
  var isAlarmed: Bool { [.supervisor, .senior].contains(sitting.person.role) }

  /// Takes the cases that call in; a new one that somebody else holds rings the bell.
  mutating func takeAlarms(_ danger: [QueueRow], hands raised: [QueueRow]) -> [Effect] {
    let endangered = newAlarm(in: danger)
    let knownHands = Set(hands.map(\.ref))
    alarms = danger
    hands = raised.filter { $0.handler != sitting.person.id }
    guard isAlarmed else { return [] }
    if let new = endangered, let kind = new.danger {
      say(
        text("notice.alarm", ["danger": name(kind), "customer": callName(of: new)]), .trouble)
      return [.ring]
    }
    if let new = hands.first(where: { !knownHands.contains($0.ref) }) {
      say(
        text(
          "notice.hand",
          ["person": personName(new.handler), "customer": callName(of: new)]), .trouble)
      return [.ring]
    }
    return []
  }

  /// What stands in the title line while somebody calls.
  var alarmPieces: [StyledPiece] {
    guard isAlarmed else { return [] }
    var pieces: [StyledPiece] = []
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

  /// Goes to the case that calls loudest.
  mutating func answerAlarm() -> [Effect] {
    let me = open?.ref
    let calling = isAlarmed ? alarms + hands + offers : offers + alarms + hands
    guard let row = calling.first(where: { $0.ref != me }) ?? calling.first
    else { return [] }
    return visit(row.ref)
  }
}
