package import Desk
package import Vocabulary
package import Workflow

/// A short list to choose from, with a digit or Enter.
package struct Menu: Equatable, Sendable {
  /// What stands in its upper edge.
  package var title: String
  /// Lines above the list.
  package var lead: [String]
  /// Its lines; the first nine are chosen by a digit.
  package var items: [MenuItem]
  /// The selected line, counted from 0.
  package internal(set) var selected = 0

  init(title: String, lead: [String] = [], items: [MenuItem]) {
    self.title = title
    self.lead = lead
    self.items = items
    selected = items.firstIndex { $0.obstacle == nil } ?? 0
  }

  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    selected = ((selected + step) % items.count + items.count) % items.count
  }
}

/// One line of a menu.
package struct MenuItem: Equatable, Sendable {
  /// What is chosen, in a few words.
  package var label: String
  /// More about it, shown below.
  package var detail: [String] = []
  /// A sign before the label, such as the mark of a gate.
  package var mark = ""
  /// Why it cannot be chosen now; it stays visible with the reason.
  package var obstacle: String?
  /// What choosing it does.
  package var choice: MenuChoice
}

/// What a line of a menu does.
package enum MenuChoice: Equatable, Sendable {
  case command(CaseCommand)
  case form(FormPurpose)
  /// Another list or form, or whatever the action does.
  case action(Action)
  case status(AgentStatus)
  /// Puts a conversation on the screen.
  case visit(CaseRef)
  /// Lists what waits for a yes or no on the whole desk.
  case allRequests
  /// Puts a conversation on the screen, and the form for the answer to a request of it.
  case decide(CaseRef, request: Int)
  /// Puts a conversation on the screen, and the form for what is known of a matter many write about.
  case announce(CaseRef, MatterID)
  /// Asks whom everything is offered to.
  case handOverAll
  case handOverTo(PersonID)
  /// Gives every conversation but calls back to the queue.
  case releaseAll
  case leave
  /// Puts words into the draft.
  case write(String)
  /// Puts words into the clipboard.
  case copy(String)
  /// Forgets a phrase of one's own.
  case forget(code: String, LanguageTag)
  /// What was proposed of the customer is not so.
  case dismissSigns
  /// Asks before the marked cases go somewhere.
  case reassign(Reassignment)
  case reassignBecause(Reassignment, String)
  /// Takes every mark away.
  case unmark
  /// Words that wait or were not sent go into the draft again.
  case takeOut(CommandID)
  /// Leaves all as it is.
  case nothing
}
