import Synchronization

/// A part of the playbook that is read when somebody first asks for it, and then kept.
///
/// Two who ask at once may both read; the first result stands for both.
final class LazyPart<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  /// The value for `key`, read by `make` the first time.
  func value(_ key: Key, _ make: () -> Value) -> Value {
    if let value = values.withLock({ $0[key] }) { return value }
    let made = make()
    return values.withLock { values in
      if let earlier = values[key] { return earlier }
      values[key] = made
      return made
    }
  }

  /// Lets go of a value, so that it is read anew.
  func forget(_ key: Key) { values.withLock { $0[key] = nil } }

  /// Every value read so far.
  var read: [Value] { values.withLock { Array($0.values) } }
}

/// A value with what was wrong on the way to it.
struct Loaded<Value: Sendable>: Sendable {
  var value: Value
  var problems: [PlaybookProblem]
}
