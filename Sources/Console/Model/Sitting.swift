package import Desk
package import Foundation
package import Playbook
package import Screen
package import Vocabulary

/// What stays the same while one person sits at the desk.
package struct Sitting: Equatable, Sendable {
  /// How the desk is called on the title line.
  package var desk: String
  /// The person at the keyboard.
  package var person: Person
  /// What their role may do.
  package var permissions: Set<Permission>
  /// The language of the screen; the customer's language belongs to the case.
  package var language: LanguageTag
  /// Whom a case can be handed to; may be empty.
  package var colleagues: [Person]
  /// Begins every command id of this sitting, so that no other sitting gives the same one.
  package var commandPrefix: String
  /// Where times of day are meant.
  package var timeZone: TimeZone
  /// How text is measured.
  package var measure: TextWidth
  /// What lines between panes are drawn with.
  package var strokes: Strokes
  /// Marks of plain ASCII, for fonts that lack the usual ones.
  package var plainMarks: Bool
  /// Seconds of heated conversations after which a pause is offered; nil for never.
  package var pauseAfter: Int64?
  /// Which keys do what.
  package var keymap: Keymap
  /// How this person likes the console.
  package var preferences: ConsolePreferences
  /// What the coach starts with; nil for people who know their keys.
  package var coach: Coach?
  /// Nothing here is a customer's: the title line says so at every width.
  package var isPractice: Bool

  package init(
    desk: String, person: Person, permissions: Set<Permission> = [], language: LanguageTag,
    colleagues: [Person] = [], commandPrefix: String, timeZone: TimeZone,
    measure: TextWidth = .standard,
    strokes: Strokes = .box, plainMarks: Bool = false, pauseAfter: Int64? = nil,
    keymap: Keymap = .standard,
    preferences: ConsolePreferences = ConsolePreferences(), coach: Coach? = nil,
    isPractice: Bool = false
  ) {
    self.desk = desk
    self.person = person
    self.permissions = permissions
    self.language = language
    self.colleagues = colleagues
    self.commandPrefix = commandPrefix
    self.timeZone = timeZone
    self.measure = measure
    self.strokes = strokes
    self.plainMarks = plainMarks
    self.pauseAfter = pauseAfter
    self.keymap = keymap
    self.preferences = preferences
    self.coach = coach
    self.isPractice = isPractice
  }

  /// Whether one thing is shown at a time, in words alone.
  package var isLinear: Bool { preferences.layout == .linear }

  /// What the signs of the screen are made of.
  var marks: Marks.Kind { isLinear ? .words : plainMarks ? .ascii : .signs }
}
