import ArgumentParser
import Vocabulary

/// Options that stand on every command that opens a desk.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The desk to use; without it, the one under your data folder.", valueName: "path or URL"))
  var desk: String?

  @Option(help: ArgumentHelp("A folder laid over the shipped playbook.", valueName: "folder"))
  var playbook: String?

  @Option(
    help: ArgumentHelp(
      "The language of the screen; without it, the environment's.", valueName: "language"))
  var lang: LanguageTag?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Act as another person; only on a desk that is yours alone.", valueName: "person"))
  var person: String?

  @Option(
    help: ArgumentHelp(
      "Take this as the time, for rehearsal; only on a desk that is yours alone.",
      valueName: "instant"),
    transform: DeskOptions.instant)
  var now: Instant?

  @Sendable private static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(text) else {
      throw ValidationError("it must be an RFC 3339 time such as 2026-11-21T18:00:00Z.")
    }
    return instant
  }
}

extension LanguageTag: ExpressibleByArgument {
  package init?(argument: String) {
    guard let tag = LanguageTag(rawValue: argument) ?? LanguageTag(locale: argument) else {
      return nil
    }
    self = tag
  }
}

extension Role: ExpressibleByArgument {
  package init?(argument: String) {
    guard let role = Role(rawValue: argument), role != .system else { return nil }
    self = role
  }

  /// The roles a person can have; the system is the desk itself.
  package static var allValueStrings: [String] {
    allCases.filter { $0 != .system }.map(\.rawValue)
  }
}
