package import Vocabulary
package import Workflow

/// A conversation that comes to the desk from outside.
package struct IntakeLine: Equatable, Sendable {
  /// The id it has where it came from; the same one opens nothing twice.
  package var external: String?
  package var channel: Channel
  /// Nil to be read from the words.
  package var language: LanguageTag?
  package var customer: Customer
  package var procedure: ProcedureID?
  package var turns: [Turn]
  /// It came in at the top of the house rather than at this desk (S2-29).
  package var toTop: Bool

  /// Something that was said.
  package struct Turn: Equatable, Sendable {
    package var from: Author
    package var text: String
    package var at: Instant?

    package init(from: Author, text: String, at: Instant?) {
      self.from = from
      self.text = text
      self.at = at
    }
  }

  package init(
    external: String?, channel: Channel = .chat, language: LanguageTag? = nil,
    customer: Customer = Customer(), procedure: ProcedureID? = nil, turns: [Turn],
    toTop: Bool = false
  ) {
    self.external = external
    self.channel = channel
    self.language = language
    self.customer = customer
    self.procedure = procedure
    self.turns = turns
    self.toTop = toTop
  }
}
