import Foundation
package import Vocabulary

extension Reader {
  /// Scores from which a message is uneasy, angry and explosive.
  package static let levelFloors = (uneasy: 18, angry: 44, explosive: 88)

  /// The level of a score from 0 to 100.
  package static func level(of score: Int) -> HeatLevel {
    switch score {
    case levelFloors.explosive...: .explosive
    case levelFloors.angry...: .angry
    case levelFloors.uneasy...: .uneasy
    default: .calm
    }
  }

  /// The score for a sum of weights, from 0 to 100.
  ///
  /// Without anything to tell, a message stands at `resting`. What cools goes down from there and
  /// never quite to the end, what heats goes up, so that of two messages the hotter one has the
  /// higher score, however cool or hot both are. From 18 to 88 the score is `steepness` times the
  /// sum.
  package static func score(of sum: Double) -> Int {
    let (floor, ceiling) = (Double(levelFloors.uneasy), Double(levelFloors.explosive))
    let steep = sum * steepness
    let score =
      switch steep {
      case ..<0: resting * exp(steep / 45)
      case ..<floor: resting + steep * (floor - resting) / floor
      case ...ceiling: steep
      default: 100 - (100 - ceiling) * exp((ceiling - steep) / 45)
      }
    return score.isFinite ? Int(max(0, min(100, score)).rounded()) : 0
  }

  /// How much a point of weight is worth: as much as makes the levels those that people gave to
  /// messages written for this project.
  package static let steepness = 1.4

  /// The score of a message that neither heats nor cools.
  private static let resting = 10.0

  /// How upset the writer is: the score of the sum of the weights of the signals, whose words are
  /// always named. A text without words has no heat.
  func heat(of page: Page, language: LanguageTag, earlier: [String]) -> Heat {
    var signals = wordSignals(page)
    let isHeated = Reader.areHeated(signals)
    signals += punctuationSignals(page, language, beside: signals, isHeated: isHeated)
    if isHeated { signals += shoutingSignals(page, language) + insistenceSignals(page) }
    signals += repetitionSignals(page, earlier)
    signals += lengthSignals(page)
    signals.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    signals = Reader.fading(signals)
    let share = Reader.share(of: page)
    if share < 1 {
      for index in signals.indices { signals[index].weight *= share }
    }
    if readsWording {
      let ceiling = Reader.hintCeiling(beside: signals)
      signals += lexicon.wording.vote(on: page.text, page.outline, ceiling: ceiling)
        .signals(in: page.text)
      signals.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }
    let isFormal = page.words(.heat).contains { $0.kind == HeatKind.formal }
    signals = Reader.holdingFear(Reader.holdingGrievances(signals, isFormal: isFormal))
    let sum = signals.reduce(0) { $0 + $1.weight }
    let isSilent = signals.isEmpty && (page.units(upTo: 1) == 0 || !lexicon.knowsHeat)
    let score = isSilent ? 0 : Reader.score(of: sum)
    let level = Reader.level(of: score)
    return Heat(
      score: score, level: level, mood: mood(of: page, level: level, score: score),
      signals: signals)
  }

  /// Signals from words. Where two entries claim the same words the longer one has them.
  private func wordSignals(_ page: Page) -> [HeatSignal] {
    let words = page.words(.heat)
    let lengths = words.map(\.hit.length)
    let order = words.indices.sorted {
      lengths[$0] != lengths[$1] ? lengths[$0] > lengths[$1] : $0 < $1
    }
    var taken = [Bool](repeating: false, count: page.text.count)
    var signals: [HeatSignal] = []
    for index in order {
      let word = words[index]
      if word.hit.parts.contains(where: { taken[$0] }) { continue }
      word.hit.parts.forEach { taken[$0] = true }
      guard word.kind != HeatKind.guarding, let weight = page.book.groups[word.group].source.weight
      else { continue }
      // What somebody is called says nothing of the writer, unless it is meant to hurt.
      if page.outline.isMention(word.hit.range), !["insult", "threat"].contains(word.kind) {
        continue
      }
      signals.append(
        HeatSignal(
          kind: word.kind, span: page.text.span(word.hit.range), weight: weight))
    }
    return signals
  }

  /// Sentences the customer has written before.
  private func repetitionSignals(_ page: Page, _ earlier: [String]) -> [HeatSignal] {
    let mostEarlier = 10
    let said = earlier.suffix(mostEarlier).flatMap { RepeatedSentence.sentences(of: $0) }
    guard !said.isEmpty else { return [] }
    return RepeatedSentence.sentences(of: page.text, page.outline)
      .filter { sentence in said.contains { sentence.repeats($0) } }
      .map {
        HeatSignal(kind: HeatKind.repeated, span: page.text.span($0.range), weight: 10)
      }
  }

  /// What each signal counts in a long message: who says much says more of everything, and is no
  /// hotter for it.
  private static func share(of page: Page) -> Double {
    let ordinary = 80
    let units = page.units(upTo: ordinary * 64)
    return units > ordinary ? pow(Double(ordinary) / Double(units), 0.4) : 1
  }

  /// Much to say is a sign of its own, short answers one of calm (domain, C.2). It has no words of
  /// its own: the span is empty and stands at the end.
  private func lengthSignals(_ page: Page) -> [HeatSignal] {
    let mostUnits = 60
    let points = page.units(upTo: mostUnits) / 10
    guard points > 0 else { return [] }
    let end = page.text.originalCount
    return [
      HeatSignal(
        kind: HeatKind.length, span: TextSpan(start: end, end: end), weight: Double(points))
    ]
  }

  /// Lets each further signal of a kind count half as much as the one before, and drops those
  /// that no longer count; the strongest of a kind counts in full. Thanks beside real anger are
  /// only a courtesy and count half, and a yes beside any heat only answers a question.
  private static func fading(_ signals: [HeatSignal]) -> [HeatSignal] {
    let mostOfAKind = 4
    var factors = [Double](repeating: 0, count: signals.count)
    // So few that looking through them is quicker than a table.
    var seen: [String] = []
    let byWeight = signals.indices.sorted {
      let (one, two) = (abs(signals[$0].weight), abs(signals[$1].weight))
      return one != two ? one > two : $0 < $1
    }
    for index in byWeight {
      let rank = seen.count { $0 == signals[index].kind }
      if rank < mostOfAKind {
        factors[index] = 1 / Double(1 << rank)
        seen.append(signals[index].kind)
      }
    }
    let heating = zip(signals, factors).reduce(0) { $0 + max(0, $1.0.weight * $1.1) }
    return zip(signals, factors).compactMap { signal, factor in
      guard factor > 0 else { return nil }
      var signal = signal
      let isCourtesy = heating >= (signal.kind == "acceptance" ? answeringFrom : courteousFrom)
      signal.weight *= signal.weight < 0 && isCourtesy ? factor / 2 : factor
      return signal
    }
  }

  /// The points that hints may add beside `named` signals: alone hardly enough to be uneasy, more
  /// where there is heat to see.
  private static func hintCeiling(beside named: [HeatSignal]) -> Double {
    let heat = named.reduce(0) { $0 + ($1.kind == HeatKind.length ? 0 : max(0, $1.weight)) }
    return 12 + heat * 0.4
  }

  /// Grievances alone make a customer angry, however many they are: past 45 points they count less
  /// and less. Explosive are insults, threats, and what is shouted; a threat that keeps the form of
  /// a letter is cold anger.
  private static func holdingGrievances(
    _ signals: [HeatSignal], isFormal: Bool
  ) -> [HeatSignal] {
    let (free, most) = (45.0, 62.0)
    let sum = signals.reduce(0) { $0 + $1.weight }
    guard sum > free else { return signals }
    var shouted = 0.0
    for signal in signals where signal.weight > 0 {
      if signal.kind == "insult" || (signal.kind == "threat" && !isFormal) { return signals }
      if [HeatKind.shouting, HeatKind.doubledExclamation].contains(signal.kind) {
        shouted += signal.weight
      }
    }
    guard shouted < 16 else { return signals }
    let share = (most - (most - free) * exp((free - sum) / 40)) / sum
    return signals.map { signal in
      var signal = signal
      signal.weight *= share
      return signal
    }
  }

  /// What turns on somebody: words of blame, scorn, threat or anger.
  private static let accusing: Set<String> = [
    "insult", "threat", "outside_body", "contempt", "plural_blame", "direct_blame", "rhetorical",
    "named_anger", "superior", "sarcasm", "disbelief", "demand", "absolute",
    HeatKind.shouting, HeatKind.doubledExclamation,
  ]

  /// Whoever is frightened or grieves and turns on nobody is not angry, however much there is to
  /// fear: their worry counts up to the edge of anger.
  private static func holdingFear(_ signals: [HeatSignal]) -> [HeatSignal] {
    guard signals.contains(where: { $0.kind == "worry" }),
      !signals.contains(where: { $0.weight > 0 && accusing.contains($0.kind) })
    else { return signals }
    let most = (Double(levelFloors.angry) - 1) / steepness
    let sum = signals.reduce(0) { $0 + $1.weight }
    guard sum > most else { return signals }
    return signals.map { signal in
      var signal = signal
      signal.weight *= most / sum
      return signal
    }
  }

  /// The points of heat from which thanks are only a courtesy.
  private static let courteousFrom = 31.0
  /// The points of heat from which a yes only answers.
  private static let answeringFrom = 24.0

  private func mood(of page: Page, level: HeatLevel, score: Int) -> Mood {
    let kinds = Set(page.words(.moods).map(\.kind))
    if level >= .angry { return .dissatisfied }
    if kinds.contains(Mood.anxious.rawValue) { return .anxious }
    if level == .uneasy { return .dissatisfied }
    return kinds.contains(Mood.puzzled.rawValue) ? .puzzled : .seekingHelp
  }
}
