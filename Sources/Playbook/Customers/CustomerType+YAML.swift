import Language
import Vocabulary
import Workflow

/// A customer type as a file has it, with the lines its examples stand on.
struct CustomerFile: Sendable {
  var type: CustomerType
  var examples: [CustomerExample]
  /// The file, for problems.
  var file: String
  /// The value in it, to find lines in.
  var node: YAMLNode
}

/// Messages of a customer, one after the other, that must propose a type or must not.
struct CustomerExample: Sendable {
  var messages: [String]
  var language: LanguageTag
  var mustPropose: Bool
  var line: Int
}

extension CustomerFile {
  /// The type a file describes, or nil, with a problem, when any part of it is missing.
  init?(_ reader: YAMLReader, file: String) {
    guard let found = reader.map() else { return nil }
    let map = found.about("customer type “\(file)”")
    let before = map.problems.problems.count
    map.knows(
      "behaviour", "need", "rules", "pace", "hearing", "leads", "signs", "words", "unless",
      "habits", "tip", "proposes", "leaves")
    guard let subject = CustomerType.subject(map) else { return nil }
    let pace: Pace? = map.optional("pace")?.term("pace")
    let leads: [PhraseKind] = map.optional("leads")?.terms("kind of phrase") ?? []
    let habits: [CustomerHabit] = map.optional("habits")?.terms("habit") ?? []
    let signs = map.optional("signs")?.number() ?? 1
    let words = map.lists("words")
    if words.all.isEmpty, habits.isEmpty {
      map.report("is known by nothing; give it “words” or “habits”.")
    }
    if signs < 1 || signs > CustomerFile.mostSigns {
      map.report("wants \(signs) signs; 1 to \(CustomerFile.mostSigns) can be asked for.")
    }
    let type = CustomerType(
      subject: subject, rules: map.texts("rules"), pace: pace ?? .usual,
      hearing: map.optional("hearing")?.turns() ?? 0, leads: Set(leads), tip: map.words("tip"),
      words: words, unless: map.lists("unless"), habits: habits, signs: signs)
    if type.name != file {
      map.report("is “\(type.name)”, but its file is called \(file).yaml; make them the same.")
    }
    let examples =
      CustomerFile.examples(map, "proposes", mustPropose: true)
      + CustomerFile.examples(map, "leaves", mustPropose: false)
    guard map.problems.problems.count == before else { return nil }
    self.init(type: type, examples: examples, file: map.problems.file, node: reader.node)
  }

  private static let mostSigns = 5

  /// Examples under a key, in every language.
  private static func examples(
    _ map: YAMLMap, _ key: String, mustPropose: Bool
  ) -> [CustomerExample] {
    let found =
      map.required(key)?.languages { reader -> [CustomerExample]? in
        let examples = reader.items(orOne: true).compactMap { item -> CustomerExample? in
          let messages = item.items(orOne: true).compactMap { $0.text() }
          guard !messages.isEmpty else { return nil }
          return CustomerExample(
            messages: messages, language: .en, mustPropose: mustPropose, line: item.node.line)
        }
        return examples.isEmpty ? nil : examples
      } ?? [:]
    return found.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { language, examples in
      examples.map { example in
        var example = example
        example.language = language
        return example
      }
    }
  }
}

extension CustomerType {
  fileprivate static func subject(_ map: YAMLMap) -> Subject? {
    switch (map.optional("behaviour"), map.optional("need")) {
    case (let reader?, nil):
      let tag: BehaviourTag? = reader.term("behaviour")
      return tag.map(Subject.behaviour)
    case (nil, let reader?):
      let need: CustomerNeed? = reader.term("need")
      return need.map(Subject.need)
    default:
      map.report("must be either a “behaviour” or a “need”; name one.")
      return nil
    }
  }
}

extension YAMLReader {
  /// Turns more or fewer: a whole number from -1 to 2.
  fileprivate func turns() -> Int? {
    guard case .scalar(let text, _) = node.content, let value = Int(text), (-1...2) ~= value else {
      report("wants a whole number from -1 to 2 in “\(key)”.")
      return nil
    }
    return value
  }
}
