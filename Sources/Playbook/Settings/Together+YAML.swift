import Vocabulary
package import Workflow

extension Together {
  /// When a matter is more than one agent's, as a file says it.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("alike", "session", "answers_within")
    self.init()
    if let alike = map.optional("alike")?.about("“alike”").map() {
      alike.knows("cases", "within", "same_product", "matters")
      cases = alike.required("cases")?.number()
      if let few = cases, few < 2 {
        alike.report("has “cases” of \(few); it takes at least 2 to be alike.")
      }
      within = alike.required("within")?.duration() ?? within
      countsProducts = alike.optional("same_product")?.truth() ?? false
      for item in alike.items("matters") {
        guard let matter = Matter(item) else { continue }
        if matters.contains(where: { $0.id == matter.id }) {
          item.about("“alike”").report("has two matters called “\(matter.id)”; rename one.")
        } else {
          matters.append(matter)
        }
      }
    }
    if let session = map.optional("session")?.about("“session”").map() {
      session.knows("turned_down", "came_back")
      turnedDown = session.optional("turned_down")?.number()
      cameBack = session.optional("came_back")?.number()
    }
    if let length = map.optional("answers_within")?.clockLength() { answersWithin = length }
  }
}

extension Together.Matter {
  fileprivate init?(_ reader: YAMLReader) {
    guard let found = reader.about("a matter").map(), let id: MatterID = found.name("id") else {
      return nil
    }
    let map = found.about("matter “\(id)”")
    map.knows("id", "name", "topics", "content")
    if id.product != nil {
      map.report("begins with “product:”, which is how products are called; rename it.")
      return nil
    }
    self.init(
      id: id, names: map.words("name"), topics: Set(map.names("topics")),
      contents: Set(map.optional("content")?.terms("content") ?? []))
    if topics.isEmpty, contents.isEmpty {
      map.report("is known by nothing; give it “topics” or “content”.")
    }
  }
}

extension Playbook {
  /// When a matter is more than one agent's; no alarm and no joint session where no layer says so.
  package var together: Together {
    let found = togetherParts.value(.whole) {
      first("authority/together.yaml", as: "the file", mustExist: false) { Together($0) }
    }
    return found.value ?? Together()
  }
}

extension PlaybookCheck {
  /// Matters that are looked for by topics there are none of.
  static func matters(in playbook: Playbook) -> [PlaybookProblem] {
    let path = "authority/together.yaml"
    let known = Set(playbook.topics.all.map(\.id))
    return playbook.together.matters.flatMap { matter in
      matter.topics.subtracting(known).sorted().map { topic in
        PlaybookProblem(
          file: playbook.label(path, holding: matter.id.rawValue),
          line: playbook.line(ofID: matter.id.rawValue, in: path),
          sentence: "matter “\(matter.id)” names “\(topic)”, which is no topic of"
            + " phrases/topics.yaml"
            + Spelling.question(topic.rawValue, in: known.map(\.rawValue).sorted()))
      }
    }
  }
}
