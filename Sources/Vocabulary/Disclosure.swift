/// Something that must not be told in public, or not before an identity check.
package enum Disclosure: String, CaseIterable, Codable, Hashable, Sendable {
  /// Phone, mail, address, identity or order number.
  case personalData = "personal_data"
  /// The same, where the customer has not said it in this conversation: it tells what is on file.
  case accountData = "account_data"
  /// Money or goods promised.
  case remedy
  /// An admission of fault.
  case liability
}
