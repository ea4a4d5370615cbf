import Vocabulary
import Workflow

extension Condition {
  /// Conditions that stand as a bare word.
  static let plain: [String: Condition] = [
    "customer_spoke": .customerSpoke, "customer_asked": .customerAsked, "offered": .offered,
    "dated": .dated, "view_recorded": .viewRecorded, "within_authority": .withinAuthority,
    "identified": .identified, "nothing_unanswered": .nothingUnanswered,
    "follow_up": .followUp, "plain_question": .plainQuestion, "follow_up_settled": .followUpSettled,
    "promises_kept": .promisesKept, "satisfaction": .satisfaction,
    "implied_acceptance": .impliedAcceptance, "granted": .granted, "signed_off": .signedOff,
    "no_earlier_failure": .noEarlierFailure, "heard_again": .heardAgain,
    "escalated": .escalated, "linked": .linked, "change_asked": .changeAsked,
    "promise_owned": .promiseOwned, "ground_named": .groundNamed,
    "demand_explained": .demandExplained,
  ]

  /// Conditions that carry a value.
  static let valued = [
    "all", "any", "turns", "heat_below", "said", "confirmed", "fields", "on_file", "no_field",
    "options", "answered", "not_disclosing", "closing", "severity_at_most", "classified", "nudges",
    "rounds_below",
  ]

  /// The condition a file asks for; nil, with a problem, when it is none.
  init?(_ reader: YAMLReader) {
    switch reader.node.content {
    case .scalar:
      guard let word = reader.text() else { return nil }
      guard let condition = Condition.plain[word] else {
        if Condition.valued.contains(word) {
          reader.report("asks for “\(word)” without a value; write {\(word): …}.")
        } else {
          reader.report("has the unknown condition “\(word)”" + Condition.question(word))
        }
        return nil
      }
      self = condition
    case .map(let entries):
      guard entries.count == 1, let map = reader.map(), let one = map.readers.first else {
        reader.report("wants one condition a map; join several with all or any.")
        return nil
      }
      guard let condition = Condition(one.key, one.value) else { return nil }
      self = condition
    case .list:
      reader.report("has a list where one condition is wanted; join them with all or any.")
      return nil
    }
  }

  private static func question(_ word: String) -> String {
    Spelling.question(word, in: Array(plain.keys).sorted() + valued)
  }

  private init?(_ key: String, _ value: YAMLReader) {
    switch key {
    case "all", "any":
      guard let parts = Condition.parts(value) else { return nil }
      self = key == "all" ? .all(parts) : .any(parts)
    case "turns", "options", "severity_at_most", "nudges", "rounds_below":
      guard let number = Condition.number(value) else { return nil }
      switch key {
      case "turns": self = .turns(number)
      case "options": self = .options(number)
      case "severity_at_most": self = .severity(atMost: number)
      case "rounds_below": self = .rounds(below: number)
      default: self = .nudges(number)
      }
    case "heat_below":
      guard let level: HeatLevel = value.term("heat") else { return nil }
      if level == .calm {
        value.report("asks for a heat below calm, which there is not; ask for uneasy or above.")
        return nil
      }
      self = .heatBelow(level)
    case "confirmed":
      guard let what: Confirmable = value.term("confirmation") else { return nil }
      self = .confirmed(what)
    case "answered":
      guard let kind: AnswerKind = value.term("answer") else { return nil }
      self = .answered(kind)
    case "on_file", "no_field":
      guard let field = Condition.field(value) else { return nil }
      self = key == "on_file" ? .onFile(field) : .noField(field)
    default:
      guard let condition = Condition(listing: key, value) else { return nil }
      self = condition
    }
  }

  private init?(listing key: String, _ value: YAMLReader) {
    switch key {
    case "said":
      guard let acts: [SpeechAct] = Condition.all(value, "act") else { return nil }
      self = .said(acts)
    case "fields":
      let readers = value.items(orOne: true)
      let fields = readers.compactMap(Condition.field)
      guard fields.count == readers.count, !fields.isEmpty else { return nil }
      self = .fields(fields)
    case "not_disclosing":
      guard let kinds: [Disclosure] = Condition.all(value, "disclosure") else { return nil }
      self = .notDisclosing(kinds)
    case "closing":
      guard let reasons: [CloseReason] = Condition.all(value, "close reason") else { return nil }
      self = .closing(reasons)
    case "classified":
      guard let classes: [CaseClass] = Condition.all(value, "class") else { return nil }
      self = .classified(classes)
    default:
      if Condition.plain[key] != nil {
        value.report("gives “\(key)” a value, which it does not take; write the bare word.")
      } else {
        value.report("has the unknown condition “\(key)”" + Condition.question(key))
      }
      return nil
    }
  }

  // MARK: - Values

  private static func parts(_ value: YAMLReader) -> [Condition]? {
    let readers = value.items()
    let parts = readers.compactMap { Condition($0) }
    if readers.isEmpty, case .list = value.node.content {
      value.report("joins nothing under “\(value.key)”; name at least one condition.")
    }
    return parts.isEmpty || parts.count != readers.count ? nil : parts
  }

  private static func number(_ value: YAMLReader) -> Int? {
    guard let number = value.number() else { return nil }
    guard (1...99).contains(number) else {
      value.report("wants a number from 1 to 99 in “\(value.key)”, not \(number).")
      return nil
    }
    return number
  }

  private static func field(_ value: YAMLReader) -> FieldName? {
    guard let word = value.text() else { return nil }
    if let field = FieldName(rawValue: word) { return field }
    value.report(
      "asks for the field “\(word)”, which the register does not have"
        + Spelling.question(word, in: FieldName.allCases.map(\.rawValue)))
    return nil
  }

  /// Every word of a list, or nil when one is unknown or there is none.
  private static func all<Term: RawRepresentable & CaseIterable>(
    _ value: YAMLReader, _ noun: String
  ) -> [Term]? where Term.RawValue == String {
    let readers = value.items(orOne: true)
    let terms: [Term] = readers.compactMap { $0.term(noun) }
    if readers.isEmpty, case .list = value.node.content {
      value.report("lists nothing under “\(value.key)”; name at least one \(noun).")
    }
    return terms.isEmpty || terms.count != readers.count ? nil : terms
  }
}
