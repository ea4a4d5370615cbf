import Vocabulary
package import Workflow

extension Need {
  /// A stable word for scripts, such as `act:paraphrase` or `field:problem`.
  package var code: String {
    switch self {
    case .act(let acts): "act:" + acts.map(\.rawValue).joined(separator: "|")
    case .field(let name): "field:\(name.rawValue)"
    case .noField(let name): "no_field:\(name.rawValue)"
    case .confirmation(let what): "confirm:\(what.rawValue)"
    case .heat(let level): "heat_below:\(level.rawValue)"
    case .turns(let count): "turns:\(count)"
    case .customerMessage: "customer_message"
    case .customerQuestion: "customer_question"
    case .plan: "offer"
    case .options(let count): "options:\(count)"
    case .date: "due"
    case .answer(let kind): "answer:\(kind.rawValue)"
    case .view: "ask_view"
    case .approval(let remedy, _): "approval:\(remedy)"
    case .identity: "identify"
    case .without(let what): "without:\(what.rawValue)"
    case .reply: "reply"
    case .followUp: "follow_up"
    case .followUpSettled: "follow_up:fixed"
    case .promise(let number): "promise:\(number)"
    case .satisfaction: "survey"
    case .acceptance: "acceptance"
    case .grant: "grant"
    case .signOff: "sign_off"
    case .closeReason(let reasons): "reason:" + reasons.map(\.rawValue).joined(separator: "|")
    case .severity(let most): "severity_at_most:\(most)"
    case .classification(let classes):
      "class:" + classes.map(\.rawValue).joined(separator: "|")
    default: otherCode
    }
  }

  private var otherCode: String {
    switch self {
    case .upheldGround: "kind:breach|harm"
    case .noEarlierFailure: "no_earlier_failure"
    case .hearAgain: "hear_again"
    case .nudges(let count): "nudges:\(count)"
    case .escalation: "escalate"
    case .link: "link"
    case .askWhatChanged: "ask_what_changed"
    case .oneOf(let needs): "one_of(" + needs.map(\.code).joined(separator: ",") + ")"
    case .allOf(let needs): "all_of(" + needs.map(\.code).joined(separator: ",") + ")"
    case .claim: "claim"
    case .heldBy(let person): "held_by:\(person)"
    case .permission(let permission): "permission:\(permission.rawValue)"
    case .state(let states): "state:" + states.map(\.rawValue).joined(separator: "|")
    case .step(let steps): "step:" + steps.map(\.rawValue).joined(separator: "|")
    case .variable(let name): "variable:\(name)"
    case .text: "text"
    case .reason: "reason"
    case .words(let act): "words:\(act.rawValue)"
    case .later: "later"
    case .existing(let what): "existing:\(what)"
    case .phoneCase: "phone"
    case .planAtHand(let number): "plan:\(number)"
    case .faultOurs: "fault:ours"
    case .rewording(let kind): "rewording:\(kind)"
    case .ground: "ground"
    case .noThreatBesideLoss: "no_threat_beside_loss"
    case .decided(let person, let approved, _):
      "decided_by:\(person):\(approved ? "approved" : "denied")"
    case .reasonOverPrice(let percent): "reason_over_price:\(percent)"
    case .customerTime: "customer_time"
    case .sessionOutcome: "session_outcome"
    case .outsideRoute: "outside_route"
    case .shorter(let count): "shorter:\(count)"
    case .room(let channel, let most): "room:\(channel.rawValue):\(most)"
    case .uninvolved: "uninvolved"
    case .suitable: "suitable"
    default: "unknown"
    }
  }
}
