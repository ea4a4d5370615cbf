import Desk
import Screen
import Vocabulary
import Workflow

/// Who a complaint is about, and what belongs together.
extension Model {
  /// Who is kept out of a case, and the case it belongs with.
  func routingLines(_ current: Case) -> [StyledLine] {
    var lines: [StyledLine] = []
    if !current.complainedAbout.isEmpty {
      let people = current.complainedAbout.map { personName($0) }
        .joined(separator: text("notice.went_back_comma"))
      lines.append(
        StyledLine(text("conversation.about", ["people": people]), Style(.warning).bold))
    }
    if current.complainedAbout.isEmpty, current.state != .closed,
      current.classification.content == .attitude
    {
      lines.append(StyledLine(text("conversation.attitude"), Style(.warning)))
    }
    if !current.links.isEmpty {
      let refs = current.links.suffix(3).map(\.rawValue)
        .joined(separator: text("notice.went_back_comma"))
      let key = current.skipsLevel ? "conversation.skips_level" : "conversation.linked"
      lines.append(
        StyledLine(
          text(key, ["refs": refs]), current.skipsLevel ? Style(.warning) : Style(.muted)))
    }
    return lines
  }

  /// Everybody at the desk, one of whom the complaint may be about.
  var complainedAboutMenu: Menu? {
    guard let open else { return nil }
    let named = open.current.complainedAbout
    let others = sitting.colleagues.filter { $0.active && $0.id != sitting.person.id }
    return Menu(
      title: text("menu.complained_about.title"), lead: [text("menu.complained_about.lead")],
      items: (others + [sitting.person]).map { person in
        let isNamed = named.contains(person.id)
        return MenuItem(
          label: person.name,
          detail: [isNamed ? text("menu.complained_about.named") : name(person.role)],
          mark: isNamed ? marks.current : "",
          obstacle: isNamed && !may(.approve) ? text("obstacle.not_about") : nil,
          choice: .command(.complainedAbout(person.id, on: !isNamed)))
      })
  }
}
