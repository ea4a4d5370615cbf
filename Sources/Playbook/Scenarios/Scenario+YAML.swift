import Vocabulary
import Workflow

extension Scenario {
  /// The scenario a file describes, or nil, with a problem, when any part of it is missing.
  ///
  /// - Parameters:
  ///   - reader: the whole file.
  ///   - file: its name without ending, which the id must be.
  ///   - manners: what every customer says, so that what is lacking is known.
  init?(_ reader: YAMLReader, file: String, manners: CustomerManners?) {
    guard let map = reader.map() else { return nil }
    let before = map.problems.problems.count
    map.knows(
      "id", "place", "channel", "temper", "patience", "remedies", "plain_demand", "falls_silent",
      "rules", "words")
    guard let id: ScenarioID = map.name("id") else { return nil }
    if id.rawValue != file {
      map.report("has the id “\(id)”, but its file is called \(file).yaml; make them the same.")
    }
    let channel: Channel? = map.required("channel")?.term("channel")
    let temper = map.required("temper")?.number() ?? 0
    if temper > Scenario.hottest {
      map.report("has a temper of \(temper); the most is \(Scenario.hottest).")
    }
    let patience = map.required("patience")?.duration() ?? 0
    let remedies: [RemedyID] = map.names("remedies")
    let isPlainDemand = map.optional("plain_demand")?.truth() ?? false
    let words =
      map.required("words")?.languages { ScenarioWords($0, remedies: remedies) } ?? [:]
    for (tag, words) in words {
      let common = manners?.words[tag]?.says ?? [:]
      for reaction in Reaction.allCases where !Reaction.optional.contains(reaction) {
        if words.says[reaction] == nil, common[reaction] == nil {
          map.report("says nothing to “\(reaction.rawValue)” in \(tag.rawValue); add words.")
        }
      }
      if remedies.isEmpty, words.says[.answered] == nil {
        map.report("says nothing to “answered” in \(tag.rawValue); add words.")
      }
    }
    guard let channel, map.problems.problems.count == before else { return nil }
    self.init(
      id: id, place: map.optional("place")?.number(), channel: channel, temper: temper,
      patience: patience, remedies: remedies, isPlainDemand: isPlainDemand,
      fallsSilent: map.optional("falls_silent")?.truth() ?? false, rules: map.texts("rules"),
      words: words)
  }
}

extension ScenarioWords {
  fileprivate init?(_ reader: YAMLReader, remedies: [RemedyID]) {
    guard let map = reader.map() else { return nil }
    map.knows(
      "name", "customer", "opening", "wish", "facts", "earlier", "says", "answers", "accepts",
      "agent")
    let name = map.text("name")
    let wish = map.text("wish")
    let opening = map.required("opening")?.items(orOne: true).compactMap { $0.text() } ?? []
    let facts = map.required("facts")?.items(orOne: true).compactMap { $0.text() } ?? []
    let says = map.required("says").map { Self.lines($0, Reaction.self, "reaction") } ?? [:]
    for reaction in Reaction.own where says[reaction] == nil {
      map.report("has no words of its own for “\(reaction.rawValue)” in “\(map.key)”; add them.")
    }
    let answers =
      map.optional("answers").map { Self.lines($0, QuestionTopic.self, "topic") } ?? [:]
    guard let customer = map.required("customer")?.map(),
      let example = map.required("agent").flatMap({ Example($0) }), let name, let wish,
      !opening.isEmpty
    else { return nil }
    customer.knows("name", "phone")
    self.init(
      name: name,
      customer: Customer(
        name: customer.text("name") ?? "", phone: customer.optional("phone")?.text()),
      opening: opening, wish: wish, facts: facts,
      earlier: map.optional("earlier").flatMap { Earlier($0) }, says: says, answers: answers,
      accepts: Self.accepts(map, remedies), example: example)
  }

  /// How each remedy is taken; every one must be.
  private static func accepts(_ map: YAMLMap, _ remedies: [RemedyID]) -> [RemedyID: [String]] {
    guard !remedies.isEmpty else { return [:] }
    guard let accepts = map.required("accepts")?.map() else { return [:] }
    var found: [RemedyID: [String]] = [:]
    for (key, line, value) in accepts.readers {
      guard remedies.contains(RemedyID(key)) else {
        map.problems.add(
          line,
          "\(map.subject) accepts “\(key)”, which is none of its remedies"
            + Spelling.question(key, in: remedies.map(\.rawValue)))
        continue
      }
      found[RemedyID(key)] = value.items(orOne: true).compactMap { $0.text() }
    }
    for remedy in remedies where found[remedy]?.isEmpty != false {
      accepts.report("has no words for taking “\(remedy)” in “\(accepts.key)”; add them.")
    }
    return found
  }

  /// Lines by the words of a closed set.
  fileprivate static func lines<Term>(
    _ reader: YAMLReader, _ type: Term.Type, _ noun: String
  ) -> [Term: [String]]
  where Term: RawRepresentable<String> & CaseIterable & Hashable {
    guard let map = reader.map() else { return [:] }
    var lines: [Term: [String]] = [:]
    for (key, line, value) in map.readers {
      guard let term = Term(rawValue: key) else {
        map.problems.add(
          line,
          "\(map.subject) has words for the \(noun) “\(key)”, which does not exist"
            + Spelling.question(key, in: Term.allCases.map(\.rawValue)))
        continue
      }
      let texts = value.items(orOne: true).compactMap { $0.text() }
      if !texts.isEmpty { lines[term] = texts }
    }
    return lines
  }
}

extension ScenarioWords.Earlier {
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("said", "order", "problem", "demand", "promise")
    guard let said = map.text("said"), let order = map.text("order"),
      let problem = map.text("problem"), let demand = map.text("demand"),
      let promise = map.text("promise")
    else { return nil }
    self.init(said: said, order: order, problem: problem, demand: demand, promise: promise)
  }
}

extension ScenarioWords.Example {
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("problem", "demand", "product", "symptom", "amount", "answer")
    guard let problem = map.text("problem"), let demand = map.text("demand"),
      let product = map.text("product")
    else { return nil }
    self.init(
      problem: problem, demand: demand, product: product, symptom: map.optional("symptom")?.text(),
      amount: map.optional("amount")?.text(), answer: map.optional("answer")?.text())
  }
}

extension CustomerManners {
  /// What every customer does, or nil, with a problem, when any part of it is missing.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    let before = map.problems.problems.count
    map.knows("heats", "cools", "words")
    var changes: [Reaction: Int] = [:]
    for (key, sign) in [("heats", 1), ("cools", -1)] {
      for (name, line, value) in map.required(key)?.map()?.readers ?? [] {
        guard let reaction = Reaction(rawValue: name) else {
          map.problems.add(
            line,
            "\(map.subject) names the reaction “\(name)”, which does not exist"
              + Spelling.question(name, in: Reaction.allCases.map(\.rawValue)))
          continue
        }
        changes[reaction] = (value.number() ?? 0) * sign
      }
    }
    let words = map.required("words")?.languages { MannersWords($0) } ?? [:]
    guard map.problems.problems.count == before else { return nil }
    self.init(changes: changes, words: words)
  }
}

extension MannersWords {
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("topics", "calming", "says", "answers")
    let calming = map.required("calming")?.items(orOne: true).compactMap { $0.text() } ?? []
    let topics = map.required("topics").map {
      ScenarioWords.lines($0, QuestionTopic.self, "topic")
    }
    let says = map.required("says").map { ScenarioWords.lines($0, Reaction.self, "reaction") }
    let answers = map.required("answers").map {
      ScenarioWords.lines($0, QuestionTopic.self, "topic")
    }
    guard let topics, let says, let answers else { return nil }
    for topic in QuestionTopic.allCases where answers[topic] == nil {
      map.report("answers nothing to “\(topic.rawValue)” in “\(map.key)”; add words.")
    }
    self.init(topics: topics, calming: calming, says: says, answers: answers)
  }
}
