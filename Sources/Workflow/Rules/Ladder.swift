package import Vocabulary

/// Whom a matter is handed up to, rung by rung, and how long each has for an answer (S2-35, S3-17).
package struct Ladder: Equatable, Sendable {
  /// Somebody above, as the customer is told of them.
  package struct Rung: Equatable, Sendable {
    package var id: RungID
    /// As the customer reads it: “our shift supervisor”, 值班主管.
    package var names: [LanguageTag: String]
    /// How long until the next rung has it.
    package var within: ClockLength
    /// How long it has to decide on a request for approval; nil for the usual half hour.
    package var approvesWithin: ClockLength?

    package init(
      id: RungID, names: [LanguageTag: String], within: ClockLength,
      approvesWithin: ClockLength? = nil
    ) {
      self.approvesWithin = approvesWithin
      self.id = id
      self.names = names
      self.within = within
    }

    /// What it is called in a language; its id where the playbook has no name.
    package func name(in language: LanguageTag) -> String { names[language] ?? id.rawValue }
  }

  /// The lowest first.
  package var rungs: [Rung]

  package init(_ rungs: [Rung] = []) { self.rungs = rungs }

  /// The rung that words name, by its id or by its name in any language; nil for a person's name.
  package func rung(called words: String) -> Rung? { place(of: words).map { rungs[$0] } }

  /// The rung above the one that words name.
  ///
  /// - Parameter words: whom the matter is with; nil while it is with nobody above.
  /// - Returns: the lowest where nobody has it, or somebody who is on no rung; nil above the highest.
  package func next(after words: String?) -> Rung? {
    guard let words, let place = place(of: words) else { return rungs.first }
    return rungs.indices.contains(place + 1) ? rungs[place + 1] : nil
  }

  /// How long whoever has the matter has for a request: the rung it was handed up to, else the lowest.
  package func approvesWithin(at words: String?) -> ClockLength {
    let holding = words.flatMap { rung(called: $0) } ?? rungs.first
    return holding?.approvesWithin ?? .seconds(1_800)
  }

  private func place(of words: String) -> Int? {
    let wanted = words.lowercased()
    return rungs.firstIndex { rung in
      rung.id.rawValue == words || rung.names.values.contains { $0.lowercased() == wanted }
    }
  }
}
