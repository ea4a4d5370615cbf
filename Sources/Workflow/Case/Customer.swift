/// Who is at the other end, as far as we know.
package struct Customer: Equatable, Codable, Sendable {
  /// Name or form of address; empty when unknown.
  package var name: String
  package var phone: String?
  package var email: String?
  package var company: String?
  /// Goes through the VIP lane (S2-39); nil where nobody said so.
  package var vip: Bool?

  package init(
    name: String = "", phone: String? = nil, email: String? = nil, company: String? = nil,
    vip: Bool? = nil
  ) {
    self.name = name
    self.phone = phone
    self.email = email
    self.company = company
    self.vip = vip
  }
}
