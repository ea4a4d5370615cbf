package import Vocabulary
package import Workflow

/// One line of `calmdesk do`: a command for one case.
package struct CommandDocument {
  /// The case; nil for `open` and `take_next`.
  package var ref: CaseRef?
  /// Who wants it; nil for the person who is signed in.
  package var by: PersonID?
  package var id: CommandID?
  package var epoch: Int?
  package var override: OverrideReason?
  package var action: Action

  /// What is to be done.
  package enum Action {
    case open(IntakeLine)
    case command(CaseCommand)
    /// Claims the most urgent case nobody holds.
    case takeNext
    /// Looks at the case and changes nothing.
    case status
  }

  /// - Parameters:
  ///   - value: the JSON object.
  ///   - currency: the currency an amount without a code is in.
  /// - Throws: `DeskError.malformed` with a sentence.
  package init(_ value: JSONValue, currency: String) throws {
    let arguments = try Arguments(value)
    ref = try arguments.optionalName("case").map { CaseRef($0) }
    by = try arguments.optionalName("by").map { PersonID($0) }
    id = try arguments.optionalID("id").map { CommandID($0) }
    epoch = try arguments.optionalInt("epoch")
    let name = try arguments.name("do")
    switch name {
    case "open": action = .open(try IntakeLine(value))
    case "take_next": action = .takeNext
    case "status":
      guard ref != nil else { throw arguments.missing("case") }
      action = .status
    default:
      guard ref != nil else { throw arguments.missing("case") }
      action = .command(try CommandReader(arguments, currency: currency).command(name))
    }
    override = try CommandDocument.override(arguments, of: name)
  }

  /// Commands whose own `reason` means something else than why a gate is passed.
  private static let ownReasons: Set<String> = [
    "close", "skip", "take_over", "reopen", "deny", "approve", "set",
  ]

  private static func override(_ arguments: Arguments, of name: String) throws
    -> OverrideReason?
  {
    switch arguments.value["override"] {
    case nil, .bool(false): return nil
    case .string(let words): return reason(words)
    case .int(let digit) where (1...9).contains(digit): return .digit(Int(digit))
    case .bool(true):
      if let words = try reasonText("override_reason", in: arguments) { return reason(words) }
      if name == "skip" || !ownReasons.contains(name),
        let words = try reasonText("reason", in: arguments)
      {
        return reason(words)
      }
      throw DeskError.malformed(
        "“override” needs a reason: add “override_reason” with a digit or words.")
    default:
      throw DeskError.malformed(
        "“override” must be true, a digit from 1 to 9, or the reason in words.")
    }
  }

  /// A reason may be written as a text or as the bare digit.
  private static func reasonText(_ key: String, in arguments: Arguments) throws -> String? {
    if case .int(let digit) = arguments.value[key] { return String(digit) }
    return try arguments.optionalText(key)
  }

  private static func reason(_ words: String) -> OverrideReason {
    if words.count == 1, let digit = Int(words) { return .digit(digit) }
    return .words(words)
  }
}
