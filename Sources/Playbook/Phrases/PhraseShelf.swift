import Vocabulary
import Workflow

/// Picks and orders the phrases for one moment of a case.
package struct PhraseShelf: Equatable, Sendable {
  package let moment: PhraseMoment

  package init(_ moment: PhraseMoment) { self.moment = moment }

  /// The phrases to show, the likeliest first; locked ones stand last.
  ///
  /// Without typed text those that fit the moment; with it all of the channel whose words, kind or
  /// id contain every typed word, those that fit the moment first. Whoever types a short code gets
  /// the phrase called so first, and behind `;` nothing but short codes are looked through.
  ///
  /// Of phrases that say the same, each case begins with another one; what this agent said last does
  /// not come first again where another fits as well.
  ///
  /// - Parameters:
  ///   - index: the phrases of the customer's language.
  ///   - typed: what the agent typed to filter by; may be empty.
  ///   - limit: how many are wanted at most.
  /// - Returns: the phrases in the order to show them.
  package func phrases(
    in index: PhraseIndex, matching typed: String = "", limit: Int = .max
  ) -> [Phrase] {
    let code = TypedCode(typed)
    let words =
      code.isAlone ? [] : typed.split(whereSeparator: \.isWhitespace).map { TypedWord($0) }
    let isFree = words.isEmpty && !code.isAlone
    let sorts = index.sorts.map { sort in
      (
        isShown: isFree
          ? sort.fits(moment)
          : sort.channels.contains(moment.channel) && sort.suits(moment.danger),
        rank: rank(of: sort, wasSaid: false), rankWhenSaid: rank(of: sort, wasSaid: true)
      )
    }
    var best = Shortlist(limit: min(limit, index.phrases.count))
    let called = index.places(called: code.code)
    for place in code.isAlone ? index.places(ofCode: code.code) : index.places(of: words) {
      let sort = sorts[index.sort[place]]
      guard sort.isShown else { continue }
      let isSaid = !moment.said.isEmpty && moment.said.contains(index.phrases[place].id)
      let rank = isSaid ? sort.rankWhenSaid : sort.rank
      best.add(place, rank: called.contains(place) ? rank - PhraseShelf.everyReason : rank)
    }
    return isFree
      ? varied(best.entries.map { (index.phrases[$0.place], $0.rank) })
      : best.entries.map { index.phrases[$0.place] }
  }

  /// The same phrases, those that say the same turned among their own places, and what was said last
  /// not in the first one.
  private func varied(_ ranked: [(phrase: Phrase, rank: Int)]) -> [Phrase] {
    var list = ranked
    var families: [PhraseID: [Int]] = [:]
    for (place, entry) in ranked.enumerated() where entry.phrase.like != nil {
      families[entry.phrase.family, default: []].append(place)
    }
    for (place, entry) in ranked.enumerated() where families[entry.phrase.id] != nil {
      families[entry.phrase.id]?.insert(place, at: 0)
    }
    for family in families.values {
      for places in Dictionary(grouping: family, by: { ranked[$0].rank }).values {
        let sorted = places.sorted()
        for (offset, place) in sorted.enumerated() {
          list[place] = ranked[sorted[(offset + moment.turn) % sorted.count]]
        }
      }
    }
    guard let first = list.first, first.phrase.id == moment.lastSaid else {
      return list.map(\.phrase)
    }
    let equals = list.indices.dropFirst().prefix { list[$0].rank == first.rank }
    if let other = equals.first(where: { list[$0].phrase.family == first.phrase.family })
      ?? equals.first
    {
      list.swapAt(0, other)
    }
    return list.map(\.phrase)
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
      phrase.origin == .playbook,
      phrase.origin != .mine,
      phrase.heat.count == HeatLevel.allCases.count,
    ]
    return reasons.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
  }

  /// More than all reasons together weigh.
  private static let everyReason = 1 << 20
}

/// A short code as somebody typed it to find a phrase.
private struct TypedCode {
  /// In small letters, without the sign before it.
  let code: String
  /// Whether the sign says that only short codes are meant.
  let isAlone: Bool

  init(_ typed: String) {
    let word = typed.trimmingWhitespace
    // Chinese input methods make the sign wide.
    isAlone = word.first == ";" || word.first == "；"
    code = (isAlone ? String(word.dropFirst()) : word).lowercased()
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

  var entries: [(rank: Int, place: Int)] {
    var list = self
    list.trim()
    return list.kept
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
