import Language
import Vocabulary

/// A topic as a file has it, with the lines its examples stand on.
struct TopicEntry: Sendable {
  var topic: Topic
  var examples: [TopicExample]
  /// The file, for problems.
  var file: String
  /// The value in it, to find lines in.
  var node: YAMLNode
}

/// A customer's message that must tell of a topic or must not.
struct TopicExample: Sendable {
  var message: String
  var mustTell: Bool
  var line: Int
}

extension TopicEntry {
  /// The entries a file lists.
  static func list(_ reader: YAMLReader) -> [TopicEntry] {
    guard let map = reader.map() else { return [] }
    map.knows("topics")
    var seen: Set<TopicID> = []
    return map.required("topics")?.items().compactMap { item in
      guard let entry = TopicEntry(item) else { return nil }
      if seen.insert(entry.topic.id).inserted { return entry }
      item.about("the list").report("has two topics called “\(entry.topic.id)”; rename one.")
      return nil
    } ?? []
  }

  /// The entry, or nil, with a problem, when any part of it is missing or unknown.
  private init?(_ reader: YAMLReader) {
    guard let found = reader.about("a topic").map(), let id: TopicID = found.name("id")
    else { return nil }
    let map = found.about("topic “\(id)”")
    let before = map.problems.problems.count
    map.knows("id", "words", "unless", "heat", "proof", "at_least", "catches", "leaves")
    let heat: [HeatLevel]? = map.optional("heat")?.terms("heat")
    let topic = Topic(
      id: id, words: map.lists("words"), unless: map.lists("unless"),
      heat: heat.map { Set($0) } ?? Set(HeatLevel.allCases), proof: TopicProof(map))
    var examples: [TopicExample] = []
    if !topic.words.all.isEmpty {
      examples =
        TopicEntry.examples(map, "catches", mustTell: true)
        + TopicEntry.examples(map, "leaves", mustTell: false)
    } else if map.optional("proof") == nil {
      map.report("is known by nothing; give it “words” or a “proof”.")
    }
    guard map.problems.problems.count == before else { return nil }
    self.init(topic: topic, examples: examples, file: map.problems.file, node: reader.node)
  }

  /// Examples under a key, in every language.
  private static func examples(
    _ map: YAMLMap, _ key: String, mustTell: Bool
  ) -> [TopicExample] {
    let found =
      map.required(key)?.languages { reader in
        reader.items(orOne: true).compactMap { item in
          item.text().map { TopicExample(message: $0, mustTell: mustTell, line: item.node.line) }
        }
      } ?? [:]
    return found.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
  }
}

extension TopicProof {
  /// The proof an entry asks for; nil for none, or with a problem.
  fileprivate init?(_ map: YAMLMap) {
    let time = map.optional("at_least")
    guard let reader = map.optional("proof"), let term: Term = reader.term("proof") else {
      return nil
    }
    if !term.isMeasured, let time {
      time.report("has “at_least”, which the proof “\(term.rawValue)” does not take; take it out.")
      return nil
    }
    switch term {
    case .takenOver: self = .takenOver
    case .returned: self = .returned
    case .littleSaid: self = .littleSaid
    case .stillTelling: self = .stillTelling
    case .takenUp: self = .takenUp
    case .toldMore: self = .toldMore
    case .willWait: self = .willWait
    case .thanked: self = .thanked
    case .unmoved: self = .unmoved
    case .inCall: self = .inCall
    case .identified: self = .identified
    case .toldTwice: self = .toldTwice
    case .promiseRuns: self = .promiseRuns
    case .corrected: self = .corrected
    case .turnedDown: self = .turnedDown
    case .approved: self = .approved
    case .announced: self = .announced
    case .notApproved: self = .notApproved
    case .firstWait, .silence, .quiet:
      guard let seconds = map.required("at_least")?.duration() else { return nil }
      switch term {
      case .firstWait: self = .firstWait(atLeast: seconds)
      case .silence: self = .silence(atLeast: seconds)
      default: self = .quiet(atLeast: seconds)
      }
    }
  }
}
