import Vocabulary
import Workflow

/// Picks and orders the phrases for one moment of a case.
package struct PhraseShelf: Equatable, Sendable {
  package let moment: PhraseMoment
  /// The names of the kinds in the agent's language, so that they can be typed.
  package let kindNames: [PhraseKind: String]

  package init(_ moment: PhraseMoment, kindNames: [PhraseKind: String] = [:]) {
    self.moment = moment
    self.kindNames = kindNames
  }

  /// The phrases to show, the likeliest first; locked ones stand last.
  ///
  /// Without typed text those that fit the moment; with it all of the channel whose words, kind or
  /// id contain every typed word, those that fit the moment first.
  ///
  /// - Parameters:
  ///   - all: the phrases of the customer's language, in the order of the catalogue.
  ///   - typed: what the agent typed to filter by; may be empty.
  /// - Returns: the phrases in the order to show them.
  package func phrases(_ all: [Phrase], matching typed: String = "") -> [Phrase] {
    let words = typed.split(whereSeparator: \.isWhitespace).map { TypedWord($0) }
    let shown = all.filter { phrase in
      words.isEmpty
        ? phrase.fits(moment)
        : phrase.channels.contains(moment.channel) && phrase.suits(moment.danger)
          && matches(phrase, words)
    }
    return shown.enumerated()
      .map { (rank: rank(of: $1), place: $0, phrase: $1) }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
      .map(\.phrase)
  }

  /// What must come first before a phrase may be sent; nil when nothing must.
  package func lock(on phrase: Phrase) -> PhraseLock? {
    phrase.lock.flatMap { moment.unlocked.contains($0) ? nil : $0 }
  }

  /// Whether a phrase was sent in this case.
  package func wasSaid(_ phrase: Phrase) -> Bool { moment.said.contains(phrase.id) }

  /// Whether every word stands in the text, the kind or the id.
  private func matches(_ phrase: Phrase, _ words: [TypedWord]) -> Bool {
    words.allSatisfy { word in
      word.stands(in: phrase.text) || word.stands(in: phrase.kind.rawValue)
        || word.stands(in: phrase.id.rawValue)
        || kindNames[phrase.kind].map { word.stands(in: $0) } == true
    }
  }

  /// Whether the agent would have to fill something in first.
  private func leavesOpen(_ phrase: Phrase) -> Bool {
    guard let known = moment.known else { return false }
    return !known.isSuperset(of: phrase.variables)
  }

  /// The lower, the earlier; each reason weighs more than all that follow it together.
  private func rank(of phrase: Phrase) -> Int {
    let reasons = [
      lock(on: phrase) != nil,
      !phrase.fits(moment),
      moment.danger != nil && phrase.kind != .danger,
      moment.danger != nil && phrase.dangers.isEmpty,
      moment.danger != nil && phrase.dangers.count > 1,
      !moment.dueKinds.isEmpty && !moment.dueKinds.contains(phrase.kind),
      phrase.acts.isDisjoint(with: moment.wanted),
      wasSaid(phrase),
      phrase.kind == .handUp && !moment.asksForSuperior && phrase.stages.contains("vent"),
      leavesOpen(phrase),
      phrase.kind == .greeting && moment.hasSpoken,
      phrase.customers.isEmpty && !moment.tags.isEmpty,
      phrase.stages.isEmpty,
      phrase.heat.count == HeatLevel.allCases.count,
    ]
    return reasons.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
  }
}

extension Phrase {
  /// Whether nothing about the phrase is for another danger than the one at hand: words against a
  /// fire never stand beside somebody who wants to harm themselves.
  func suits(_ danger: DangerKind?) -> Bool {
    guard let danger, !dangers.isEmpty else { return true }
    return dangers.contains(danger)
  }

  /// Whether the phrase suits the moment: stage, channel, heat, behaviour, and kinds that only make
  /// sense at times.
  package func fits(_ moment: PhraseMoment) -> Bool {
    guard channels.contains(moment.channel), suits(moment.danger), heat.contains(moment.heat),
      stages.isEmpty || moment.stages.isEmpty || !Set(stages).isDisjoint(with: moment.stages),
      customers.isEmpty || !customers.isDisjoint(with: moment.tags)
    else { return false }
    return switch kind {
    case .danger: moment.danger != nil
    case .nudge: moment.isWaiting
    case .brokenPromise: moment.unlocked.contains(.brokenPromise)
    default: true
    }
  }
}
