import Playbook
import Vocabulary
import Workflow

/// What a remedy is weighed against before it is named, and what was fixed in advance.
extension Model {
  /// What moves the limits on this case, and what else belongs to the remedy (S1-17).
  func weighingLines(_ open: OpenCase) -> [String] {
    let current = open.current
    let weighing = current.weighing
    let money = MoneyWords(sitting.language)
    var facts: [String] = []
    if let price = current.money(in: .price) {
      facts.append(text("weighing.price", ["amount": money.shown(price)]))
    }
    if let loss = weighing.loss {
      facts.append(text("weighing.loss", ["amount": money.shown(loss)]))
    }
    if let fault = weighing.fault {
      facts.append(text("weighing.fault", ["fault": name(fault)]))
    }
    var lines = facts.isEmpty ? [] : [facts.joined(separator: marks.between)]
    if current.classification.fault != nil, weighing.fault == nil {
      lines.append(text("weighing.no_finding"))
    }
    // Ours to make good beside the fix, and sooner than a court would ask (S0-22).
    if weighing.fault == .ours || weighing.fault == .shared {
      lines.append(text("weighing.generous"))
    }
    if current.fields[.loss]?.value != nil || weighing.loss != nil {
      lines.append(text("weighing.compensate"))
    }
    let large = open.rules.authority.largeSums
    let greatest = [current.money(in: .price), weighing.loss].compactMap(\.self)
    if greatest.contains(where: { sum in large[sum.currency].map { sum.minor >= $0 } == true }) {
      lines.append(text("weighing.large"))
    }
    return lines
  }

  /// What was fixed in advance, behind the remedies, under no digit of its own.
  func guaranteeChoices(_ open: OpenCase) -> [FormChoice] {
    let currency = currency(open)
    return open.rules.authority.guarantees.compactMap { guarantee in
      guard let amount = guarantee.amount(in: currency) else { return nil }
      let name = guarantee.names[sitting.language] ?? guarantee.id.rawValue
      return FormChoice(
        Model.guaranteed + guarantee.id.rawValue, name,
        detail: text(
          "guarantee.detail", ["amount": MoneyWords(sitting.language).shown(amount)]))
    }
  }

  /// The guarantee a form stands at; nil where it stands at a remedy.
  func guarantee(chosenIn form: Form, _ part: String, _ open: OpenCase) -> Guarantee? {
    guard let id = form.choice("remedy" + part), id.hasPrefix(Model.guaranteed) else {
      return nil
    }
    let wanted = GuaranteeID(String(id.dropFirst(Model.guaranteed.count)))
    return open.rules.authority.guarantees.first { $0.id == wanted }
  }

  private static let guaranteed = "guarantee:"
}
