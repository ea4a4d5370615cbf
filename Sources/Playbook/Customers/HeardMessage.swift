package import Language
package import Vocabulary
package import Workflow

/// One message of a customer's, as far as it tells how they go about things.
package struct HeardMessage: Equatable, Sendable {
  package var text: String
  package var heat: HeatLevel
  package var moves: Set<CustomerMove>
  /// Words that swear at somebody.
  package var insults: [String]
  /// A sentence that was said before, said again.
  package var retold: String?

  package init(
    _ text: String, heat: HeatLevel = .calm, moves: Set<CustomerMove> = [],
    insults: [String] = [], retold: String? = nil
  ) {
    self.text = text
    self.heat = heat
    self.moves = moves
    self.insults = insults
    self.retold = retold
  }

  /// A message as it was read.
  init(_ text: String, heat: HeatLevel, moves: Set<CustomerMove>, reading: CustomerReading?) {
    let signals = reading?.heat.signals ?? []
    func words(_ kind: String) -> [String] {
      signals.filter { $0.kind == kind }.map { text.words(in: $0.span) }.filter { !$0.isEmpty }
    }
    self.init(
      text, heat: heat, moves: moves, insults: words("insult"),
      retold: words("repeats_earlier").first)
  }

  /// Messages looked at, the newest.
  private static let most = 8
  /// Letters looked at in one message.
  private static let mostLetters = 2_000

  /// The last messages of the customer in a case, oldest first, since the case last came back.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - readings: what was read in its messages, by number.
  /// - Returns: the last few, oldest first.
  package static func turns(
    of current: Case, readings: [Int: CustomerReading]
  ) -> [HeardMessage] {
    var turns: [HeardMessage] = []
    for message in current.messages.reversed() where message.isFromCustomer {
      guard turns.count < most, message.number > current.messagesBeforeReturn else { break }
      turns.append(
        HeardMessage(
          String(message.text.prefix(mostLetters)), heat: message.heat ?? .calm,
          moves: message.moves, reading: readings[message.number]))
    }
    return turns.reversed()
  }

  /// Messages nobody answered in between, read one after the other.
  package static func turns(of messages: [String], by reader: Reader) -> [HeardMessage] {
    messages.enumerated().map { place, text in
      let reading = reader.customer(text, earlier: Array(messages.prefix(place)))
      return HeardMessage(
        text, heat: reading.heat.level, moves: reading.moves, reading: reading)
    }
  }
}

extension String {
  /// The words of a stretch counted in Unicode scalars, on one line; empty when it lies outside.
  fileprivate func words(in span: TextSpan) -> String {
    guard span.start >= 0, span.end > span.start else { return "" }
    let scalars = unicodeScalars.dropFirst(span.start).prefix(span.end - span.start)
    return String(String.UnicodeScalarView(scalars))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
