package import Vocabulary

/// Reads what people write: how upset a customer is and what they do by saying it, and what an
/// agent has just done.
///
/// Every reading names the words behind it. Reading is pure, linear in the text, and takes
/// microseconds for a message.
package struct Reader: Sendable {
  let lexicon: Lexicon
  /// Whether the small hints in the choice of words count beside the named signals.
  let readsWording: Bool
  /// Whether hints by label count beside the named acts and findings.
  let readsVotes: Bool

  /// A reader that knows the words of `lexicon`.
  ///
  /// - Parameters:
  ///   - lexicon: the words.
  ///   - readsWording: whether small hints in the choice of words count beside the named signals;
  ///     without them the reader is the plain lexicon that it is compared with.
  ///   - readsVotes: whether hints count beside the named acts and findings.
  package init(lexicon: Lexicon, readsWording: Bool = true, readsVotes: Bool = true) {
    self.lexicon = lexicon
    self.readsWording = readsWording
    self.readsVotes = readsVotes
  }

  /// Reads a customer's message.
  ///
  /// - Parameters:
  ///   - text: the message as it came.
  ///   - language: the language it is in, where known; guessed otherwise.
  ///   - earlier: the same customer's earlier messages in this case, oldest first; the last ten
  ///     are looked at, to notice a sentence said again.
  /// - Returns: the heat with the words behind it, the moves, and values for the register.
  package func customer(
    _ text: String, language: LanguageTag? = nil, earlier: [String] = []
  ) -> CustomerReading {
    let page = Page(text, lexicon.customer)
    let language = language ?? self.language(of: text)
    let heat = heat(of: page, language: language, earlier: earlier)
    let asking = askingSentence(in: page)
    return CustomerReading(
      heat: heat, moves: moves(in: page, asking: asking != nil),
      proposals: proposals(in: page, isFirst: earlier.isEmpty), danger: danger(in: page),
      asked: asking.map { asked(in: page, at: $0) })
  }

  /// Reads an agent's message or draft.
  ///
  /// - Parameters:
  ///   - text: the message as typed.
  ///   - language: the language it is in, where known; guessed otherwise. Findings are worded in
  ///     it.
  ///   - customerWords: what the customer wrote in this case, messages or single words, in any
  ///     order; a say-back is known by repeating them, and without its question it shows that they
  ///     were heard.
  ///   - registerWords: the problem and the demand as they were noted; a say-back may repeat them
  ///     instead.
  ///   - circumstances: how the case stands; nil to read the words alone.
  /// - Returns: the acts, what the words give away, unfilled variables, and what may hurt.
  package func agent(
    _ text: String, language: LanguageTag? = nil, customerWords: [String] = [],
    registerWords: [String] = [], circumstances: Circumstances? = nil
  ) -> AgentReading {
    let page = Page(text, lexicon.agent)
    var tally = readsVotes ? lexicon.votes.tally(page) : LabelVotes.Tally(page: VotingPage(page))
    if readsVotes { tally.acts = votedActs(tally, in: page) }
    let asking = asking(in: page, tally)
    let acts = acts(in: page, asking: asking, tally, ownWords: customerWords + registerWords)
    var reading = AgentReading(
      acts: acts, disclosures: disclosures(in: page, customerWords: customerWords),
      unresolved: Reader.unresolvedVariables(in: text),
      findings: [], said: saidActs(in: page, acts, asking: asking, tally))
    if acts.isDisjoint(with: [.acknowledgement, .paraphrase]),
      let told = saidBack(
        in: page, asking: asking, tally, customerWords: customerWords, registerWords: registerWords)
    {
      reading.acts.insert(.acknowledgement)
      reading.said.append(SaidAct(act: .acknowledgement, span: page.text.span(told)))
      reading.said.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }
    let language = language ?? self.language(of: text)
    reading.findings = toneFindings(in: page, tally, language: language)
    var voted = votedFindings(tally, in: page, language: language)
    if let circumstances {
      // “Hello Mr Shah, it ships tomorrow” greets, and answers.
      let courtesies: Set<SpeechAct> = [.greeting, .thanks]
      if !reading.acts.isEmpty, reading.acts.isSubset(of: courtesies),
        page.tellsMore(than: page.words(.acts).map(\.hit.range) + tally.acts.map(\.range))
      {
        reading.acts.insert(.answer)
      }
      // “Is it working now?” asks for a fact as long as nothing was done that may have worked.
      if !circumstances.isSettled, !circumstances.hasPromise { reading.askInsteadOfFollowingUp() }
      reading.findings = findings(
        reading, in: page, tally, language: language, customerWords: customerWords,
        under: circumstances)
      voted = voted.filter { $0.counts(under: circumstances) }
    }
    // What was found by name or by the moment says it better.
    voted.removeAll { vote in reading.findings.contains { $0.span.overlaps(vote.span) } }
    if !voted.isEmpty {
      reading.findings = (reading.findings + voted).sorted {
        ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end)
      }
    }
    return reading
  }

  /// The steps that reading `text` as an agent's message takes.
  package func work(readingAgent text: String) -> Int {
    let page = Page(text, lexicon.agent)
    return page.findings.work + page.text.count + lexicon.votes.tally(page).work
  }

  /// The steps that reading `text` as a customer's message takes; for holding the cost against
  /// the length.
  package func work(reading text: String) -> Int {
    let page = Page(text, lexicon.customer)
    let vote = lexicon.wording.vote(on: page.text, page.outline)
    return page.findings.work + page.text.count + vote.work
  }
}
