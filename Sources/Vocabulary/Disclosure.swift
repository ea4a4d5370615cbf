/// Something that must not be told in public, or not before an identity check.
package enum Disclosure: String, CaseIterable, Codable, Hashable, Sendable {
  /// Phone, mail, address, identity or order number.
  case personalData = "personal_data"
  /// Money or goods promised.
  case remedy
  /// An admission of fault.
  case liability
}
