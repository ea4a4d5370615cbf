package import Language
package import Vocabulary
package import Workflow

/// All behaviours and needs of a playbook, ready to be looked for.
package struct CustomerTypes: Sendable {
  /// In the order in which they are proposed: what cannot wait first, needs last.
  package let all: [CustomerType]
  private let signs: WordSigns

  package init(_ all: [CustomerType]) {
    self.all = all
    signs = WordSigns(
      all.map { WordSigns.Group(kind: $0.name, words: $0.words, unless: $0.unless) })
  }

  /// None at all.
  package static let none = CustomerTypes([])

  /// Entries that cannot be used.
  package var problems: [WordSigns.Problem] { signs.problems }

  /// What a case speaks for that nobody has said of it yet.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - readings: what was read in its messages, by number.
  /// - Returns: in the order in which they are proposed; nothing for a closed case.
  /// - Complexity: reads the customer's last eight messages, some ten microseconds each.
  package func signs(
    in current: Case, readings: [Int: CustomerReading]
  ) -> [CustomerSign] {
    guard current.state != .closed, !all.isEmpty else { return [] }
    let found = signs(in: HeardMessage.turns(of: current, readings: readings))
    let seen = Set(all.filter { $0.isSeen(in: current) }.map(\.subject))
    return found.filter { sign in
      if seen.contains(sign.subject) { return false }
      if case .need = sign.subject { return current.classification.need == nil }
      return true
    }
  }

  /// What some messages of a customer speak for.
  ///
  /// - Parameter turns: oldest first.
  /// - Returns: in the order in which they are proposed.
  package func signs(in turns: [HeardMessage]) -> [CustomerSign] {
    let words = turns.map { signs.find(in: $0.text) }
    return all.compactMap { type in
      let said = words.map { found in found.filter { $0.kind == type.name }.map(\.words) }
      let happened = type.habits.compactMap { habit in
        habit.words(in: turns).map { (habit: habit, words: $0) }
      }
      guard said.count(where: { !$0.isEmpty }) + happened.count >= type.signs else { return nil }
      let spoken = said.reversed().flatMap(\.self)
      var quotes: [String] = []
      for quote in spoken + happened.flatMap(\.words) where !quotes.contains(quote) {
        quotes.append(quote)
      }
      return CustomerSign(
        subject: type.subject, words: quotes, habits: happened.map(\.habit))
    }
  }
}
