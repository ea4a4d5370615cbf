import Vocabulary
import Workflow

extension Authority {
  /// The authority a file describes; the remedies are those of the playbook.
  init?(_ reader: YAMLReader, remedies: [Remedy]) {
    guard let map = reader.map() else { return nil }
    map.knows(
      "currencies", "regions", "permissions", "limits", "weighing", "small", "large",
      "warn_over_price",
      "guarantees", "evidence")
    var currencies: [LanguageTag: String] = [:]
    for (tag, code) in map.required("currencies")?.languages({ $0.currency() }) ?? [:] {
      currencies[tag] = code
    }
    var permissions: [Role: Set<Permission>] = [:]
    for (role, value) in map.required("permissions").map(Authority.roles) ?? [] {
      permissions[role] = Set(value.terms("permission"))
    }
    var limits: [Role: [RemedyID: Limit]] = [:]
    let known = Set(remedies.map(\.id))
    for (role, value) in map.required("limits").map(Authority.roles) ?? [] {
      limits[role] = Authority.limits(of: role, value, known: known)
    }
    self.init(
      remedies: Dictionary(remedies.map { ($0.id, $0.terms) }, uniquingKeysWith: { $1 }),
      limits: limits, permissions: permissions, currencies: currencies,
      regions: map.optional("regions")?.languages { $0.text() } ?? [:],
      factors: map.optional("weighing").flatMap(LimitFactors.init) ?? LimitFactors(),
      smallSums: map.optional("small")?.amounts() ?? [:],
      largeSums: map.optional("large")?.amounts() ?? [:],
      warnOverPrice: map.optional("warn_over_price")?.percent(from: 100).map(Int.init),
      guarantees: Authority.guarantees(map.items("guarantees"), remedies: remedies),
      evidence: map.items("evidence").compactMap(EvidenceItem.init))
  }

  private static func guarantees(_ items: [YAMLReader], remedies: [Remedy]) -> [Guarantee] {
    var known: [Guarantee] = []
    for item in items {
      guard let guarantee = Guarantee(item) else { continue }
      let remedy = remedies.first { $0.id == guarantee.remedy }
      let about = item.about("guarantee “\(guarantee.id)”")
      if remedy?.takesAmount != true {
        about.report("gives “\(guarantee.remedy)”, which is no remedy in money.")
      } else if known.contains(where: { $0.id == guarantee.id }) {
        about.report("stands twice; rename one.")
      } else {
        known.append(guarantee)
      }
    }
    return known
  }

  private static func roles(_ reader: YAMLReader) -> [(Role, YAMLReader)] {
    guard let map = reader.map() else { return [] }
    return map.readers.compactMap { key, line, value in
      if let role = Role(rawValue: key), role != .system { return (role, value) }
      map.problems.add(
        line,
        "\(map.subject) names the role “\(key)” in “\(map.key)”, which does not exist"
          + Spelling.question(key, in: Role.allCases.map(\.rawValue)))
      return nil
    }
  }

  private static func limits(
    of role: Role, _ reader: YAMLReader, known: Set<RemedyID>
  ) -> [RemedyID: Limit] {
    guard let map = reader.map() else { return [:] }
    var limits: [RemedyID: Limit] = [:]
    for (key, line, value) in map.readers {
      let remedy = RemedyID(key)
      if !known.contains(remedy) {
        map.problems.add(
          line,
          "\(map.subject) gives \(role.rawValue) a limit for the remedy “\(key)”, which does not"
            + " exist" + Spelling.question(key, in: known.map(\.rawValue).sorted()))
        continue
      }
      limits[remedy] = Limit(value)
    }
    return limits
  }
}

extension LimitFactors {
  /// How far fault and loss move a limit, in per cent.
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.about("the weighing").map() else { return nil }
    map.knows("fault", "loss")
    let fault = map.optional("fault")?.map()
    fault?.knows("shared", "ours")
    let loss = map.optional("loss")?.map()
    loss?.knows("share", "most")
    self.init(
      shared: fault?.optional("shared")?.percent(from: 100) ?? 100,
      ours: fault?.optional("ours")?.percent(from: 100) ?? 100,
      loss: loss?.optional("share")?.percent(from: 0) ?? 0,
      most: loss?.optional("most")?.percent(from: 0) ?? 0)
    if ours < shared {
      fault?.report("gives less where the fault is ours than where it is shared; turn them round.")
    }
  }
}

extension EvidenceItem {
  fileprivate init?(_ reader: YAMLReader) {
    guard let found = reader.about("an item of evidence").map(),
      let id: EvidenceID = found.name("id")
    else { return nil }
    let map = found.about("evidence “\(id)”")
    map.knows("id", "name", "weight")
    let names = map.words("name")
    guard let weight: Weight = map.required("weight")?.term("weight") else { return nil }
    self.init(id: id, names: names, weight: weight)
  }
}

extension Guarantee {
  fileprivate init?(_ reader: YAMLReader) {
    guard let found = reader.about("a guarantee").map(), let id: GuaranteeID = found.name("id")
    else { return nil }
    let map = found.about("guarantee “\(id)”")
    map.knows("id", "name", "remedy", "amount")
    let names = map.words("name")
    guard let remedy: RemedyID = map.name("remedy"), let amounts = map.required("amount")?.amounts()
    else { return nil }
    self.init(id: id, names: names, remedy: remedy, amounts: amounts)
  }
}

extension Limit {
  /// `unlimited`, or whole units by currency code.
  fileprivate init?(_ reader: YAMLReader) {
    if reader.textIfAny == "unlimited" {
      self = .unlimited
      return
    }
    guard case .map = reader.node.content, let amounts = reader.amounts() else {
      reader.report(
        "wants “unlimited” or amounts such as {CNY: 200, USD: 30} for “\(reader.key)”.")
      return nil
    }
    self = .upTo(amounts)
  }
}

extension YAMLReader {
  /// Whole units by currency code, as hundredths.
  func amounts() -> [String: Int64]? {
    guard let map = map() else { return nil }
    var amounts: [String: Int64] = [:]
    for (code, line, value) in map.readers {
      guard code.isCurrencyCode else {
        map.problems.add(line, "\(map.subject) has “\(code)”, which is no currency code.")
        continue
      }
      guard let units = value.number() else { continue }
      let (minor, overflow) = Int64(units).multipliedReportingOverflow(by: 100)
      if overflow {
        value.report("has an amount in “\(code)” that no money can reach.")
      } else {
        amounts[code] = minor
      }
    }
    return amounts
  }

  /// Per cent, from a least one up to a thousand.
  fileprivate func percent(from least: Int) -> Int64? {
    guard let percent = number() else { return nil }
    guard (least...1000).contains(percent) else {
      report("has \(percent) in “\(key)”; it goes from \(least) to 1000 per cent.")
      return nil
    }
    return Int64(percent)
  }

  /// A currency code of three capitals.
  fileprivate func currency() -> String? {
    guard let code = text() else { return nil }
    if !code.isCurrencyCode {
      report("has “\(code)” in “\(key)”, which is no currency code such as USD.")
      return nil
    }
    return code
  }
}

extension String {
  fileprivate var isCurrencyCode: Bool {
    utf8.count == 3 && utf8.allSatisfy { (65...90).contains($0) }
  }
}
