import Vocabulary
import Workflow

extension Gate {
  /// The gate a file describes; nil, with a problem, when something is missing or unknown.
  ///
  /// - Parameters:
  ///   - reader: the gate's map.
  ///   - owner: what the gate belongs to, for a gate without an id.
  init?(_ reader: YAMLReader, of owner: String) {
    guard let found = reader.map() else { return nil }
    let id: GateID? = found.about("a gate of \(owner)").name("id")
    guard let id else { return nil }
    let map = found.about("gate “\(id)”")
    map.knows("id", "on", "strength", "when", "towards", "words", "rules")
    let occasions: [Occasion] = map.required("on")?.terms("occasion") ?? []
    let strength: GateStrength? = map.required("strength")?.term("strength")
    let condition = map.required("when").flatMap { Condition($0) }
    let words = map.words("words")
    if let on = map.optional("on"), occasions.isEmpty, case .list = on.node.content {
      on.report("stands before nothing; name an occasion in “on”.")
    }
    guard let strength, let condition, !occasions.isEmpty else { return nil }
    self.init(
      id: id, occasions: Set(occasions), strength: strength, condition: condition,
      towards: map.names("towards"), words: words, rules: map.texts("rules"))
  }
}
