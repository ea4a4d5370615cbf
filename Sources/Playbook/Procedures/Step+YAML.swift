import Vocabulary
import Workflow

extension Step {
  /// The step a file describes; nil, with a problem, when it has no id.
  init?(_ reader: YAMLReader, of owner: String) {
    guard let found = reader.map() else { return nil }
    let id: StepID? = found.about("a step of \(owner)").name("id")
    guard let id else { return nil }
    let map = found.about("step “\(id)”")
    map.knows(
      "id", "stages", "rules", "name", "purpose", "do", "never", "gates", "branches", "back_to")
    let name = map.words("name")
    let purpose = map.words("purpose")
    let todo = map.required("do")?.languages(Step.lines) ?? [:]
    let never = map.required("never")?.languages(Step.lines) ?? [:]
    var words: [LanguageTag: StepWords] = [:]
    for tag in LanguageTag.allCases {
      guard let name = name[tag], let purpose = purpose[tag] else { continue }
      words[tag] = StepWords(
        name: name, purpose: purpose, todo: todo[tag] ?? [], never: never[tag] ?? [])
    }
    self.init(
      id: id, stages: Step.stages(map),
      gates: map.items("gates").compactMap { Gate($0, of: map.subject) },
      branches: map.items("branches").compactMap { Branch($0.about(map.subject)) },
      backTo: map.names("back_to"), words: words, rules: map.texts("rules"))
  }

  private static func lines(_ reader: YAMLReader) -> [String]? {
    reader.items(orOne: true).compactMap { $0.text() }
  }

  private static func stages(_ map: YAMLMap) -> [StepID] {
    map.optional("stages")?.items(orOne: true).compactMap { PhraseStage.read($0) } ?? []
  }
}

extension Branch {
  /// The way a file describes.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("to", "when")
    guard let to: StepID = map.name("to") else { return nil }
    guard let when = map.optional("when") else {
      self.init(to: to)
      return
    }
    guard let condition = Condition(when) else { return nil }
    self.init(to: to, when: condition)
  }
}
