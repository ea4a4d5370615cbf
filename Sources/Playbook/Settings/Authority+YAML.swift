import Vocabulary
import Workflow

extension Authority {
  /// The authority a file describes; the remedies are those of the playbook.
  init?(_ reader: YAMLReader, remedies: [Remedy]) {
    guard let map = reader.map() else { return nil }
    map.knows("currencies", "permissions", "limits")
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
      limits: limits, permissions: permissions, currencies: currencies)
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

extension Limit {
  /// `unlimited`, or whole units by currency code.
  fileprivate init?(_ reader: YAMLReader) {
    if reader.textIfAny == "unlimited" {
      self = .unlimited
      return
    }
    guard case .map = reader.node.content, let map = reader.map() else {
      reader.report(
        "wants “unlimited” or amounts such as {CNY: 200, USD: 30} for “\(reader.key)”.")
      return nil
    }
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
    self = .upTo(amounts)
  }
}

extension YAMLReader {
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
