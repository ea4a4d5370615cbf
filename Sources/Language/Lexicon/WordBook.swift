/// The groups for one side of a conversation, compiled into one matcher.
///
/// One object, since every page that is read carries it.
final class WordBook: Sendable {
  /// What an entry of the matcher is for.
  fileprivate enum Role: Sendable { case word, guarding }

  /// What must be known of a group for each of its words; small, since it is copied often.
  fileprivate struct Tag: Sendable {
    var section: LexiconSection
    var kind: String
    var quoted: Bool
    var isConditional: Bool
  }

  /// A group with the names of its marks turned into numbers.
  struct Group: Sendable {
    var source: LexiconGroup
    var with: [Int]
    var without: [Int]
    var withoutInMessage: [Int]
  }

  let groups: [Group]
  /// In the order of `groups`.
  private let tags: [Tag]
  private let matcher: PatternMatcher
  /// For each entry of the matcher, its group and its role.
  private let owners: [(group: Int, role: Role)]
  /// For each group of marks, the number of its name.
  private let markNumbers: [Int]
  /// For each group, how its words are named among the hints.
  private let readings: [UInt64]

  /// Collects groups.
  struct Builder {
    fileprivate var groups: [Group] = []
    fileprivate var tags: [Tag] = []
    fileprivate var patterns: [WordPattern] = []
    fileprivate var owners: [(group: Int, role: Role)] = []
    fileprivate var maskable: Set<Int> = []
    private let markNames: [String: Int]
    fileprivate var markNumbers: [Int] = []

    /// Starts empty, for groups that may name `marks`.
    init(marks: Set<String>) {
      markNames = Dictionary(
        marks.sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds a group; `report` is told of each entry or mark that cannot be used, and why.
    mutating func add(
      _ group: LexiconGroup, _ section: LexiconSection, _ report: (String, String) -> Void
    ) {
      func numbers(_ names: [String]) -> [Int] {
        names.compactMap { name in
          if let number = markNames[name] { return number }
          report(name, "no group in “marks” has this kind; add one or take the name out")
          return nil
        }
      }
      let index = groups.count
      groups.append(
        Group(
          source: group, with: numbers(group.with),
          without: numbers(group.without), withoutInMessage: numbers(group.withoutInMessage)))
      tags.append(
        Tag(
          section: section, kind: group.kind, quoted: group.quoted,
          isConditional: !(group.with + group.without + group.withoutInMessage).isEmpty))
      markNumbers.append(section == .marks ? markNames[group.kind] ?? -1 : -1)
      func compile(_ entries: [String], _ role: Role) {
        for entry in entries {
          do throws(WordPatternError) {
            patterns.append(try WordPattern(entry))
            owners.append((index, role))
            if group.maskable, role == .word { maskable.insert(patterns.count - 1) }
          } catch {
            report(entry, error.description)
          }
        }
      }
      compile(group.words.all, .word)
      compile(group.unless.all, .guarding)
    }

    func build() -> WordBook { WordBook(self) }
  }

  private init(_ builder: Builder) {
    groups = builder.groups
    tags = builder.tags
    owners = builder.owners
    markNumbers = builder.markNumbers
    readings = builder.tags.map { Hint.key(ofReading: $0.section, $0.kind) }
    matcher = PatternMatcher(builder.patterns, maskable: builder.maskable)
  }
}

extension WordBook {
  /// Words of a group found in a text, guards and conditions already applied.
  struct Finding: Equatable, Sendable {
    /// The group, by its index in `groups`.
    var group: Int
    var section: LexiconSection
    var kind: String
    var hit: PatternHit
    /// The sentence it stands in.
    var sentence: Int
  }

  /// A kind that some words of a sentence look like and are not.
  struct Excused: Hashable, Sendable {
    var section: LexiconSection
    var kind: String
    var sentence: Int
  }

  /// What a text holds.
  struct Findings: Sendable {
    /// In the order they stand.
    var all: [Finding] = []
    /// Kinds of the marks found anywhere.
    var marks: Set<String> = []
    /// What was found and taken away again by a guard or a condition, and acts that a guard speaks
    /// against; no vote reads it there.
    var excused: Set<Excused> = []
    /// Sentences with a mark of the kind `fine`, in which no vote finds anything that hurts.
    var fine: Set<Int> = []
    /// Elementary steps taken.
    var work = 0

    fileprivate mutating func excuse(_ tag: Tag, _ sentence: Int) {
      excused.insert(Excused(section: tag.section, kind: tag.kind, sentence: sentence))
    }
  }

  /// Finds the words of all groups in `text`.
  func find(in text: FoldedText, _ outline: TextOutline) -> Findings {
    let scan = matcher.scan(text, outline)
    var findings = Findings(work: scan.work + scan.hits.count)
    var guarded: [Int: Set<Int>] = [:]
    for hit in scan.hits where owners[hit.pattern].role == .guarding {
      let group = owners[hit.pattern].group
      hit.parts.forEach { guarded[group, default: []].insert($0) }
      // An act is left unread where in doubt: what only looks like it is not voted for either.
      if tags[group].section == .acts {
        findings.excuse(tags[group], outline.sentence(at: hit.range.lowerBound))
      }
      findings.work += hit.length
    }
    var marks = Marks()
    for hit in scan.hits {
      let owner = owners[hit.pattern]
      guard owner.role == .word else { continue }
      if let guarded = guarded[owner.group] {
        findings.work += hit.length
        if hit.parts.contains(where: guarded.contains) {
          findings.excuse(tags[owner.group], outline.sentence(at: hit.range.lowerBound))
          continue
        }
      }
      let sentence = outline.sentence(at: hit.range.lowerBound)
      let tag = tags[owner.group]
      if tag.section == .marks {
        if marks.insert(markNumbers[owner.group], in: sentence) { findings.marks.insert(tag.kind) }
        if tag.kind == MarkKind.fine { findings.fine.insert(sentence) }
        continue
      }
      if !tag.quoted, outline.isQuoted(hit.range) { continue }
      findings.all.append(
        Finding(
          group: owner.group, section: tag.section, kind: tag.kind, hit: hit, sentence: sentence))
    }
    var excused = findings.excused
    findings.all.removeAll { finding in
      guard tags[finding.group].isConditional,
        !groups[finding.group].allows(marks, inSentence: finding.sentence)
      else { return false }
      excused.insert(
        Excused(section: finding.section, kind: finding.kind, sentence: finding.sentence))
      return true
    }
    findings.excused = excused
    findings.all.sort { first, second in
      let (one, two) = (first.hit.range, second.hit.range)
      return (one.lowerBound, -one.upperBound, first.group)
        < (two.lowerBound, -two.upperBound, second.group)
    }
    return findings
  }

  /// The key of `[acts.promise]` and the like: what a finding is for the hints.
  func reading(of finding: Finding) -> UInt64 { readings[finding.group] }

  /// Which marks a text holds, and in which sentences.
  fileprivate struct Marks {
    private var anywhere: Set<Int> = []
    private var places: Set<Place> = []

    private struct Place: Hashable {
      var sentence: Int
      var mark: Int
    }

    /// Takes note of a mark; answers whether the text held none of its kind before.
    mutating func insert(_ mark: Int, in sentence: Int) -> Bool {
      places.insert(Place(sentence: sentence, mark: mark))
      return anywhere.insert(mark).inserted
    }

    func contains(_ mark: Int) -> Bool { anywhere.contains(mark) }
    func contains(_ mark: Int, in sentence: Int) -> Bool {
      places.contains(Place(sentence: sentence, mark: mark))
    }
  }
}

extension WordBook.Group {
  /// Whether the marks of a text let the words of this group count in a sentence.
  fileprivate func allows(_ marks: WordBook.Marks, inSentence sentence: Int) -> Bool {
    (with.isEmpty || with.contains { marks.contains($0, in: sentence) })
      && !without.contains { marks.contains($0, in: sentence) }
      && !withoutInMessage.contains { marks.contains($0) }
  }
}
