/// Something wrong with the content of a playbook.
package struct PlaybookProblem: Equatable, Hashable, Sendable, Error {
  /// The file, within its playbook for shipped content, as a whole path otherwise.
  package var file: String
  /// From 1; nil when the problem concerns the file as a whole.
  package var line: Int?
  /// What is wrong and, where it can be told, what would put it right.
  package var sentence: String

  package init(file: String, line: Int? = nil, sentence: String) {
    self.file = file
    self.line = line
    self.sentence = sentence
  }
}

extension PlaybookProblem: CustomStringConvertible {
  /// `procedures/six_steps.yaml, line 14: gate “heard” …`.
  package var description: String {
    line.map { "\(file), line \($0): \(sentence)" } ?? "\(file): \(sentence)"
  }
}

extension PlaybookProblem: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line ?? 0, left.sentence) < (right.file, right.line ?? 0, right.sentence)
  }
}

/// Gathers the problems of one file while it is read; the same one twice counts once.
final class ProblemList {
  let file: String
  private(set) var problems: [PlaybookProblem] = []

  init(file: String) { self.file = file }

  func add(_ line: Int?, _ sentence: String) {
    let problem = PlaybookProblem(file: file, line: line, sentence: sentence)
    if !problems.contains(problem) { problems.append(problem) }
  }
}
