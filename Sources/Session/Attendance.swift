import Desk
import Vocabulary

/// What a sitting says of itself on the board, and what it has seen there.
struct Attendance {
  /// This sitting, as it was last told or will be told next.
  var presence: Presence
  /// Something changed that others should see at once.
  var isNews = true
  /// By the sitting's own monotonic time.
  var spokeAt: Duration?
  var lookedAt: Duration?
  var watch = LeaseWatch()
  /// Who the console was told of, without counters.
  var told: [Presence]?
  /// Consoles that are heard of, this one among them.
  var seats: Int { (told?.count ?? 0) + 1 }
  /// What is over is being dealt with.
  var isTidying = false
  /// The board does not answer, and the log says so already.
  var isBoardLost = false
  /// The cases this person held at the last look.
  var held: Set<CaseRef> = []
}
