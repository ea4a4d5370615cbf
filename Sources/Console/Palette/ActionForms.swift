import Language
import Playbook
import Synchronization

/// The ways in which each action may be typed in one language; worked out once, when first needed.
final class ActionForms: Sendable {
  private let forms = Mutex<[Action: PaletteForms]?>(nil)

  /// Actions that go by other words as well, under `palette` in the locales.
  private let also: Set<Action> = [.openSelected, .reach, .correct, .setLeave]

  /// The forms of every action.
  ///
  /// - Parameters:
  ///   - texts: the screen's texts.
  ///   - english: the same in English.
  /// - Returns: what each action may be typed as.
  func all(_ texts: Texts, _ english: Texts) -> [Action: PaletteForms] {
    forms.withLock { known in
      if let known { return known }
      let made = Action.allCases.reduce(into: [:]) { table, action in
        table[action] = PaletteForms(
          own: SearchForm.forms(of: texts["screen.\(action.textKey)"])
            + (also.contains(action)
              ? SearchForm.forms(of: texts["screen.palette.\(action.rawValue)"]) : []),
          other: [
            SearchForm(english["screen.\(action.textKey)"]), SearchForm(action.rawValue),
          ])
      }
      known = made
      return made
    }
  }
}

extension Content {
  /// Makes ready what the palette looks through, which takes a tenth of a second the first time in a
  /// program; safe on any thread.
  package func prepare() {
    _ = actionForms
    // Customers have Chinese names whatever the language of the screen.
    _ = Pinyin.readings(of: "案")
  }

  /// The ways in which each action may be typed.
  var actionForms: [Action: PaletteForms] { forms.all(texts, english) }
}
