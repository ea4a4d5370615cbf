package import Vocabulary
package import Workflow

/// A few fields to fill, and what becomes of them.
package struct Form: Equatable, Sendable {
  /// What becomes of it when it is submitted.
  package var purpose: FormPurpose
  /// What stands in its upper edge.
  package var title: String
  /// Lines above the fields.
  package var lead: [String]
  /// What gates will ask for before it goes through.
  var needs: [Need] = []
  /// Its fields, from top to bottom.
  package var fields: [FormField]
  /// The field that keys go to, counted from 0.
  package internal(set) var focus = 0
  /// What is wrong with the form as a whole.
  package internal(set) var fault: String?
  /// The letters typed in a row to find a choice, and when the last was.
  var typed: TypedLetters?
  /// The last command of the form, while the desk has not answered.
  package internal(set) var onItsWay: CommandID?

  init(_ purpose: FormPurpose, title: String, lead: [String] = [], fields: [FormField]) {
    self.purpose = purpose
    self.title = title
    self.lead = lead
    self.fields = fields
    focus = fields.firstIndex { $0.takesFocus } ?? 0
  }

  /// The field called so, if the form has it and shows it.
  package subscript(id: FormField.ID) -> FormField? {
    fields.first { $0.id == id && !$0.isHidden }
  }

  /// Moves to the next field that can be filled.
  mutating func move(by step: Int) {
    guard fields.contains(where: \.takesFocus) else { return }
    repeat {
      focus = ((focus + step) % fields.count + fields.count) % fields.count
    } while !fields[focus].takesFocus
  }

  /// Changes the field in focus.
  mutating func changeFocused(_ body: (inout FormField) -> Void) {
    guard fields.indices.contains(focus) else { return }
    body(&fields[focus])
  }

  /// Changes the field called so.
  mutating func change(_ id: FormField.ID, _ body: (inout FormField) -> Void) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    body(&fields[index])
  }

  /// What was typed in a field; empty when there is no such field or it is hidden.
  func text(_ id: FormField.ID) -> String { self[id]?.text.trimmingBlanks ?? "" }

  /// Which choice a field stands at.
  func choice(_ id: FormField.ID) -> String? { self[id]?.chosen?.id }
}

/// Letters typed in a row to find a choice.
struct TypedLetters: Equatable, Sendable {
  var letters: String
  /// When the last of them was typed.
  var at: Instant
}

/// What a form is for.
package enum FormPurpose: Equatable, Sendable {
  /// Fills the variables of a phrase that are still open.
  case fill(PhraseID)
  case grant
  case offer
  case answer
  case view
  case promise
  case followUp
  case identify
  case correctHeat(message: Int)
  case correctActs(message: Int)
  case requestRemedy
  /// Says why something is asked for.
  case ask(ApprovalSubject)
  case decide(request: Int)
  case proposeConduct(ConductKind)
  case decideConduct(number: Int)
  case liftConduct(number: Int)
  case escalate
  case consult
  case session
  case giveView(number: Int)
  case endSession(number: Int)
  case announce(MatterID)
  case specialist
  case snooze
  case close(CloseReason)
  case survey
  case transfer
  case takeOver
  case reopen
  case skip
  case link
  /// What an answer rests on, in one's own words.
  case source(message: Int)
  case raiseHand
  case keepPhrase
  /// Says when somebody is on leave; about no case.
  case setLeave
}

/// One field of a form.
package struct FormField: Equatable, Sendable {
  /// How a field is called within its form.
  package typealias ID = String

  /// How it is called within its form.
  package var id: ID
  /// How it is called on the screen.
  package var label: String
  /// What may be put in, shown while the field is in focus.
  package var hint = ""
  /// What it holds.
  package var content: FormContent
  /// What is wrong with it.
  package internal(set) var fault: String?
  /// Does not apply now.
  package internal(set) var isHidden = false
  /// May stay empty.
  package var isOptional = false
  /// Seldom filled in: Enter submits the form before it, and an arrow goes there.
  package internal(set) var isExtra = false
  /// What stands in it is only proposed: typing puts something else in its place.
  package internal(set) var isProposed = false
  /// The program wrote it and may write it anew; false once a person has changed it.
  package internal(set) var isAutomatic = false

  init(
    _ id: ID, _ label: String, _ content: FormContent, hint: String = "", optional: Bool = false,
    automatic: Bool = false
  ) {
    self.id = id
    self.label = label
    self.content = content
    self.hint = hint
    isOptional = optional
    isAutomatic = automatic
    isProposed = !automatic && !text.isEmpty
  }

  /// Whether typing puts something else in the place of what stands there: of what is proposed, and
  /// of a line the program wrote.
  var givesWay: Bool { isProposed || isAutomatic && id != "message" && !text.isEmpty }

  /// The same field, as one that is seldom filled in.
  var asExtra: FormField {
    var field = self
    field.isOptional = true
    field.isExtra = true
    return field
  }

  /// Whether the field can be moved to.
  var takesFocus: Bool { !isHidden }

  /// What was typed.
  package var text: String {
    switch content {
    case .text(let editor), .time(let editor), .day(let editor), .amount(let editor): editor.text
    case .choice, .toggle: ""
    }
  }

  /// The choice the field stands at.
  package var chosen: FormChoice? {
    guard case .choice(let choices, let at) = content, choices.indices.contains(at) else {
      return nil
    }
    return choices[at]
  }

  /// Whether a toggle is on.
  var isOn: Bool { content == .toggle(true) }
}

/// What a field holds.
package enum FormContent: Equatable, Sendable {
  /// Words; Enter goes on to the next field, a line break is put in with alt-Enter or ctrl-j.
  case text(Editor)
  /// A point in time, as an agent types one.
  case time(Editor)
  /// A day, or a point in time on one.
  case day(Editor)
  /// An amount of money.
  case amount(Editor)
  /// One of a few, chosen with left and right or a digit; at ``nothing`` none is chosen yet.
  case choice([FormChoice], at: Int)
  /// On or off.
  case toggle(Bool)

  /// Where a choice stands that nobody has made.
  static let nothing = -1
}

/// One of a few.
package struct FormChoice: Equatable, Sendable {
  /// How it is called within its field.
  package var id: String
  /// How it is called on the screen.
  package var label: String
  /// More about it, shown while it is chosen.
  package var detail: String
  /// The digit that picks it wherever it stands; nil for its place in the list.
  var digit: Int?

  init(_ id: String, _ label: String, detail: String = "", digit: Int? = nil) {
    self.id = id
    self.label = label
    self.detail = detail
    self.digit = digit
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
