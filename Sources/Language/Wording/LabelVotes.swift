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
  /// The hints of each script.
  private let tables: [LabelTable]
  /// For each script and section, its labels, the one for anything left out.
  private let bySection: [[Int]]
  private let known: Set<Known>
  /// For each label, where its points start and how many let it pass, in thousandths.
  private let starts: [Int]
  private let passes: [Int?]
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
    var entries: [LabelTable.Entry] = []
    for (label, groups) in hints.enumerated() {
      for (points, words) in groups.sorted(by: { $0.key < $1.key }) {
        guard let value = Double(points), value.isFinite else { continue }
        for hint in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          let (own, before) = Hint.keys(of: Substring(hint))
          entries.append(.init(key: own, before: before, label: label, points: value))
        }
      }
    }
    labels = names
    starts = names.map { LabelTable.thousandths($0.start) }
    passes = names.map { $0.pass.map(LabelTable.thousandths) }
    tables = LabelHints.Script.allCases.map { script in
      LabelTable(
        entries.filter { names[$0.label].script == script },
        split: names.firstIndex { $0.reads == .tone } ?? names.count)
    }
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

  /// How many different hints there are, those of each script by themselves.
  var count: Int { tables.reduce(0) { $0 + $1.count } }
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
    /// The hints of the units that were looked at.
    fileprivate var found: FoundHints
    /// The acts voted, with the words behind them, once they have been looked for.
    var acts: [VotedAct] = []

    /// Nothing counted yet.
    init(page: VotingPage) {
      self.page = page
      found = FoundHints(units: page.tokens.units.count)
    }
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
    var sums = [Int](repeating: 0, count: labels.count)
    var seen = Seen(end: tables.map(\.end).max() ?? 0)
    for section in LabelHints.Section.allCases {
      let passages = tally.page.passages(for: section)
      var passing: [Vote] = []
      for (index, passage) in passages.enumerated() {
        let table = tables[passage.script.place]
        for label in sums.indices { sums[label] = 0 }
        for unit in passage.units {
          find(unit, passage.script, &tally)
          for hit in tally.found.hits(unit, passage.script) { seen.insert(Int(hit.row)) }
        }
        for key in passage.readings {
          if let found = table.find(key) { seen.insert(found.row) }
        }
        tally.work += table.add(seen.rows, aboveSplit: section == .tone, to: &sums)
        seen.removeAll()
        let result = votes(sums, on: passage, at: index, for: section)
        passing += result.passing
        if section == .tone, passage.isTelling, result.isAgainst {
          tally.cleared.append(tally.range(of: passage))
        }
      }
      tally.votes[section] = passing
      tally.passages[section] = passages
    }
    return tally
  }

  /// Looks up the hints of a unit, unless it was done before: every section asks for them.
  private func find(_ unit: Int, _ script: LabelHints.Script, _ tally: inout Tally) {
    guard !tally.found.isKnown(unit, script) else { return }
    let table = tables[script.place]
    let tokens = tally.page.tokens
    var work = 0
    tally.found.begin()
    Hint.walk(tokens.all, tokens.units[unit], longest: Hint.longest(in: script)) { key, range in
      work += 1
      guard let found = table.find(key) else { return false }
      tally.found.add(found.row, range)
      return found.leadsOn
    }
    tally.found.end(unit, script)
    tally.work += work
  }

  /// Which rows a passage was seen to hold.
  private struct Seen {
    /// A bit each.
    private var bits: [UInt64]
    /// Each once.
    private(set) var rows: [Int] = []

    init(end: Int) { bits = [UInt64](repeating: 0, count: end / 64 + 1) }

    @inline(__always)
    mutating func insert(_ row: Int) {
      let bit: UInt64 = 1 << UInt64(row & 63)
      guard bits[row >> 6] & bit == 0 else { return }
      bits[row >> 6] |= bit
      rows.append(row)
    }

    mutating func removeAll() {
      for row in rows { bits[row >> 6] = 0 }
      rows.removeAll(keepingCapacity: true)
    }
  }

  private func votes(
    _ sums: [Int], on passage: Passage, at index: Int, for section: LabelHints.Section
  ) -> (passing: [Vote], isAgainst: Bool) {
    let place = LabelHints.Section.allCases.firstIndex(of: section) ?? 0
    let candidates =
      bySection[passage.script.place * LabelHints.Section.allCases.count + place]
    let base = section == .tone ? bases[passage.script.place] : nil
    let common = base.map { sums[$0] } ?? 0
    let start = base.map { starts[$0] } ?? 0
    let least = section == .tone ? LabelTable.thousandths(LabelHints.least) : 0
    var isAgainst = !candidates.isEmpty
    var passing = candidates.compactMap { label -> Vote? in
      let said = common + sums[label]
      let points = said + start + starts[label]
      if said > least { isAgainst = false }
      guard let pass = passes[label], points >= pass, said > least else { return nil }
      return Vote(label: label, points: Double(points) / 1000, passage: index)
    }
    if section == .tone {
      passing.sort { ($1.points, $0.label) < ($0.points, $1.label) }
      passing = Array(passing.prefix(1))
    }
    return (passing, isAgainst)
  }

  /// The stretch of a passage whose hints pull hardest towards a vote: the neighbours whose shares
  /// have the highest sum. Nil when only readings of the lexicon spoke for it.
  func reason(for vote: Vote, in tally: Tally) -> Range<Int>? {
    guard let passage = tally.passages[labels[vote.label].reads]?[vote.passage] else { return nil }
    let tokens = tally.page.tokens
    let shares = shares(of: passage, for: vote, in: tally)
    let offset = passage.tokens.lowerBound
    var best: (sum: Double, range: Range<Int>)?
    for unit in passage.units {
      let range = tokens.units[unit]
      let found = LabelVotes.strongest(
        in: shares[range.lowerBound - offset..<range.upperBound - offset])
      if let found, found.sum > best?.sum ?? 0 { best = found }
    }
    guard let found = best?.range else { return nil }
    let lower = tokens.all[found.lowerBound + offset].range.lowerBound
    let upper = tokens.all[found.upperBound - 1 + offset].range.upperBound
    return lower < upper ? lower..<upper : nil
  }

  /// What each token of a passage says for a vote: each hint shares its points out among its tokens.
  func shares(of passage: Passage, for vote: Vote, in tally: Tally) -> [Double] {
    let table = tables[passage.script.place]
    let base = labels[vote.label].reads == .tone ? bases[passage.script.place] : nil
    var shares = [Double](repeating: 0, count: passage.tokens.count)
    for unit in passage.units {
      for hit in tally.found.hits(unit, passage.script) {
        let row = Int(hit.row)
        let points =
          table.points(row, for: vote.label) + (base.map { table.points(row, for: $0) } ?? 0)
        guard points != 0 else { continue }
        for token in hit.tokens {
          shares[token - passage.tokens.lowerBound] += points / Double(hit.tokens.count)
        }
      }
    }
    return shares
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
