package import Workflow

/// What a returning customer is known by: telephone and mail, written in one way.
package enum ContactKey {
  /// The keys of a case's customer; none when no contact is known.
  package static func keys(of source: Case) -> [String] { keys(of: source.customer) }

  /// The keys of a customer.
  package static func keys(of customer: Customer) -> [String] {
    [customer.phone.flatMap(phone), customer.email.flatMap(email)].compactMap(\.self)
  }

  /// The last eleven digits, since country and area codes come and go.
  private static func phone(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    return digits.count < 6 ? nil : "tel:" + digits.suffix(11)
  }

  private static func email(_ text: String) -> String? {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    return folded.contains("@") ? "mail:" + folded : nil
  }
}
