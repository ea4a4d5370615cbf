import Language

extension Desk {
  /// Card numbers, passwords and one-time codes are never kept (domain E10).
  func mask(_ text: String) -> String { Redaction.mask(text).text }
}
