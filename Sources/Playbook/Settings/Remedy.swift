package import Vocabulary
package import Workflow

/// Something that makes a customer whole, or makes up for trouble.
package struct Remedy: Equatable, Sendable {
  package var id: RemedyID
  package var kind: RemedyKind
  /// The customer has a right to it by law, whatever the fault (S2-44).
  package var statutory: Bool
  /// It is paid in money and names an amount.
  package var takesAmount: Bool
  package var rules: [String]
  /// What it rests on, for the agent.
  package var basis: [LanguageTag: String]
  /// What it is called.
  package var name: [LanguageTag: String]
  /// What the customer will read, with `{amount}` where it names one.
  package var what: [LanguageTag: String]
  /// Words customers ask for it with.
  package var called: [LanguageTag: [String]]
  /// The paragraph it is owed by, by region, such as `UK` (S2-13).
  package var law: [String: String]
  /// The rule of the house it is given by, where no law is needed (S2-13).
  package var policy: [LanguageTag: String]

  package init(
    id: RemedyID, kind: RemedyKind, statutory: Bool, takesAmount: Bool, rules: [String],
    basis: [LanguageTag: String], name: [LanguageTag: String], what: [LanguageTag: String],
    called: [LanguageTag: [String]] = [:], law: [String: String] = [:],
    policy: [LanguageTag: String] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.statutory = statutory
    self.takesAmount = takesAmount
    self.rules = rules
    self.basis = basis
    self.name = name
    self.what = what
    self.called = called
    self.law = law
    self.policy = policy
  }

  /// What it rests on in a region: its law, else the rule of the house.
  ///
  /// - Parameters:
  ///   - region: as the authority file calls it; nil for none in particular.
  ///   - language: what a rule of the house is said in.
  /// - Returns: nil where it cites nothing.
  package func cited(in region: String?, _ language: LanguageTag) -> String? {
    region.flatMap { law[$0] } ?? policy[language]
  }

  /// What the engine needs to know of it.
  package var terms: RemedyTerms {
    RemedyTerms(statutory: statutory, takesAmount: takesAmount, isGoodwill: kind == .goodwill)
  }

  /// What the customer will read in `language`, the amount filled in where there is one.
  package func wording(in language: LanguageTag, amount: Money?) -> String {
    let text = what[language] ?? name[language] ?? ""
    guard let amount else { return text }
    return Placeholders.fill(text, ["amount": MoneyWords(language).spoken(amount)])
  }
}

/// What a remedy is for.
package enum RemedyKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// What the customer bought and did not get.
  case entitlement
  /// A gesture beside the fix, not instead of it.
  case goodwill
  /// Personal care: a call, a letter, a visit.
  case care
  case other
}

extension Remedy {
  /// The remedies a file describes, each with the line it stands on.
  static func list(_ reader: YAMLReader) -> [(line: Int, remedy: Remedy)] {
    guard let map = reader.map() else { return [] }
    map.knows("remedies")
    var seen: Set<RemedyID> = []
    return map.required("remedies")?.items().compactMap { item in
      guard let remedy = Remedy(item) else { return nil }
      if !seen.insert(remedy.id).inserted {
        item.about("the list of remedies").report("has two called “\(remedy.id)”; rename one.")
        return nil
      }
      return (item.node.line, remedy)
    } ?? []
  }

  private init?(_ reader: YAMLReader) {
    guard let found = reader.about("a remedy").map(), let id: RemedyID = found.name("id")
    else { return nil }
    let map = found.about("remedy “\(id)”")
    map.knows(
      "id", "kind", "statutory", "takes_amount", "rules", "basis", "name", "what", "called", "law",
      "policy")
    let kind: RemedyKind? = map.required("kind")?.term("kind of remedy")
    let statutory = map.optional("statutory").map { $0.truth() } ?? .some(false)
    let takesAmount = map.optional("takes_amount").map { $0.truth() } ?? .some(false)
    let what = map.words("what")
    let basis = map.words("basis")
    let name = map.words("name")
    let called: [LanguageTag: [String]] =
      map.optional("called")?.map().map { lists in
        lists.knows("en", "zh-Hans", "zh-Hant")
        return LanguageTag.allCases.reduce(into: [:]) { $0[$1] = lists.texts($1.rawValue) }
      } ?? [:]
    let law: [String: String] =
      map.optional("law")?.map()?.readers.reduce(into: [:]) { $0[$1.key] = $1.value.text() } ?? [:]
    let policy = map.optional("policy") == nil ? [:] : map.words("policy")
    guard let kind, let statutory, let takesAmount else { return nil }
    for (tag, text) in what {
      let used = Set(Placeholders.names(in: text))
      if !used.isSubset(of: ["amount"]) || used.contains("amount") != takesAmount {
        map.optional("what")?.report(
          takesAmount
            ? "takes an amount, so “what” in \(tag.rawValue) must say {amount} and nothing else in braces."
            : "takes no amount, so “what” in \(tag.rawValue) may have nothing in braces.")
      }
    }
    self.init(
      id: id, kind: kind, statutory: statutory, takesAmount: takesAmount,
      rules: map.texts("rules"), basis: basis, name: name, what: what,
      called: called, law: law, policy: policy)
  }
}
