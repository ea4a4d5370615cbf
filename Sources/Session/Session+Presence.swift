import Console
import Desk
import Foundation
import Logging
import Synchronization
import Vocabulary

/// How a sitting is there for others, and how it sees who is there.
///
/// The watch that looks for changes does this beside, so no thread wakes for it: a word to the board
/// every few seconds and at once when something changed, a look at it every second or two while a
/// case is on the screen and every few seconds otherwise. What is found over is dealt with on the
/// queue on which effects run. The board may fail at any time; that is logged once and told to nobody,
/// since nothing of the desk rests on it.
extension Session {
  /// Between two words that say nothing new.
  static let wordEvery = Duration.seconds(5)
  /// Between two looks at who else is there: seldom while no case is on the screen, and where many
  /// sit a little less often, since each of them reads a line for every other one.
  ///
  /// - Parameters:
  ///   - isOpen: whether a case is on the screen.
  ///   - seats: consoles that are heard of, this one among them.
  /// - Returns: at least a second.
  static func lookEvery(isOpen: Bool, seats: Int) -> Duration {
    isOpen ? .milliseconds(max(1_000, min(2_500, seats * 50))) : .seconds(5)
  }

  /// Time that never jumps, from this process's start on.
  package static let monotonic: @Sendable () -> Duration = {
    let begun = SuspendingClock.now
    return { SuspendingClock.now - begun }
  }()

  /// Host and process.
  static var place: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "/\(getpid())" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return "\(String(decoding: bytes, as: UTF8.self))/\(getpid())"
  }

  /// Keeps what the console says of itself, to be told with the next beat.
  func keep(_ whereabouts: Whereabouts) {
    attendance.withLock { attendance in
      guard attendance.presence.whereabouts != whereabouts else { return }
      attendance.presence.whereabouts = whereabouts
      attendance.isNews = true
    }
  }

  /// Says that this sitting is there and sees who else is, where it is time to. Cheap where it is not.
  package func attend() {
    guard !isLost else { return }
    let now = monotonic()
    speak(now)
    look(now)
  }

  private func speak(_ now: Duration) {
    let word: Presence? = attendance.withLock { attendance in
      let isDue = attendance.spokeAt.map { now - $0 >= Session.wordEvery } ?? true
      guard isDue || attendance.isNews, !attendance.presence.hasLeft else { return nil }
      attendance.isNews = false
      attendance.spokeAt = now
      attendance.presence.counter += 1
      return attendance.presence
    }
    guard let word else { return }
    ask { try $0.put(word) }
  }

  private func look(_ now: Duration) {
    let isDue = attendance.withLock { attendance in
      let isOpen = attendance.presence.whereabouts.looking != nil
      let every = Session.lookEvery(isOpen: isOpen, seats: attendance.seats)
      guard attendance.lookedAt.map({ now - $0 >= every }) ?? true else { return false }
      attendance.lookedAt = now
      return true
    }
    guard isDue, let board = ask({ try $0.all() }) else { return }
    let (news, isOver): ([Presence]?, Bool) = attendance.withLock { attendance in
      let own = attendance.presence.sitting
      attendance.watch.look(at: board.filter { $0.sitting != own }, now: now)
      let living = attendance.watch.living.map { presence in
        var presence = presence
        presence.counter = 0
        return presence
      }
      let isOver = !attendance.isTidying && !attendance.watch.over.isEmpty
      if isOver { attendance.isTidying = true }
      guard living != attendance.told else { return (nil, isOver) }
      attendance.told = living
      return (living, isOver)
    }
    if let news { tell(.presence(news)) }
    if isOver { later { [self] in tidy() } }
  }

  /// Gives back what the dead held, then clears their sittings away.
  private func tidy() {
    let (lapsed, over) = attendance.withLock { attendance in
      (attendance.watch.lapsed.subtracting([person]), attendance.watch.over)
    }
    var failed: Set<PersonID> = []
    for person in lapsed.sorted() {
      do {
        for ref in try desk.lapse(of: person) {
          log.notice("\(person) is heard of no longer; \(ref) went back to the queue.")
        }
      } catch {
        log.error("What \(person) holds could not be given back: \(error)")
        failed.insert(person)
      }
    }
    for sitting in over where !failed.contains(sitting.person) {
      ask { try $0.clear(sitting) }
      attendance.withLock { $0.watch.forget(sitting.sitting) }
    }
    attendance.withLock { $0.isTidying = false }
  }

  /// Says that this sitting ends of its own accord.
  func leave() {
    let word = attendance.withLock { attendance in
      attendance.presence.counter += 1
      attendance.presence.hasLeft = true
      return attendance.presence
    }
    ask { try $0.put(word) }
  }

  /// Who sits at a console that is heard of and takes cases, as far as this sitting has seen.
  var takers: Set<PersonID> {
    attendance.withLock { attendance in
      let others = attendance.watch.living.filter(\.whereabouts.status.takesCases)
      return Set(others.map(\.person)).union([person])
    }
  }

  /// Tells which conversations went back to the queue while this sitting was not heard of.
  ///
  /// - Parameter mine: what this person holds now.
  func tellLosses(_ mine: [QueueRow]) {
    let gone = attendance.withLock { attendance in
      let held = Set(mine.map(\.ref))
      defer { attendance.held = held }
      return attendance.held.subtracting(held)
    }
    guard !gone.isEmpty else { return }
    for taken in attempt({ try desk.takenOver(gone, from: person) }) ?? [] {
      tell(.takenOver(customer: taken.customer, taken.takeOver))
    }
    for ignored in [false, true] {
      let customers = attempt { try desk.wentBack(gone, from: person, ignored: ignored) } ?? []
      guard !customers.isEmpty else { continue }
      tell(ignored ? .ignored(customers) : .wentBack(customers))
    }
  }

  @discardableResult
  private func ask<Result>(_ body: (any PresenceBoard) throws -> Result) -> Result? {
    do {
      let result = try body(desk.store.presence)
      attendance.withLock { $0.isBoardLost = false }
      return result
    } catch {
      let isKnown = attendance.withLock { attendance in
        defer { attendance.isBoardLost = true }
        return attendance.isBoardLost
      }
      if !isKnown { log.error("The board does not answer: \(error)") }
      return nil
    }
  }
}
