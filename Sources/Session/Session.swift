package import Console
package import Desk
import Dispatch
import Foundation
package import Logging
import Synchronization
package import Vocabulary

/// One person's sitting at the desk: runs what the console wants done and tells it what happened.
///
/// Effects run one after another, off the thread that draws; answers wait in an inbox, and `wake`
/// says that there is something in it.
package final class Session: Sendable {
  let desk: Desk
  let person: PersonID
  let language: LanguageTag
  let wake: @Sendable () -> Void
  let log: Logger
  let inbox = Mutex<[Console.Message]>([])
  let drafts = Mutex<[CaseRef: String]>([:])
  /// Words being written that nobody has read yet.
  let unread = Mutex<DraftWords?>(nil)
  /// This sitting's own time, which never jumps.
  let monotonic: @Sendable () -> Duration
  let attendance: Mutex<Attendance>
  /// Where words wait while the desk is out of reach; nil where they do not.
  let journal: Journal?
  let post: Mutex<Post>
  /// Drawn anew each time, from 0 to 1.
  let chance: @Sendable () -> Double
  /// Keeps words here while what waits for the desk waits.
  let posting = DispatchQueue(label: "calmdesk.session.posting", qos: .userInitiated)
  private let work = DispatchQueue(label: "calmdesk.session.work")
  let reading = DispatchQueue(label: "calmdesk.session.reading", qos: .userInitiated)
  /// The watch is not waited for.
  private let hasEnded = Mutex(false)
  private let warm = DispatchQueue(label: "calmdesk.session.warm", qos: .utility)
  private let seen = Mutex<Seen>(Seen())
  /// What the console will ask for when it hears that cases changed.
  let ahead = Mutex(LookAhead())
  /// When nobody was found to be away; nil while somebody is.
  let nobodyAwayAt = Mutex<ContinuousClock.Instant?>(nil)

  /// How far the desk's changes have been told.
  private struct Seen {
    var mark: Int64?
    var sequence: Int64 = 0
    var keptAt: ContinuousClock.Instant?
    var sweptAt: ContinuousClock.Instant?
    /// What was last told of what many write about, and when it was looked for.
    var crowds: [Crowd] = []
    var crowdsAt: Instant?
    var crowdsMoved = true
    /// When the desk stopped answering.
    var lostAt: Instant?
  }

  /// - Parameters:
  ///   - desk: the desk.
  ///   - person: who sits at it.
  ///   - language: the language of the screen.
  ///   - log: gets what nobody at the screen needs to read, without customers' words.
  ///   - journal: where words wait while the desk is out of reach; nil where they stay in the composer.
  ///   - monotonic: the sitting's own time, from any beginning; never goes back.
  ///   - chance: drawn anew each time, from 0 to 1.
  ///   - wake: called from any thread when the inbox has something new.
  package init(
    desk: Desk, person: PersonID, language: LanguageTag, log: Logger,
    journal: Journal? = nil,
    monotonic: @escaping @Sendable () -> Duration = Session.monotonic,
    chance: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
    wake: @escaping @Sendable () -> Void
  ) {
    self.desk = desk
    self.person = person
    self.language = language
    self.log = log
    self.monotonic = monotonic
    self.journal = journal
    self.chance = chance
    post = Mutex(Post())
    attendance = Mutex(
      Attendance(
        presence: Presence(
          sitting: SittingID("\(person)-\(UUID().uuidString)"), person: person,
          place: Session.place, counter: 0)))
    self.wake = wake
  }

  /// Begins to follow the desk.
  package func start() {
    // What reads words is built while the person looks at the queue, not at the first message.
    warm.async { [self] in _ = desk.words }
    posting.async { [self] in tellOutbox() }
    work.async { [self] in
      var kept = attempt { try desk.store.drafts(of: person) } ?? [:]
      // What the desk could not keep is newer.
      kept.merge(journal?.outbox.drafts ?? [:]) { $1 }
      kept = kept.filter { !$0.value.isEmpty }
      if !kept.isEmpty { tell(.drafts(kept)) }
      sendOff()
    }
    let sequence = attempt { try desk.store.lastSequence() } ?? 0
    seen.withLock { $0.sequence = sequence }
    startWatch()
  }

  /// Looks every little while, until the sitting ends.
  ///
  /// A thread of its own that does nothing but this: a timer of a queue wakes three threads for each
  /// look, and costs three times as much.
  private func startWatch() {
    let thread = Thread { [weak self, store = desk.store] in
      while true {
        store.awaitChange(atMost: Session.interval)
        guard let self, !hasEnded.withLock({ $0 }) else { return }
        self.beat()
        self.attend()
      }
    }
    thread.name = "calmdesk.watch"
    thread.start()
  }

  /// How often the desk is asked at least whether anything changed: looking is what an idle console
  /// costs most by, and a store that is told of changes is asked at once.
  private static let interval = Duration.milliseconds(500)
  /// Between two looks at who is away.
  static let leaveSpan = Duration.seconds(5)
  /// Between two times at which unsent words are kept.
  private static let keepEvery = Duration.seconds(1)

  /// Between two looks at what has fallen due: everybody's console looks for all of the floor, so
  /// where many sit each of them looks less often, and it is still looked five times a second.
  ///
  /// - Parameter seats: consoles that are heard of, this one among them.
  /// - Returns: at least a second.
  static func sweepEvery(seats: Int) -> Duration { .seconds(max(1, seats / 5)) }

  /// What happened since the last call, oldest first.
  package func messages() -> [Console.Message] {
    inbox.withLock { inbox in
      defer { inbox = [] }
      return inbox
    }
  }

  /// Has effects carried out, in order. Returns at once.
  ///
  /// - Parameter effects: as the console gave them; those about the terminal are the caller's.
  package func run(_ effects: [Effect]) {
    for effect in effects {
      // With every key, and nothing to wait for.
      if case .keepDraft(let ref, let text) = effect {
        drafts.withLock { $0[ref] = text }
        continue
      }
      if case .attend(let whereabouts) = effect {
        keep(whereabouts)
        continue
      }
      if goesByPost(effect) { continue }
      if case .loadQueue(let page) = effect, let window = windowAhead(page) {
        tell(.queue(window))
        continue
      }
      // Not behind what waits for the store, and only as they are now.
      if case .readDraft(let words) = effect {
        readSoon(words)
        continue
      }
      later { [self] in carry(out: effect) }
    }
  }

  /// Runs something after the effects that are on their way.
  func later(_ body: @escaping @Sendable () -> Void) { work.async(execute: body) }

  /// Returns when everything that was asked for has been carried out and told.
  ///
  /// While the desk is out of reach nothing is waited for but what is kept here.
  package func finish() {
    if !isCutOff { work.sync {} }
    posting.sync {}
  }

  /// Ends the sitting: keeps the drafts, stops following. Returns when all is stored.
  ///
  /// - Parameters:
  ///   - unkept: drafts the console has not given away yet.
  ///   - releasing: whether the person's conversations go back to the queue, since nobody can see
  ///     them any more. A call stays: the line to the customer may still stand.
  package func close(keeping unkept: [CaseRef: String], releasing: Bool = false) {
    hasEnded.withLock { $0 = true }
    drafts.withLock { $0.merge(unkept) { _, last in last } }
    posting.sync {}
    guard !isCutOff else {
      posting.sync { [self] in keepDrafts() }
      return
    }
    work.sync { [self] in
      keepDrafts()
      if releasing { releaseAll() }
      leave()
    }
  }

  // MARK: - Following

  private func beat() {
    let (keeps, sweeps) = rounds()
    do {
      // A line that broke in between is opened again before anybody is told.
      let mark = try (try? desk.store.changeMark()) ?? desk.store.changeMark()
      let moved = seen.withLock { seen in
        defer { seen.mark = mark }
        return seen.mark != mark
      }
      if moved { try tellChanges() }
      try tellCrowds()
      noteFound()
    } catch {
      noteLost(error)
    }
    guard keeps else { return }
    if isLost {
      posting.async { [self] in keepDrafts() }
      return
    }
    work.async { [self] in
      sendOff()
      keepDrafts()
      guard sweeps else { return }
      _ = attempt { try desk.sweep() }
      _ = attempt { try desk.tidyDaily(for: person) }
    }
  }

  /// Whether it is time to keep unsent words, and to look for what has fallen due.
  private func rounds() -> (keeps: Bool, sweeps: Bool) {
    let seats = self.seats
    let now = ContinuousClock.now
    return seen.withLock { seen in
      guard let kept = seen.keptAt, let swept = seen.sweptAt else {
        seen.keptAt = now
        seen.sweptAt = now
        return (false, false)
      }
      guard now - kept >= Session.keepEvery else { return (false, false) }
      seen.keptAt = now
      let sweeps = now - swept >= Session.sweepEvery(seats: seats)
      if sweeps { seen.sweptAt = now }
      return (true, sweeps)
    }
  }

  /// Consoles that are heard of, this one among them.
  private var seats: Int { attendance.withLock { $0.seats } }

  /// Whether the desk does not answer now.
  var isLost: Bool { seen.withLock { $0.lostAt != nil } }

  /// Whether the desk does not answer, and there is a place for what is written meanwhile.
  var isCutOff: Bool { journal != nil && isLost }

  /// Says, once, that the desk does not answer.
  func noteLost(_ error: any Error) {
    let now = desk.now()
    let isNew = seen.withLock { seen in
      defer { seen.lostAt = seen.lostAt ?? now }
      return seen.lostAt == nil
    }
    guard isNew else { return }
    log.error("The desk does not answer: \(error)")
    tell(.stale(since: now))
  }

  /// The desk answers: what waited goes first, so that it is there when the console looks again.
  private func noteFound() {
    let wasLost = seen.withLock { seen in
      defer { seen.lostAt = nil }
      return seen.lostAt != nil
    }
    guard wasLost else { return }
    log.notice("The desk answers again.")
    work.async { [self] in
      post.withLock { $0.nextTry = nil }
      sendOff()
      tell(.stale(since: nil))
    }
  }

  func tellChanges() throws {
    var sequence = seen.withLock { $0.sequence }
    var changed: [CaseRef] = []
    while true {
      let entries = try changesAhead(after: sequence, limit: 500)
      for entry in entries where changed.last != entry.ref { changed.append(entry.ref) }
      sequence = entries.last?.sequence ?? sequence
      if entries.count < 500 { break }
    }
    seen.withLock { [sequence] in $0.sequence = sequence }
    if !changed.isEmpty {
      seen.withLock { $0.crowdsMoved = true }
      tell(.changed(changed))
    }
  }

  /// Seconds between two looks for what many write about, which everybody's console takes by itself.
  ///
  /// - Parameters:
  ///   - isMoved: whether something has changed; where nothing has, cases still grow old.
  ///   - seats: consoles that are heard of, this one among them.
  /// - Returns: at least five.
  static func crowdSpan(isMoved: Bool, seats: Int) -> Int64 {
    isMoved ? max(5, min(30, Int64(seats / 5))) : 30
  }

  /// Tells what many write about, where it is time to look and it is something else than before.
  func tellCrowds() throws {
    let now = desk.now()
    let seats = self.seats
    let isTime = seen.withLock { seen in
      guard let last = seen.crowdsAt, last <= now else { return true }
      return now.seconds(since: last)
        >= Session.crowdSpan(isMoved: seen.crowdsMoved, seats: seats)
    }
    guard isTime else { return }
    let crowds = try desk.crowds()
    let isNew = seen.withLock { seen in
      seen.crowdsAt = now
      seen.crowdsMoved = false
      defer { seen.crowds = crowds }
      return seen.crowds != crowds
    }
    if isNew { tell(.crowds(crowds)) }
  }

  // MARK: - Telling

  /// Puts a message into the inbox.
  func tell(_ message: Console.Message) {
    // What else is told may make the console ask for what was not there yet.
    if !message.isOfTheFloor { ahead.withLock { $0.forget() } }
    inbox.withLock { $0.append(message) }
    wake()
  }

  /// Runs `body`; what it throws becomes a notice, or the word that the desk is out of reach.
  func attempt<Result>(_ body: () throws -> Result) -> Result? {
    do {
      return try body()
    } catch let error as StoreError where error.isOutOfReach {
      noteLost(error)
      return nil
    } catch {
      log.error("\(error)")
      tell(.notice("\(error)"))
      return nil
    }
  }
}
