import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The forms that name a remedy: grant, offer, request.
extension Model {
  func grantForm(_ open: OpenCase) -> Form {
    var form = remedyForm(.grant, title: text("form.grant.title"), open)
    form.lead = [text("form.grant.lead")] + weighingLines(open)
    if open.current.channel != .phone {
      var message = words("message", "form.grant.message", automatic: true)
      message.hint = text("hint.lines")
      form.fields.append(message)
    } else {
      form.lead = [text("form.grant.lead_phone")] + weighingLines(open)
    }
    let about = Subject(role: sitting.person.role, disclosures: [.remedy])
    var occasions: [Occasion] = [.grant]
    if open.current.channel != .phone {
      occasions.append(.send)
      if repliesInPublic == true { occasions.append(.publicSend) }
    }
    if let isPublic = repliesInPublic {
      form.lead.append(reachWords(isPublic, customerName(open.current)))
    }
    form.needs = needs(before: occasions, about, open)
    form.lead += missingLines(form.needs, about)
    write(into: &form, open)
    return form
  }

  func remedyForm(_ purpose: FormPurpose, title: String, _ open: OpenCase) -> Form {
    var form = Form(
      purpose, title: title, lead: weighingLines(open),
      fields: remedyFields(
        "", open, optional: false, approved: purpose == .grant ? open.current.approvedOption : nil))
    write(into: &form, open)
    return form
  }

  func offerForm(_ open: OpenCase) -> Form {
    var form = Form(
      .offer, title: text("form.offer.title"),
      lead: [text(open.current.channel == .phone ? "form.offer.lead_phone" : "form.offer.lead")]
        + weighingLines(open),
      fields: remedyFields(
        "_a", open, optional: false, approved: open.current.approvedOption)
        + remedyFields("_b", open, optional: true)
        + [words("only", "form.offer.only")])
    let about = Subject(role: sitting.person.role)
    form.needs = needs(before: [.offer], about, open).filter { need in
      // What the form itself asks for is not missing first.
      switch need {
      case .plan, .options, .date: false
      default: true
      }
    }
    form.lead += missingLines(form.needs, about)
    write(into: &form, open)
    return form
  }

  // What somebody has said yes to is not typed once more.
  private func remedyFields(
    _ part: String, _ open: OpenCase, optional: Bool, approved: PlanOption? = nil
  ) -> [FormField] {
    let letter = part.isEmpty ? "" : part == "_a" ? " 1" : " 2"
    var choices = remedyChoices(open)
    if optional { choices.insert(FormChoice("", text("form.offer.none"), digit: 0), at: 0) }
    // What the customer asked for; what they did not name is not put into their mouth.
    let asked = optional ? nil : approved?.remedy ?? remedyAskedFor(open)
    let usual =
      optional
      ? 0 : choices.firstIndex { $0.id == asked?.rawValue } ?? FormContent.nothing
    var remedy = FormField(
      "remedy" + part, text("form.remedy") + letter, .choice(choices, at: usual))
    remedy.hint = text("hint.choice")
    var amount = FormField(
      "amount" + part, text("form.amount") + letter,
      .amount(
        Editor(approved?.amount.map { MoneyWords(sitting.language).shown($0) } ?? "")),
      hint: text("hint.amount", ["currency": currency(open)]))
    amount.isHidden = true
    let due = approved?.due.flatMap { $0 > now ? pointInTime($0) : nil }
    return [
      remedy, amount,
      FormField(
        "due" + part, text("form.due") + letter, .time(Editor(due ?? "")),
        hint: text("hint.time")),
      FormField(
        "what" + part,
        text(open.current.channel == .phone ? "form.what_phone" : "form.what") + letter,
        .text(Editor()), automatic: true),
    ]
  }

  /// What can be given, each under the same number for everybody and in every list; one beyond the
  /// role says so.
  private func remedyChoices(_ open: OpenCase) -> [FormChoice] {
    content.remedies.enumerated().map { place, remedy in
      FormChoice(
        remedy.id.rawValue, remedy.name[sitting.language] ?? remedy.id.rawValue,
        detail: (remedy.basis[sitting.language] ?? "") + limitWords(remedy, open)
          + citation(remedy, open),
        digit: place + 1)
    } + guaranteeChoices(open)
  }

  /// By which law of the customer's region, or rule of the house, it is given (S2-13).
  private func citation(_ remedy: Remedy, _ open: OpenCase) -> String {
    let region = open.rules.authority.regions[open.current.language]
    return remedy.cited(in: region, sitting.language).map { marks.between + $0 } ?? ""
  }

  /// How far the person at the desk may go with a remedy.
  private func limitWords(_ remedy: Remedy, _ open: OpenCase) -> String {
    if remedy.statutory { return " " + text("limit.right") }
    let currency = currency(open)
    let authority = open.rules.authority
    let limit =
      remedy.takesAmount
      ? authority.limit(
        of: sitting.person.role, for: remedy.id, in: currency, weighing: open.current.weighing)
      : authority.limits[sitting.person.role]?[remedy.id]
    switch limit {
    case nil: return " " + text("limit.none")
    case .unlimited: return " " + text("limit.free")
    case .upTo(let amounts):
      guard let most = amounts[currency] else { return " " + text("limit.none") }
      let shown = MoneyWords(sitting.language).shown(Money(minor: most, currency: currency))
      return " " + text("limit.up_to", ["amount": shown])
    }
  }

  /// The currency an amount without a code is in.
  func currency(_ open: OpenCase) -> String {
    open.rules.authority.currencies[open.current.language] ?? "USD"
  }

  // MARK: - What follows from what was chosen

  /// Writes what follows from the choices into the fields that nobody has written in.
  func write(into form: inout Form, _ open: OpenCase) {
    for part in ["", "_a", "_b"] where form.fields.contains(where: { $0.id == "remedy" + part }) {
      let fixed = guarantee(chosenIn: form, part, open)
      let id = fixed?.remedy ?? form.choice("remedy" + part).map { RemedyID($0) }
      let remedy = id.flatMap { id in content.remedies.first { $0.id == id } }
      form.change("amount" + part) {
        $0.isHidden = remedy?.takesAmount != true || fixed != nil
      }
      form.change("due" + part) { $0.isHidden = remedy == nil }
      let amount = money(form, part, open)
      form.change("what" + part) { field in
        field.isHidden = remedy == nil
        guard field.isAutomatic, let remedy else { return }
        let words = remedy.wording(in: open.current.language, amount: amount)
        field.content = .text(
          Editor(
            Placeholders.fill(
              words, naming(Placeholders.names(in: words), [:]), in: open.current.language)))
      }
    }
    if form.purpose == .answer {
      let isTaken = form.choice("accepted") == "yes"
      form.change("option") { $0.isHidden = !isTaken }
    }
    if form.purpose == .offer {
      let hasSecond = form.choice("remedy_b").map { !$0.isEmpty } ?? false
      form.change("only") { $0.isHidden = hasSecond }
    }
    guard form.purpose == .grant else { return }
    let message = grantMessage(form, open)
    form.change("message") { field in
      if field.isAutomatic { field.content = .text(Editor(message)) }
    }
  }

  private func money(_ form: Form, _ part: String, _ open: OpenCase) -> Money? {
    if let fixed = guarantee(chosenIn: form, part, open) {
      return fixed.amount(in: currency(open))
    }
    guard form["amount" + part] != nil else { return nil }
    return Money(form.text("amount" + part), currency: currency(open))
  }

  /// The one message that says what, how much and when.
  private func grantMessage(_ form: Form, _ open: OpenCase) -> String {
    let values = grantValues(form, open)
    if let phrase = grantPhrase(form, open) {
      return phrase.filled(naming(phrase.variables, values))
    }
    // What is sent reaches them; it is not done.
    let key = form.choice("remedy") == "parts" ? "grant_sent" : "grant"
    let language = open.current.language
    return Placeholders.fill(
      text("\(key).\(language.rawValue)"), naming(["option", "due"], values), in: language)
  }

  private func grantValues(_ form: Form, _ open: OpenCase) -> [String: String] {
    let record = PhraseValues(self, open)
    var values = record.values(for: ["customer", "agent", "order", "product", "ref", "problem"])
    let what = form.text("what")
    if !what.isEmpty {
      values["option"] = what
      if open.current.language != .en { values["action"] = what }
    }
    values["amount"] = money(form, "", open).map { MoneyWords(open.current.language).spoken($0) }
    if let due = instant(in: form.text("due")) { values["due"] = record.time(due) }
    return values
  }

  /// The grant phrase that is about the chosen remedy and needs least that is not at hand; nil when
  /// none is about it.
  func grantPhrase(_ form: Form, _ open: OpenCase) -> Phrase? {
    let about: String
    switch form.choice("remedy") {
    case "refund", "partial_refund", "statutory_return": about = "grant.refund"
    case "exchange", "replacement": about = "grant.exchange"
    default: return nil
    }
    var values = grantValues(form, open)
    // What the form itself will say does not count as lacking.
    for variable in ["amount", "due"] { values[variable] = values[variable] ?? variable }
    let fitting = (phrases[open.current.language]?.phrases ?? []).filter { phrase in
      phrase.kind == .grant && phrase.id.rawValue.hasPrefix(about)
        && phrase.channels.contains(open.current.channel)
        && phrase.variables.allSatisfy { values[$0] != nil }
    }
    return fitting.min { $0.variables.count < $1.variables.count }
  }

  /// The option a form describes.
  ///
  /// - Returns: nil when the form has no remedy chosen there.
  func option(_ form: Form, _ part: String, _ open: OpenCase) -> PlanOption? {
    guard let id = form.choice("remedy" + part), !id.isEmpty else { return nil }
    let fixed = guarantee(chosenIn: form, part, open)
    return PlanOption(
      remedy: fixed?.remedy ?? RemedyID(id), what: form.text("what" + part),
      amount: money(form, part, open), due: instant(in: form.text("due" + part)),
      guarantee: fixed?.id)
  }
}
