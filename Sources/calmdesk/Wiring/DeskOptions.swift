import ArgumentParser
import Vocabulary

/// Options that stand on every command that opens a desk.
struct DeskOptions: ParsableArguments {
  @Option(help: "The desk to use; without it, the one under your data folder.")
  var desk: String?

  @Option(help: "A folder laid over the shipped playbook.")
  var playbook: String?

  @Option(help: "The language of the screen: en, zh-Hans or zh-Hant.")
  var lang: LanguageTag?

  @Option(
    name: .customLong("as"),
    help: "Act as another person; only on a desk that is yours alone.")
  var person: String?

  @Option(
    help: ArgumentHelp(
      "Take this as the time, for rehearsal; only on a desk that is yours alone.",
      valueName: "instant"))
  var now: Instant?
}

extension LanguageTag: ExpressibleByArgument {
  package init?(argument: String) {
    if let tag = LanguageTag(rawValue: argument) {
      self = tag
    } else if let tag = LanguageTag(locale: argument) {
      self = tag
    } else {
      return nil
    }
  }
}

extension Instant: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Role: ExpressibleByArgument {}
