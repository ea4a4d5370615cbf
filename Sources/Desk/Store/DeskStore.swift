import Foundation
package import Vocabulary
package import Workflow

/// What a desk needs of the place it is kept in.
///
/// Every store passes the same conformance suite (`DeskTesting`). All calls are synchronous and
/// may come from any thread; reads see whole transactions only.
package protocol DeskStore: Sendable {
  /// Who sits at this desk just now, kept beside it and worth nothing a moment later.
  var presence: any PresenceBoard { get }

  /// Runs `body` as if it were the only writer of this desk, and keeps all of its changes or none.
  ///
  /// What `body` has asked its transaction for stays so until it ends: the version of a case, what
  /// a command caused, the case of an outside id, the cases of a customer, the people. Writers who
  /// want the same of these wait for each other, in the order they came; a store may let others be
  /// at work at the same time, with the same outcome as one after the other. When it returns, what
  /// was written survives the loss of power.
  ///
  /// - Parameter body: may be run again from its beginning, where it had to give way to another
  ///   writer or the line to the desk was lost; so it changes nothing but through its transaction.
  ///   What it throws is thrown on, with nothing kept.
  /// - Returns: what `body` returned.
  /// - Throws: `StoreError` when the store cannot, or what `body` threw.
  func write<Result: Sendable>(
    _ body: (any DeskTransaction) throws -> Result
  ) throws -> Result

  /// Makes whatever of an appending can be made before anybody waits for the turn at writing.
  ///
  /// - Parameter appending: what is to be added.
  /// - Returns: the same, ready to be added.
  /// - Throws: `EncodingError`; not for anything this program makes.
  func readied(_ appending: Appending) throws -> Appending

  /// The newest snapshot of a case and the events after it.
  ///
  /// - Parameter ref: the case.
  /// - Returns: nil when there is no such case.
  /// - Throws: `StoreError`.
  func record(of ref: CaseRef) throws -> CaseRecord?

  /// The events of a case after `version`, in order.
  ///
  /// - Parameters:
  ///   - ref: the case.
  ///   - version: 0 for all of them.
  /// - Returns: none when there is no such case or nothing newer.
  /// - Throws: `StoreError`.
  func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent]

  /// What was read in the last messages of a case; may have been purged. Costs what it returns.
  ///
  /// - Parameters:
  ///   - ref: the case.
  ///   - limit: of at most this many messages.
  /// - Returns: the newest reading a message, in the order of the messages.
  /// - Throws: `StoreError`.
  func readings(of ref: CaseRef, last limit: Int) throws -> [StoredReading]

  /// A page of the queue, the most urgent first. Costs what the page holds, not what the queue
  /// holds.
  ///
  /// - Parameter page: which part.
  /// - Returns: at most `page.limit` rows, in queue order whichever way was asked.
  /// - Throws: `StoreError`.
  func queue(_ page: QueuePage) throws -> [QueueRow]

  /// Cases this person was asked to take over and has not answered yet. Costs what it returns.
  ///
  /// - Parameters:
  ///   - person: who was asked.
  ///   - limit: at most this many.
  /// - Returns: rows of cases that are not closed, in queue order.
  /// - Throws: `StoreError`.
  func offers(to person: PersonID, limit: Int) throws -> [QueueRow]

  /// Several pages of the queue with what else a console shows of it; as the questions one by one, but
  /// asked together where that is quicker.
  ///
  /// - Parameter look: which parts, and whose offers.
  /// - Returns: what each question would have.
  /// - Throws: `StoreError`.
  func glance(_ look: QueueLook) throws -> QueueGlance

  /// The row of one case; nil when there is no such case. Closed cases keep theirs.
  ///
  /// - Parameter ref: the case.
  /// - Returns: the row as of the last event.
  /// - Throws: `StoreError`.
  func row(of ref: CaseRef) throws -> QueueRow?

  /// How many cases there are in each state. Costs the same for any number of cases.
  ///
  /// - Returns: a count for every state.
  /// - Throws: `StoreError`.
  func counts() throws -> [CaseState: Int]

  /// The cases that are not closed, counted, as they stand at one moment, and the pace since then.
  /// Goes over no case but by counting it in an index.
  ///
  /// - Parameter span: the first span of the pace that is wanted (``DeskPace/span``).
  /// - Returns: the figures.
  /// - Throws: `StoreError`.
  func figures(since span: Int64) throws -> DeskFigures

  /// What many cases are about that reached us since `start`. Goes over no case but those, and over
  /// them in an index.
  ///
  /// - Parameters:
  ///   - start: from when on cases count, closed ones among them.
  ///   - least: matters of fewer cases are left out; at least 1.
  /// - Returns: in the order of the matters.
  /// - Throws: `StoreError`.
  func crowds(since start: Instant, ofAtLeast least: Int) throws -> [MatterCount]

  /// Cases on which something was said since `start` about a matter that many write about.
  ///
  /// - Parameters:
  ///   - start: from when on.
  ///   - limit: at most this many.
  /// - Returns: the newest word first.
  /// - Throws: `StoreError`.
  func announced(since start: Instant, limit: Int) throws -> [CaseRef]

  /// Cases of a customer, by contact keys, the newest first.
  ///
  /// - Parameters:
  ///   - keys: as made by `ContactKey`.
  ///   - limit: at most this many.
  /// - Returns: references of open and closed cases.
  /// - Throws: `StoreError`.
  func cases(contact keys: [String], limit: Int) throws -> [CaseRef]

  /// Snoozed cases whose time has come, and those that wait for the customer or are closed and of
  /// which something has fallen due; then those that go one rung up, and those that were taken and left
  /// untouched, or offered and not answered, for too long.
  ///
  /// - Parameters:
  ///   - now: the time to hold against.
  ///   - limit: at most this many.
  /// - Returns: the snoozed ones, the waiting ones, the closed ones, then those to go up and those left untouched, of each the longest overdue
  ///   first.
  /// - Throws: `StoreError`.
  func asleep(until now: Instant, limit: Int) throws -> [CaseRef]

  /// What changed after `sequence`, oldest first.
  ///
  /// - Parameters:
  ///   - sequence: the last one seen; 0 for all.
  ///   - limit: at most this many.
  /// - Returns: one entry an event.
  /// - Throws: `StoreError`.
  func feed(after sequence: Int64, limit: Int) throws -> [FeedEntry]

  /// What changed after `sequence`, with the cases that changed; asked together where that is quicker.
  ///
  /// - Parameters:
  ///   - sequence: the last one seen; 0 for all.
  ///   - limit: at most this many events.
  ///   - person: whose offers are told.
  /// - Returns: the feed, and its cases as they stood no earlier; where nothing changed perhaps no counts.
  /// - Throws: `StoreError`.
  func news(after sequence: Int64, limit: Int, for person: PersonID) throws -> DeskNews

  /// The newest sequence number; 0 for an empty desk.
  ///
  /// - Returns: the number.
  /// - Throws: `StoreError`.
  func lastSequence() throws -> Int64

  /// A number that changes whenever another connection has committed. Cheap enough to ask twenty
  /// times a second.
  ///
  /// - Returns: a number without further meaning.
  /// - Throws: `StoreError`.
  func changeMark() throws -> Int64

  /// Waits before the mark is asked for again, until the store is told that somebody has committed; a
  /// store that is not told waits a tenth of a second. For one thread at a time.
  ///
  /// - Parameter time: at most this long; under a second.
  func awaitChange(atMost time: Duration)

  /// Everybody who may sign in.
  ///
  /// - Returns: in the order of their ids.
  /// - Throws: `StoreError`.
  func people() throws -> [Person]

  /// One person who may sign in, or might once.
  ///
  /// - Parameter id: who.
  /// - Returns: nil for a stranger. The cost does not grow with how many people there are.
  /// - Throws: `StoreError`.
  func person(_ id: PersonID) throws -> Person?

  /// Keeps an author's unsent words; an empty text removes them.
  ///
  /// - Parameters:
  ///   - text: the draft.
  ///   - author: the only person who may read it (domain F).
  ///   - ref: the case it is for.
  /// - Throws: `StoreError`.
  func keep(draft text: String, of author: PersonID, for ref: CaseRef) throws

  /// The unsent words of one author.
  ///
  /// - Parameter author: whose.
  /// - Returns: by case.
  /// - Throws: `StoreError`.
  func drafts(of author: PersonID) throws -> [CaseRef: String]

  /// How many messages have a reading made before a time.
  ///
  /// - Parameter time: the age limit.
  /// - Returns: the count. Costs what it counts.
  /// - Throws: `StoreError`.
  func readings(before time: Instant) throws -> Int

  /// Removes for ever what was read in messages before a time (domain F), with the score of a case
  /// of which no reading is left. The events stay, with the levels that decisions rested on, and
  /// nobody is told of a change.
  ///
  /// - Parameters:
  ///   - time: the age limit.
  ///   - limit: of at most this many messages, so that nobody waits long for the turn.
  /// - Returns: of how many; 0 when nothing older is left.
  /// - Throws: `StoreError`.
  func purge(readingsBefore time: Instant, limit: Int) throws -> Int

  /// Checks the store's own integrity; one sentence a fault, none when it is sound.
  ///
  /// - Returns: the faults.
  /// - Throws: `StoreError`.
  func faults() throws -> [String]

  /// All cases, for checks and exports; one call of `body` a case.
  ///
  /// - Parameter body: gets a reference; what it throws ends the walk.
  /// - Throws: `StoreError`, or what `body` threw.
  func eachCase(_ body: (CaseRef) throws -> Void) throws
}

extension DeskStore {
  package func readied(_ appending: Appending) throws -> Appending { appending }

  package func awaitChange(atMost time: Duration) {
    usleep(UInt32(max(.zero, min(time, .milliseconds(100))) / .microseconds(1)))
  }
}
