import Vocabulary
import Workflow

extension Phrase {
  /// Whether nothing about the phrase is for another danger than the one at hand: words against a
  /// fire never stand beside somebody who wants to harm themselves.
  func suits(_ danger: DangerKind?) -> Bool {
    guard let danger, !dangers.isEmpty else { return true }
    return dangers.contains(danger)
  }

  /// Whether a reminder is in place: nobody is reminded of an offer they took; on the telephone it is
  /// left on a machine and never said in a live call; and the last one comes after the first.
  fileprivate func nudges(at moment: PhraseMoment) -> Bool {
    if moment.isAgreed { return false }
    if moment.channel == .phone, moment.tries != nil, !moment.dueKinds.contains(.nudge) {
      return false
    }
    return !acts.contains(.closing) || moment.tries.map { $0 > 0 } ?? true
  }

  /// Whether the day it names is known: “since Thursday” says nothing where it is Thursday.
  fileprivate func dates(_ moment: PhraseMoment) -> Bool {
    guard variables.contains("last_contact"), let known = moment.known else { return true }
    return known.contains("last_contact")
  }

  /// Whether the order it says is on the screen is: nobody who reports a death has one.
  fileprivate func seesOrder(_ moment: PhraseMoment) -> Bool {
    guard variables.contains("order"), let known = moment.known else { return true }
    return known.contains("order")
  }

  /// Whether the phrase suits the moment: stage, channel, heat, behaviour, and kinds that only make
  /// sense at times.
  package func fits(_ moment: PhraseMoment) -> Bool {
    guard channels.contains(moment.channel), suits(moment.danger ?? moment.dangerSign),
      heat.contains(moment.heat),
      stages.isEmpty || moment.stages.isEmpty || !Set(stages).isDisjoint(with: moment.stages)
        || moment.owesForPromise && acts.contains(.ownsPromise)
        || moment.isSolved && closesSolved,
      customers.isEmpty || !customers.isDisjoint(with: moment.tags), seesOrder(moment)
    else { return false }
    // Nobody hears that something is done before it is.
    if lock == .promiseKept, !moment.unlocked.contains(.promiseKept) { return false }
    // Nobody reads by the way how one speaks to somebody who lies.
    if lock == .badFaith, !moment.unlocked.contains(.badFaith) { return false }
    return switch kind {
    case .danger: moment.danger != nil || moment.dangerSign != nil
    case .nudge: moment.isWaiting && nudges(at: moment)
    case .regret: dates(moment)
    case .brokenPromise: moment.unlocked.contains(.brokenPromise) && dates(moment)
    default: true
    }
  }
}
