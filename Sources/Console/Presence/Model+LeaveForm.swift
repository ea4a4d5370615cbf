import Desk
import Screen
import Vocabulary
import Workflow

/// Saying when one is on leave, and who stands in; a supervisor says it for anybody (domain F).
extension Model {
  /// Stands for the desk's answer while a leave is on its way.
  static let leaveChange: CommandID = "leave"
  /// The choice that takes a leave back.
  private static let ends = "end"

  mutating func openLeave() -> [Effect] {
    overlays.append(.form(leaveForm))
    // It opens on what was last told; what nobody has changed yet follows the answer.
    return [.loadLeaves]
  }

  private var leaveForm: Form {
    let me = sitting.person.id
    let others = sitting.colleagues.filter { $0.active && $0.id != me }
    var fields: [FormField] = []
    if may(.people), !others.isEmpty {
      fields.append(
        FormField(
          "who", text("form.set_leave.who"),
          .choice(
            [FormChoice(me.rawValue, personName(me))]
              + others.map { FormChoice($0.id.rawValue, $0.name, detail: name($0.role)) }, at: 0),
          hint: text("hint.choice")))
    }
    fields += [
      FormField("what", text("form.set_leave.what"), .choice([], at: 0)),
      FormField(
        "from", text("form.set_leave.from"), .day(Editor()), hint: text("form.set_leave.from_hint"),
        optional: true, automatic: true),
      FormField(
        "until", text("form.set_leave.until"), .day(Editor()),
        hint: text("form.set_leave.until_hint"), automatic: true),
      FormField(
        "deputy", text("form.set_leave.deputy"), .choice([], at: 0), hint: text("hint.choice"),
        automatic: true),
    ]
    var form = Form(
      .setLeave, title: text("form.set_leave.title"), lead: [text("form.set_leave.lead")],
      fields: fields)
    writeLeave(into: &form)
    if !form.fields[form.focus].takesFocus { form.move(by: 1) }
    return form
  }

  /// Whose leave a form is about.
  private func whose(_ form: Form) -> PersonID {
    form.choice("who").map { PersonID($0) } ?? sitting.person.id
  }

  /// The leave somebody has ahead of them or is on, as last told.
  private func knownLeave(of person: PersonID) -> Leave? {
    leaves[person].flatMap { $0.isOver(at: now) ? nil : $0 }
  }

  /// Writes the leave that is set already into what nobody has written in, and offers to take it back.
  func writeLeave(into form: inout Form) {
    let person = whose(form)
    let known = knownLeave(of: person)
    form.change("what") { field in
      field.isHidden = known == nil
      let end = known?.isOn(at: now) == true ? "form.set_leave.end" : "form.set_leave.call_off"
      let choices = [
        FormChoice("set", text("form.set_leave.change")), FormChoice(Model.ends, text(end)),
      ]
      let at = if case .choice(_, let at) = field.content { at } else { 0 }
      field.content = .choice(choices, at: known == nil ? 0 : at)
    }
    let isEnding = form.choice("what") == Model.ends
    for (id, day) in [("from", known?.from), ("until", known?.until)] {
      form.change(id) { field in
        field.isHidden = isEnding
        if field.isAutomatic { field.content = .day(Editor(day.map { dayEntry($0) } ?? "")) }
      }
    }
    form.change("deputy") { field in
      field.isHidden = isEnding
      let choices = deputies(for: person)
      let chosen = field.isAutomatic ? known?.deputy?.rawValue ?? "" : field.chosen?.id
      // Whoever cannot stand in any more is not replaced unseen.
      let at = choices.firstIndex { $0.id == chosen } ?? FormContent.nothing
      field.content = .choice(choices, at: at)
    }
  }

  /// Who may stand in for somebody: the supervisors together, or one who answers customers.
  private func deputies(for person: PersonID) -> [FormChoice] {
    let me = sitting.person
    let people = (sitting.colleagues.filter { $0.id != me.id } + [me]).filter {
      $0.active && $0.id != person && mayWork($0.role)
    }
    return [FormChoice("", text("on_leave.supervisors"), digit: 0)]
      + people.enumerated().map { place, one in
        FormChoice(
          one.id.rawValue, one.id == me.id ? personName(one.id) : one.name,
          detail: standingIn(one), digit: place + 1)
      }
  }

  /// What somebody is who may stand in, and when they are on leave themselves.
  private func standingIn(_ person: Person) -> String {
    guard let leave = knownLeave(of: person.id) else { return name(person.role) }
    let away = text(
      "on_leave.away", ["from": dayOrPoint(leave.from), "until": dayOrPoint(leave.until)])
    return name(person.role) + marks.between + away
  }

  /// What is wrong between the days of a form about a leave; nil for nothing.
  func faultOfLeave(_ form: Form) -> String? {
    guard form.purpose == .setLeave, let until = form["until"].flatMap({ day(in: $0.text) }) else {
      return nil
    }
    if until <= now { return text("fault.past") }
    return until <= start(of: form) ? text("fault.leave_too_soon") : nil
  }

  /// When the leave begins: now where nothing is said, and to the second as it is where it stands.
  private func start(of form: Form) -> Instant {
    if form["from"]?.isAutomatic == true, let known = knownLeave(of: whose(form)) {
      return known.from
    }
    return day(in: form.text("from")) ?? now
  }

  mutating func setLeave(_ form: Form) -> [Effect] {
    guard staleSince == nil else {
      say(leaveCannotWait, .trouble)
      return []
    }
    let person = whose(form)
    if form.choice("what") == Model.ends { return [.setLeave(nil, of: person)] }
    guard let until = day(in: form.text("until")) else { return [] }
    let deputy = form.choice("deputy").flatMap { $0.isEmpty ? nil : PersonID($0) }
    return [
      .setLeave(Leave(from: start(of: form), until: until, deputy: deputy), of: person)
    ]
  }

  /// Why no leave is set while the desk is out of reach.
  var leaveCannotWait: String {
    text("obstacle.leave_offline", ["time": clockTime(staleSince ?? now)])
  }

  // MARK: - The answer

  /// Takes in who has a leave ahead; the form on the screen follows.
  mutating func take(_ known: [PersonID: Leave]) {
    leaves = known
    guard case .form(var form)? = overlays.last(where: { $0.isLeaveForm }), form.onItsWay == nil
    else { return }
    let first = form.fields.firstIndex(where: \.takesFocus)
    let isUntouched =
      form.focus == first && form.fields.allSatisfy { $0.isAutomatic || $0.id == "what" }
    writeLeave(into: &form)
    if isUntouched, let first = form.fields.firstIndex(where: \.takesFocus) { form.focus = first }
    if form.fields.indices.contains(form.focus), !form.fields[form.focus].takesFocus {
      form.move(by: 1)
    }
    changeForm { shown in if shown.purpose == .setLeave { shown = form } }
  }

  /// Takes in what became of a leave: what was typed stays until it is stored.
  mutating func settle(_ answer: LeaveAnswer, of person: PersonID) {
    let before = knownLeave(of: person)
    let trouble: String
    switch answer {
    case .stored(let ahead):
      leaves[person] = ahead?.leave
      if person == sitting.person.id { leaveAhead = ahead }
      overlays.removeAll { $0.isLeaveForm }
      say(words(of: ahead, of: person, wasOn: before?.isOn(at: now) == true), .plain)
      return
    case .refused(let error): trouble = words(of: error, setting: person)
    case .failed(let sentence): trouble = sentence
    case .unreachable: trouble = leaveCannotWait
    }
    var isOpen = false
    changeForm { form in
      guard form.purpose == .setLeave else { return }
      isOpen = true
      form.onItsWay = nil
      form.fault = trouble
    }
    if !isOpen { say(trouble, .trouble) }
  }

  /// What stands now, for the footer.
  private func words(of ahead: LeaveAhead?, of person: PersonID, wasOn: Bool) -> String {
    let isMine = person == sitting.person.id
    var values = ["person": personName(person)]
    guard let ahead else {
      let key = wasOn ? "on_leave.ended" : "on_leave.called_off"
      return text(isMine ? key : key + "_for", values)
    }
    values["from"] = dayOrPoint(ahead.leave.from)
    values["until"] = dayOrPoint(ahead.leave.until)
    values["deputy"] = deputyName(ahead.deputy)
    return text(isMine ? "on_leave.set" : "on_leave.set_for", values)
  }

  /// Why the desk did not take a leave, in the language of the screen.
  private func words(of error: DeskError, setting person: PersonID) -> String {
    switch error {
    case .leaveEndsTooSoon: text("fault.leave_too_soon")
    case .ownDeputy: text("fault.own_deputy")
    case .notAllowed(_, .people): text("fault.leave_not_yours")
    case .notAllowed(let deputy, _): text("fault.no_deputy", ["person": personName(deputy)])
    case .unknownPerson(let one), .stranger(let one):
      text("fault.has_left", ["person": personName(one)])
    default: "\(error)"
    }
  }
}

extension Overlay {
  /// Whether it is the form about a leave.
  fileprivate var isLeaveForm: Bool {
    if case .form(let form) = self { form.purpose == .setLeave } else { false }
  }
}
