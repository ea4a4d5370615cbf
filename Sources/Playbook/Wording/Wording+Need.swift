import Vocabulary
package import Workflow

extension Wording {
  /// What is missing, as an item of a list of what is to do.
  package func words(for need: Need) -> String {
    switch need {
    case .act(let acts): either(acts.map { texts["need.act.\($0.rawValue)"] })
    case .words(let act):
      texts("need.words", ["act": texts["need.act.\(act.rawValue)"]])
    case .field(let field): texts("need.field", ["field": name(of: field)])
    case .noField(let field): texts("need.no_field", ["field": name(of: field)])
    case .confirmation(let what): texts["need.confirmation.\(what.rawValue)"]
    case .heat(let level): texts("need.heat", ["heat": name(of: level.cooler)])
    case .turns(let count): texts("need.turns", count: count)
    case .options(let count): texts("need.options", count: count)
    case .nudges(let count): texts("need.nudges", count: count)
    case .answer(let kind): texts["need.answer.\(kind.rawValue)"]
    case .without(let kind): texts["need.without.\(kind.rawValue)"]
    case .approval(let remedy, let role): approval(of: remedy, by: role)
    case .reply(let numbers): reply(to: numbers)
    case .promise(let number): texts("need.promise", ["number": String(number)])
    case .severity(let most): texts("need.severity", ["n": String(most)])
    case .oneOf(let needs):
      texts("need.one_of", ["needs": joined(needs, by: "need.one_of_join")])
    case .allOf(let needs): joined(needs, by: "need.all_of_join")
    default: recordWords(for: need)
    }
  }

  private func joined(_ needs: [Need], by joint: String) -> String {
    needs.map { words(for: $0) }.joined(separator: texts[joint])
  }

  /// The needs that name people, states, steps and other things of the record.
  private func recordWords(for need: Need) -> String {
    switch need {
    case .closeReason(let reasons): closing(as: reasons)
    case .classification(let classes):
      texts("need.classification", ["classes": either(classes.map { quoted(name(of: $0)) })])
    case .heldBy(let person): texts("need.held_by", ["person": name(of: person)])
    case .permission(let permission):
      texts("need.permission", ["permission": name(of: permission)])
    case .state(let states):
      texts("need.state", ["states": either(states.map { quoted(name(of: $0)) })])
    case .step(let steps):
      steps.isEmpty ? texts["need.no_step"] : texts("need.step", ["steps": self.steps(steps)])
    case .variable(let variable):
      texts("need.variable", ["name": name(ofVariable: variable)])
    case .existing(let what): existing(what, under: "need")
    case .planAtHand(let number): texts("need.plan_at_hand", ["number": String(number)])
    case .rewording(let kind): rewording(kind)
    case .decided(let person, _, _): texts("need.decided", ["person": name(of: person)])
    case .reasonOverPrice(let percent):
      texts("need.reason_over_price", ["n": String(percent)])
    case .shorter(let most): texts("need.shorter", ["n": String(most)])
    case .room(let channel, let most):
      texts("need.room", ["channel": name(of: channel), "n": String(most)])
    default: texts["need.\(need.key)"]
    }
  }

  /// The name of a kind of tone finding, such as `blame`.
  package func name(ofFinding kind: String) -> String {
    let key = "finding.\(kind)"
    return texts.has(key) ? texts[key] : texts["finding.other"]
  }

  /// The name of a kind of heat signal, such as `plural_blame`.
  package func name(ofSignal kind: String) -> String {
    let key = "signal.\(kind)"
    return texts.has(key) ? texts[key] : kind
  }

  /// Steps by name, joined by "or".
  func steps(_ steps: [StepID]) -> String { either(steps.map { quoted(name(of: $0)) }) }

  private func approval(of remedy: RemedyID, by role: Role?) -> String {
    guard let role else {
      return texts("need.approval_beyond", ["remedy": name(of: remedy)])
    }
    return texts("need.approval", ["remedy": name(of: remedy), "role": name(of: role)])
  }

  /// What to do with words that hold a message: what is said for their kind, or other words at all.
  private func rewording(_ kind: String) -> String {
    let key = "need.reword.\(kind)"
    return texts.has(key)
      ? texts[key] : texts("need.rewording", ["finding": name(ofFinding: kind)])
  }

  private func reply(to numbers: [Int]) -> String {
    switch numbers.count {
    case ...1:
      numbers.first.flatMap { quotes[$0] }.map { texts("need.reply_quoted", ["words": $0]) }
        ?? texts("need.reply", ["numbers": all(numbers)])
    case ...4 where !quotes.isEmpty:
      // On the screen messages have no numbers.
      texts("need.replies_quoted", ["n": String(numbers.count)])
    case ...4: texts("need.replies", ["numbers": all(numbers)])
    default: texts("need.replies_many", ["n": String(numbers.count)])
    }
  }

  /// Many reasons are named by the few they leave out.
  private func closing(as reasons: [CloseReason]) -> String {
    let others = CloseReason.allCases.filter { !reasons.contains($0) }
    guard reasons.count > others.count, !others.isEmpty else {
      return texts("need.close_reason", ["reasons": either(reasons.map { quoted(name(of: $0)) })])
    }
    return texts("need.close_other", ["reasons": either(others.map { quoted(name(of: $0)) })])
  }

  /// Something that is not there, by what the engine calls it: `message 3`, `open promise`.
  func existing(_ what: String, under section: String) -> String {
    let key = "\(section).existing.\(Wording.existingKey(what))"
    guard texts.has(key) else { return texts["need.existing.other"] }
    return texts(key, ["n": what.split(separator: " ").last.map(String.init) ?? ""])
  }

  /// Where the words for it stand.
  static func existingKey(_ what: String) -> String {
    let words = what.split(separator: " ")
    switch words.first {
    case "message" where words.count == 2: return "message"
    case "remedy" where words.count == 2: return "remedy"
    default: return words.joined(separator: "_")
    }
  }
}

extension Need {
  /// Where its words stand in the locale.
  var key: String {
    switch self {
    case .act: "act"
    case .field: "field"
    case .noField: "no_field"
    case .confirmation: "confirmation"
    case .heat: "heat"
    case .turns: "turns"
    case .customerMessage: "customer_message"
    case .customerQuestion: "customer_question"
    case .plan: "plan"
    case .options: "options"
    case .date: "date"
    case .answer: "answer"
    case .view: "view"
    case .approval: "approval"
    case .identity: "identity"
    case .without: "without"
    case .reply: "reply"
    case .followUp: "follow_up"
    case .followUpSettled: "follow_up_settled"
    case .promise: "promise"
    case .satisfaction: "satisfaction"
    case .acceptance: "acceptance"
    case .grant: "grant"
    case .signOff: "sign_off"
    case .closeReason: "close_reason"
    case .severity: "severity"
    case .classification: "classification"
    case .upheldGround: "upheld_ground"
    case .noEarlierFailure: "no_earlier_failure"
    case .hearAgain: "hear_again"
    case .nudges: "nudges"
    case .escalation: "escalation"
    case .link: "link"
    case .askWhatChanged: "ask_what_changed"
    case .oneOf: "one_of"
    case .allOf: "all_of"
    case .claim: "claim"
    case .heldBy: "held_by"
    case .permission: "permission"
    case .state: "state"
    case .step: "step"
    case .variable: "variable"
    case .text: "text"
    case .reason: "reason"
    case .words: "words"
    case .later: "later"
    case .existing: "existing"
    case .phoneCase: "phone_case"
    case .planAtHand: "plan_at_hand"
    case .faultOurs: "fault_ours"
    case .rewording: "rewording"
    case .ground: "ground"
    case .noThreatBesideLoss: "no_threat_beside_loss"
    case .decided: "decided"
    case .reasonOverPrice: "reason_over_price"
    case .shorter: "shorter"
    case .room: "room"
    case .uninvolved: "uninvolved"
    case .suitable: "suitable"
    case .customerTime: "customer_time"
    case .sessionOutcome: "session_outcome"
    case .outsideRoute: "outside_route"
    }
  }
}
