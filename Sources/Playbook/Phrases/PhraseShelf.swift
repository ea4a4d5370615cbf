import Language
import Vocabulary
import Workflow

/// Picks and orders the phrases for one moment of a case.
package struct PhraseShelf: Equatable, Sendable {
  package let moment: PhraseMoment

  package init(_ moment: PhraseMoment) { self.moment = moment }

  /// The phrases to show, the likeliest first; locked ones stand last.
  ///
  /// Without typed text those that fit the moment; with it all of the channel in which every typed
  /// word is found, the best match first and of equal ones those that fit the moment. Whoever types
  /// a short code gets the phrase called so first, and behind `;` nothing but short codes are
  /// looked through.
  ///
  /// Each case begins with another one of those that fit it as well, so that no phrase is the first
  /// for everybody; what this agent said last does not come first again where another fits as well.
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
    let isFree = typed.isBlank
    let ranks = index.sorts.map { sort -> Rank? in
      let isShown =
        isFree
        ? sort.phrase.fits(moment) && !isBesideThePoint(sort.phrase)
        : sort.phrase.channels.contains(moment.channel) && sort.phrase.suits(moment.danger)
      return isShown ? rank(of: sort) : nil
    }
    let saidFamilies = Set(moment.said.compactMap { index.families[$0] })
    var best = Shortlist(limit: min(limit, index.phrases.count))
    func add(_ place: Int, score: Int) {
      guard let found = ranks[index.sort[place]] else { return }
      var rank = found.fresh
      if !moment.said.isEmpty {
        let id = index.phrases[place].id
        if moment.said.contains(id) {
          rank = found.said
        } else if let family = index.families[id], saidFamilies.contains(family) {
          rank = found.alike
        }
      }
      // What cannot be sent yet waits behind what is found nearly as well.
      let worth = lock(on: index.sorts[index.sort[place]].phrase) == nil ? score : score - 2
      best.add(place, rank: rank - worth * PhraseShelf.everyReason)
    }
    let called = index.places(called: code.code)
    if code.isAlone {
      for place in index.places(ofCode: code.code) {
        add(place, score: called.contains(place) ? 1 : 0)
      }
    } else {
      for match in index.matches(typed) where !called.contains(match.place) {
        add(match.place, score: match.score)
      }
      for place in called.sorted() { add(place, score: PhraseShelf.calledSo) }
    }
    return isFree
      ? spread(varied(best.entries.map { (index.phrases[$0.place], $0.rank) }))
      : best.entries.map { index.phrases[$0.place] }
  }

  /// The same, of phrases that are looked at once.
  package func phrases(_ all: [Phrase], matching typed: String = "") -> [Phrase] {
    phrases(in: PhraseIndex(all), matching: typed)
  }

  /// What must come first before a phrase may be sent; nil when nothing must.
  package func lock(on phrase: Phrase) -> PhraseLock? {
    guard let lock = phrase.lock else { return nil }
    guard moment.unlocked.contains(lock) else { return lock }
    // A refund on record is no leave to speak of an exchange, or of money on top.
    let isMeant = phrase.remedies.isEmpty || !phrase.remedies.isDisjoint(with: moment.remedies)
    return lock != .remedyFiled || isMeant ? nil : lock
  }

  /// Whether a phrase was sent in this case.
  package func wasSaid(_ phrase: Phrase) -> Bool { moment.said.contains(phrase.id) }

  /// Whether the agent would have to fill something in first.
  private func leavesOpen(_ phrase: Phrase) -> Bool {
    guard let known = moment.known else { return false }
    return !known.isSuperset(of: phrase.variables)
  }

  /// Whether it is about something that this customer told of, or the case proves.
  func isAboutSeen(_ phrase: Phrase) -> Bool {
    moment.topics.map { !$0.isDisjoint(with: phrase.about) } ?? false
  }

  /// Whether one of ours is about something that this customer has not told of, or that it does not
  /// suit: condolence for nobody's loss is worse than no phrase. It is still found by its words; what
  /// has fallen due is proof enough of itself, and what is somebody's own is theirs to choose.
  private func isBesideThePoint(_ phrase: Phrase) -> Bool {
    guard let topics = moment.topics, phrase.origin == .playbook else { return false }
    if introducesAgain(phrase) || namesRemedyForNothing(phrase) { return true }
    return !phrase.unless.isDisjoint(with: topics)
      || !phrase.about.isEmpty && !isAboutSeen(phrase)
        && (phrase.kind == .progress || !moment.dueKinds.contains(phrase.kind))
  }

  /// Whether it takes something for granted that nobody has seen in this case.
  private func presumes(_ phrase: Phrase) -> Bool {
    if isBesideThePoint(phrase) { return true }
    // What is on file is asked by nobody, and neither is the wish of somebody who only asked a
    // question, asks what we will do, wants somebody higher, or has a question of ours to answer yet.
    if !phrase.asks.isDisjoint(with: moment.filed) { return true }
    if phrase.asks.contains(.demand),
      moment.isPlainQuestion || moment.hasAsked || moment.isAsked || moment.asksForSuperior
        || moment.dangerSign != nil || moment.hasAnswered && isTiredOfWords
    {
      return true
    }
    if phrase.kind == .handUp, !moment.asksForSuperior, phrase.stages.contains("vent") {
      return true
    }
    if distractsFromDanger(phrase) || thanksForNothing(phrase) { return true }
    // Whoever has asked waits for an answer and not for leave to go on, unless that feels with them.
    if moment.isAsked, phrase.keepsThemTalking, phrase.acts == [.acknowledgement],
      phrase.origin == .playbook
    {
      return true
    }
    if phrase.lock == nil, !phrase.remedies.isEmpty,
      phrase.remedies.isDisjoint(with: moment.remedies.union(moment.offered))
    {
      return true
    }
    // Nobody who asks when the shop opens wants to hear how sorry we are, or what they asked, whatever
    // a gate waits for.
    return moment.isPlainQuestion && phrase.origin == .playbook
      && (phrase.consoles && !isAboutSeen(phrase) || phrase.saysItBack)
  }

  /// Whether it thanks for an answer that has not come: our last words still stand without one.
  private func thanksForNothing(_ phrase: Phrase) -> Bool {
    moment.lastActs != nil && phrase.acts.contains(.thanks) && !isAboutSeen(phrase)
      && phrase.origin == .playbook
  }

  /// How late a phrase comes after words of ours that nobody has answered yet, while the customer is
  /// still being heard: 0 for a first step with its time, 1 for saying back what they told, 2 for
  /// the question that is still open, 3 for all else, which they have just had from us. Where a gate
  /// waits for the saying back, it comes before the step. A step is no news to whoever was promised
  /// one in those words, while “I'm on it” still lacks its time; and an angry customer gets the
  /// sympathy first that they have not had.
  private func delayAfterOurs(_ phrase: Phrase) -> Int {
    guard let last = moment.lastActs, moment.dueKinds.isEmpty,
      (moment.danger ?? moment.dangerSign) == nil, !moment.asksForSuperior, !moment.owesForPromise,
      moment.stages.contains(PhraseStage.vent.step)
        || moment.stages.contains(PhraseStage.apologise.step),
      moment.heat < .angry || !moment.given.isDisjoint(with: PhraseShelf.comfort)
    else { return 0 }
    let saysBackFirst = moment.wanted.contains(.paraphrase)
    if phrase.isFirstStep {
      // Nobody promises a step on a matter they have just asked about.
      if moment.hasAsked, !moment.filed.contains(.problem) { return 3 }
      return last.contains(.promise) && !last.contains(.progress) ? 3 : saysBackFirst ? 1 : 0
    }
    if phrase.saysItBack, phrase.acts.contains(.paraphrase) {
      return last.contains(.paraphrase) ? 3 : saysBackFirst ? 0 : 1
    }
    return moment.hasAsked || phrase.acts.isDisjoint(with: [.question, .askView]) ? 3 : 2
  }

  /// How late a phrase comes once the customer has answered us within the first steps: 0 for what is
  /// done next and for what takes their answer up, 1 for saying it back where a gate waits for that,
  /// 2 for all that would have them begin again.
  private func delayAfterTheirs(_ phrase: Phrase) -> Int {
    guard moment.hasAnswered, moment.dueKinds.isEmpty,
      (moment.danger ?? moment.dangerSign) == nil, !moment.asksForSuperior, !moment.owesForPromise,
      moment.stages.contains(PhraseStage.vent.step)
        || moment.stages.contains(PhraseStage.apologise.step)
    else { return 0 }
    if phrase.isFirstStep { return 0 }
    if phrase.consoles {
      // Who was consoled, or has had enough of words, hears what is done before more of the same.
      guard !isTiredOfWords, moment.given.isDisjoint(with: PhraseShelf.comfort) else { return 1 }
      return moment.heat >= .angry || isWanted(phrase) ? 0 : 1
    }
    if isAboutSeen(phrase) { return 0 }
    if phrase.kind == .listening {
      // Whoever asks hears that it is being looked at; nobody is told to go on.
      return moment.isAsked && !phrase.keepsThemTalking ? 0 : 2
    }
    if phrase.saysItBack { return moment.wanted.contains(.paraphrase) ? 1 : 2 }
    return phrase.acts.isDisjoint(with: moment.wanted) ? 2 : 0
  }

  /// Whether it only says that we are on it, to somebody who is put out: they are consoled first.
  private func holdsBeforeComfort(_ phrase: Phrase) -> Bool {
    moment.heat == .uneasy && !moment.isPlainQuestion && !moment.hasSpoken
      && phrase.kind == .listening && phrase.acts == [.acknowledgement] && phrase.about.isEmpty
  }

  /// Whether a gate waits for what it does, or for what it asks.
  func isWanted(_ phrase: Phrase) -> Bool {
    !phrase.acts.isDisjoint(with: moment.wanted) || !phrase.asks.isDisjoint(with: moment.missing)
  }

  /// Whether it only does what was done already, or says that we read it, says sorry, feels with them
  /// or says it back once more beside something else; what a gate waits for was not done well enough.
  private func repeatsGiven(_ phrase: Phrase) -> Bool {
    let again = phrase.acts.intersection(moment.given).subtracting(moment.wanted)
    return !again.isEmpty
      && (again == phrase.acts
        || !again.isDisjoint(
          with: [.regret, .empathy, .paraphrase, .readBack, .thanks, .acknowledgement]))
  }

  /// A greeting where we have spoken already: only somebody new to the talk still greets.
  private func greetsAgain(_ phrase: Phrase) -> Bool {
    phrase.kind == .greeting && moment.hasSpoken && !isAboutSeen(phrase)
  }

  /// Where a phrase stands, by what this case has heard of it; the lower, the earlier.
  private struct Rank {
    /// Nothing like it.
    var fresh: Int
    /// Others of its family.
    var alike: Int
    /// The phrase itself.
    var said: Int

    /// Each reason weighs more than all that follow it together; having been heard stands between
    /// those `before` and those `after` it.
    init(before: [Bool], after: [Bool]) {
      func weigh(_ heard: Int) -> Int {
        let first = before.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
        return after.reduce(first * 4 + heard) { $0 * 2 + ($1 ? 1 : 0) }
      }
      (fresh, alike, said) = (weigh(0), weigh(1), weigh(2))
    }
  }

  private func rank(of sort: PhraseSort) -> Rank {
    let phrase = sort.phrase
    let delay = max(delayAfterOurs(phrase), delayAfterTheirs(phrase))
    let before = [
      lock(on: phrase) != nil,
      !phrase.fits(moment),
      presumes(phrase),
      moment.danger != nil && phrase.kind != .danger,
      moment.dangerSign.map { !phrase.dangers.contains($0) } ?? false,
      moment.danger != nil && phrase.dangers.isEmpty,
      // In danger nobody fills in blanks first.
      (moment.danger ?? moment.dangerSign) != nil && leavesOpen(phrase),
      moment.danger != nil && phrase.dangers.count > 1,
      moment.owesForPromise && !phrase.acts.contains(.ownsPromise),
      moment.isSolved && !phrase.closesSolved,
      hasDecision && phrase.about.isDisjoint(with: PhraseShelf.decisions),
      !moment.dueKinds.isEmpty && !moment.dueKinds.contains(phrase.kind),
      moment.hasApologisedEnough && phrase.onlyApologises,
      // Whoever asked for somebody higher and was heard is told who that is.
      moment.asksForSuperior && moment.hasSpoken && phrase.kind != .handUp,
      repeatsJustGiven(phrase),
      delay > 0,
      delay > 1,
      delay > 2,
      !isWanted(phrase) || greetsAgain(phrase),
      holdsBeforeComfort(phrase),
      // Nobody is asked for their wish before they were heard.
      phrase.asks.contains(.demand) && !moment.wanted.isDisjoint(with: PhraseShelf.heard),
      repeatsGiven(phrase),
    ]
    let after = [
      greetsAgain(phrase),
      leavesOpen(phrase),
      !isAboutSeen(phrase),
      // Condolence before room to talk.
      phrase.kind == .listening && !moment.hasSpoken && isAboutSeen(phrase),
      // From here on it is about what suits better, not about what is wanted; see `tastes`.
      phrase.customers.isEmpty && !moment.tags.isEmpty,
      !moment.leads.isEmpty && !moment.leads.contains(phrase.kind),
      phrase.stages.isEmpty,
      phrase.origin == .playbook,
      phrase.origin != .mine,
      phrase.heat.count == HeatLevel.allCases.count,
      moment.pace == .quick && sort.isLong,
      moment.pace == .slow && phrase.urges,
    ]
    return Rank(before: before, after: after)
  }

  /// Whether what was asked for above was decided and the customer has not heard it: that comes next.
  var hasDecision: Bool {
    moment.topics.map { !$0.isDisjoint(with: PhraseShelf.decisions) } ?? false
  }

  /// The topics of a decision from above.
  private static let decisions: Set<TopicID> = ["approved", "not_approved"]
  /// What a customer hears before they are asked for anything.
  private static let heard: Set<SpeechAct> = [.acknowledgement, .regret, .empathy]
  /// What shows that we are sorry for them.
  static let comfort: Set<SpeechAct> = [.regret, .empathy, .responsibility]
  /// How many reasons at the end of the list are only about what suits better.
  static let tastes = 8
  /// Reasons before those that tell what can be sent as it is from what wants filling in.
  static let ready = 3
  /// More than all reasons together weigh.
  private static let everyReason = 1 << 34
  /// A better match than any words can be.
  private static let calledSo = 1 << 16
}

extension Phrase {
  /// Says sorry and does nothing else.
  fileprivate var onlyApologises: Bool {
    !acts.isEmpty && acts.isSubset(of: [.regret, .responsibility])
  }

  /// Says sorry or feels with somebody, and takes it that they have had trouble.
  var consoles: Bool {
    kind == .regret || kind == .empathy || kind == .publicAnswer && acts.contains(.regret)
  }

  /// Says back what they told.
  var saysItBack: Bool { kind == .sayBack || kind == .bridge }

  /// Closes what is settled, with thanks.
  var closesSolved: Bool { kind == .closing && acts == [.closing, .thanks] }

  /// Has them go on telling, and does nothing else: the first step alone is for that.
  var keepsThemTalking: Bool {
    kind == .listening && stages == [PhraseStage.vent.step] && !acts.contains(.promise)
  }

  /// Says what we do now, and by when: the words name the step and its time.
  var isFirstStep: Bool {
    acts.contains(.promise) && variables.contains("action")
      && [PhraseKind.hold, .progress, .offer].contains(kind)
  }

  /// Wants something of the customer or settles something, and does not just let them talk.
  fileprivate var urges: Bool { !acts.isDisjoint(with: [.question, .offer, .askView, .refusal]) }
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
