import Language
import Vocabulary
import Workflow

/// Hides who a customer is, and who worked on a case, from somebody who need not know (S1-35).
struct PersonalMask {
  /// Whether anything is hidden.
  let isOn: Bool
  /// The names that must not stand in free words.
  private let names: [String]

  /// - Parameters:
  ///   - isOn: whether anything is hidden.
  ///   - shown: the case whose customer is meant.
  ///   - people: whose names are hidden as well.
  init(isOn: Bool, of shown: Case, people: [Person]) {
    self.isOn = isOn
    let told = [shown.customer.name, shown.fields[.customer]?.value ?? ""]
    names = isOn ? Set(told + people.map(\.name)).filter { !$0.isEmpty }.sorted() : []
  }

  /// What stands for a person of the desk: a stand-in told apart from others would let figures of
  /// persons be made.
  static let somebody = "***"

  /// Free words, as they may be shown.
  func words(_ text: String) -> String { isOn ? Redaction.anonymous(text, names: names) : text }

  /// The value of a field, as it may be shown.
  func value(_ text: String, of field: FieldName) -> String {
    guard isOn else { return text }
    return switch field {
    case .customer: Redaction.display(name: text)
    case .phone: Redaction.display(phone: text)
    case .email: Redaction.display(mail: text)
    case .address, .people: PersonalMask.somebody
    default: words(text)
    }
  }

  /// A person of the desk, as they may be shown.
  func staff(_ name: String) -> String { isOn ? PersonalMask.somebody : name }

  // MARK: - Documents

  /// Keys under which a person of the desk stands.
  private static let staffed: Set<String> = [
    "by", "owner", "handler", "opened_by", "decided_by", "signed_off_by",
  ]
  /// Keys under which free words stand.
  private static let worded: Set<String> = [
    "text", "words", "what", "reason", "view", "only_one_because", "evidence", "cause",
    "proposal",
  ]

  /// A case document, as it may be shown.
  func document(_ value: JSONValue) -> JSONValue {
    guard isOn, case .object(var members) = value else { return value }
    if case .object(var customer)? = members["customer"] {
      for (key, field) in [("name", FieldName.customer), ("phone", .phone), ("email", .email)] {
        if let text = customer[key]?.text { customer[key] = .string(self.value(text, of: field)) }
      }
      members["customer"] = .object(customer)
    }
    if case .object(let fields)? = members["fields"] {
      members["fields"] = .object(
        Dictionary(
          uniqueKeysWithValues: fields.map { name, entry in
            (name, self.field(entry, named: FieldName(rawValue: name)))
          }))
    }
    for (key, inner) in members where key != "customer" && key != "fields" {
      members[key] = hidden(inner, under: key)
    }
    return .object(members)
  }

  private func field(_ entry: JSONValue, named name: FieldName?) -> JSONValue {
    guard case .object(var members) = entry else { return entry }
    for (key, inner) in members { members[key] = hidden(inner, under: key) }
    if let text = entry["value"]?.text {
      members["value"] = .string(name.map { value(text, of: $0) } ?? words(text))
    }
    return .object(members)
  }

  private func hidden(_ value: JSONValue, under key: String) -> JSONValue {
    switch value {
    case .string(let text):
      if PersonalMask.staffed.contains(key) { return .string(PersonalMask.somebody) }
      return PersonalMask.worded.contains(key) ? .string(words(text)) : value
    case .array(let items): return .array(items.map { hidden($0, under: key) })
    case .object(let members):
      // What was read stands at places in the words, which are no longer the same.
      return .object(
        Dictionary(
          uniqueKeysWithValues: members.filter { $0.key != "signals" }
            .map { ($0.key, hidden($0.value, under: $0.key)) }))
    default: return value
    }
  }
}
