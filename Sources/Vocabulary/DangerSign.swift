/// Words of a customer that tell of a danger, proposed to the agent and never acted on by itself
/// (domain E9).
package struct DangerSign: Equatable, Codable, Sendable {
  package var kind: DangerKind
  /// Where the words stand in the message.
  package var span: TextSpan

  package init(kind: DangerKind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}
