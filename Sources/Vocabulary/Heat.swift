/// A reading of how upset one message is, with the words that say so.
package struct Heat: Equatable, Codable, Sendable {
  /// 0 (calm) to 100 (explosive).
  package var score: Int
  /// The score in a word.
  package var level: HeatLevel
  /// The mood between the lines (S4-2).
  package var mood: Mood
  /// The words behind the score, in the order they stand.
  package var signals: [HeatSignal]

  package init(score: Int, level: HeatLevel, mood: Mood, signals: [HeatSignal]) {
    self.score = score
    self.level = level
    self.mood = mood
    self.signals = signals
  }

  /// No heat, and nothing behind it.
  package static let none = Heat(score: 0, level: .calm, mood: .seekingHelp, signals: [])
}
