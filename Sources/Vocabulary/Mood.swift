/// The mood between the lines of one message (S4-2).
package enum Mood: String, CaseIterable, Codable, Hashable, Sendable {
  case anxious, puzzled, dissatisfied
  case seekingHelp = "seeking_help"
}
