import Desk
import Vocabulary
import Workflow

extension Model {
  /// Why an action cannot be done now; nil when it can.
  ///
  /// What a gate would refuse is not told here: the gate says it better, and names a way past it.
  func obstacle(to action: Action) -> String? {
    if staleSince != nil, action == .setLeave { return leaveCannotWait }
    if staleSince != nil, action.needsDesk { return outOfReach }
    switch action {
    case .takeNext: return restObstacle
    case .outgoing: return outgoing.isEmpty ? text("obstacle.no_outgoing") : nil
    case .palette, .help, .redraw, .quit, .filterQueue, .status, .pause, .shiftEnd, .setLeave:
      return nil
    case .board: return sitting.permissions.contains(.report) ? nil : text("obstacle.board")
    case .mark: return queue.selected == nil ? text("obstacle.empty_queue") : nil
    case .bulk: return marked.isEmpty ? text("obstacle.bulk") : nil
    case .widen: return isLinear ? text("linear.widen") : nil
    case .alarm: return calling.isEmpty ? text("obstacle.no_alarm") : nil
    case .approvals:
      if !decides { return text("obstacle.approve") }
      return decidable.isEmpty && requests.isEmpty ? text("obstacle.no_request") : nil
    case .consult: return consultObstacle
    case .crowds: return crowds.isEmpty ? text("obstacle.no_crowd") : nil
    case .nextWaiting, .following, .preceding:
      return mine.isEmpty ? text("obstacle.none_mine") : nil
    case .openSelected, .look:
      return queue.selected == nil && open == nil ? text("obstacle.empty_queue") : nil
    default: break
    }
    guard let open else { return text("obstacle.no_case") }
    switch action {
    case .behaviour:
      if open.current.state == .closed { return text("obstacle.closed") }
      return customerMenu == nil ? text("obstacle.no_customer_types") : nil
    case .phrases, .unfold, .find, .trajectory, .history, .copy, .note: return nil
    // It opens the case again first.
    case .reply where open.current.state == .closed:
      return staleSince == nil ? nil : outOfReach
    case .takeBack:
      if withdrawable != nil { return nil }
      return staleSince == nil ? holding ?? takeBackObstacle : outOfReach
    case .reach:
      return open.current.channel == .public ? holding : text("obstacle.public_only")
    case .takeRewrite:
      return toneMarks.contains { $0.finding.rewrite != nil } ? nil : text("obstacle.no_rewrite")
    case .keepPhrase: return wordsToKeep == nil ? text("obstacle.no_words") : nil
    case .cite:
      return holding ?? (citedMessage == nil ? text("obstacle.no_answer") : nil)
    case .whisper: return may(.whisper) ? nil : text("obstacle.whisper")
    case .correct: return open.current.messages.isEmpty ? text("obstacle.no_message") : holding
    case .danger, .link, .heard, .complainedAbout: return nil
    case .vip: return may(.approve) ? nil : text("obstacle.vip")
    case .conduct:
      if decides, !open.current.openConduct.isEmpty { return nil }
      return open.current.state == .closed ? text("obstacle.closed") : holding
    case .seeThreat:
      if !decides { return text("obstacle.see_threat") }
      return open.current.threat == nil ? text("obstacle.no_threat") : nil
    case .survey, .followUp: return open.current.state == .closed ? nil : holding
    case .promiseKept:
      if open.standing.promises.isEmpty, open.standing.tasks.isEmpty {
        return text("obstacle.no_promise")
      }
      return open.current.state == .closed ? nil : holding
    case .said, .attest:
      return open.current.channel == .phone ? holding : text("obstacle.phone_only")
    case .back:
      return open.current.stepsBack(by: open.rules).isEmpty ? text("obstacle.first_step") : holding
    case .skip:
      let ways = open.rules.procedure.skips.filter { $0.from.contains(open.current.step) }
      return ways.isEmpty ? text("obstacle.no_skip") : holding
    // Here it says no to the offer.
    case .release where isOfferedToMe: return nil
    case .transfer: return colleagues.isEmpty ? text("obstacle.alone") : holding
    case .answer: return open.current.plan == nil ? text("obstacle.no_plan") : holding
    case .grant: return open.rules.procedure.grantStep == nil ? text("obstacle.no_grant") : holding
    default: return holding
    }
  }

  /// The others at this desk who may answer customers, those on leave aside.
  var colleagues: [Person] {
    sitting.colleagues.filter {
      $0.active && $0.id != sitting.person.id && mayWork($0.role)
        && deputyship.away[$0.id] == nil
    }
  }

  /// Why the person at the desk does not speak for the open case; nil when they do.
  private var holding: String? {
    guard let open, !holdsOpenCase else { return nil }
    if open.current.state == .closed { return text("obstacle.closed") }
    if let handler = open.current.handler {
      return text("obstacle.held", ["person": personName(handler)])
    }
    return text("obstacle.free")
  }

  /// Whether words can be written in a mode.
  func canWrite(_ mode: ComposerMode) -> Bool {
    switch mode {
    case .reply: open?.current.state != .closed && obstacle(to: .reply) == nil
    case .note: obstacle(to: .note) == nil
    case .said: obstacle(to: .said) == nil
    case .heard: obstacle(to: .heard) == nil
    case .whisper: obstacle(to: .whisper) == nil
    }
  }
}
