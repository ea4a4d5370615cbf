/// The groups for one side of a conversation, compiled into one matcher.
struct WordBook: Sendable {
  /// What an entry of the matcher is for.
  fileprivate enum Role: Sendable { case word, guarding }

  /// A group with the names of its marks turned into numbers.
  struct Group: Sendable {
    var section: LexiconSection
    var source: LexiconGroup
    var with: [Int]
    var without: [Int]
    var withoutInMessage: [Int]
  }

  let groups: [Group]
  private let matcher: PatternMatcher
  /// For each entry of the matcher, its group and its role.
  private let owners: [(group: Int, role: Role)]
  /// For each group of marks, the number of its name.
  private let markNumbers: [Int]

  /// Collects groups.
  struct Builder {
    fileprivate var groups: [Group] = []
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
          section: section, source: group, with: numbers(group.with),
          without: numbers(group.without), withoutInMessage: numbers(group.withoutInMessage)))
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
    owners = builder.owners
    markNumbers = builder.markNumbers
    matcher = PatternMatcher(builder.patterns, maskable: builder.maskable)
  }
}

extension WordBook {
  /// Words of a group found in a text, guards and conditions already applied.
  struct Finding: Equatable, Sendable {
    /// The group, by its index in `groups`.
    var group: Int
    var hit: PatternHit
    /// The sentence it stands in.
    var sentence: Int
  }

  /// What a text holds.
  struct Findings: Sendable {
    /// In the order they stand.
    var all: [Finding] = []
    /// Kinds of the marks found anywhere.
    var marks: Set<String> = []
    /// Elementary steps taken.
    var work = 0
  }

  /// Finds the words of all groups in `text`.
  func find(in text: FoldedText, _ outline: TextOutline) -> Findings {
    let scan = matcher.scan(text, outline)
    var words: [Finding] = []
    var guarded: [Int: Set<Int>] = [:]
    var marksOfSentence: Set<SentenceMark> = []
    var marks: Set<Int> = []
    var kinds: Set<String> = []
    for hit in scan.hits {
      let owner = owners[hit.pattern]
      if owner.role == .guarding {
        for piece in hit.pieces { guarded[owner.group, default: []].formUnion(piece) }
        continue
      }
      let sentence = outline.sentence(at: hit.range.lowerBound)
      words.append(Finding(group: owner.group, hit: hit, sentence: sentence))
    }
    var work = scan.work
    func isGuarded(_ word: Finding) -> Bool {
      guard let guarded = guarded[word.group] else { return false }
      work += word.hit.length
      return word.hit.pieces.contains { $0.contains(where: guarded.contains) }
    }
    for word in words {
      let mark = markNumbers[word.group]
      guard mark >= 0, !isGuarded(word) else { continue }
      marks.insert(mark)
      kinds.insert(groups[word.group].source.kind)
      marksOfSentence.insert(SentenceMark(sentence: word.sentence, mark: mark))
    }
    words.removeAll { word in
      let group = groups[word.group]
      if group.section == .marks || isGuarded(word) { return true }
      if !group.source.quoted, outline.isQuoted(word.hit.range) { return true }
      if !group.with.isEmpty,
        !group.with.contains(where: {
          marksOfSentence.contains(SentenceMark(sentence: word.sentence, mark: $0))
        })
      {
        return true
      }
      return group.withoutInMessage.contains(where: marks.contains)
        || group.without.contains {
          marksOfSentence.contains(SentenceMark(sentence: word.sentence, mark: $0))
        }
    }
    words.sort { first, second in
      let (one, two) = (first.hit.range, second.hit.range)
      return (one.lowerBound, -one.upperBound, first.group)
        < (two.lowerBound, -two.upperBound, second.group)
    }
    return Findings(all: words, marks: kinds, work: work + words.count)
  }

  private struct SentenceMark: Hashable {
    var sentence: Int
    var mark: Int
  }
}
