import Vocabulary
import Workflow

extension Ladder {
  /// The rungs of a file, the lowest first.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("rungs")
    var rungs: [Rung] = []
    for item in map.required("rungs")?.items() ?? [] {
      guard let rung = Rung(item) else { continue }
      let names = Set(rung.names.values)
      if rungs.contains(where: { $0.id == rung.id }) {
        item.about("the ladder").report("has two rungs called “\(rung.id)”; rename one.")
      } else if let other = rungs.first(where: { !names.isDisjoint(with: $0.names.values) }) {
        item.about("the ladder").report(
          "calls the rungs “\(other.id)” and “\(rung.id)” the same; nobody could tell them apart.")
      } else {
        rungs.append(rung)
      }
    }
    self.init(rungs)
  }
}

extension Ladder.Rung {
  fileprivate init?(_ reader: YAMLReader) {
    guard let found = reader.about("a rung").map(), let id: RungID = found.name("id") else {
      return nil
    }
    let map = found.about("rung “\(id)”")
    map.knows("id", "name", "within", "approves_within")
    let names = map.words("name")
    guard let within = map.required("within")?.clockLength() else { return nil }
    self.init(
      id: id, names: names, within: within,
      approvesWithin: map.optional("approves_within")?.clockLength())
  }
}
