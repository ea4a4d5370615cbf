package import Vocabulary

/// What a message can hold, by channel.
package struct ChannelLimits: Equatable, Sendable {
  /// Characters as a reader counts them; a channel that is missing holds any message.
  package var characters: [Channel: Int]

  package init(characters: [Channel: Int] = [:]) { self.characters = characters }
}

extension Case {
  /// Characters our next message may have; nil for any number.
  package func mostCharacters(by limits: ChannelLimits) -> Int? {
    // After the first answer under a public post, what follows is private (domain E7).
    limits.characters[channel == .public && !speaksInPublic ? .chat : channel]
  }
}
