package import Language
package import Vocabulary
package import Workflow

/// All topics of a playbook, ready to be looked for.
package struct Topics: Sendable {
  /// In the order of the files.
  package let all: [Topic]
  private let signs: WordSigns

  package init(_ all: [Topic]) {
    self.all = all
    signs = WordSigns(
      all.map { WordSigns.Group(kind: $0.id.rawValue, words: $0.words, unless: $0.unless) })
  }

  /// Entries that cannot be used.
  package var problems: [WordSigns.Problem] { signs.problems }

  /// Messages of the customer's looked at, the newest.
  private static let most = 12
  /// Letters looked at in one message.
  private static let mostLetters = 2_000

  /// What the customer tells of, and what the case proves.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - now: the time.
  /// - Returns: the topics; none of them means that nothing may be taken for granted.
  /// - Complexity: reads the customer's last dozen messages, some ten microseconds each.
  package func seen(in current: Case, now: Instant) -> Set<TopicID> {
    guard !all.isEmpty else { return [] }
    let heard = current.messages.lazy.reversed().filter { $0.isFromCustomer }.prefix(Topics.most)
    var seen = Set(all.filter { $0.proof?.holds(in: current, now: now) == true }.map(\.id))
    let limited = all.filter { $0.heat.count < HeatLevel.allCases.count }
    for message in heard {
      let told = told(in: message.text)
      let heat = message.heat ?? .calm
      let sneered = limited.filter { !$0.heat.contains(heat) }.map(\.id)
      seen.formUnion(told.subtracting(sneered))
    }
    return seen
  }

  /// What the customer's last dozen messages tell of, whatever the case proves.
  package func told(by current: Case) -> Set<TopicID> {
    guard !all.isEmpty else { return [] }
    return current.messages.reversed().filter(\.isFromCustomer).prefix(Topics.most)
      .reduce(into: []) { $0.formUnion(told(in: $1.text)) }
  }

  /// What a message of a customer's tells of.
  package func told(in text: String) -> Set<TopicID> {
    Set(signs.find(in: String(text.prefix(Topics.mostLetters))).map { TopicID($0.kind) })
  }
}
