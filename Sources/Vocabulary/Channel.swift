/// The way a customer reaches the desk.
package enum Channel: String, CaseIterable, Codable, Hashable, Sendable {
  /// Live text; the customer waits at the other end.
  case chat
  /// A call; words are spoken and cannot be read back.
  case phone
  /// E-mail or a letter; answered at length, not at once.
  case mail
  /// A post the whole world reads.
  case `public`
}
