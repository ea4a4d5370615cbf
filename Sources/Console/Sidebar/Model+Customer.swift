import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// How the customer goes about things: proposed, agreed to by a person, never more than this case.
extension Model {
  /// Words of the customer's that are quoted behind a proposal, and columns of each.
  private static let (mostQuotes, quoteColumns) = (3, 20)

  /// The behaviour that is proposed; nil for none.
  func behaviourSign(_ open: OpenCase) -> CustomerSign? {
    open.signs.first { if case .behaviour = $0.subject { true } else { false } }
  }

  private func name(of type: CustomerType) -> String { content.texts[type.localeKey] }

  private func type(of subject: CustomerType.Subject) -> CustomerType? {
    content.customers.first { $0.subject == subject }
  }

  /// What speaks for a proposal: what happened, and the customer's own words.
  func evidence(_ sign: CustomerSign) -> String {
    let quotes = sign.words.prefix(Model.mostQuotes).map {
      text("quoted", ["words": short($0, Model.quoteColumns)])
    }
    return (sign.habits.map { name($0) } + quotes).joined(separator: isLinear ? marks.between : " ")
  }

  // MARK: - The sidebar

  /// What helps with this customer, and what is proposed; little of it where there is little room.
  func customerLines(_ open: OpenCase, width: Int, _ detail: Detail) -> [StyledLine] {
    // Whoever has unfolded the step wants to read it all.
    let isTight = !isLinear && !isUnfolded && (detail == .titles || size.rows < 30)
    var lines: [StyledLine] = []
    for type in content.customers where type.isSeen(in: open.current) {
      let words = text(
        "sidebar.customer",
        ["name": name(of: type), "tip": type.tip[sitting.language] ?? ""])
      let room = isTight ? 2 * (width - 3) : .max
      lines += hanging(
        short(words, room), mark: marks.bullet + " ", width: width, style: Style(.accent))
    }
    // A need is told by almost every complaint; it may wait for a larger screen.
    let sign = behaviourSign(open) ?? (isTight ? nil : open.signs.first)
    guard let sign, let type = type(of: sign.subject) else { return lines }
    let isNeed = behaviourSign(open) == nil
    let title = text(
      isNeed ? "sidebar.need_sign" : "sidebar.sign", ["name": name(of: type)])
    let key = keyHint(.behaviour)
    if isTight {
      lines.append(
        StyledLine(
          [StyledPiece(title + " " + evidence(sign), Style(.warning))],
          trailing: StyledPiece(key, Style(.key))))
    } else {
      lines += wrapped(
        [title, evidence(sign)].joined(separator: " ") + key, width: width, style: Style(.warning))
    }
    return lines
  }

  // MARK: - The list

  /// What is proposed first, so that Enter is enough; then what was agreed to, then the others.
  var customerMenu: Menu? {
    guard let open, !content.customers.isEmpty else { return nil }
    let signs = open.signs
    var items: [MenuItem] = signs.compactMap { sign in
      type(of: sign.subject).map { item($0, [evidence(sign)], marks.toldOf, isOn: true) }
    }
    let proposed = Set(signs.map(\.subject))
    if !signs.isEmpty {
      items.append(MenuItem(label: text("menu.customer.not_so"), choice: .dismissSigns))
    }
    let seen = content.customers.filter { $0.isSeen(in: open.current) }
    for type in seen {
      if case .need = type.subject { continue }
      items.append(item(type, [text("menu.customer.take_off")], marks.current, isOn: false))
    }
    let rest = content.customers.filter { type in
      !proposed.contains(type.subject) && !seen.contains { $0.subject == type.subject }
    }
    items += rest.map { item($0, [], "", isOn: true) }
    return Menu(
      title: text("menu.customer.title"), lead: [text("menu.customer.lead")], items: items)
  }

  private func item(
    _ type: CustomerType, _ detail: [String], _ mark: String, isOn: Bool
  ) -> MenuItem {
    var label = name(of: type)
    if case .need = type.subject { label = text("menu.customer.need", ["name": label]) }
    return MenuItem(
      label: label, detail: detail.filter { !$0.isEmpty }, mark: mark,
      choice: .command(type.command(on: isOn)))
  }
}
