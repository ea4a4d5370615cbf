import Desk
import Playbook
import Vocabulary
import Workflow

/// Forms that were left half filled: they come back as they were left.
extension Model {
  /// Whether a form is worth keeping: short ones are filled again in a moment, and what was read or
  /// confirmed must not be taken over from before.
  private func isKept(_ purpose: FormPurpose) -> Bool {
    switch purpose {
    case .grant, .offer, .answer, .view, .promise, .followUp, .requestRemedy, .escalate, .close,
      .consult, .session, .giveView, .endSession,
      .survey, .raiseHand:
      true
    default: false
    }
  }

  /// Keeps a form that is left, if anything was entered in it.
  mutating func keep(_ form: Form, of ref: CaseRef) {
    guard isKept(form.purpose) else { return }
    if keptForms.count >= 32, keptForms[ref] == nil { keptForms = [:] }
    var kept = (keptForms[ref] ?? []).filter { $0.purpose != form.purpose }
    if open?.ref != ref || makeForm(form.purpose).map({ form.differs(from: $0) }) ?? false {
      kept.append(form)
    }
    keptForms[ref] = kept.isEmpty ? nil : kept
  }

  /// Keeps the forms that are open, before they are left for something else.
  mutating func leaveForms() {
    guard let ref = open?.ref else { return }
    for case .form(let form) in overlays { keep(form, of: ref) }
  }

  /// Leaves what lies uppermost; what it said is missing is where the complaint form opens next.
  mutating func leave(missing needs: [Need]) {
    if let ref = open?.ref, !needs.isEmpty { lastMissing = [ref: needs] }
    overlays.removeLast()
  }

  /// Forgets a form that was carried out.
  mutating func forgetForm(_ purpose: FormPurpose) {
    guard let ref = open?.ref else { return }
    keptForms[ref]?.removeAll { $0.purpose == purpose }
    if keptForms[ref]?.isEmpty == true { keptForms[ref] = nil }
  }

  /// A form as it was left, over what the record proposes now.
  func takenUp(_ form: Form, _ open: OpenCase) -> Form {
    let left = keptForms[open.ref] ?? []
    guard
      let kept = left.first(where: { $0.purpose == form.purpose })
        ?? (form.purpose == .requestRemedy ? left.lazy.compactMap(\.asRequest).last : nil)
    else { return form }
    var form = form
    form.takeUp(kept)
    form.lead.append(text("form.as_left"))
    write(into: &form, open)
    return form
  }

  /// What is still missing before something goes through, told before anything is filled in.
  ///
  /// - Parameters:
  ///   - occasions: what the gates stand before.
  ///   - subject: what it is about.
  ///   - open: the case.
  /// - Returns: none where nothing is missing.
  func needs(before occasions: [Occasion], _ subject: Subject, _ open: OpenCase) -> [Need] {
    var needs: [Need] = []
    for occasion in occasions {
      let gates = open.current.gates(before: occasion, by: open.rules, about: subject, now: now)
      for need in gates.filter({ !$0.met }).flatMap(\.missing) where !needs.contains(need) {
        needs.append(need)
      }
    }
    return needs
  }

  /// What is still missing in a line, with the keys that help; no line where nothing is.
  func missingLines(_ needs: [Need], _ subject: Subject) -> [String] {
    guard !needs.isEmpty else { return [] }
    let shown = subject.closing.map { closingNeeds(needs, $0) } ?? needs
    let keys = shown.flatMap(\.remedies).reduce(into: [Action]()) { actions, action in
      if !actions.contains(action), action != .grant || subject.closing != nil {
        actions.append(action)
      }
    }
    let helps = keys.map(keyAndName).joined(separator: marks.between)
    let words = ["needs": wording.list(shown), "keys": helps]
    return [text(helps.isEmpty ? "form.missing" : "form.missing_keys", words)]
  }
}

extension Form {
  /// Whether anybody entered something that is not in another form of the same purpose.
  func differs(from fresh: Form) -> Bool {
    fields.contains { field in
      guard let other = fresh.fields.first(where: { $0.id == field.id }) else { return true }
      if case .toggle = field.content { return field.content != other.content }
      if field.chosen?.id != other.chosen?.id { return true }
      return !field.isAutomatic && field.text != other.text
    }
  }

  /// A grant or the first of what was to be offered, as what somebody is asked to approve.
  fileprivate var asRequest: Form? {
    guard purpose == .grant || purpose == .offer else { return nil }
    var form = self
    for index in form.fields.indices where form.fields[index].id.hasSuffix("_a") {
      form.fields[index].id.removeLast(2)
    }
    form.focus = form.fields.count
    return form
  }

  /// Takes over what a person entered in an earlier one.
  mutating func takeUp(_ kept: Form) {
    for old in kept.fields {
      change(old.id) { field in
        switch (field.content, old.content) {
        case (.choice(let choices, _), .choice):
          let at = choices.firstIndex { $0.id == old.chosen?.id }
          if let at { field.content = .choice(choices, at: at) }
        case (.toggle, .toggle): field.content = old.content
        default:
          guard !old.isProposed, !old.isAutomatic else { return }
          field.content = old.content
          field.isProposed = false
          field.isAutomatic = false
        }
      }
    }
    if kept.fields.indices.contains(kept.focus),
      let there = fields.firstIndex(where: { $0.id == kept.fields[kept.focus].id })
    {
      focus = there
    }
  }
}
