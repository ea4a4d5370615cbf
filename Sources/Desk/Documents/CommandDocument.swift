package import Vocabulary
package import Workflow

/// One line of `calmdesk do`: a command for one case.
package struct CommandDocument {
  /// The case, or nil for `open`.
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
  }

  /// - Parameters:
  ///   - value: the JSON object.
  ///   - currency: the currency an amount without a code is in.
  /// - Throws: `DeskError.malformed` with a sentence.
  package init(_ value: JSONValue, currency: String) throws {
    let arguments = try Arguments(value)
    ref = try arguments.optionalText("case").map { CaseRef($0) }
    by = try arguments.optionalText("by").map { PersonID($0) }
    id = try arguments.optionalText("id").map { CommandID($0) }
    epoch = try arguments.optionalInt("epoch")
    let name = try arguments.text("do")
    switch name {
    case "open": action = .open(try IntakeLine(value))
    case "take_next": action = .takeNext
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
    case .int(let digit): return .digit(Int(clamping: digit))
    case .bool(true):
      let words =
        try arguments.optionalText("override_reason")
        ?? (ownReasons.contains(name) && name != "skip"
          ? nil : try arguments.optionalText("reason"))
      guard let words else {
        throw DeskError.malformed(
          "“override” needs a reason: add “override_reason” with a digit or words.")
      }
      return reason(words)
    default: throw DeskError.malformed("“override” must be true, a digit or the reason.")
    }
  }

  private static func reason(_ words: String) -> OverrideReason {
    if words.count == 1, let digit = Int(words) { return .digit(digit) }
    return .words(words)
  }
}
