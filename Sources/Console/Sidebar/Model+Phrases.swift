import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Choosing phrases.
extension Model {
  /// Phrases the sidebar holds at once.
  private static let mostPhrases = 60

  /// What the phrases are picked by.
  private func shelf(of open: OpenCase) -> PhraseShelf {
    let values = PhraseValues(self, open)
    let variables = phrases[open.current.language]?.variables ?? []
    var topics = open.conversation.topics
    if announcement(for: open) != nil { topics?.insert(TopicProof.announcedTopic) }
    return PhraseShelf(
      PhraseMoment(
        open.current, in: open.rules.procedure, gates: open.standing.gates,
        due: Set(open.standing.clocks.filter { $0.at <= now }.map(\.name)),
        customers: content.customers,
        known: variables.filter { values.value(of: $0) != nil },
        told: Set(FieldName.allCases.filter { !open.proposals(for: $0).isEmpty }),
        topics: topics, lastSaid: open.sidebar.lastSaid,
        inPublic: open.reach[.reply], sign: open.dangerSign?.kind,
        asksOnly: open.asksOnlyAboutDanger))
  }

  /// A phrase as it is shown: what the record holds filled in, the rest named.
  private func words(of phrase: Phrase, _ values: PhraseValues, lock: PhraseLock?) -> String {
    let filled = naming(phrase.variables, values.values(for: phrase))
    return (lock.map { "(\(name($0))) " } ?? "") + phrase.filled(filled)
  }

  /// The values of variables, and for those without one its name in the language of the screen in
  /// braces: words with one of these never go out.
  func naming(_ variables: [String], _ values: [String: String]) -> [String: String] {
    let missing = variables.filter { values[$0] == nil }
    guard !missing.isEmpty else { return values }
    let wording = wording
    return missing.reduce(into: values) { $0[$1] = "{\(wording.name(ofVariable: $1))}" }
  }

  /// Works out anew which phrases fit the moment.
  mutating func shelve() {
    guard let open else { return }
    let shelf = shelf(of: open)
    self.open?.sidebar.shelf = shelf
    findPhrases()
  }

  /// Works out anew which phrases are shown, by what was typed to find some.
  private mutating func findPhrases() {
    guard let open, let shelf = open.sidebar.shelf else { return }
    let filter = open.sidebar.filter?.text.trimmingBlanks ?? ""
    let shown =
      phrases[open.current.language].map {
        shelf.phrases(in: $0, matching: filter, limit: Model.mostPhrases)
      } ?? []
    let values = PhraseValues(self, open)
    let words = shown.map { self.words(of: $0, values, lock: shelf.lock(on: $0)) }
    self.open?.sidebar.phrases = shown
    self.open?.sidebar.words = words
    self.open?.sidebar.selected = max(0, min(open.sidebar.selected, shown.count - 1))
  }

  mutating func pressInSidebar(_ key: Key) -> [Effect]? {
    switch key {
    case .up: movePhrase(by: -1)
    case .down: movePhrase(by: 1)
    case .pageUp: movePhrase(by: -5)
    case .pageDown: movePhrase(by: 5)
    case .home: movePhrase(by: -10_000)
    case .end: movePhrase(by: 10_000)
    case .enter: return pick(phrase: open?.sidebar.selected ?? 0)
    case .delete, .backspace: return askToForget()
    case .escape where open?.sidebar.filter != nil:
      open?.sidebar.filter = nil
      shelve()
    default: return nil
    }
    return []
  }

  /// Shows the selected phrase whole while words are being written, or selects another one.
  mutating func preview(by step: Int) -> [Effect] {
    guard let sidebar = open?.sidebar else { return [] }
    // The first press only shows where the selection stands.
    if sidebar.isPreviewing { movePhrase(by: step) }
    open?.sidebar.isPreviewing = !sidebar.phrases.isEmpty
    // Where the screen is read out, the list is not on it while words are being written.
    if isLinear, let open, open.sidebar.phrases.indices.contains(open.sidebar.selected) {
      say(spokenPhrase(open.sidebar.selected, open))
    }
    return []
  }

  private mutating func movePhrase(by step: Int) {
    guard let sidebar = open?.sidebar else { return }
    open?.sidebar.selected = max(0, min(sidebar.selected + step, sidebar.phrases.count - 1))
  }

  mutating func pressInFilter(_ key: Key) -> [Effect] {
    switch key {
    case .escape:
      open?.sidebar.filter = nil
      open?.sidebar.isFiltering = false
      shelve()
      return []
    case .enter:
      open?.sidebar.isFiltering = false
      return pick(phrase: open?.sidebar.selected ?? 0)
    case .tab, .backTab:
      open?.sidebar.isFiltering = false
      return []
    case .up, .down, .pageUp, .pageDown: return pressInSidebar(key) ?? []
    default: break
    }
    let understood =
      open?.sidebar.filter?.press(key, columns: nil, measure: sitting.measure) ?? false
    if understood {
      open?.sidebar.selected = 0
      findPhrases()
      return []
    }
    guard let action = keymap.whileTyping(keymap.meant(key)) else { return [] }
    open?.sidebar.isFiltering = false
    return run(action)
  }

  /// Puts a phrase into the draft, asking first for what it needs and the record does not hold.
  mutating func pick(phrase index: Int) -> [Effect] {
    guard let open else { return [] }
    guard open.sidebar.phrases.indices.contains(index) else {
      say(text("notice.no_phrase"), .plain)
      return []
    }
    let wanted: ComposerMode = open.current.channel == .phone ? .said : .reply
    if let obstacle = obstacle(to: wanted == .said ? .said : .reply) {
      say(obstacle, .trouble)
      return []
    }
    let phrase = open.sidebar.phrases[index]
    if mode != .reply && mode != .said { mode = wanted }
    let known = PhraseValues(self, open)
    let openVariables = phrase.variables.filter { known.value(of: $0) == nil }
    if openVariables.contains(where: PhraseValues.isRecordOnly) {
      // The blank stays in the words, and words with a blank never go out.
      insert(phrase, naming(phrase.variables, known.values(for: phrase)), promising: [:])
      say(text("notice.not_on_record"), .trouble)
      return []
    }
    guard openVariables.isEmpty else { return openForm(.fill(phrase.id)) }
    insert(phrase, known.values(for: phrase), promising: known.promised(in: phrase))
    return []
  }

  /// Puts a filled phrase into the draft.
  ///
  /// - Parameters:
  ///   - phrase: the phrase.
  ///   - values: what its variables stand for.
  ///   - due: times typed for variables, which become promises.
  mutating func insert(
    _ phrase: Phrase, _ values: [String: String], promising due: [String: Instant]
  ) {
    let words = phrase.filled(values)
    let isIn =
      unsent.pieces.contains { $0.phrase == phrase.id } && unsent.editor.text.contains(words)
    guard !isIn || mode != .reply && mode != .said else {
      // Nobody says the same thing twice in one breath; a key pressed twice does.
      focus = .composer
      say(text("notice.already_in"), .plain)
      return
    }
    var promises: [Unsent.PendingPromise] = []
    for (variable, instant) in due.sorted(by: { $0.key < $1.key }) {
      guard PhraseValues.promises(variable, in: phrase) else { continue }
      let what =
        values["action"] ?? values["option"] ?? values["promise"]
        ?? text(
          phrase.acts.contains(.handUp)
            ? "promise.hand_up" : repliesInPublic == true ? "promise.public" : "promise.answer")
      promises.append(
        Unsent.PendingPromise(
          promise: DraftPromise(what: what, due: instant), words: values[variable] ?? ""))
    }
    put(
      words, from: Unsent.Piece(phrase: phrase.id, acts: phrase.acts, text: words),
      promises: promises)
    open?.sidebar.filter = nil
    open?.sidebar.isFiltering = false
    open?.sidebar.isPreviewing = false
    shelve()
  }
}
