package import Vocabulary

/// All words the readers know, ready to be matched.
///
/// Building costs a few milliseconds for a few thousand entries; copies share storage.
package struct Lexicon: Sendable {
  /// Entries that cannot be used, in the order they stand; the others work.
  package private(set) var problems: [LexiconProblem] = []
  /// Words for a customer's text: heat, moves, moods, demands and the marks these name.
  let customer: WordBook
  /// Words for an agent's text: acts, disclosures, tone, questions and marks.
  let agent: WordBook
  /// Why what is said at the wrong moment hurts, and what to say instead.
  let situations: [Situation: LexiconGroup]
  /// Folded words that are nobody's own.
  let common: Set<[UInt32]>
  /// Hints in a customer's choice of words.
  let wording: Wording
  /// Hints in an agent's choice of words.
  let votes: LabelVotes
  /// For each kind of tone, the group whose reason and rewrite a vote borrows: the first that
  /// advises.
  let toneGroups: [String: LexiconGroup]
  /// Whether there is any word of heat.
  let knowsHeat: Bool

  /// No words at all: everything reads as calm and silent.
  package static let empty = Lexicon([])

  /// Compiles the groups of all `sources` together; a later source adds to an earlier one.
  package init(_ sources: [LexiconSource]) {
    var problems: [LexiconProblem] = []
    var customer = WordBook.Builder(marks: Lexicon.marks(of: sources))
    var agent = customer
    let theirs = Lexicon.marksNamed(
      in: sources.flatMap { $0.heat + $0.moves + $0.moods + $0.demands })
    let ours = Lexicon.marksNamed(
      in: sources.flatMap { $0.acts + $0.disclosures + $0.tone + $0.questions })
    var common: Set<[UInt32]> = []
    var situations: [Situation: LexiconGroup] = [:]
    for source in sources {
      for section in LexiconSection.allCases {
        for (index, group) in source[section].enumerated() {
          func report(_ entry: String, _ complaint: String) {
            problems.append(
              LexiconProblem(
                file: source.name, section: section, group: index, entry: entry,
                complaint: complaint))
          }
          if let complaint = Lexicon.complaint(about: group, in: section) {
            report(group.kind, complaint)
            continue
          }
          switch section {
          case .heat, .moves, .moods, .demands: customer.add(group, section, report)
          case .acts, .disclosures, .tone, .questions: agent.add(group, section, report)
          case .marks:
            // A mark is looked for where a group names it; the readers know some of the agent's.
            if theirs.contains(group.kind) { customer.add(group, section, report) }
            if !theirs.contains(group.kind) || ours.contains(group.kind) {
              agent.add(group, section) { entry, complaint in
                if !theirs.contains(group.kind) { report(entry, complaint) }
              }
            }
          case .situations:
            if let situation = Situation(rawValue: group.kind) { situations[situation] = group }
          case .votes: break
          case .common:
            for word in group.words.all { common.insert(Folding.fold(word).scalars) }
          }
        }
      }
    }
    knowsHeat = sources.contains { !$0.heat.isEmpty }
    wording = Wording(sources.compactMap(\.wording))
    votes = LabelVotes(sources.flatMap(\.votes))
    var toneGroups: [String: LexiconGroup] = [:]
    for group in sources.flatMap(\.tone) where group.why != nil {
      let old = toneGroups[group.kind]
      // What a group finds whatever stands around it is a reason of its own and no vote's.
      if old == nil || (old?.strength == .hold && group.strength != .hold && !group.isSure) {
        toneGroups[group.kind] = group
      }
    }
    self.toneGroups = toneGroups
    for source in sources {
      for (index, vote) in source.votes.enumerated() {
        var complaint = vote.complaint
        if complaint == nil, vote.reads == .tone, vote.kind != LabelHints.anything,
          toneGroups[vote.kind] == nil
        {
          complaint = "no group in “tone” has this kind, so there is no reason to give; add one"
        }
        if let complaint {
          problems.append(
            LexiconProblem(
              file: source.name, section: .votes, group: index, entry: vote.kind,
              complaint: complaint))
        }
      }
    }
    self.problems = problems
    self.customer = customer.build()
    self.agent = agent.build()
    self.common = common
    self.situations = situations
  }

  /// Every rewrite there is in a language, with the kind it is for.
  package func rewrites(in language: LanguageTag) -> [(kind: String, rewrite: String)] {
    let groups = agent.groups.map(\.source) + situations.values.sorted { $0.kind < $1.kind }
    return groups.compactMap { group in group.rewrite.map { (group.kind, $0[language]) } }
  }

  private static func marks(of sources: [LexiconSource]) -> Set<String> {
    Set(sources.flatMap { $0.marks.map(\.kind) })
  }

  private static func marksNamed(in groups: [LexiconGroup]) -> Set<String> {
    Set(groups.flatMap { $0.with + $0.without + $0.withoutInMessage })
  }

  /// What is wrong with the kind of a group, or with what it lacks.
  private static func complaint(
    about group: LexiconGroup, in section: LexiconSection
  ) -> String? {
    func unknown(_ kinds: [String]) -> String? {
      kinds.contains(group.kind)
        ? nil : "it is no kind of \(section.rawValue); use \(kinds.joined(separator: ", "))"
    }
    switch section {
    case .heat:
      return group.weight == nil && group.kind != HeatKind.guarding
        ? "it has no weight; give its points of heat, such as 12" : nil
    case .moves:
      if group.kind == CustomerMove.danger.rawValue, group.danger == nil {
        let kinds = DangerKind.allCases.map(\.rawValue).joined(separator: ", ")
        return "it does not say which danger; add “danger” with one of \(kinds)"
      }
      return unknown(
        CustomerMove.allCases.map(\.rawValue) + [MoveKind.rhetorical, MoveKind.matter])
    case .moods: return unknown([Mood.anxious.rawValue, Mood.puzzled.rawValue])
    case .demands: return unknown(["demand"])
    case .acts:
      return unknown(
        SpeechAct.allCases.map(\.rawValue) + [ActKind.check, ActKind.atThem, ActKind.goodwill])
    // What is on file is told from what the customer said, not by words.
    case .disclosures:
      return unknown(Disclosure.allCases.filter { $0 != .accountData }.map(\.rawValue))
    case .tone:
      return group.why == nil ? "it does not say why the words hurt; add “why”" : nil
    case .situations:
      if let complaint = unknown(Situation.allCases.map(\.rawValue)) { return complaint }
      return group.why == nil ? "it does not say why it hurts; add “why”" : nil
    case .questions: return unknown(QuestionKind.allCases.map(\.rawValue))
    case .marks, .votes: return nil
    case .common: return unknown(["stop"])
    }
  }
}

/// Kinds of heat that the readers themselves know.
enum HeatKind {
  /// Words that only keep others from counting.
  static let guarding = "guard"
  static let repeated = "repeats_earlier"
  static let length = "long_turn"
  static let doubledQuestion = "doubled_question"
  static let doubledExclamation = "doubled_exclamation"
  static let shouting = "shouting"
  /// The words keep the form of a letter.
  static let formal = "formal"
  /// Small hints in the choice of words, taken together.
  static let wording = HeatSignal.hint
}

/// Kinds of moves beside those of `CustomerMove`.
enum MoveKind {
  /// Question words of a question that wants no answer.
  static let rhetorical = "rhetorical"
  /// Words of something that went wrong.
  static let matter = "matter"
}

/// Kinds of acts beside those of `SpeechAct`.
enum ActKind {
  /// The question at the end of a say-back.
  static let check = "check"
  /// The words turn on the customer: “you…”, “why did you…”.
  static let atThem = "at_them"
  /// The words give something beyond the remedy.
  static let goodwill = "goodwill"
}
