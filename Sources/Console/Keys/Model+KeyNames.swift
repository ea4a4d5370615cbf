import Desk
import Playbook
import Screen
import Vocabulary

/// How keys are told on the screen.
extension Model {
  /// What each key does for the person at the desk.
  var keymap: Keymap { sitting.keymap }

  /// A key as hints show it.
  func shown(_ key: Key) -> String { marks.key(key.shown) }

  /// The main key of an action; empty when it has none.
  func mainKey(_ action: Action) -> String { keymap[action].first.map(shown) ?? "" }

  /// The main key of an action behind words that it helps with: ` [a]`; empty when it has none.
  func keyHint(_ action: Action) -> String {
    let key = mainKey(action)
    return key.isEmpty ? "" : " [\(key)]"
  }

  /// An action with its main key: `a next step`.
  func keyAndName(_ action: Action) -> String {
    let key = mainKey(action)
    return key.isEmpty ? text(action.textKey) : "\(key) \(text(action.textKey))"
  }
}

extension Content {
  /// The same content with the keys of a keymap where its texts speak of keys: `{key_advance}` is
  /// the main key of “advance”.
  ///
  /// - Parameters:
  ///   - keymap: which keys do what.
  ///   - kind: what the signs of the screen are made of.
  /// - Returns: content of its own.
  func spelling(_ keymap: Keymap, marks kind: Marks.Kind) -> Content {
    let marks = Marks(kind)
    func name(_ action: Action) -> String? {
      keymap[action].first.map {
        $0 == .character(" ") ? texts["screen.space"] : marks.key($0.shown)
      }
    }
    let names = Action.allCases.reduce(into: [:]) { names, action in
      // An action without a key is found by its name.
      names["key_\(action.rawValue)"] =
        name(action) ?? "\(name(.palette) ?? "") \(texts["screen.\(action.textKey)"])"
    }
    return Content(
      texts: texts.filled(names), remedies: remedies, reasons: reasons, english: english,
      customers: customers)
  }
}
