/// Something an agent can do with a key, or by its name in the palette.
///
/// A new one needs its case here, its keys in ``usual``, what stands in its way in
/// ``Model/obstacle(to:)``, what it does in ``Model/run(_:)``, and its name in each language.
package enum Action: String, CaseIterable, Hashable, Sendable {
  // Taking and leaving
  case takeNext = "take_next"
  case openSelected = "open_selected"
  case look, release, transfer, snooze
  case raiseHand = "raise_hand"
  case alarm, status, pause, board, mark, bulk
  case shiftEnd = "shift_end"
  case setLeave = "set_leave"
  case nextWaiting = "next_waiting"
  case following, preceding
  case handUp = "hand_up"
  // Words
  case reply, note, said, heard, whisper
  case takeBack = "take_back"
  case reach, outgoing
  case takeRewrite = "take_rewrite"
  case keepPhrase = "keep_phrase"
  // Looking into the conversation
  case find, trajectory, history, copy
  // The procedure
  case advance, back, skip, attest, confirm, form
  // Solutions
  case offer, answer, view, grant, promise
  case promiseKept = "promise_kept"
  case request, approvals
  case seeThreat = "see_threat"
  case consult, crowds, specialist
  case conduct
  // The end
  case followUp = "follow_up"
  case survey, close
  // The person and the case
  case identify, danger, behaviour, correct, link, language
  case complainedAbout = "complained_about"
  case vip
  case inService = "in_service"
  case cite
  // The screen
  case phrases, unfold, widen
  case filterQueue = "filter_queue"
  case palette, help, redraw, quit

  /// The text that names it.
  var textKey: String { "action.\(rawValue)" }
}
