import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// How a good agent fills what has to be filled.
extension GoodAgent {
  // MARK: - Forms

  func fill(_ form: Form, _ model: Model) -> Stroke? {
    guard let open = model.open, form.fields.indices.contains(form.focus) else {
      return Stroke(.escape, .move)
    }
    let wanted = values(for: form, open)
    // What the person wrote is looked at once more where it goes to the customer.
    guard let next = form.fields.indices.first(where: { !isRight(form.fields[$0], wanted) }) else {
      return Stroke(.function(10), .look)
    }
    guard next == form.focus else {
      return Stroke(next > form.focus ? .tab : .backTab, .move)
    }
    let field = form.fields[next]
    guard let value = wanted[field.id] else { return Stroke(.escape, .move) }
    switch field.content {
    case .choice: return Stroke(.right, .move)
    case .toggle: return Stroke(.character(" "), .move)
    case .text, .time, .day, .amount:
      return type(value, over: field.text, isProposed: field.givesWay)
    }
  }

  private func isRight(_ field: FormField, _ wanted: [FormField.ID: String]) -> Bool {
    guard !field.isHidden, let value = wanted[field.id] else { return true }
    if case .choice = field.content { return field.chosen?.id == value }
    return field.text == value
  }

  /// The next letter of a value, or what makes room for it.
  private func type(_ value: String, over text: String, isProposed: Bool) -> Stroke? {
    if isProposed || text.isEmpty { return value.first.map(Stroke.letter) }
    guard value.hasPrefix(text) else { return Stroke(.control("u"), .move) }
    return value.dropFirst(text.count).first.map(Stroke.letter)
  }

  private func values(for form: Form, _ open: OpenCase) -> [FormField.ID: String] {
    let example = example(of: open)
    let remedies = scenario(of: open)?.remedies ?? []
    switch form.purpose {
    case .grant:
      return [
        "remedy": remedies.first?.rawValue ?? "refund", "amount": example?.amount ?? "1",
        "due": time(1),
      ]
    case .offer:
      var values = [
        "remedy_a": remedies.first?.rawValue ?? "refund", "amount_a": example?.amount ?? "1",
        "due_a": time(0), "amount_b": example?.amount ?? "1", "due_b": time(1),
      ]
      if remedies.count > 1 { values["remedy_b"] = remedies[1].rawValue }
      return values
    case .answer:
      guard let plan = open.current.plan, let taken = taken(open),
        let index = plan.options.firstIndex(where: { $0.remedy == taken })
      else { return [:] }
      return ["option": String(index)]
    case .fill:
      return ["due": "+2h", "symptom": example?.symptom ?? "", "next": "+2h"]
    case .snooze: return ["due": time(0)]
    default: return [:]
    }
  }

  /// What the customer's last words take, as the scenario has them say it.
  private func taken(_ open: OpenCase) -> RemedyID? {
    let words = open.current.lastCustomerMessage?.text ?? ""
    return scenario(of: open)?.words[language]?.accepts.first { $0.value.contains(words) }?.key
  }

  /// Tomorrow at noon, or in the evening, as an agent types it.
  private func time(_ later: Int) -> String {
    switch language {
    case .en: later == 0 ? "tomorrow 12:00" : "tomorrow 18:00"
    case .zhHans: later == 0 ? "明天12点" : "明天18点"
    case .zhHant: later == 0 ? "明天12點" : "明天18點"
    }
  }

  // MARK: - The register

  func fill(_ register: Register, _ model: Model) -> Stroke? {
    guard let open = model.open, register.onItsWay.isEmpty else { return nil }
    guard let field = missingFields(open).first,
      let target = Register.rows.firstIndex(of: .field(field)), register.fault == nil
    else { return Stroke(.escape, .look) }
    guard register.selected == target else {
      if register.editor != nil { return Stroke(.escape, .move) }
      return Stroke(register.selected < target ? .down : .up, .move)
    }
    guard let editor = register.editor else {
      // Nothing in the customer's words: an agent who may not guess leaves the row.
      let isKnown = value(of: field, open) != nil || !model.proposals(for: field).isEmpty
      return Stroke(isKnown ? .enter : .character("u"), .look)
    }
    guard let value = register.isReason ? "–" : value(of: field, open) else {
      return Stroke(.enter, .move)
    }
    if editor.text == value { return Stroke(.enter, .look) }
    return type(value, over: editor.text, isProposed: register.isProposed)
  }

  private func value(of field: FieldName, _ open: OpenCase) -> String? {
    switch field {
    case .problem: example(of: open)?.problem
    case .demand: example(of: open)?.demand
    default: nil
    }
  }
}
