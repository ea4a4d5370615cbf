import Playbook

/// The playbook as it is shipped, found beside the test program.
enum Shipped {
  static let playbook: Playbook? = try? Playbook(
    path: PlaybookPath(environment: [:], executableFolder: PlaybookPath.current().executableFolder))
}
