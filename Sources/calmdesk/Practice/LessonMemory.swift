import Console
import Foundation

/// Which keys a person has used, kept from one sitting to the next: one name a line in `keys-used`
/// under `$XDG_STATE_HOME/calmdesk`, beside the log. The word `everything` stands for all of them.
///
/// A convenience: what cannot be read counts as nothing, what cannot be written is let go.
struct LessonMemory {
  private let path: String

  init(environment: [String: String]) {
    path = LogFile.folder(environment) + "/keys-used"
  }

  /// What was learnt so far.
  var learnt: Set<Lesson> {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    let names = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return names.contains("everything")
      ? Set(Lesson.allCases) : Set(names.compactMap { Lesson(rawValue: $0) })
  }

  /// Keeps what was learnt besides.
  ///
  /// - Parameter lessons: what needs no showing any more.
  func add(_ lessons: Set<Lesson>) {
    let known = learnt
    let all = known.union(lessons)
    guard all != known else { return }
    let text = all.map(\.rawValue).sorted().joined(separator: "\n") + "\n"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
