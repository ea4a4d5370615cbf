import Synchronization
import Vocabulary
import Workflow

/// Cases lately folded, so that a command on a long case costs no more than on a short one.
///
/// An entry is only a start: whoever takes it lays the events after its version over it.
final class CaseCache: Sendable {
  private struct Kept {
    var entries: [CaseRef: (value: Case, use: Int)] = [:]
    var uses = 0
  }

  private let capacity: Int
  private let kept = Mutex(Kept())

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// Takes the entry out, so that its owner may change it without a copy.
  func take(_ ref: CaseRef) -> Case? {
    kept.withLock { $0.entries.removeValue(forKey: ref)?.value }
  }

  /// The case as it was when it was last looked at; nil when it is not at hand.
  func peek(_ ref: CaseRef) -> Case? { kept.withLock { $0.entries[ref]?.value } }

  /// Puts a case in; the one least lately used makes room.
  func put(_ value: Case) {
    kept.withLock { kept in
      kept.uses += 1
      kept.entries[value.ref] = (value, kept.uses)
      if kept.entries.count > capacity,
        let oldest = kept.entries.min(by: { $0.value.use < $1.value.use })?.key
      {
        kept.entries[oldest] = nil
      }
    }
  }
}
