// Names once used are never used again for something else, so that old events are read for ever.

extension CaseEvent {
  /// The wire name of each kind of event.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case opened
    case received
    case replied
    case noted
    case retracted
    case claimed
    case released
    case transferOffered = "transfer_offered"
    case transferAccepted = "transfer_accepted"
    case transferDeclined = "transfer_declined"
    case transferLapsed = "transfer_lapsed"
    case takenOver = "taken_over"
    case lapsed
    case watched
    case ignored
    case complainedAbout = "complained_about"
    case vipSet = "vip_set"
    case escalated
    case raised
    case handRaised = "hand_raised"
    case handLowered = "hand_lowered"
    case languageSet = "language_set"
    case identified
    case fieldSet = "field_set"
    case attested
    case corrected
    case cited
    case confirmed
    case disputed
    case advanced
    case wentBack = "went_back"
    case skipped
    case offered
    case answered
    case viewAsked = "view_asked"
    case granted
    case approvalRequested = "approval_requested"
    case approved
    case denied
    case promised
    case promiseSettled = "promise_settled"
    case promiseWithdrawn = "promise_withdrawn"
    case snoozed
    case woken
    case followUpArranged = "follow_up_arranged"
    case followUpDone = "follow_up_done"
    case surveyed
    case improvementNoted = "improvement_noted"
    case taskGiven = "task_given"
    case taskDone = "task_done"
    case classified
    case tagged
    case flagged
    case conductProposed = "conduct_proposed"
    case conductDecided = "conduct_decided"
    case conductLifted = "conduct_lifted"
    case dangerRaised = "danger_raised"
    case dangerEnded = "danger_ended"
    case threatSeen = "threat_seen"
    case consulted
    case viewGiven = "view_given"
    case consultEnded = "consult_ended"
    case announced
    case flared
    case overridden
    case closed
    case reopened
    case linked
  }

  /// What kind of event this is.
  package var kind: Kind {
    switch self {
    case .opened: .opened
    case .received: .received
    case .replied: .replied
    case .noted: .noted
    case .retracted: .retracted
    case .claimed: .claimed
    case .released: .released
    case .transferOffered: .transferOffered
    case .transferAccepted: .transferAccepted
    case .transferDeclined: .transferDeclined
    case .transferLapsed: .transferLapsed
    case .takenOver: .takenOver
    case .lapsed: .lapsed
    case .watched: .watched
    case .ignored: .ignored
    case .complainedAbout: .complainedAbout
    case .vipSet: .vipSet
    case .escalated: .escalated
    case .raised: .raised
    case .handRaised: .handRaised
    case .handLowered: .handLowered
    case .languageSet: .languageSet
    case .identified: .identified
    case .fieldSet: .fieldSet
    case .attested: .attested
    case .corrected: .corrected
    case .cited: .cited
    case .confirmed: .confirmed
    case .disputed: .disputed
    case .advanced: .advanced
    case .wentBack: .wentBack
    case .skipped: .skipped
    case .offered: .offered
    case .answered: .answered
    case .viewAsked: .viewAsked
    case .granted: .granted
    case .approvalRequested: .approvalRequested
    case .approved: .approved
    case .denied: .denied
    case .promised: .promised
    case .promiseSettled: .promiseSettled
    case .promiseWithdrawn: .promiseWithdrawn
    case .snoozed: .snoozed
    case .woken: .woken
    case .followUpArranged: .followUpArranged
    case .followUpDone: .followUpDone
    case .surveyed: .surveyed
    case .improvementNoted: .improvementNoted
    case .taskGiven: .taskGiven
    case .taskDone: .taskDone
    case .classified: .classified
    case .tagged: .tagged
    case .flagged: .flagged
    case .conductProposed: .conductProposed
    case .conductDecided: .conductDecided
    case .conductLifted: .conductLifted
    case .dangerRaised: .dangerRaised
    case .dangerEnded: .dangerEnded
    case .threatSeen: .threatSeen
    case .consulted: .consulted
    case .viewGiven: .viewGiven
    case .consultEnded: .consultEnded
    case .announced: .announced
    case .flared: .flared
    case .overridden: .overridden
    case .closed: .closed
    case .reopened: .reopened
    case .linked: .linked
    }
  }
}
