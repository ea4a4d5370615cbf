import Vocabulary

/// The hints of all files by label, compiled, and the votes they cast on a page.
///
/// A vote is linear in the text. It is the sum of the points of the hints that stand in a passage,
/// each counted once; what is quoted does not count.
struct LabelVotes: Sendable {
  /// What is voted on.
  struct Label: Equatable, Sendable {
    var reads: LabelHints.Section
    var kind: String
    var script: LabelHints.Script
    var start: Double
    var pass: Double?
  }

  private struct Known: Hashable, Sendable {
    var act: SpeechAct
    var script: LabelHints.Script
  }

  let labels: [Label]
  private let table: LabelTable
  /// For each script and section, its labels, the one for anything left out.
  private let bySection: [[Int]]
  private let known: Set<Known>
  /// For each script, the label for anything that may hurt.
  private let bases: [Int?]

  /// Compiles `sources`; of two for the same label and script the later one stands.
  init(_ sources: [LabelHints]) {
    var names: [Label] = []
    var hints: [[String: String]] = []
    // Those of a section follow each other, so that a passage adds up only what it is read for.
    let inOrder = LabelHints.Section.allCases.flatMap { section in
      sources.filter { $0.reads == section }
    }
    for source in inOrder where source.complaint == nil {
      let label = Label(
        reads: source.reads, kind: source.kind, script: source.lang, start: source.start,
        pass: source.pass)
      let old = names.firstIndex {
        $0.reads == label.reads && $0.kind == label.kind && $0.script == label.script
      }
      if let old {
        names[old] = label
        hints[old] = source.hints
      } else {
        names.append(label)
        hints.append(source.hints)
      }
    }
    var entries: [(key: UInt64, label: Int, points: Float)] = []
    for (label, groups) in hints.enumerated() {
      for (points, words) in groups.sorted(by: { $0.key < $1.key }) {
        guard let value = Float(points), value.isFinite else { continue }
        for hint in words.split(whereSeparator: \.isWhitespace) {
          entries.append((Hint.key(of: hint), label, value))
        }
      }
    }
    labels = names
    table = LabelTable(entries, split: names.firstIndex { $0.reads == .tone } ?? names.count)
    known = Set(
      names.compactMap { label in
        guard label.reads == .acts, let act = SpeechAct(rawValue: label.kind) else { return nil }
        return Known(act: act, script: label.script)
      })
    bySection = LabelHints.Script.allCases.flatMap { script in
      LabelHints.Section.allCases.map { section in
        names.indices.filter {
          names[$0].script == script && names[$0].reads == section && names[$0].pass != nil
        }
      }
    }
    bases = LabelHints.Script.allCases.map { script in
      names.firstIndex {
        $0.script == script && $0.reads == .tone && $0.kind == LabelHints.anything
      }
    }
  }

  /// How many different hints there are.
  var count: Int { table.count }
}

extension LabelVotes {
  /// A label that a passage was found to deserve, or not.
  struct Vote: Equatable, Sendable {
    var label: Int
    /// The sum of all hints, `start` included.
    var points: Double
    var passage: Int
  }

  /// The votes on a page.
  struct Tally: Sendable {
    let page: VotingPage
    fileprivate(set) var passages: [LabelHints.Section: [Passage]] = [:]
    /// Those that pass, in the order of their passages: for acts every one, for tone the strongest
    /// of each passage.
    fileprivate(set) var votes: [LabelHints.Section: [Vote]] = [:]
    /// Passages of ``LabelHints/Section/tone`` in which no hint speaks for anything that may hurt.
    fileprivate(set) var cleared: [Range<Int>] = []
    /// Elementary steps taken.
    fileprivate(set) var work = 0
    /// The acts voted, with the words behind them, once they have been looked for.
    var acts: [VotedAct] = []
  }

  /// An act read by vote.
  struct VotedAct: Equatable, Sendable {
    var act: SpeechAct
    var range: Range<Int>
    var sentence: Int
  }

  /// Whether there are hints of `act` in a script.
  func votes(on act: SpeechAct, in script: LabelHints.Script) -> Bool {
    known.contains(Known(act: act, script: script))
  }

  /// Counts the votes on `page`.
  func tally(_ page: Page) -> Tally {
    var tally = Tally(page: VotingPage(page))
    guard count > 0 else { return tally }
    var sums = [Float](repeating: 0, count: labels.count)
    var known = KnownSlots(units: tally.page.tokens.units.count)
    for section in LabelHints.Section.allCases {
      let passages = tally.page.passages(for: section)
      for (index, passage) in passages.enumerated() {
        let hits = hits(in: passage, of: tally.page.tokens, &known, &tally.work)
        for label in sums.indices { sums[label] = 0 }
        for slot in hits { table.add(slot, aboveSplit: section == .tone, to: &sums) }
        let result = votes(sums, on: passage, at: index, for: section)
        tally.votes[section, default: []] += result.passing
        if section == .tone, passage.isTelling, result.isAgainst {
          tally.cleared.append(tally.range(of: passage))
        }
      }
      tally.passages[section] = passages
    }
    return tally
  }

  /// The slots of the hints of each unit, which every section asks for again.
  private struct KnownSlots {
    private var slots: [[Int]?]

    init(units: Int) {
      slots = Array(repeating: nil, count: units * LabelHints.Script.allCases.count)
    }

    subscript(unit: Int, script: LabelHints.Script) -> [Int]? {
      get { slots[place(unit, script)] }
      set { slots[place(unit, script)] = newValue }
    }

    private func place(_ unit: Int, _ script: LabelHints.Script) -> Int {
      unit * 2 + (script == .zh ? 1 : 0)
    }
  }

  /// The slots of the hints of a passage, each once.
  private func hits(
    in passage: Passage, of tokens: Tokens, _ known: inout KnownSlots, _ work: inout Int
  ) -> [Int] {
    var slots: [Int] = []
    for unit in passage.units {
      if let found = known[unit, passage.script] {
        slots += found
        continue
      }
      var found: [Int] = []
      Hint.walk(tokens.all[tokens.units[unit]], longest: Hint.longest(in: passage.script)) {
        key, _ in
        work += 1
        if let slot = table.slot(of: key) { found.append(slot) }
      }
      known[unit, passage.script] = found
      slots += found
    }
    for key in passage.readings {
      if let slot = table.slot(of: key) { slots.append(slot) }
    }
    slots.sort()
    var last = -1
    return slots.filter { slot in
      defer { last = slot }
      return slot != last
    }
  }

  private func votes(
    _ sums: [Float], on passage: Passage, at index: Int, for section: LabelHints.Section
  ) -> (passing: [Vote], isAgainst: Bool) {
    let script = LabelHints.Script.allCases.firstIndex(of: passage.script) ?? 0
    let place = LabelHints.Section.allCases.firstIndex(of: section) ?? 0
    let candidates = bySection[script * LabelHints.Section.allCases.count + place]
    let base = section == .tone ? bases[script] : nil
    let common = base.map { Double(sums[$0]) } ?? 0
    let start = base.map { labels[$0].start } ?? 0
    var isAgainst = !candidates.isEmpty
    var passing = candidates.compactMap { label -> Vote? in
      let said = common + Double(sums[label])
      let points = said + start + labels[label].start
      let least = section == .tone ? LabelHints.least : 0
      if said > least { isAgainst = false }
      guard let pass = labels[label].pass, points >= pass, said > least else { return nil }
      return Vote(label: label, points: points, passage: index)
    }
    if section == .tone {
      passing.sort { ($1.points, $0.label) < ($0.points, $1.label) }
      passing = Array(passing.prefix(1))
    }
    return (passing, isAgainst)
  }

  /// The stretch of a passage whose hints pull hardest towards a vote: each hint shares its points
  /// out among its tokens, and the neighbours with the highest sum are the reason. Nil when only
  /// readings of the lexicon spoke for it.
  func reason(for vote: Vote, in tally: Tally) -> Range<Int>? {
    guard let passage = tally.passages[labels[vote.label].reads]?[vote.passage] else { return nil }
    let tokens = tally.page.tokens
    let script = LabelHints.Script.allCases.firstIndex(of: passage.script) ?? 0
    let base = labels[vote.label].reads == .tone ? bases[script] : nil
    var shares = [Double](repeating: 0, count: passage.tokens.count)
    for unit in passage.units {
      Hint.walk(tokens.all[tokens.units[unit]], longest: Hint.longest(in: passage.script)) {
        key, range in
        guard let slot = table.slot(of: key) else { return }
        let points =
          table.points(slot, for: vote.label) + (base.map { table.points(slot, for: $0) } ?? 0)
        for token in range {
          shares[token - passage.tokens.lowerBound] += points / Double(range.count)
        }
      }
    }
    // A little against each token, or everything that leans that way would be a reason.
    let least = 0.02
    var best: (sum: Double, range: Range<Int>)?
    for unit in passage.units {
      var sum = 0.0
      var start = tokens.units[unit].lowerBound
      for token in tokens.units[unit] {
        if sum <= 0 {
          sum = 0
          start = token
        }
        sum += shares[token - passage.tokens.lowerBound] - least
        if sum > best?.sum ?? 0 { best = (sum, start..<token + 1) }
      }
    }
    guard let found = best?.range else { return nil }
    let lower = tokens.all[found.lowerBound].range.lowerBound
    let upper = tokens.all[found.upperBound - 1].range.upperBound
    return lower < upper ? lower..<upper : nil
  }
}

extension LabelVotes.Tally {
  /// The sentence of the outline that a passage begins in.
  func sentence(of passage: Passage, in page: Page) -> Int {
    page.outline.sentence(at: self.page.tokens.all[passage.tokens.lowerBound].range.lowerBound)
  }

  /// Where a passage stands in the folded text.
  func range(of passage: Passage) -> Range<Int> {
    let tokens = page.tokens.all
    return tokens[passage.tokens.lowerBound].range
      .lowerBound..<tokens[passage.tokens.upperBound - 1].range.upperBound
  }
}
