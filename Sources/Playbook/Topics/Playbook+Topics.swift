import Language
import Vocabulary

/// The topics, compiled, and the entries they come from.
struct TopicPart: Sendable {
  let entries: [TopicEntry]
  let topics: Topics
}

extension Playbook {
  /// What customers may tell of; an entry of an upper layer stands in for the one with the same id.
  /// One that is broken is missing, and `problems` says why.
  package var topics: Topics { topicPart.topics }

  var topicPart: TopicPart { topicParts.value(.whole) { loadTopics() }.value }

  private func loadTopics() -> Loaded<TopicPart> {
    var problems: [PlaybookProblem] = []
    var entries: [TopicEntry] = []
    for found in self.entries("phrases/topics.yaml", as: "the list of topics", TopicEntry.list) {
      problems += found.problems
      for entry in found.value {
        if let place = entries.firstIndex(where: { $0.topic.id == entry.topic.id }) {
          entries[place] = entry
        } else {
          entries.append(entry)
        }
      }
    }
    let topics = Topics(entries.map(\.topic))
    problems += topics.problems.compactMap { problem in
      guard let entry = entries.first(where: { $0.topic.id.rawValue == problem.kind }) else {
        return nil
      }
      return PlaybookProblem(
        file: entry.file, line: entry.node.line(of: problem.entry),
        sentence: "topic “\(problem.kind)” has “\(problem.entry)”: \(problem.complaint).")
    }
    return Loaded(value: TopicPart(entries: entries, topics: topics), problems: problems)
  }
}

extension PlaybookCheck {
  /// Examples of topics that do not come out as their file says, each tried with all topics in
  /// force, and phrases about a topic that there is none of.
  static func topics(in playbook: Playbook) -> [PlaybookProblem] {
    let part = playbook.topicPart
    let known = part.topics.all.map(\.id.rawValue)
    let unknown = playbook.catalogue.flatMap { entry in
      let named = entry.phrase.about.union(entry.phrase.unless)
      return named.subtracting(part.topics.all.map(\.id)).map { topic in
        PlaybookProblem(
          file: entry.file, line: entry.line,
          sentence: "phrase “\(entry.phrase.id)” names “\(topic)”, which is no topic of"
            + " phrases/topics.yaml" + Spelling.question(topic.rawValue, in: known))
      }
    }
    return unknown
      + part.entries.flatMap { entry in
        entry.examples.compactMap { example in
          let isTold = part.topics.told(in: example.message).contains(entry.topic.id)
          guard isTold != example.mustTell else { return nil }
          return PlaybookProblem(
            file: entry.file, line: example.line,
            sentence: "topic “\(entry.topic.id)” "
              + (isTold
                ? "is seen in “\(example.message)”; add what tells them apart to “unless”."
                : "is not seen in “\(example.message)”; widen “words”."))
        }
      }
  }
}
