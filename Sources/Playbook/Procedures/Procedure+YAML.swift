import Vocabulary
import Workflow

extension Procedure {
  /// The procedure a file describes; nil, with a problem, when it has no id or no steps.
  ///
  /// - Parameters:
  ///   - reader: the whole file.
  ///   - file: the name of the file, which is the id of the procedure.
  init?(_ reader: YAMLReader, file: String) {
    guard let map = reader.map() else { return nil }
    map.knows(
      "id", "rules", "grant_step", "returning_step", "name", "purpose", "gates", "skips", "steps",
      "side_steps")
    guard let id: ProcedureID = map.name("id") else { return nil }
    if id.rawValue != file {
      map.report("has the id “\(id)”; a procedure bears the name of its file.")
    }
    let name = map.words("name")
    let purpose = map.words("purpose")
    var words: [LanguageTag: ProcedureWords] = [:]
    for tag in LanguageTag.allCases {
      guard let name = name[tag], let purpose = purpose[tag] else { continue }
      words[tag] = ProcedureWords(name: name, purpose: purpose)
    }
    let steps = map.required("steps")?.items().compactMap { Step($0, of: map.subject) } ?? []
    self.init(
      id: id, steps: steps,
      sideSteps: map.items("side_steps").compactMap { Step($0, of: map.subject) },
      gates: map.items("gates").compactMap { Gate($0, of: map.subject) },
      skips: map.items("skips").compactMap { Skip($0, of: map.subject) },
      grantStep: map.optional("grant_step")?.text().map { StepID($0) },
      returningStep: map.optional("returning_step")?.text().map { StepID($0) },
      words: words, rules: map.texts("rules"))
    if steps.isEmpty {
      map.report("has no steps; a procedure wants at least one.")
      return nil
    }
    ProcedureLinks(self, map).report()
  }
}

extension Skip {
  /// The way past steps a file describes.
  init?(_ reader: YAMLReader, of owner: String) {
    guard let map = reader.about("a skip of \(owner)").map() else { return nil }
    map.knows("from", "to", "gate")
    guard let to: StepID = map.name("to"), let gateReader = map.required("gate"),
      let gate = Gate(gateReader, of: map.subject)
    else { return nil }
    let from: [StepID] = map.required("from").map { _ in map.names("from") } ?? []
    self.init(from: from, to: to, gate: gate)
  }
}
