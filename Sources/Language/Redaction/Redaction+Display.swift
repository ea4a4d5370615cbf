extension Redaction {
  /// A phone number for lists: the first three and the last four digits, `138****1234`.
  ///
  /// Numbers of fewer than eight digits show their last two.
  package static func display(phone: String) -> String {
    let shown = phone.filter { !$0.isWhitespace && $0 != "-" }
    return shown.count >= 8 ? ends(shown, 3, 4) : ends(shown, 0, 2)
  }

  /// A mail address for lists: the first letter and the domain, `w***@example.com`.
  package static func display(mail: String) -> String {
    guard let sign = mail.lastIndex(of: "@"), sign > mail.startIndex else {
      return ends(mail, 1, 0)
    }
    return mail.prefix(1) + "***" + mail[sign...]
  }

  /// An order, identity or account number for lists: its last four signs, `****8213`.
  ///
  /// Numbers of fewer than six signs show their last one.
  package static func display(number: String) -> String {
    number.count >= 6 ? ends(number, 0, 4) : ends(number, 0, 1)
  }

  private static func ends(_ text: String, _ first: Int, _ last: Int) -> String {
    guard text.count > first + last else { return String(repeating: "*", count: text.count) }
    return text.prefix(first) + "****" + text.suffix(last)
  }
}
