import Vocabulary

/// A little variety: not the same first phrase for everyone, and a choice among the first three.
extension PhraseShelf {
  /// The same phrases, another one of those that fit as well in the first place in each case, those
  /// that say the same turned among their own places, and what was said last not in the first one.
  func varied(_ ranked: [(phrase: Phrase, rank: Int)]) -> [Phrase] {
    var list = ranked
    var families: [PhraseID: [Int]] = [:]
    for (place, entry) in ranked.enumerated() where entry.phrase.like != nil {
      families[entry.phrase.family, default: []].append(place)
    }
    for (place, entry) in ranked.enumerated() where families[entry.phrase.id] != nil {
      families[entry.phrase.id]?.insert(place, at: 0)
    }
    guard let best = ranked.first else { return [] }
    for family in families.values {
      for places in Dictionary(grouping: family, by: { ranked[$0].rank }).values {
        let sorted = places.sorted()
        for (offset, place) in sorted.enumerated() {
          list[place] = ranked[sorted[(offset + moment.turn) % sorted.count]]
        }
      }
    }
    // The catalogue's own order is the better one but for the first place.
    let isTurned = list.dropFirst().contains {
      $0.rank == best.rank && $0.phrase.family == list[0].phrase.family
    }
    let choice = isTurned ? [0] : firstPlaces(list)
    list.insert(list.remove(at: choice[moment.turn % choice.count]), at: 0)
    guard list[0].phrase.id == moment.lastSaid else { return list.map(\.phrase) }
    let others = list.indices.dropFirst().prefix { list[$0].rank == best.rank }
    if let other = others.first(where: { list[$0].phrase.family == list[0].phrase.family })
      ?? others.first(where: { list[$0].phrase.kind == list[0].phrase.kind }) ?? others.first
    {
      list.swapAt(0, other)
    }
    return list.map(\.phrase)
  }

  /// The same phrases with a choice among the first three: three ways to say one thing are none. Where
  /// all say what we do now, the third place is for the sympathy they have not had, or else for what
  /// comes next; where all are sympathy for somebody put out or waiting, it is for what we do now.
  func spread(_ phrases: [Phrase]) -> [Phrase] {
    guard phrases.count > 3 else { return phrases }
    if awaitsStep, phrases.prefix(3).allSatisfy({ !$0.isFirstStep && !$0.acts.contains(.promise) }),
      let step = phrases.firstIndex(where: { $0.isFirstStep && $0.fits(moment) })
    {
      var spread = phrases
      spread.insert(spread.remove(at: step), at: 2)
      return spread
    }
    guard phrases.prefix(3).allSatisfy(\.isFirstStep) else { return phrases }
    func suits(_ phrase: Phrase) -> Bool {
      phrase.fits(moment) && lock(on: phrase) == nil && !wasSaid(phrase)
        && !repeatsJustGiven(phrase)
    }
    let lacksComfort = !moment.isPlainQuestion && moment.given.isDisjoint(with: PhraseShelf.comfort)
    guard
      let other = (lacksComfort ? phrases.firstIndex { $0.consoles && suits($0) } : nil)
        ?? phrases.firstIndex(where: { !$0.isFirstStep && suits($0) })
    else { return phrases }
    var spread = phrases
    spread.insert(spread.remove(at: other), at: 2)
    return spread
  }

  /// Whether this customer waits to hear what is being done, whatever else is to be said first.
  private var awaitsStep: Bool {
    (moment.danger ?? moment.dangerSign) == nil && moment.dueKinds.isEmpty
      && !moment.isPlainQuestion && (moment.isAsked || moment.heat >= .uneasy || moment.hasAnswered)
      && (moment.stages.contains(PhraseStage.vent.step)
        || moment.stages.contains(PhraseStage.apologise.step))
  }

  /// Places with any right to be the first: those that fit as well as it does and are of its kind, or
  /// of any; where there are none, the next two that do the same and only suit less.
  private func firstPlaces(_ list: [(phrase: Phrase, rank: Int)]) -> [Int] {
    guard let first = list.first else { return [0] }
    func isKin(_ place: Int) -> Bool { list[place].phrase.kind == first.phrase.kind }
    let equals = list.indices.prefix { list[$0].rank == first.rank }
    let kin = equals.filter(isKin)
    if kin.count > 1 { return kin }
    if equals.count > 1 { return Array(equals) }
    func others(_ reasons: Int) -> [Int] {
      let others = list.indices.dropFirst().filter { place in
        list[place].rank >> reasons == first.rank >> reasons
          && list[place].phrase.customers.isEmpty == first.phrase.customers.isEmpty
      }
      let alike = others.filter(isKin)
      return alike.isEmpty ? others : alike
    }
    let ready = others(PhraseShelf.tastes)
    if !ready.isEmpty || isAboutSeen(first.phrase) { return [0] + ready.prefix(2) }
    // Where a single one is ready, it is not the first for everybody all the same.
    return [0] + others(PhraseShelf.tastes + PhraseShelf.ready).prefix(2)
  }
}
