import Vocabulary
import Workflow

extension IntakeLine {
  /// The conversation in one JSON object; only `turns` must be there.
  ///
  /// - Parameter value: `{"id","channel","lang","customer":{…},"procedure","vip","to_top","turns":[…]}`; other
  ///   members are passed over.
  /// - Throws: `DeskError.malformed` with a sentence.
  package init(_ value: JSONValue) throws {
    let arguments = try Arguments(value)
    let customer = try arguments.object("customer")
    guard let turns = try arguments.each("turns", "Turn", IntakeLine.turn) else {
      throw arguments.missing("turns")
    }
    guard !turns.isEmpty else {
      throw DeskError.malformed("“turns” is empty; a case needs at least one turn.")
    }
    self.init(
      external: try arguments.optionalID("id"),
      channel: try arguments.optional("channel", Channel.self) ?? .chat,
      language: try arguments.optionalLanguage("lang"),
      customer: Customer(
        name: try customer?.optionalText("name") ?? "",
        phone: try customer?.optionalText("phone"),
        email: try customer?.optionalText("email"),
        company: try customer?.optionalText("company"),
        vip: try arguments.flag("vip")),
      procedure: try arguments.optionalName("procedure").map { ProcedureID($0) },
      turns: turns, toTop: try arguments.flag("to_top") ?? false)
  }

  /// Bytes one turn may have.
  private static let longestTurn = 1_000_000

  private static func turn(_ arguments: Arguments) throws -> Turn {
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
  }

  /// Who speaks, as the files say it.
  private enum Side: String, CaseIterable {
    case customer, helpdesk, agent

    var author: Author { self == .customer ? .customer : .agent }
  }
}
