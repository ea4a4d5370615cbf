import Vocabulary
import Workflow

/// Picks and orders the phrases for one moment of a case.
package struct PhraseShelf: Equatable, Sendable {
  package let moment: PhraseMoment

  package init(_ moment: PhraseMoment) { self.moment = moment }

  /// The phrases to show, the likeliest first; locked ones stand last.
  ///
  /// Without typed text those that fit the moment; with it all of the channel whose words, kind or
  /// id contain every typed word, those that fit the moment first.
  ///
  /// - Parameters:
  ///   - index: the phrases of the customer's language.
  ///   - typed: what the agent typed to filter by; may be empty.
  ///   - limit: how many are wanted at most.
  /// - Returns: the phrases in the order to show them.
  package func phrases(
    in index: PhraseIndex, matching typed: String = "", limit: Int = .max
  ) -> [Phrase] {
    let words = typed.split(whereSeparator: \.isWhitespace).map { TypedWord($0) }
    let sorts = index.sorts.map { sort in
      (
        isShown: words.isEmpty
          ? sort.fits(moment)
          : sort.channels.contains(moment.channel) && sort.suits(moment.danger),
        rank: rank(of: sort, wasSaid: false), rankWhenSaid: rank(of: sort, wasSaid: true)
      )
    }
    var best = Shortlist(limit: min(limit, index.phrases.count))
    for place in index.places(of: words) {
      let sort = sorts[index.sort[place]]
      guard sort.isShown else { continue }
      let isSaid = !moment.said.isEmpty && moment.said.contains(index.phrases[place].id)
      best.add(place, rank: isSaid ? sort.rankWhenSaid : sort.rank)
    }
    return best.places.map { index.phrases[$0] }
  }

  /// The same, of phrases that are looked at once.
  package func phrases(_ all: [Phrase], matching typed: String = "") -> [Phrase] {
    phrases(in: PhraseIndex(all), matching: typed)
  }

  /// What must come first before a phrase may be sent; nil when nothing must.
  package func lock(on phrase: Phrase) -> PhraseLock? {
    phrase.lock.flatMap { moment.unlocked.contains($0) ? nil : $0 }
  }

  /// Whether a phrase was sent in this case.
  package func wasSaid(_ phrase: Phrase) -> Bool { moment.said.contains(phrase.id) }

  /// Whether the agent would have to fill something in first.
  private func leavesOpen(_ phrase: Phrase) -> Bool {
    guard let known = moment.known else { return false }
    return !known.isSuperset(of: phrase.variables)
  }

  /// The lower, the earlier; each reason weighs more than all that follow it together.
  private func rank(of phrase: Phrase, wasSaid: Bool) -> Int {
    let reasons = [
      lock(on: phrase) != nil,
      !phrase.fits(moment),
      moment.danger != nil && phrase.kind != .danger,
      moment.danger != nil && phrase.dangers.isEmpty,
      moment.danger != nil && phrase.dangers.count > 1,
      !moment.dueKinds.isEmpty && !moment.dueKinds.contains(phrase.kind),
      phrase.acts.isDisjoint(with: moment.wanted),
      wasSaid,
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

/// The places with the lowest ranks, of equal ones those that came first.
private struct Shortlist {
  private let limit: Int
  private var kept: [(rank: Int, place: Int)] = []
  /// Whoever ranks no lower comes too late.
  private var bar = Int.max

  init(limit: Int) { self.limit = max(1, limit) }

  /// Places come in ascending order.
  mutating func add(_ place: Int, rank: Int) {
    guard rank < bar else { return }
    kept.append((rank, place))
    if kept.count >= limit * 2 { trim() }
  }

  var places: [Int] {
    var list = self
    list.trim()
    return list.kept.map(\.place)
  }

  private mutating func trim() {
    kept.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    guard kept.count >= limit else { return }
    kept.removeLast(kept.count - limit)
    bar = kept.last?.rank ?? .max
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
