import Playbook
import Vocabulary
import Workflow

/// The procedures as they are shipped, found beside the test program.
enum Shipped {
  /// The rules of every procedure, the default first.
  static let rules: [Rules] = {
    let path = PlaybookPath(
      environment: [:], executableFolder: PlaybookPath.current().executableFolder)
    guard let playbook = try? Playbook(path: path) else { return [] }
    return playbook.procedureIDs.compactMap(playbook.rules(for:))
  }()

  static let ids: [ProcedureID] = [
    "six_steps", "good_faith_five", "listen_apologise_satisfy_thank", "online_standard",
    "phone_four", "quick_four", "register_seven",
  ]

  static func rules(_ id: ProcedureID) -> Rules? { rules.first { $0.procedure.id == id } }
}
