import Synchronization
import Vocabulary

/// A board that lives as long as the program: for practice, for tests, and as the measure of the
/// others.
package final class MemoryBoard: PresenceBoard {
  private let sittings = Mutex<[SittingID: Presence]>([:])

  package init() {}

  package func put(_ presence: Presence) throws {
    sittings.withLock { sittings in
      if let known = sittings[presence.sitting], known.person != presence.person { return }
      sittings[presence.sitting] = presence
    }
  }

  package func all() throws -> [Presence] {
    sittings.withLock { $0.values.sorted { $0.sitting < $1.sitting } }
  }

  package func clear(_ presence: Presence) throws {
    sittings.withLock { sittings in
      guard sittings[presence.sitting]?.counter == presence.counter else { return }
      sittings[presence.sitting] = nil
    }
  }
}
