import Vocabulary
package import Workflow

extension Routing {
  /// Who is given which case, as a file says it.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("capacity", "grace", "ignored", "offers", "second_failure", "skills")
    var skills: [Skill] = []
    for item in map.items("skills") {
      guard let skill = Skill(item) else { continue }
      if skills.contains(where: { $0.id == skill.id }) {
        item.about("routing").report("has two skills called “\(skill.id)”; rename one.")
      } else {
        skills.append(skill)
      }
    }
    let ignored = Routing.channels(map.optional("ignored")) { $0.duration() }
    if ignored[.phone] != nil {
      map.optional("ignored")?.report("names “phone” in “ignored”; a call never goes back.")
    }
    self.init(
      capacity: Routing.channels(map.optional("capacity")) { $0.number() },
      grace: Routing.channels(map.optional("grace")) { $0.duration() },
      ignored: ignored.filter { $0.key != .phone },
      offers: Routing.channels(map.optional("offers")) { $0.duration() }, skills: skills,
      secondFailure: map.optional("second_failure")?.term("role"))
  }

  /// The values of a map whose keys are channels.
  private static func channels<Value>(
    _ reader: YAMLReader?, _ read: (YAMLReader) -> Value?
  ) -> [Channel: Value] {
    guard let map = reader?.map() else { return [:] }
    return map.readers.reduce(into: [:]) { found, entry in
      guard let channel = Channel(rawValue: entry.key) else {
        map.problems.add(
          entry.line,
          "\(map.subject) names the channel “\(entry.key)” in “\(map.key)”, which does not exist"
            + Spelling.question(entry.key, in: Channel.allCases.map(\.rawValue)))
        return
      }
      found[channel] = read(entry.value)
    }
  }
}

extension Routing.Skill {
  fileprivate init?(_ reader: YAMLReader) {
    guard let found = reader.about("a skill").map(), let id: SkillID = found.name("id") else {
      return nil
    }
    let map = found.about("skill “\(id)”")
    map.knows("id", "name", "topics", "content", "cause")
    self.init(
      id: id, names: map.words("name"), topics: Set(map.names("topics")),
      contents: Set(map.optional("content")?.terms("content") ?? []),
      causes: Set(map.optional("cause")?.terms("cause") ?? []))
  }
}

extension Playbook {
  /// Who is given which case; no limits and no skills where no layer says so.
  package var routing: Routing {
    let found = routingParts.value(.whole) {
      first("authority/routing.yaml", as: "routing", mustExist: false) { Routing($0) }
    }
    return found.value ?? Routing()
  }
}

extension PlaybookCheck {
  /// Skills that are looked for by topics there are none of.
  static func skills(in playbook: Playbook) -> [PlaybookProblem] {
    let path = "authority/routing.yaml"
    let known = Set(playbook.topics.all.map(\.id))
    return playbook.routing.skills.flatMap { skill in
      skill.topics.subtracting(known).sorted().map { topic in
        PlaybookProblem(
          file: playbook.label(path, holding: skill.id.rawValue),
          line: playbook.line(ofID: skill.id.rawValue, in: path),
          sentence: "skill “\(skill.id)” names “\(topic)”, which is no topic of"
            + " phrases/topics.yaml"
            + Spelling.question(topic.rawValue, in: known.map(\.rawValue).sorted()))
      }
    }
  }
}
