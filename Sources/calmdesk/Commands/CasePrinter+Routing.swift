import Playbook
import Vocabulary
import Workflow

/// Who a complaint is about, and what belongs together.
extension CasePrinter {
  /// Prints the VIP lane, the people kept out of the case, and the cases it belongs with.
  ///
  /// - Parameters:
  ///   - shown: the case.
  ///   - wording: of its procedure.
  /// - Throws: `CommandFailure` when it cannot be printed.
  func printRouting(of shown: Case, _ wording: Wording) throws {
    let texts = wording.texts
    func list(_ words: [String]) -> String { words.joined(separator: texts["list.comma"]) }
    if shown.customer.vip == true { try Output.line(texts["screen.conversation.vip"]) }
    if !shown.complainedAbout.isEmpty {
      let people = list(shown.complainedAbout.map { wording.name(of: $0) })
      try Output.line(texts("screen.conversation.about", ["people": people]))
    }
    if !shown.links.isEmpty {
      let key = shown.skipsLevel ? "skips_level" : "linked"
      let refs = list(shown.links.map(\.rawValue))
      try Output.line(texts("screen.conversation.\(key)", ["refs": refs]))
    }
  }
}
