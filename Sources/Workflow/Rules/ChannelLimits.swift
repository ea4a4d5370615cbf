package import Vocabulary

/// What a message can hold, by channel.
package struct ChannelLimits: Equatable, Sendable {
  /// Characters as a reader counts them; a channel that is missing holds any message.
  package var characters: [Channel: Int]

  package init(characters: [Channel: Int] = [:]) { self.characters = characters }
}

extension Case {
  /// Characters our next message may have; nil for any number.
  ///
  /// - Parameters:
  ///   - limits: what each channel holds.
  ///   - isPublic: where a public case is answered; nil for the usual.
  /// - Returns: nil where any message fits.
  package func mostCharacters(by limits: ChannelLimits, inPublic isPublic: Bool? = nil) -> Int? {
    // What is said in private below a public post is a private talk (domain E7).
    limits.characters[channel == .public && !speaksInPublic(isPublic) ? .chat : channel]
  }
}
