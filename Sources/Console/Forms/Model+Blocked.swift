import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The box of a closed gate: what is missing, and the ways past it.
extension Model {
  /// How a blocked command can go on after all.
  enum WayPast: Equatable {
    /// One of the short reasons.
    case digit
    /// A reason in words, by the person at the desk.
    case words
    /// Somebody else could; the least role.
    case somebodyElse(Role)
    /// Nobody can: what is missing has to be done.
    case none
  }

  func wayPast(_ blocked: Blocked) -> WayPast {
    guard let least = blocked.refusal.override else { return .none }
    // Why more is given than was paid for is said in words, by whoever gives it.
    if blocked.refusal.gate == .price { return .words }
    if blocked.refusal.strength == .advice { return .digit }
    return may(.override) ? .words : .somebodyElse(least)
  }

  mutating func press(_ key: Key, in blocked: Blocked) -> [Effect] {
    guard blocked.onItsWay == nil else { return [] }
    var blocked = blocked
    let way = wayPast(blocked)
    if key == .escape {
      if blocked.reason != nil {
        blocked.reason = nil
        overlays[overlays.count - 1] = .blocked(blocked)
      } else {
        leave(missing: blocked.refusal.needs)
      }
      return []
    }
    if key == .control("l") { return [.redraw] }
    if blocked.reason != nil {
      if key == .enter {
        let words = blocked.reason?.text.trimmingBlanks ?? ""
        return words.isEmpty ? [] : pass(blocked, .words(words))
      }
      _ = blocked.reason?.press(key, columns: nil, measure: sitting.measure)
      overlays[overlays.count - 1] = .blocked(blocked)
      return []
    }
    switch (way, key) {
    case (.digit, .character(let character)):
      if let digit = character.digit, digit >= 1, digit <= content.reasons.count {
        return pass(blocked, .digit(digit))
      }
    case (.words, .enter):
      blocked.reason = Editor()
      overlays[overlays.count - 1] = .blocked(blocked)
      return []
    default: break
    }
    // The key that helps with what is missing goes there at once.
    guard let action = keymap.action(of: keymap.meant(key)), remedies(blocked).contains(action)
    else {
      if way == .none || key == .enter { overlays.removeLast() }
      return []
    }
    leaveForms()
    leave(missing: blocked.refusal.needs)
    overlays.removeAll()
    // Who presses commands here is not typing: the words wait for the key that goes on with them.
    if focus == .composer { focus = .conversation }
    return run(action)
  }

  private mutating func pass(_ blocked: Blocked, _ reason: OverrideReason) -> [Effect] {
    let effects = perform(
      blocked.command, on: blocked.ref, override: reason, then: blocked.then)
    var blocked = blocked
    blocked.onItsWay = lastCommand
    overlays[overlays.count - 1] = .blocked(blocked)
    if case .clearDraft(let mode) = blocked.then {
      let id = lastCommand
      drafts.change(blocked.ref, mode) { $0.onItsWay = id }
    }
    return effects
  }

  /// The actions that help with what is missing, without repetition.
  func remedies(_ blocked: Blocked) -> [Action] {
    var actions = blocked.refusal.needs.flatMap(\.remedies)
    // A better wording is offered below the draft; its key works here as well.
    if hasRewrite, case .clearDraft = blocked.then { actions.insert(.takeRewrite, at: 0) }
    if case .send = blocked.command, blocked.refusal.occasion == .publicSend {
      actions.append(.reach)
    }
    return actions.reduce(into: []) { actions, action in
      if !actions.contains(action) { actions.append(action) }
    }
  }

  /// Whether a better wording for something in the draft is at hand.
  var hasRewrite: Bool { toneMarks.contains { $0.finding.rewrite != nil } }
}

extension Need {
  /// The actions that help with it, the usual one first.
  var remedies: [Action] {
    switch self {
    case .field, .noField, .severity, .classification, .faultOurs, .upheldGround: [.form]
    case .confirmation: [.confirm]
    case .plan, .options, .date: [.offer]
    case .answer: [.answer]
    case .view: [.view]
    case .approval, .signOff: [.request]
    case .identity: [.identify]
    case .reply, .nudges, .text: [.reply]
    case .followUp, .followUpSettled: [.followUp]
    case .promise: [.promiseKept]
    case .satisfaction: [.survey]
    case .escalation: [.handUp]
    case .grant: [.grant]
    case .link: [.link]
    case .customerMessage, .customerQuestion, .turns: [.heard]
    case .claim: [.openSelected]
    case .closeReason: [.close]
    case .act, .askWhatChanged, .hearAgain, .words: [.phrases]
    case .oneOf(let needs), .allOf(let needs):
      needs.flatMap(\.remedies).reduce(into: []) { actions, action in
        if !actions.contains(action) { actions.append(action) }
      }
    default: []
    }
  }
}
