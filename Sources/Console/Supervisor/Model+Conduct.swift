import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Bad faith and the way to court: proposed on evidence, decided by somebody else, seen by those who
/// work the case alone.
extension Model {
  var conductMenu: Menu? {
    guard let open else { return nil }
    let flags = open.current.openConduct
    var items: [MenuItem] = []
    for flag in flags where decides {
      let isMine = flag.by == sitting.person.id
      items.append(
        flag.stands
          ? MenuItem(
            label: text("menu.conduct.lift", ["kind": name(flag.kind)]),
            choice: .form(.liftConduct(number: flag.number)))
          : MenuItem(
            label: text("menu.conduct.decide", ["kind": name(flag.kind)]),
            obstacle: isMine ? text("obstacle.own_conduct") : nil,
            choice: .form(.decideConduct(number: flag.number))))
    }
    if holdsOpenCase, open.current.state != .closed {
      items += ConductKind.allCases.filter { kind in !flags.contains { $0.kind == kind } }.map {
        MenuItem(
          label: text("menu.conduct.propose", ["kind": name($0)]),
          choice: .form(.proposeConduct($0)))
      }
    }
    guard !items.isEmpty else { return nil }
    return Menu(
      title: text("menu.conduct.title"), lead: [text("menu.conduct.lead")], items: items)
  }

  func conductForm(_ purpose: FormPurpose, _ open: OpenCase) -> Form? {
    switch purpose {
    case .proposeConduct(let kind):
      return Form(
        purpose, title: text("form.conduct.propose", ["kind": name(kind)]),
        lead: [text("form.conduct.lead")],
        fields: open.rules.authority.evidence.map { item in
          FormField(
            item.id.rawValue, item.names[sitting.language] ?? item.id.rawValue, .text(Editor()),
            hint: text("form.conduct.hint.\(item.weight.rawValue)"), optional: true)
        })
    case .decideConduct(let number):
      guard let flag = open.current.conduct.first(where: { $0.number == number }) else {
        return nil
      }
      return Form(
        purpose, title: text("form.conduct.decide", ["kind": name(flag.kind)]),
        lead: evidenceLines(flag, open),
        fields: [
          FormField(
            "decision", text("form.decide.decision"),
            .choice(
              [
                FormChoice("reject", text("form.conduct.reject")),
                FormChoice("confirm", text("form.conduct.confirm")),
              ], at: 0)),
          words("reason", "form.reason"),
        ])
    case .liftConduct(let number):
      guard let flag = open.current.conduct.first(where: { $0.number == number }) else {
        return nil
      }
      return Form(
        purpose, title: text("form.conduct.lift", ["kind": name(flag.kind)]),
        lead: evidenceLines(flag, open), fields: [words("reason", "form.reason")])
    default: return nil
    }
  }

  private func evidenceLines(_ flag: ConductFlag, _ open: OpenCase) -> [String] {
    let items = open.rules.authority.evidence
    return [text("conversation.conduct_by", ["person": personName(flag.by)])]
      + flag.evidence.map { one in
        let item = items.first { $0.id == one.item }
        return text(
          "linear.label",
          [
            "label": item?.names[sitting.language] ?? one.item.rawValue, "value": one.note,
          ])
      } + [text("menu.conduct.lead")]
  }

  /// What was proposed or stands, for those who work the case and those who decide.
  func conductLine(_ current: Case) -> StyledLine? {
    let me = sitting.person.id
    guard let flag = current.openConduct.last,
      decides || [current.handler, current.owner].contains(me)
    else { return nil }
    return StyledLine(
      text(
        flag.stands ? "conversation.conduct_stands" : "conversation.conduct_open",
        ["kind": name(flag.kind), "person": personName(flag.decision?.by ?? flag.by)]),
      flag.stands ? Style(.danger) : Style(.warning))
  }
}
