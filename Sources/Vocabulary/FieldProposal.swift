/// A value for a register field found in the customer's own words (S4-1).
package struct FieldProposal: Equatable, Hashable, Codable, Sendable {
  package var field: FieldName
  package var value: String
  /// Where it stands in the message.
  package var span: TextSpan

  package init(field: FieldName, value: String, span: TextSpan) {
    self.field = field
    self.value = value
    self.span = span
  }
}
