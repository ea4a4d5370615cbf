import Desk
import Screen
import Vocabulary
import Workflow

/// Ready, on a break, on a call, in wrap-up.
extension Model {
  var statusMenu: Menu {
    Menu(
      title: text("menu.status.title"), lead: strainLines,
      items: AgentStatus.allCases.map { one in
        MenuItem(
          label: statusName(one), detail: [text("status.detail.\(one.rawValue)")],
          mark: one == status ? marks.current : "", choice: .status(one))
      })
  }

  func statusName(_ status: AgentStatus) -> String { text("status.\(status.rawValue)") }

  mutating func set(_ status: AgentStatus) {
    guard status != self.status else { return }
    self.status = status
    statusSince = now
    say(text("notice.status", ["status": statusName(status)]), .good)
  }

  /// The status as the title shows it: nothing while one is ready, since that is the rule.
  var statusWords: String {
    guard status != .ready else { return "" }
    let since = statusSince.map { " " + span(now.seconds(since: $0)) } ?? ""
    return "\(marks.between)\(statusName(status))\(since)"
  }

  /// Why no case may be taken now; nil when one may.
  var restObstacle: String? {
    guard !status.takesCases else { return nil }
    return text(
      "obstacle.status",
      ["status": statusName(status), "key": mainKey(.status)])
  }
}
