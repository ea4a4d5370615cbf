import Language
import Playbook
import Vocabulary
import Workflow

/// What cases a report is about: a product, or a topic or matter of the playbook.
struct ReportSubject {
  private let words: String
  private let topics: Set<TopicID>
  private let contents: Set<CaseContent>
  private let all: Topics

  /// - Parameters:
  ///   - words: as somebody wrote them: the name of a product or a part of it, or of a matter in any
  ///     language, or the id of a matter or topic.
  ///   - playbook: its topics and matters.
  init(_ words: String, in playbook: Playbook) {
    let wanted = ReportSubject.folded(words)
    self.words = wanted
    all = playbook.topics
    let matters = playbook.together.matters.filter { matter in
      ReportSubject.folded(matter.id.rawValue) == wanted
        || matter.names.values.contains { ReportSubject.folded($0) == wanted }
    }
    topics = Set(all.all.map(\.id).filter { ReportSubject.folded($0.rawValue) == wanted })
      .union(matters.flatMap(\.topics))
    contents = Set(matters.flatMap(\.contents))
  }

  /// Whether a case is one of them; reads its words only where a topic is wanted.
  func includes(_ counted: Case) -> Bool {
    let product = counted.fields[.product]?.value ?? ""
    if ReportSubject.folded(product).contains(words) { return true }
    if let content = counted.classification.content, contents.contains(content) { return true }
    return !topics.isEmpty && !topics.isDisjoint(with: all.told(by: counted))
  }

  private static func folded(_ text: String) -> String {
    let folded = Folding.fold(text)
    return folded.text(0..<folded.count).filter { !$0.isWhitespace && $0 != "_" }
  }
}
