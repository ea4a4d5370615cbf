package import Playbook
package import Vocabulary
package import Workflow

extension Desk {
  /// What a case speaks for of how the customer goes about things, the most urgent first.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - readings: what was read in its messages, as far as it is at hand.
  /// - Returns: proposals for the agent, with the words behind them; kept nowhere.
  package func signs(in current: Case, _ readings: [StoredReading]) -> [CustomerSign] {
    playbook.customers.signs(
      in: current,
      readings: readings.reduce(into: [:]) { $0[$1.message] = $1.customer })
  }

  /// What the customer of a case told of and what the case proves, as things are now.
  package func topics(in current: Case) -> Set<TopicID> {
    playbook.topics.seen(in: current, now: now())
  }
}
