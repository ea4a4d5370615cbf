import Playbook
import Screen

extension Keymap {
  /// The keys with some of them given to other actions.
  ///
  /// An entry replaces all keys of its action, and takes its keys away from actions that no entry
  /// names. What cannot be done is left out; the rest counts.
  ///
  /// - Parameter changes: names of keys (``Screen/Key/init(name:)``) by the name of an action; an
  ///   empty list leaves it without any key but the fixed ones.
  /// - Returns: the keymap, and what is the matter with the entries, in the order of their names;
  ///   remarks come last.
  package func changed(
    by changes: [String: [String]]
  ) -> (keymap: Keymap, problems: [KeymapProblem]) {
    var problems: [KeymapProblem] = []
    var given: [Key: Action] = [:]
    var wanted: [Action: [Key]] = [:]
    for entry in changes.keys.sorted() {
      guard let action = Action(rawValue: entry) else {
        let nearest = Spelling.nearest(to: entry, in: Action.allCases.map(\.rawValue))
        problems.append(KeymapProblem(entry: entry, matter: .unknownAction(nearest: nearest)))
        continue
      }
      var keys: [Key] = []
      for name in changes[entry] ?? [] {
        guard let key = Key(name: name) else {
          problems.append(KeymapProblem(entry: entry, matter: .unknownKey(name)))
          continue
        }
        if let matter = Keymap.refusal(of: key, to: action) {
          problems.append(KeymapProblem(entry: entry, matter: matter))
        } else if let other = given[key], other != action {
          problems.append(KeymapProblem(entry: entry, matter: .taken(key, by: other)))
        } else if given.updateValue(action, forKey: key) == nil {
          keys.append(key)
        }
      }
      // An entry of which nothing is left is a slip, not a wish for no key at all.
      if keys.isEmpty, changes[entry]?.isEmpty == false { continue }
      wanted[action] = keys
    }
    let keymap = Keymap(
      Action.allCases.reduce(into: [:]) { table, action in
        let kept = wanted[action] ?? self[action].filter { given[$0] == nil }
        let fixed = Keymap.fixed.filter { $0.value == action && !kept.contains($0.key) }.map(\.key)
        table[action] = kept + fixed
      })
    return (keymap, problems + keymap.remarks(on: given, instead: self))
  }

  /// Why a key cannot be given to an action; nil when it can.
  private static func refusal(of key: Key, to action: Action) -> KeymapProblem.Matter? {
    if let owner = fixed[key] { return owner == action ? nil : .reserved(key) }
    switch key {
    case .alt(.character("0")), .alt(.up), .alt(.down): return .reserved(key)
    case .character(let character), .alt(.character(let character)):
      return character.digit.map { (1...9).contains($0) } == true ? .reserved(key) : nil
    case .tab, .backTab, .escape, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end:
      return .reserved(key)
    case .control("i"): return .sameAs(key, other: .tab)
    case .control("m"): return .sameAs(key, other: .enter)
    case .control("["): return .sameAs(key, other: .escape)
    default: return nil
    }
  }

  /// What works but may surprise.
  private func remarks(on given: [Key: Action], instead before: Keymap) -> [KeymapProblem] {
    Action.allCases.flatMap { action -> [KeymapProblem] in
      var remarks: [KeymapProblem] = []
      if self[action].isEmpty, !before[action].isEmpty {
        remarks.append(KeymapProblem(entry: action.rawValue, matter: .keyless))
      }
      for key in self[action] where given[key] != nil && Keymap.typesNothing(key) {
        var editor = Editor()
        if editor.press(key, columns: 80, measure: .standard) {
          remarks.append(KeymapProblem(entry: action.rawValue, matter: .edits(key)))
        }
      }
      return remarks
    }
  }
}
