import Vocabulary
import Workflow

/// What a phrase is for, apart from any language: an entry of the catalogue.
struct PhraseEntry: Equatable, Sendable {
  var phrase: Phrase
  /// Where it stands, for problems.
  var file: String
  var line: Int

  // Shared by the many phrases that name none.
  private static let everyChannel = Set(Channel.allCases)
  private static let everyHeat = Set(HeatLevel.allCases)

  /// The entries a catalogue lists.
  static func list(_ reader: YAMLReader) -> [PhraseEntry] {
    guard let map = reader.map() else { return [] }
    map.knows("phrases")
    var seen: Set<PhraseID> = []
    return map.required("phrases")?.items().compactMap { item in
      guard let entry = PhraseEntry(item) else { return nil }
      if seen.insert(entry.phrase.id).inserted { return entry }
      item.about("the catalogue").report("has two phrases called “\(entry.phrase.id)”; rename one.")
      return nil
    } ?? []
  }

  /// The entry, or nil, with a problem, when any part of it is missing or unknown.
  private init?(_ reader: YAMLReader) {
    guard let found = reader.about("a phrase").map(), let id: PhraseID = found.name("id")
    else { return nil }
    let map = found.about("phrase “\(id)”")
    let before = map.problems.problems.count
    map.knows(
      "id", "kind", "steps", "channels", "acts", "heat", "customers", "about", "unless",
      "asks", "dangers", "needs", "remedies", "variables", "rules", "like", "note")
    let kind: PhraseKind? = map.required("kind")?.term("kind")
    let channels: [Channel]? = map.optional("channels")?.terms("channel")
    let heat: [HeatLevel]? = map.optional("heat")?.terms("heat")
    let lock: PhraseLock? = map.optional("needs")?.term("need")
    let customers: [TagID] =
      map.optional("customers")?.items(orOne: true).compactMap { item in
        let tag: BehaviourTag? = item.term("behaviour")
        return tag?.id
      } ?? []
    let dangers: [DangerKind]? = map.optional("dangers")?.terms("danger")
    if dangers != nil, let kind, kind != .danger {
      map.optional("dangers")?.report(
        "is of the kind “\(kind.rawValue)”; only the kind “danger” is for certain dangers.")
    }
    let asks: [FieldName]? = map.optional("asks")?.terms("field")
    let variables = map.texts("variables")
    for variable in variables where !Placeholders.isName(variable) {
      map.optional("variables")?.report(
        "declares the variable “\(variable)”; a name has letters, digits and _ only.")
    }
    let phrase = Phrase(
      id: id, kind: kind ?? .greeting,
      stages: map.optional("steps")?.items(orOne: true).compactMap(PhraseStage.read) ?? [],
      channels: channels.map { Set($0) } ?? Self.everyChannel,
      acts: Set(map.optional("acts")?.terms("act") ?? []),
      heat: heat.map { Set($0) } ?? Self.everyHeat, customers: Set(customers),
      about: Set(map.names("about")), unless: Set(map.names("unless")),
      asks: Set(asks ?? []), dangers: Set(dangers ?? []), lock: lock,
      remedies: Set(map.names("remedies")), variables: variables, rules: map.texts("rules"),
      like: map.optional("like")?.text().map { PhraseID($0) }, text: "")
    guard map.problems.problems.count == before else { return nil }
    self.phrase = phrase
    file = map.problems.file
    line = found.line
  }
}
