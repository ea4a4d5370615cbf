import Synchronization
import Vocabulary
import Workflow

/// Cases lately folded, so that a command on a long case costs no more than on a short one.
///
/// An entry is only a start: whoever takes it lays the events after its version over it.
final class CaseCache: Sendable {
  private struct Kept {
    var cases: [CaseRef: Case] = [:]
    /// When each was put in last, apart from the cases: they are large, and looking for the oldest must
    /// not move them.
    var uses: [CaseRef: Int] = [:]
    var count = 0
  }

  private let capacity: Int
  private let kept = Mutex(Kept())

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// Takes the entry out, so that its owner may change it without a copy.
  func take(_ ref: CaseRef) -> Case? {
    kept.withLock { kept in
      kept.uses[ref] = nil
      return kept.cases.removeValue(forKey: ref)
    }
  }

  /// The case as it was when it was last looked at; nil when it is not at hand.
  func peek(_ ref: CaseRef) -> Case? { kept.withLock { $0.cases[ref] } }

  /// Puts a case in; where there is no room, the quarter least lately used makes some.
  func put(_ value: Case) {
    kept.withLock { kept in
      kept.count += 1
      kept.cases[value.ref] = value
      kept.uses[value.ref] = kept.count
      guard kept.cases.count > capacity else { return }
      let oldest = kept.uses.sorted { $0.value < $1.value }.prefix(max(1, capacity / 4))
      for (ref, _) in oldest {
        kept.cases[ref] = nil
        kept.uses[ref] = nil
      }
    }
  }
}
