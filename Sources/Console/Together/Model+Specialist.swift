import Desk
import Playbook
import Vocabulary
import Workflow

/// A matter that no procedure knows: written down, given to a specialist, and a call back announced
/// (S0-29).
extension Model {
  private static let phrase: PhraseID = "hand_up.specialist"

  func specialistForm(_ open: OpenCase) -> Form {
    let problem = open.current.fields[.problem]?.value ?? ""
    return Form(
      .specialist, title: text("form.specialist.title"), lead: [text("form.specialist.lead")],
      fields: [
        words("department", "form.specialist.department"),
        words("what", "form.specialist.what", proposal: problem),
        time("due", "form.specialist.due"),
      ])
  }

  /// The specialist's task and the words that announce the call back; sent, they are a promise with its
  /// clock. Where no phrase fits, the promise is filed at once.
  mutating func specialist(_ form: Form, _ open: OpenCase) -> [Effect] {
    let department = form.text("department")
    let what = form.text("what")
    let typed = form.text("due")
    let due = instant(in: typed) ?? now
    let task = CaseCommand.task(department: department, what: what, due: due, promise: nil)
    let channel = open.sidebar.shelf?.moment.channel ?? open.current.channel
    guard
      let phrase = phrases[open.current.language]?.phrases.first(where: {
        $0.id == Model.phrase && $0.channels.contains(channel)
      })
    else {
      return perform(.promise(what: what, due: due), then: .closeForm) + perform(task)
    }
    let values = PhraseValues(self, open)
    var filled = values.values(for: phrase)
    filled["team"] = department
    filled["due"] = values.time(due)
    let effects = perform(task, then: .closeForm)
    focus = .composer
    insert(phrase, filled, promising: ["due": due])
    return effects
  }

  /// That a finding puts the matter outside what we answer for, and what is owed all the same: the
  /// reason, a demonstration, somebody who knows more, or somebody above (S2-20).
  func unfoundedWords(_ current: Case) -> String? {
    guard current.handler == sitting.person.id, current.state == .open,
      current.fields[.finding]?.value != nil,
      let fault = current.classification.fault, fault == .customer || fault == .none,
      current.grant == nil, current.answer?.accepted != true
    else { return nil }
    return text("conversation.unfounded")
  }
}
