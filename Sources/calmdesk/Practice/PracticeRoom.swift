import Dispatch
import Logging
import Practice
import Synchronization

/// Keeps the customers of a practice shift alive beside the screen, on a queue of its own.
final class PracticeRoom: Sendable {
  private let floor: PracticeFloor
  private let log: Logger
  private let queue = DispatchQueue(label: "calmdesk.practice")
  private let isOpen = Mutex(true)

  init(floor: PracticeFloor, log: Logger) {
    self.floor = floor
    self.log = log
  }

  /// How often customers look whether it is their turn.
  private static let interval = DispatchTimeInterval.milliseconds(150)

  /// Lets them come.
  func start() {
    queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in
      guard let self, self.isOpen.withLock(\.self) else { return }
      do {
        try self.floor.step()
      } catch {
        self.log.error("A practice customer could not speak: \(error)")
      }
      self.start()
    }
  }

  /// Sends them home; returns when nobody is speaking any more.
  func close() {
    isOpen.withLock { $0 = false }
    queue.sync {}
  }
}
