package import Desk
package import Playbook
package import Vocabulary
package import Workflow

/// What the console wants done outside of itself; the session does it and answers with a
/// ``Message``.
package enum Effect: Equatable, Sendable {
  /// Answered with ``Message/queue(_:)``.
  case loadQueue(QueuePage)
  /// Answered with ``Message/conversation(_:)``, ``Message/missing(_:)`` or
  /// ``Message/unreadable(_:_:)``.
  case loadConversation(CaseRef)
  /// Answered with ``Message/history(_:_:)``.
  case loadHistory(CaseRef)
  /// Answered with ``Message/promises(_:)``.
  case loadPromises
  /// Hands many cases on under this command id; answered with ``Message/reassigned(_:)``.
  case reassign(CommandID, [CaseRef], Reassignment, reason: String)
  /// Answered with ``Message/leaves(_:)``.
  case loadLeaves
  /// Says when somebody is on leave, or with nil that they are not; answered with
  /// ``Message/leaveSet(of:_:)``.
  case setLeave(Leave?, of: PersonID)
  /// Answered with ``Message/board(_:steps:)``.
  case loadBoard
  /// Answered with ``Message/requests(_:)``.
  case loadRequests
  /// Answered with ``Message/phrases(_:_:)``.
  case loadPhrases(LanguageTag)
  /// Answered with ``Message/performed(_:)``. Commands of one case are to be carried out in the
  /// order in which they were given.
  case perform(ref: CaseRef, CommandEnvelope)
  /// Claims the most urgent free case under this command id; answered with
  /// ``Message/performed(_:)``.
  case takeNext(CommandID)
  /// Keeps unsent words for their author alone; an empty text removes them. Needs no answer. The
  /// text is to be given back in ``Message/drafts(_:)`` as it is.
  case keepDraft(CaseRef, String)
  /// Takes words back that wait for the desk; answered with ``Message/outbox(_:)``, in which they are
  /// not sent, or are still on their way when it was too late.
  case withdraw(CommandID)
  /// Forgets words that were not sent, since they stand in the draft that was kept before; answered
  /// with ``Message/outbox(_:)``.
  case forget(CommandID)
  /// Reads unsent words, away from the screen; answered with ``Message/draftRead(_:)``. Only the
  /// newest words count: older ones that still wait need no answer.
  case readDraft(DraftWords)
  /// What saying some words does; answered with ``Message/wordsRead(_:_:)``.
  case readWords(String, LanguageTag)
  /// Keeps or forgets a phrase of one's own; answered with ``Message/phrases(_:_:)`` where it went
  /// through, and then with ``Message/ownPhrasesChanged(_:trouble:)``.
  case changeOwnPhrases(OwnPhraseChange)
  /// Says what this person is about, for colleagues to see. Needs no answer; only the last counts.
  case attend(Whereabouts)
  /// Leaves the console.
  case quit
  /// Paints the whole screen anew, whatever the terminal shows.
  case redraw
  /// Rings the terminal's bell.
  case ring
  /// Puts a text on the clipboard of the person's own machine; nothing is ever read from there.
  case copy(String)
  /// Shows a sentence on the person's desktop, for when the console is behind another window. No
  /// words of customers: others may be looking.
  case notify(String)
}
