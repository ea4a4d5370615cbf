import Vocabulary

/// A sentence an agent might write, and the kind it should be found to be; nil for a good one.
struct AgentSentence: Sendable {
  var text: String
  var kind: String?

  init(_ text: String, _ kind: String? = nil) {
    self.text = text
    self.kind = kind
  }

  /// Everything there is, by the language it is in.
  static let all: [LanguageTag: [AgentSentence]] = [
    .en: english, .zhHans: simplified, .zhHant: traditional,
  ]
}
