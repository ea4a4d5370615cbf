import Vocabulary

/// Hides what nobody at the desk may read, and shortens what a list need not show in full.
package enum Redaction {
  /// What was hidden.
  package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// A payment card number.
    case card
    /// A password or a card's security code.
    case password
    /// A code sent to prove who somebody is.
    case oneTimeCode = "one_time_code"
  }

  /// The sign that stands for each hidden letter or digit.
  package static let sign: Unicode.Scalar = "●"

  /// `text` with card numbers, passwords and one-time codes struck out, one `●` for each letter
  /// or digit so that offsets stay as they were; everything else is left as it came. Linear.
  ///
  /// - Parameter text: what a customer sent.
  /// - Returns: the text that may be stored, and the kinds that were hidden.
  package static func mask(_ text: String) -> (text: String, kinds: Set<Kind>) {
    let folded = Folding.fold(text)
    var hidden: [(range: Range<Int>, kind: Kind)] = []
    hidden += PaymentCard.all(in: folded).map { ($0, .card) }
    hidden += Secret.all(in: folded)
    guard !hidden.isEmpty else { return (text, []) }
    var scalars = Array(text.unicodeScalars)
    let table = ScalarTable.shared
    for (range, _) in hidden {
      let span = folded.span(range)
      for index in span.start..<min(span.end, scalars.count) {
        let value = scalars[index].value
        let isSpace =
          switch table.kind(value) {
          case .space, .newline: true
          default: false
          }
        if !isSpace { scalars[index] = sign }
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return (String(view), Set(hidden.map(\.kind)))
  }
}
