package import Vocabulary

/// Learns hints from texts that people judged. The same texts in the same order give the same hints.
package struct Learner: Sendable {
  /// How far the weights may follow the texts.
  package var trust = 1.0
  /// Into how many parts the texts are split; each is judged by what was learned from the others.
  package var folds = 5
  /// In how many passages a hint must stand.
  package var rarest = 2
  /// The share of findings that must be right.
  package var tonePrecision = 0.85
  /// The share of good messages in which something may be found: most of what agents write is good.
  package var mostAlarms = 0.09
  /// The share of each act read that must be right, since acts open gates.
  package var actPrecision = 0.95
  /// The share of question marks that must ask for a fact; the mark itself says so already.
  package var questionPrecision = 0.5
  /// Hints kept for anything that may hurt, and for every other label.
  package var mostHints = (anything: 22_000, label: 1_600)
  /// Points are rounded to a multiple of this.
  package var grain = 0.05

  private let lexicon: Lexicon
  private let reader: Reader

  /// A learner that knows what `lexicon` reads by name; its votes are left out.
  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    reader = Reader(lexicon: lexicon, readsVotes: false)
  }

  /// What was learned, and how well it did on texts it had not learned from.
  package struct Lesson: Sendable {
    package var hints: [LabelHints] = []
    package var figures: [Figure] = []
    /// Good messages that were learned from beside the judged ones, and those of them in which
    /// something was found by what was learned from others.
    package var besides = 0
    package var alarms = 0

    /// Nothing yet.
    package init() {}
  }

  /// How well a label is read, lexicon and votes together.
  package struct Figure: Equatable, Sendable {
    package var reads: LabelHints.Section
    package var script: LabelHints.Script
    /// The label, or nil for all of a language together.
    package var kind: String?
    package var language: LanguageTag?
    package var detection: Detection
    /// The lexicon alone.
    package var named: Detection
  }

  /// Learns a section in a script.
  ///
  /// Costs the folds and one fit more for each label; some seconds for a few thousand texts.
  ///
  /// - Parameters:
  ///   - section: what is learned.
  ///   - script: the writing.
  ///   - texts: judged texts; those judged for something else or in another script are left out,
  ///     and so is one that stood there before. Messages judged for their acts that refuse nothing
  ///     and set no limit are good ones: they help to learn tone, and count as false alarms
  ///     where the marks are chosen, but no figure is taken on them.
  /// - Returns: the hints of each label, and how well they do on texts they were not learned from.
  package func learn(
    _ section: LabelHints.Section, in script: LabelHints.Script, from texts: [JudgedText]
  ) -> Lesson {
    var seen: Set<String> = []
    let judged = texts.filter { text in
      text.labels(of: section) != nil && language(of: text).script == script
        && seen.insert(text.text).inserted
    }
    guard judged.count >= folds else { return Lesson() }
    var others: [JudgedText] = []
    if section == .tone {
      others = texts.filter { text in
        text.isGoodByItsActs && language(of: text).script == script
          && seen.insert(text.text).inserted
      }
    }
    let lessons = Lessons(
      judged, besides: others, for: section, lexicon: lexicon, rarest: rarest)
    return section == .tone ? tone(lessons, script) : acts(lessons, script)
  }

  func language(of text: JudgedText) -> LanguageTag {
    text.language ?? reader.language(of: text.text)
  }
}

// MARK: - Tone

extension Learner {
  private func tone(_ lessons: Lessons, _ script: LabelHints.Script) -> Lesson {
    // Those beside are good.
    let judged = lessons.texts.map { $0.labels(of: .tone) ?? [] }
    let readings = lessons.texts.map { text in
      reader.agent(text.text, language: language(of: text)).findings
    }
    var named = readings.map { Set($0.map(\.kind)) }
    let kinds = Set(judged.joined()).filter { kind in
      lexicon.toneGroups[kind] != nil && judged.count { $0.contains(kind) } >= folds
    }.sorted()
    let isHurting = judged.map { !$0.isEmpty }
    let common = held(lessons, isHurting, mostHints.anything)
    let special = kinds.map { kind in
      held(lessons, judged.map { $0.contains(kind) }, mostHints.label)
    }
    var points = [Double](repeating: -.infinity, count: judged.count)
    var best = [String?](repeating: nil, count: judged.count)
    for row in lessons.rows.indices where lessons.isTelling[row] {
      for (place, kind) in kinds.enumerated() {
        let sum = common.points[row] + special[place].points[row]
        let said = common.said[row] + special[place].said[row]
        guard said > LabelHints.least, sum > points[lessons.owners[row]] else { continue }
        points[lessons.owners[row]] = sum
        best[lessons.owners[row]] = kind
      }
    }
    let byName = named
    for index in named.indices where points[index] == -.infinity {
      // Nothing speaks for it: advice is not given.
      let rows = lessons.rowsOfText[index]
      guard rows.contains(where: { lessons.isTelling[$0] }) else { continue }
      named[index] = Set(readings[index].filter { $0.strength == .hold }.map(\.kind))
    }
    let withNames = zip(points, named).map { $1.isEmpty ? $0 : .infinity }
    let counted = lessons.counted
    guard
      let mark = PassMark.best(
        withNames, isHurting, precision: tonePrecision, prefersRecall: false, fewest: folds)
    else { return Lesson() }
    let besides = lessons.texts.indices.filter { !counted.contains($0) && named[$0].isEmpty }
      .map { points[$0] }.sorted(by: >)
    let spared = Int(Double(besides.count) * mostAlarms)
    let quiet = besides.indices.contains(spared) ? besides[spared] + grain : -.infinity
    let balanced = mark.points.isFinite ? mark.points : points.max() ?? 0
    let pass = round(max(balanced, quiet))
    var lesson = Lesson()
    lesson.hints.append(
      hints(common.fit, lessons, .tone, LabelHints.anything, script, pass: nil))
    for (place, kind) in kinds.enumerated() {
      lesson.hints.append(hints(special[place].fit, lessons, .tone, kind, script, pass: pass))
    }
    let found = judged.indices.map { index -> Set<String> in
      if !named[index].isEmpty { return named[index] }
      return points[index] >= pass ? Set([best[index]].compactMap { $0 }) : []
    }
    lesson.figures = figures(
      lessons.texts, .tone, script, Array(judged[counted]), found, byName, kinds)
    lesson.besides = lessons.texts.count - counted.count
    lesson.alarms = lessons.texts.indices.count { !counted.contains($0) && !found[$0].isEmpty }
    return lesson
  }
}

// MARK: - Acts

extension Learner {
  private func acts(_ lessons: Lessons, _ script: LabelHints.Script) -> Lesson {
    let judged = lessons.texts.map { $0.labels(of: .acts) ?? [] }
    let named = lessons.texts.map { text in
      Set(reader.agent(text.text, language: language(of: text)).acts.map(\.rawValue))
    }
    var found = named
    var lesson = Lesson()
    let kinds = SpeechAct.allCases.map(\.rawValue).filter { kind in
      judged.count { $0.contains(kind) } >= folds * 2
    }
    for kind in kinds {
      let isThere = judged.map { $0.contains(kind) }
      let held = held(lessons, isThere, mostHints.label)
      var points = [Double](repeating: -.infinity, count: judged.count)
      for row in lessons.rows.indices {
        points[lessons.owners[row]] = max(points[lessons.owners[row]], held.points[row])
      }
      // A question mark is there already; the vote says whether it asks for a fact.
      let isQuestion = kind == SpeechAct.question.rawValue
      guard
        let mark = PassMark.best(
          points, isThere, precision: isQuestion ? questionPrecision : actPrecision,
          prefersRecall: true, fewest: folds)
      else { continue }
      let pass = round(mark.points)
      lesson.hints.append(hints(held.fit, lessons, .acts, kind, script, pass: pass))
      for index in found.indices {
        if isQuestion {
          if points[index] < pass { found[index].remove(kind) }
        } else if points[index] >= pass, kind != SpeechAct.paraphrase.rawValue {
          found[index].insert(kind)
        }
      }
    }
    lesson.figures = figures(lessons.texts, .acts, script, judged, found, named, kinds)
    return lesson
  }
}

// MARK: - Fitting

extension Learner {
  /// The points of each row by what was learned without its text, those of its hints alone, and
  /// what was learned from all.
  private func held(
    _ lessons: Lessons, _ isThere: [Bool], _ most: Int
  ) -> (points: [Double], said: [Double], fit: LogisticFit) {
    var points = [Double](repeating: 0, count: lessons.rows.count)
    var said = points
    let parts = lessons.texts.map { Int($0.hash % UInt64(max(2, folds))) }
    for part in 0..<max(2, folds) {
      let fit = fit(lessons, isThere, most) { parts[$0] != part }
      for row in lessons.rows.indices where parts[lessons.owners[row]] == part {
        points[row] = fit.sum(lessons.rows[row])
        said[row] = points[row] - fit.start
      }
    }
    return (points, said, fit(lessons, isThere, most) { _ in true })
  }

  /// Where a text has several passages and deserves a label, one of them is why: the one that so
  /// far looks most like it.
  private func fit(
    _ lessons: Lessons, _ isThere: [Bool], _ most: Int, _ isMember: (Int) -> Bool
  ) -> LogisticFit {
    let rows = lessons.rows
    let wanted = lessons.owners.map { isThere[$0] }
    let candidates = rows.indices.filter { isMember(lessons.owners[$0]) }
      .flatMap { Array(repeating: $0, count: lessons.texts[lessons.owners[$0]].weight) }
    var members = candidates
    var fit = LogisticFit(
      rows, members: members, isThere: wanted, hints: lessons.hints.count, trust: trust)
    for _ in 0..<2 {
      var best: [Int: (row: Int, points: Double)] = [:]
      for row in candidates where wanted[row] {
        let points = fit.sum(rows[row])
        if points > best[lessons.owners[row]]?.points ?? -.infinity {
          best[lessons.owners[row]] = (row, points)
        }
      }
      let next = candidates.filter { !wanted[$0] || best[lessons.owners[$0]]?.row == $0 }
      if next == members { break }
      members = next
      fit = LogisticFit(
        rows, members: members, isThere: wanted, hints: lessons.hints.count, trust: trust)
    }
    fit.prune(to: most, rows, members: members, grain: grain)
    fit.start = round(fit.start)
    return fit
  }

  private func round(_ points: Double) -> Double { (points / grain).rounded() * grain }

  private func hints(
    _ fit: LogisticFit, _ lessons: Lessons, _ reads: LabelHints.Section, _ kind: String,
    _ script: LabelHints.Script, pass: Double?
  ) -> LabelHints {
    var groups: [Int: [String]] = [:]
    for (hint, weight) in fit.weights.enumerated() {
      let steps = Int((weight / grain).rounded())
      if steps != 0 { groups[steps, default: []].append(lessons.hints[hint]) }
    }
    var written: [String: String] = [:]
    for (steps, hints) in groups {
      written[HintsFile.number(Double(steps) * grain)] = hints.sorted().joined(separator: " ")
    }
    return LabelHints(
      reads: reads, kind: kind, lang: script, start: fit.start, pass: pass, hints: written)
  }

  private func figures(
    _ texts: [JudgedText], _ reads: LabelHints.Section, _ script: LabelHints.Script,
    _ judged: [Set<String>], _ found: [Set<String>], _ named: [Set<String>], _ kinds: [String]
  ) -> [Figure] {
    func figure(_ kind: String?, _ language: LanguageTag?) -> Figure {
      var detections = (Detection(), Detection())
      for index in judged.indices
      where language == nil || self.language(of: texts[index]) == language {
        let (there, read, byName) = (judged[index], found[index], named[index])
        if let kind {
          detections.0.count(isThere: there.contains(kind), isFound: read.contains(kind))
          detections.1.count(isThere: there.contains(kind), isFound: byName.contains(kind))
        } else if reads == .tone {
          detections.0.count(isThere: !there.isEmpty, isFound: !read.isEmpty)
          detections.1.count(isThere: !there.isEmpty, isFound: !byName.isEmpty)
        } else {
          for kind in there.union(read) {
            detections.0.count(isThere: there.contains(kind), isFound: read.contains(kind))
          }
          for kind in there.union(byName) {
            detections.1.count(isThere: there.contains(kind), isFound: byName.contains(kind))
          }
        }
      }
      return Figure(
        reads: reads, script: script, kind: kind, language: language, detection: detections.0,
        named: detections.1)
    }
    let languages = Set(texts.map { language(of: $0) }).sorted { $0.rawValue < $1.rawValue }
    return languages.map { figure(nil, $0) } + kinds.map { figure($0, nil) }
  }
}

extension LanguageTag {
  /// The writing that hints are learned for.
  fileprivate var script: LabelHints.Script { self == .en ? .en : .zh }
}
