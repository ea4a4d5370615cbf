import Playbook
package import Vocabulary
import Workflow

extension Desk {
  /// One complaint as a sheet to be printed.
  ///
  /// Whoever answers for the case or holds it sees it whole, as on the screen; anybody else needs
  /// the permission `report`, and `personal_data` for names and numbers.
  ///
  /// - Parameters:
  ///   - ref: the case.
  ///   - person: who prints it.
  ///   - language: of the sheet.
  /// - Returns: the sheet.
  /// - Throws: `DeskError.unknownCase` or `.notAllowed`, or what the store throws.
  package func registerSheet(
    of ref: CaseRef, for person: Person, in language: LanguageTag
  ) throws -> RegisterSheet {
    let shown = try find(ref)
    let isTheirs = shown.owner == person.id || shown.handler == person.id
    if !isTheirs { try check(person, .report) }
    let people = try store.people()
    let names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
    return RegisterSheet(
      of: shown, in: playbook.wording(language, for: shown.procedure, people: names),
      mask: PersonalMask(
        isOn: !isTheirs && hidesPersons(from: person), of: shown, people: people))
  }

  /// The whole register, one complaint after the other.
  ///
  /// - Parameters:
  ///   - from: opened then or later; nil for from the first.
  ///   - to: opened before then; nil for to the last.
  ///   - person: who wants it; needs the permission `report`, and `personal_data` for names and
  ///     numbers.
  ///   - body: gets an entry; what it throws ends the walk.
  /// - Throws: `DeskError.notAllowed`, what the store throws, or what `body` threw.
  package func eachRegistered(
    from: Instant?, to: Instant?, for person: Person, _ body: (RegisterEntry) throws -> Void
  ) throws {
    try each(from: from, to: to, for: person) { shown, mask in
      try body(RegisterEntry(shown: shown, mask: mask))
    }
  }

  /// Every case as a document, as `calmdesk case --json` prints it.
  ///
  /// - Parameters:
  ///   - from: opened then or later; nil for from the first.
  ///   - to: opened before then; nil for to the last.
  ///   - person: who wants it; needs the permission `report`, and `personal_data` for names and
  ///     numbers.
  ///   - body: gets a document; what it throws ends the walk.
  /// - Throws: `DeskError.notAllowed` or `.unknownProcedure`, what the store throws, or what `body`
  ///   threw.
  package func eachExported(
    from: Instant?, to: Instant?, for person: Person, _ body: (JSONValue) throws -> Void
  ) throws {
    try each(from: from, to: to, for: person) { shown, mask in
      let document = CaseDocument(
        of: shown, by: try rules(for: shown.procedure),
        readings: try store.readings(of: shown.ref, last: .max), role: person.role, now: now())
      try body(mask.document(document.value))
    }
  }

  private func each(
    from: Instant?, to: Instant?, for person: Person, _ body: (Case, PersonalMask) throws -> Void
  ) throws {
    try check(person, .report)
    let isOn = hidesPersons(from: person)
    let people = try store.people()
    try store.eachCase { ref in
      guard let shown = try store.record(of: ref)?.folded,
        from.map({ shown.openedAt >= $0 }) ?? true, to.map({ shown.openedAt < $0 }) ?? true
      else { return }
      try body(shown, PersonalMask(isOn: isOn, of: shown, people: people))
    }
  }

  /// Whether names and numbers are masked for a person.
  func hidesPersons(from person: Person) -> Bool {
    playbook.authority?.allows(person.role, .personalData) != true
  }
}
