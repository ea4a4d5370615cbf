import Vocabulary

/// How well labels of agents' words are read: what may hurt in them, or what they do.
package struct LabelEvaluation: Equatable, Sendable {
  /// What was judged.
  package var section: LabelHints.Section
  package var count = 0
  /// Of tone, sentences with anything that hurts, whatever its kind; of acts, every act of every
  /// text.
  package var all = Detection()
  /// The same, read by the named words alone, without hints.
  package var named = Detection()
  /// The same, read by somebody who knows no words: of tone, everything hurts; of acts, every text
  /// does what most texts do.
  package var baseline = Detection()
  /// By kind.
  package var kinds: [String: Detection] = [:]
  /// For each kind judged, what it was read as; `none` where there is nothing.
  package var table: ConfusionTable

  /// Where nothing was judged or read.
  package static let none = "none"

  /// Reads the texts judged for `section`; the others are left out.
  package init(of texts: [JudgedText], for section: LabelHints.Section, lexicon: Lexicon) {
    self.section = section
    let judged = texts.compactMap { text in text.labels(of: section).map { (text, $0) } }
    count = judged.count
    let readers = [Reader(lexicon: lexicon), Reader(lexicon: lexicon, readsVotes: false)]
    let read = judged.map { text, _ in readers.map { $0.labels(of: text, section) } }
    let names = Set(judged.flatMap(\.1)).union(read.flatMap { $0[0] }).sorted()
    table = ConfusionTable(judged: names + [Self.none], read: names + [Self.none])
    let commonest = names.max { one, other in
      let counts = (judged.count { $0.1.contains(one) }, judged.count { $0.1.contains(other) })
      return counts.0 != counts.1 ? counts.0 < counts.1 : one > other
    }
    for ((_, there), found) in zip(judged, read) {
      count(there, found[0], in: \.all)
      count(there, found[1], in: \.named)
      count(there, Set([commonest].compactMap { $0 }), in: \.baseline)
      for kind in there.union(found[0]) {
        kinds[kind, default: Detection()].count(
          isThere: there.contains(kind), isFound: found[0].contains(kind))
      }
      enter(there, found[0])
    }
  }

  private mutating func count(
    _ there: Set<String>, _ found: Set<String>, in place: WritableKeyPath<Self, Detection>
  ) {
    if section == .tone {
      self[keyPath: place].count(isThere: !there.isEmpty, isFound: !found.isEmpty)
    } else {
      for kind in there.union(found) {
        self[keyPath: place].count(isThere: there.contains(kind), isFound: found.contains(kind))
      }
    }
  }

  /// What was read rightly meets itself; what is left over on both sides was taken for the other.
  private mutating func enter(_ there: Set<String>, _ found: Set<String>) {
    for kind in there.intersection(found) { table.count(judged: kind, read: kind) }
    let missed = there.subtracting(found).sorted()
    let wrong = found.subtracting(there).sorted()
    for kind in missed {
      for other in wrong.isEmpty ? [Self.none] : wrong { table.count(judged: kind, read: other) }
    }
    if missed.isEmpty {
      for kind in wrong { table.count(judged: Self.none, read: kind) }
      if there.isEmpty, wrong.isEmpty { table.count(judged: Self.none, read: Self.none) }
    }
  }
}

extension Reader {
  fileprivate func labels(of judged: JudgedText, _ section: LabelHints.Section) -> Set<String> {
    let reading = agent(judged.text, language: judged.language)
    switch section {
    case .tone: return Set(reading.findings.map(\.kind))
    case .acts: return Set(reading.acts.map(\.rawValue))
    }
  }
}
