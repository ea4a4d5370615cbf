import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Keeping phrases of one's own, and forgetting them.
extension Model {
  /// The field of a form that holds a short code.
  static let codeField: FormField.ID = "code"
  /// Stands for the desk's answer while a change to one's own phrases is on its way.
  static let ownChange: CommandID = "own-phrases"
  /// Digits in a row that are probably one customer's.
  private static let fewestDigits = 4

  /// The words that would be kept: those of the draft or, where none are written, those of the
  /// message of ours that is selected, or the last one; nil when there are none.
  var wordsToKeep: String? {
    guard let open else { return nil }
    if mode == .reply || mode == .said, !unsent.editor.isBlank { return unsent.editor.text }
    let message =
      open.selected.flatMap { open.current.message($0) }
      ?? open.current.messages.last { $0.from == .agent && $0.reachesCustomer && !$0.isHistory }
    guard let message, message.from == .agent, message.reachesCustomer else { return nil }
    return message.text
  }

  /// The words with the names of variables where the record's values stand in them.
  private func general(_ words: String, _ open: OpenCase) -> String {
    let record = PhraseValues(self, open)
    let variables = phrases[open.current.language]?.variables ?? []
    var values = record.values(for: variables.subtracting(["emergency_number"]).sorted())
    for (variable, typed) in answers[open.ref] ?? [:] where !PhraseValues.isTime(variable) {
      values[variable] = values[variable] ?? typed
    }
    // A day that was promised to one customer is no day for the next.
    let times = unsent.promises.map { (name: "due", value: $0.words) }
    return Placeholders.naming(words, values.map { (name: $0, value: $1) } + times)
  }

  mutating func beginKeeping() -> [Effect] {
    guard let form = makeForm(.keepPhrase) else { return [] }
    overlays.append(.form(form))
    wordsRead = nil
    return readOwnWords(form)
  }

  // MARK: - The form

  func ownPhraseForm(_ open: OpenCase) -> Form? {
    guard let words = wordsToKeep?.trimmingBlanks else { return nil }
    let general = general(words, open)
    let moment = open.sidebar.shelf?.moment
    var steps = [FormChoice("any", text("form.keep_phrase.any_step"))]
    if moment?.stages.isEmpty == false {
      steps.insert(FormChoice("this", stepName(open.current.step, in: open.rules)), at: 0)
    }
    let channels = [
      FormChoice("this", name(moment?.channel ?? open.current.channel)),
      FormChoice("any", text("form.keep_phrase.any_channel")),
    ]
    let kinds = PhraseKind.allCases.map { FormChoice($0.rawValue, name($0)) }
    return Form(
      .keepPhrase, title: text("form.keep_phrase.title"), lead: ownLead(general, []),
      fields: [
        FormField(
          Model.codeField, text("form.keep_phrase.code"), .text(Editor()),
          hint: text("form.keep_phrase.code_hint")),
        FormField("kind", text("form.keep_phrase.kind"), .choice(kinds, at: 0), automatic: true),
        FormField("step", text("form.keep_phrase.step"), .choice(steps, at: 0)),
        FormField("channel", text("form.channel"), .choice(channels, at: 0)),
        FormField(
          "message", text("form.keep_phrase.words"), .text(Editor(general)),
          hint: text("form.keep_phrase.words_hint"), automatic: true),
      ])
  }

  /// What stands above the fields: what the words do, and what still is one customer's alone.
  private func ownLead(_ words: String, _ acts: Set<SpeechAct>) -> [String] {
    var lead: [String] = []
    if !acts.isEmpty { lead.append(text("form.keep_phrase.acts", ["acts": names(of: acts)])) }
    let digits = words.split { !("0"..."9").contains($0) }.first { $0.count >= Model.fewestDigits }
    if let digits { lead.append(text("form.keep_phrase.number", ["number": String(digits)])) }
    return lead.isEmpty ? [text("form.keep_phrase.lead")] : lead
  }

  /// The names of acts in one line.
  func names(of acts: Set<SpeechAct>) -> String {
    SpeechAct.allCases.filter(acts.contains).map { name($0) }.joined(separator: " \(marks.bullet) ")
  }

  /// Has the words of the form read, unless they were, or are still being written.
  mutating func readOwnWords(_ form: Form) -> [Effect] {
    guard form.purpose == .keepPhrase, let open else { return [] }
    let words = form.text("message")
    let isWriting =
      wordsRead != nil && form.fields.indices.contains(form.focus)
      && form.fields[form.focus].id == "message"
    guard words != wordsRead, !isWriting else { return [] }
    wordsRead = words
    return [.readWords(words, open.current.language)]
  }

  /// Shows what the words of the form do, and proposes what follows from it.
  mutating func takeActs(_ acts: Set<SpeechAct>, of words: String) {
    guard words == wordsRead else { return }
    let lead = ownLead(words, acts)
    let likely = PhraseKind(likelyFor: acts)
    let code = freeCode(for: likely)
    changeForm { form in
      guard form.purpose == .keepPhrase else { return }
      form.lead = lead
      form.change("kind") { field in
        guard field.isAutomatic, case .choice(let choices, let at) = field.content else { return }
        field.content = .choice(
          choices, at: choices.firstIndex { $0.id == likely.rawValue } ?? at)
      }
      form.change(Model.codeField) { field in
        guard field.isProposed || field.text.isEmpty else { return }
        field.content = .text(Editor(code))
        field.isProposed = true
      }
    }
  }

  /// The codes of the phrases of one's own in the language of the open case.
  private var ownCodes: Set<String> {
    guard let open, let index = phrases[open.current.language] else { return [] }
    return Set(index.phrases.lazy.filter { $0.origin == .mine }.compactMap(\.code))
  }

  /// A short code nobody has taken, by what a phrase is for.
  private func freeCode(for kind: PhraseKind) -> String {
    let taken = ownCodes
    guard taken.contains(kind.rawValue) else { return kind.rawValue }
    return (2...(taken.count + 2)).lazy.map { "\(kind.rawValue)\($0)" }
      .first { !taken.contains($0) } ?? kind.rawValue
  }

  /// What is wrong with a short code; nil for nothing, also while it is empty.
  func fault(ofCode typed: String) -> String? {
    guard !typed.isEmpty else { return nil }
    guard OwnPhrase.isCode(typed) else {
      return text("fault.code", ["n": String(OwnPhrase.longestCode)])
    }
    return ownCodes.contains(typed) ? text("fault.code_taken", ["code": typed]) : nil
  }

  func keepPhrase(_ form: Form, _ open: OpenCase) -> [Effect] {
    let moment = open.sidebar.shelf?.moment
    let isHere = form.choice("step") == "this"
    let channel = moment?.channel ?? open.current.channel
    return [
      .changeOwnPhrases(
        .keep(
          OwnPhrase(
            code: form.text(Model.codeField),
            kind: form.choice("kind").flatMap(PhraseKind.init(rawValue:)),
            stages: isHere ? moment?.stages ?? [] : [],
            channels: form.choice("channel") == "this" ? [channel] : [],
            language: open.current.language, text: form.text("message"))))
    ]
  }

  /// Takes in what became of a change.
  mutating func settle(_ change: OwnPhraseChange, trouble: String?) {
    var isOpen = false
    changeForm { form in
      guard form.purpose == .keepPhrase, form.onItsWay == Model.ownChange else { return }
      isOpen = true
      form.onItsWay = nil
      form.fault = trouble
    }
    if let trouble {
      if !isOpen { say(trouble, .trouble) }
      return
    }
    switch change {
    case .keep(let phrase):
      overlays.removeAll {
        if case .form(let form) = $0 { form.purpose == .keepPhrase } else { false }
      }
      say(text("notice.kept_phrase", ["code": phrase.code]), .good)
    case .forget(let code, _): say(text("notice.forgot_phrase", ["code": code]), .good)
    }
  }

  // MARK: - Forgetting

  /// Asks whether the selected phrase is to be forgotten, where it is one's own.
  mutating func askToForget() -> [Effect] {
    guard let open, open.sidebar.phrases.indices.contains(open.sidebar.selected) else { return [] }
    let phrase = open.sidebar.phrases[open.sidebar.selected]
    guard phrase.origin == .mine, let code = phrase.code else {
      say(text("notice.not_mine"), .trouble)
      return []
    }
    return present(
      Menu(
        title: text("menu.forget.title", ["code": code]), lead: [phrase.text],
        items: [
          MenuItem(label: text("menu.forget.keep"), choice: .nothing),
          MenuItem(
            label: text("menu.forget.forget"), choice: .forget(code: code, open.current.language)),
        ]))
  }
}
