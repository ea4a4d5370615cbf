import Vocabulary
import Workflow

extension IntakeLine {
  /// The conversation in one JSON object; only `turns` must be there.
  ///
  /// - Parameter value: `{"id","channel","lang","customer":{…},"procedure","turns":[…]}`; other
  ///   members are passed over.
  /// - Throws: `DeskError.malformed` with a sentence.
  package init(_ value: JSONValue) throws {
    let arguments = try Arguments(value)
    let customer = try arguments.object("customer")
    let turns = try arguments.list("turns") ?? { throw arguments.missing("turns") }()
    self.init(
      external: try IntakeLine.id(value["id"]),
      channel: try arguments.optional("channel", Channel.self) ?? .chat,
      language: try arguments.optional("lang", LanguageTag.self),
      customer: Customer(
        name: try customer?.optionalText("name") ?? "",
        phone: try customer?.optionalText("phone"),
        email: try customer?.optionalText("email"),
        company: try customer?.optionalText("company")),
      procedure: try arguments.optionalText("procedure").map { ProcedureID($0) },
      turns: try turns.enumerated().map { try IntakeLine.turn($1, number: $0 + 1) })
    guard !self.turns.isEmpty else {
      throw DeskError.malformed("“turns” is empty; a case needs at least one turn.")
    }
  }

  /// Bytes one turn may have.
  private static let longestTurn = 1_000_000

  private static func id(_ value: JSONValue?) throws -> String? {
    switch value {
    case nil: nil
    case .string(let text): text
    case .int(let number): String(number)
    case .some(let other):
      throw DeskError.malformed("“id” must be a text or a number, but it is \(other.sort).")
    }
  }

  private static func turn(_ value: JSONValue, number: Int) throws -> Turn {
    do {
      let arguments = try Arguments(value)
      let from = try arguments.choice("from", Side.self)
      let text = try arguments.text("text")
      guard text.utf8.count <= longestTurn else {
        throw DeskError.malformed(
          "its text has \(text.utf8.count) bytes and the desk takes \(longestTurn); shorten it.")
      }
      guard !text.allSatisfy(\.isWhitespace) else {
        throw DeskError.malformed("its text is empty.")
      }
      return Turn(from: from.author, text: text, at: try arguments.optionalInstant("at"))
    } catch DeskError.malformed(let why) {
      throw DeskError.malformed("Turn \(number): \(why)")
    }
  }

  /// Who speaks, as the files say it.
  private enum Side: String, CaseIterable {
    case customer, helpdesk, agent

    var author: Author { self == .customer ? .customer : .agent }
  }
}
