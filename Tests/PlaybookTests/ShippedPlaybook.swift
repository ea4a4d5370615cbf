import Playbook

/// The playbook as it is shipped, found beside the test program.
enum ShippedPlaybook {
  static let found: Playbook? = try? Playbook(path: path)

  /// The search path of this program, without overlay and cache.
  static var path: PlaybookPath {
    PlaybookPath(environment: [:], executableFolder: PlaybookPath.current().executableFolder)
  }
}
