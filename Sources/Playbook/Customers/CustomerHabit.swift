import Vocabulary

/// Something that happened in a case and tells how a customer goes about things, whatever the words.
package enum CustomerHabit: String, CaseIterable, Codable, Hashable, Sendable {
  /// Three messages that take a while to read.
  case longTurns = "long_turns"
  /// Three messages in a row of a few words each, none of which asks or agrees.
  case shortTurns = "short_turns"
  /// Tells the story again that was told before.
  case retelling
  /// Agreed, and then did not.
  case changedMind = "changed_mind"
  /// Turned down what was offered, twice.
  case declinedTwice = "declined_twice"
  /// The heat rose by two levels from one message to the next.
  case quickRise = "quick_rise"
  /// Swore at a person.
  case abuse

  /// What stands behind it.
  ///
  /// - Parameter turns: the customer's last messages, oldest first.
  /// - Returns: the customer's words, the newest first; nil when it did not happen.
  package func words(in turns: [HeardMessage]) -> [String]? {
    switch self {
    case .longTurns:
      turns.count(where: \.isLong) >= 3 ? [] : nil
    case .shortTurns:
      turns.count >= 3 && turns.suffix(3).allSatisfy(\.isClosed)
        ? turns.suffix(3).reversed().map(\.text) : nil
    case .retelling: turns.last { $0.retold != nil }?.retold.map { [$0] }
    case .changedMind: CustomerHabit.change(in: turns)
    case .declinedTwice:
      turns.count { $0.moves.contains(.rejection) } >= 2
        ? turns.reversed().filter { $0.moves.contains(.rejection) }.map(\.text) : nil
    case .quickRise: CustomerHabit.rise(in: turns)
    case .abuse: turns.last { $0.moves.contains(.abuse) }.map(\.insults)
    }
  }

  private static func change(in turns: [HeardMessage]) -> [String]? {
    guard let yes = turns.firstIndex(where: { $0.moves.contains(.acceptance) }) else { return nil }
    let no = turns[(yes + 1)...].last { turn in
      !turn.moves.isDisjoint(with: [.rejection, .correction]) && !turn.moves.contains(.acceptance)
    }
    return no.map { [$0.text] }
  }

  private static func rise(in turns: [HeardMessage]) -> [String]? {
    let levels = HeatLevel.allCases
    func height(_ turn: HeardMessage) -> Int { levels.firstIndex(of: turn.heat) ?? 0 }
    return zip(turns, turns.dropFirst()).reversed().first { height($1) - height($0) >= 2 }
      .map { [$1.text] }
  }
}

extension HeardMessage {
  /// About 60 words or 110 Chinese letters.
  fileprivate var isLong: Bool { text.utf8.count >= 320 }

  /// A few words that lead nowhere.
  fileprivate var isClosed: Bool {
    text.utf8.count <= 24 && moves.isDisjoint(with: [.question, .acceptance, .thanks, .rejection])
      && heat < .angry
  }
}
