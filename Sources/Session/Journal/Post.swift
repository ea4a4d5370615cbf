import Console
import Desk
import Vocabulary

/// How words on their way stand in one sitting.
struct Post {
  /// Words given to the desk directly and not answered yet, by case: what follows goes behind them.
  var flying: [CaseRef: Int] = [:]
  /// When the desk is tried again with what it could not take; by the sitting's own time.
  var nextTry: Duration?
  var backoff = Backoff(from: .milliseconds(500), to: .seconds(15))
  /// What the console was last told of.
  var told: [Outgoing] = []
}
