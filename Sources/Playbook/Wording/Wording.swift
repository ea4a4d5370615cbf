package import Foundation
package import Vocabulary
package import Workflow

/// Puts what the engine says into the words of one language.
package struct Wording: Sendable {
  package let texts: Texts
  /// The procedure whose steps and gates are spoken of first.
  package let procedure: Procedure?
  package let house: [Gate]
  package let remedies: [Remedy]
  package let reasons: [Reason]
  /// What people are called; a person without a name goes by their id.
  package var people: [PersonID: String]
  /// The zone times are said in.
  package var timeZone: TimeZone
  /// The customer's messages by number, short enough to be quoted; empty where none is at hand.
  package var quotes: [Int: String] = [:]
  /// Finds other procedures, for a list of cases under several.
  private let others: @Sendable (ProcedureID) -> Procedure?

  package init(
    texts: Texts, procedure: Procedure? = nil, house: [Gate] = [], remedies: [Remedy] = [],
    reasons: [Reason] = [], people: [PersonID: String] = [:], timeZone: TimeZone = .current,
    others: @escaping @Sendable (ProcedureID) -> Procedure? = { _ in nil }
  ) {
    self.texts = texts
    self.procedure = procedure
    self.house = house
    self.remedies = remedies
    self.reasons = reasons
    self.people = people
    self.timeZone = timeZone
    self.others = others
  }

  package var language: LanguageTag { texts.language }

  /// How times are said.
  package var time: TimeWords { TimeWords(language, timeZone: timeZone) }

  /// How amounts are written.
  package var money: MoneyWords { MoneyWords(language) }

  /// The procedure called `id`; one that was not spoken of yet is read from the playbook.
  func procedure(_ id: ProcedureID) -> Procedure? {
    procedure.flatMap { $0.id == id ? $0 : nil } ?? others(id)
  }
}

extension Playbook {
  /// The words of `language`, for cases of any procedure, those under `id` first.
  package func wording(
    _ language: LanguageTag, for id: ProcedureID = Playbook.defaultProcedure,
    people: [PersonID: String] = [:], timeZone: TimeZone = .current
  ) -> Wording {
    Wording(
      texts: locale(language), procedure: procedure(id), house: house, remedies: remedies,
      reasons: reasons, people: people, timeZone: timeZone,
      others: { [self] in procedure($0) })
  }
}

// MARK: - Names

extension Wording {
  /// The name of a word of a closed set, such as a role or a channel.
  package func name(of term: some LocaleTerm) -> String { texts[term.localeKey] }

  /// The name of a step; its id when the procedure does not have it.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - id: the procedure it belongs to; nil for the one spoken of.
  /// - Returns: a few letters, for a narrow column.
  package func name(of step: StepID, in id: ProcedureID? = nil) -> String {
    let found = id.map { procedure($0) } ?? procedure
    return found?.step(step)?.words[language]?.name ?? step.rawValue
  }

  /// A gate in an agent's words, as a goal: one of the playbook's, or the engine's own.
  package func name(of gate: GateID) -> String {
    self.gate(gate)?.words[language]
      ?? (texts.has("gate.\(gate)") ? texts["gate.\(gate)"] : gate.rawValue)
  }

  /// The gate called `id` on any step of the procedure, on what is done, or in the house.
  private func gate(_ id: GateID) -> Gate? {
    guard let procedure else { return house.first { $0.id == id } }
    for step in procedure.steps + procedure.sideSteps {
      if let gate = step.gates.first(where: { $0.id == id }) { return gate }
    }
    return procedure.gates.first { $0.id == id }
      ?? procedure.skips.first { $0.gate.id == id }?.gate ?? house.first { $0.id == id }
  }

  /// The name of a procedure; its id when the playbook does not have it.
  package func name(of procedure: ProcedureID) -> String {
    self.procedure(procedure)?.words[language]?.name ?? procedure.rawValue
  }

  /// The name of a remedy; its id when the playbook does not have it.
  package func name(of remedy: RemedyID) -> String {
    remedies.first { $0.id == remedy }?.name[language] ?? remedy.rawValue
  }

  /// What a person is called.
  package func name(of person: PersonID) -> String { people[person] ?? person.rawValue }

  /// A behaviour; a tag of the organisation's own as it is written.
  package func name(of tag: TagID) -> String {
    BehaviourTag(rawValue: tag.rawValue).map { name(of: $0) } ?? tag.rawValue
  }

  /// The words of a reason kept in the record: one of the short ones, one the desk itself gives, or
  /// what a person wrote.
  package func words(ofReason reason: String) -> String {
    if let short = reasons.first(where: { $0.id == reason })?.words[language] { return short }
    let key = "reason.\(reason)"
    return texts.has(key) ? texts[key] : reason
  }

  /// A severity from 1 (small) to 4 (grave) in a word.
  package func name(ofSeverity severity: Int) -> String { texts["severity.\(severity)"] }

  /// What a variable of a phrase stands for, for the form that fills it in.
  package func name(ofVariable variable: String) -> String {
    let key = "variable.\(variable)"
    return texts.has(key) ? texts[key] : variable
  }
}

// MARK: - Lists

extension Wording {
  /// `item` in the language's quotation marks.
  func quoted(_ item: String) -> String { texts("list.quoted", ["item": item]) }

  /// The items joined by "or".
  func either(_ items: [String]) -> String { joined(items, by: "list.or") }

  /// The items joined by "and".
  func both(_ items: [String]) -> String { joined(items, by: "list.and") }

  /// The numbers, one after the other.
  func all(_ numbers: [Int]) -> String { joined(numbers.map(String.init), by: "list.numbers") }

  private func joined(_ items: [String], by key: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let first = items.dropLast().joined(separator: texts["list.comma"])
    return texts(key, ["first": first, "last": last])
  }
}
