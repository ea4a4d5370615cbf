package import Vocabulary

/// Judges from what is seen on a board who is still there. A claim is a lease: it holds as long as one
/// console of its holder is heard of.
///
/// A pure value. Only the watcher's own time counts, which never jumps, and whether a counter grew;
/// two machines' clocks are never compared. Of a time in which the watcher itself did not look (it was
/// stopped, its machine slept, its line was cut) only ``longestStep`` counts against the others,
/// since nobody knows what they did meanwhile.
package struct LeaseWatch: Equatable, Sendable {
  /// A sitting that has not moved for so long is dead.
  package static let term = Duration.seconds(60)
  /// The most that one look can count: twice the time between two looks.
  package static let longestStep = Duration.seconds(10)

  private struct Seen: Equatable {
    var presence: Presence
    /// How long it has been seen not to move.
    var silence = Duration.zero
    /// Whether it stood on the board at the last look.
    var isOnBoard = true

    var isDead: Bool { silence >= LeaseWatch.term }
  }

  private var seen: [SittingID: Seen] = [:]
  private var lookedAt: Duration?

  package init() {}

  /// Takes in what stands on the board.
  ///
  /// A sitting that no longer stands there without having left is silent, as one that stands still:
  /// a board may lose what it knew.
  ///
  /// - Parameters:
  ///   - board: everything on it.
  ///   - now: the watcher's own time, from any beginning; never goes back.
  package mutating func look(at board: [Presence], now: Duration) {
    let step = min(max(.zero, lookedAt.map { now - $0 } ?? .zero), LeaseWatch.longestStep)
    lookedAt = now
    for sitting in seen.keys {
      seen[sitting]?.silence += step
      seen[sitting]?.isOnBoard = false
    }
    for presence in board {
      let known = seen[presence.sitting]
      let moved = known?.presence.counter != presence.counter
      seen[presence.sitting] = Seen(
        presence: presence, silence: moved ? .zero : known?.silence ?? .zero)
    }
    // One that was cleared away is over, whoever judged it.
    seen = seen.filter { $0.value.isOnBoard || !$0.value.presence.hasLeft }
  }

  /// Sittings that are heard of, in the order of their ids.
  package var living: [Presence] {
    sorted { !$0.isDead && !$0.presence.hasLeft }
  }

  /// Sittings that are over and may be cleared away: silent for the whole term, or left and silent
  /// since.
  package var over: [Presence] { sorted { $0.isDead } }

  /// People who were there and are heard of no longer, from no console of theirs. Whoever left of
  /// their own will, or never had a console, is none of them.
  package var lapsed: Set<PersonID> {
    let there = Set(living.map(\.person))
    return Set(over.filter { !$0.hasLeft }.map(\.person)).subtracting(there)
  }

  /// Forgets a sitting whose end was dealt with; when it speaks again it is new.
  package mutating func forget(_ sitting: SittingID) { seen[sitting] = nil }

  private func sorted(_ isWanted: (Seen) -> Bool) -> [Presence] {
    seen.values.filter(isWanted).map(\.presence).sorted { $0.sitting < $1.sitting }
  }
}
